import type { Span } from './offsets.ts';
import type { StructuredText } from './structuredText.ts';

/** The sentences of a text, in order. None crosses a block; a table row is one sentence. Quotation marks stay with theirs. */
export function sentencesOf(document: StructuredText): Span[] {
  const sentences: Span[] = [];
  for (const block of document.blocks) {
    let start = block.start;
    const text = document.text.slice(block.start, block.end);
    for (const match of text.matchAll(/[.!?]+["”’')\]]*\s+(?=["“‘'(\[]*\p{Lu})/gu)) {
      const end = block.start + match.index + match[0].trimEnd().length;
      sentences.push({ start, end });
      start = block.start + match.index + match[0].length;
    }
    if (start < block.end) sentences.push({ start, end: block.end });
  }
  return sentences;
}
