import type { AnalysedSource } from '../../corpus/corpus.ts';
import { sourceWordsOf, type QuoteWord } from './words.ts';

/** A source's words, ready for quotations to be laid beside them. */
export interface SourceWords {
  readonly source: AnalysedSource;
  readonly words: readonly QuoteWord[];
  /** Indices of each word's occurrences. */
  readonly places: ReadonlyMap<string, readonly number[]>;
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
  const known = PREPARED.get(source);
  if (known) return known;
  const { text } = source.document;
  const words = sourceWordsOf(text);
  const places = new Map<string, number[]>();
  words.forEach((word, i) => {
    const list = places.get(word.key);
    if (list) list.push(i);
    else places.set(word.key, [i]);
  });
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
