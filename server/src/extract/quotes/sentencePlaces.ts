import type { Span } from '../../text/offsets.ts';
import type { Block } from '../../text/structuredText.ts';

/** Index of the sentence that holds `offset`, or of the last one before it; -1 before the first. By binary search. */
export function sentenceIndexAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return high;
}

/** The sentence that holds `offset`. */
export function sentenceAt(sentences: readonly Span[], offset: number): Span | undefined {
  const sentence = sentences[sentenceIndexAt(sentences, offset)];
  return sentence && offset < sentence.end ? sentence : undefined;
}

/** The last sentence that ends at or before `offset`. */
export function sentenceBefore(sentences: readonly Span[], offset: number): Span | undefined {
  let i = sentenceIndexAt(sentences, offset);
  while (i >= 0 && sentences[i]!.end > offset) i--;
  return sentences[i];
}

/** The first sentence of `block` that starts at or behind `offset`. */
export function sentenceAfter(sentences: readonly Span[], offset: number, block: Block): Span | undefined {
  let i = sentenceIndexAt(sentences, offset);
  while (i < sentences.length && (i < 0 || sentences[i]!.start < offset)) i++;
  const sentence = sentences[i];
  return sentence && sentence.start < block.end ? sentence : undefined;
}

/** How many sentences have a part of the stretch. */
export function sentenceCount(sentences: readonly Span[], start: number, end: number): number {
  let count = 0;
  for (let i = Math.max(0, sentenceIndexAt(sentences, start)); i < sentences.length && sentences[i]!.start < end; i++) {
    if (sentences[i]!.end > start + 1) count++;
  }
  return count;
}
