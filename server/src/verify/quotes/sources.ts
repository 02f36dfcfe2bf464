import type { AnalysedSource } from '../../corpus/corpus.ts';
import { atOnce, inTurns, type Steps } from '../../text/turns.ts';
import { sourceWordSteps, type QuoteWord } from './words.ts';

/** A source's words, ready for quotations to be laid beside them. */
export interface SourceWords {
  readonly source: AnalysedSource;
  readonly words: readonly QuoteWord[];
  /** Indices of a word's occurrences, in order. */
  places(key: string): readonly number[];
  /** For each word the index of the source quotation it stands in, or -1. */
  readonly quotes: Int32Array;
  /** The same number for quotations that are one speech; by index of the quotation. */
  readonly speeches: Int32Array;
  /** Words that a quotation of the source may leave out: an attribution between two pieces, and words in brackets. */
  readonly skippable: Uint8Array;
}

const PREPARED = new WeakMap<AnalysedSource, SourceWords>();

/** The words of a source; prepared once. */
export function sourceWords(source: AnalysedSource): SourceWords {
  return atOnce(preparation(source));
}

/** Prepares the words of a source before they are asked for, without holding the thread where they are many. */
export async function prepareSourceWords(source: AnalysedSource): Promise<void> {
  await inTurns(preparation(source));
}

function* preparation(source: AnalysedSource): Steps<SourceWords> {
  const known = PREPARED.get(source);
  if (known) return known;
  const { text } = source.document;
  const words = yield* sourceWordSteps(text);
  const places = placesOf(words);
  const { quotes: mentions } = source.analysis;
  const speeches = new Int32Array(mentions.length);
  mentions.forEach((mention, i) => (speeches[i] = mention.continues === undefined ? i : speeches[mention.continues]!));
  const quotes = new Int32Array(words.length).fill(-1);
  const skippable = new Uint8Array(words.length);
  let next = 0;
  words.forEach((word, i) => {
    while (next < mentions.length && mentions[next]!.outer.end <= word.start) next++;
    const mention = mentions[next];
    if (mention && mention.start <= word.start) quotes[i] = next;
    else if (next > 0 && mention?.continues !== undefined && speeches[next] === speeches[next - 1]) skippable[i] = 1;
    if (text[word.start - 1] === '[' && text[word.end] === ']') skippable[i] = 1;
  });
  const prepared = { source, words, places, quotes, speeches, skippable };
  PREPARED.set(source, prepared);
  return prepared;
}

/** Where each word stands: of each occurrence the next one, which takes a tenth of the memory of a list for each word. */
function placesOf(words: readonly QuoteWord[]): (key: string) => number[] {
  const first = new Map<string, number>();
  const next = new Int32Array(words.length);
  for (let i = words.length - 1; i >= 0; i--) {
    const { key } = words[i]!;
    next[i] = first.get(key) ?? -1;
    first.set(key, i);
  }
  return (key) => {
    const found: number[] = [];
    for (let at = first.get(key) ?? -1; at >= 0; at = next[at]!) found.push(at);
    return found;
  };
}
