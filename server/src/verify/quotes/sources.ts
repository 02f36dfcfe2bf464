import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { Span } from '../../text/offsets.ts';
import { atOnce, inTurns, type Steps } from '../../text/turns.ts';
import { sourceWordSteps } from './words.ts';

/** A source's words, ready for quotations to be laid beside them. In columns, which take half the memory of an object each. */
export interface SourceWords {
  readonly source: AnalysedSource;
  /** Of each word its key, see {@link QuoteWord}, and its span in the clean text. */
  readonly keys: readonly string[];
  readonly starts: Int32Array;
  readonly ends: Int32Array;
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

/** Clean span of the words from `from` to `to`, the last one included. */
export function spanOfWords({ starts, ends }: SourceWords, from: number, to = from): Span {
  return { start: starts[from]!, end: ends[to]! };
}

function* preparation(source: AnalysedSource): Steps<SourceWords> {
  const known = PREPARED.get(source);
  if (known) return known;
  const { text } = source.document;
  const words = yield* sourceWordSteps(text);
  const keys = words.map(({ key }) => key);
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
    if (text.charCodeAt(word.end) === CLOSING && text[word.start - 1] === '[') skippable[i] = 1;
  });
  // What a source adds in brackets to the words that it quotes is its own.
  for (const mention of mentions) {
    for (const { 0: inner, index } of text.slice(mention.start, mention.end).matchAll(ADDED)) {
      const start = mention.start + index;
      for (let i = firstFrom(words, start); i < words.length && words[i]!.end < start + inner.length; i++)
        skippable[i] = 1;
    }
  }
  const prepared = {
    source,
    keys,
    starts: Int32Array.from(words, ({ start }) => start),
    ends: Int32Array.from(words, ({ end }) => end),
    places: placesOf(keys),
    quotes,
    speeches,
    skippable,
  };
  PREPARED.set(source, prepared);
  return prepared;
}

const CLOSING = ']'.charCodeAt(0);

/** In round or square brackets, a few words. */
const ADDED = /\([^()]{1,80}\)|\[[^[\]]{1,80}\]/gu;

/** Index of the first word that starts at `at` or behind it. */
function firstFrom(words: readonly Span[], at: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (words[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where each word stands: chains by hash, which take a third of the memory of a map from words. */
function placesOf(keys: readonly string[]): (key: string) => number[] {
  const mask = 2 ** Math.ceil(Math.log2(keys.length + 1)) / 2 - 1;
  const first = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(keys.length);
  for (let i = keys.length - 1; i >= 0; i--) {
    const slot = hashOf(keys[i]!) & mask;
    next[i] = first[slot]!;
    first[slot] = i;
  }
  return (key) => {
    const found: number[] = [];
    for (let at = first[hashOf(key) & mask]!; at >= 0; at = next[at]!) if (keys[at] === key) found.push(at);
    return found;
  };
}

function hashOf(key: string): number {
  let hash = 0;
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash, 31) + key.charCodeAt(i);
  return hash ^ (hash >>> 15);
}
