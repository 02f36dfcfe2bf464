import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { Span } from '../../text/offsets.ts';
import { atOnce, inTurns, type Steps } from '../../text/turns.ts';
import { turnSteps } from './turns.ts';
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
  const { quotes: mentions } = source.analysis;
  const speeches = new Int32Array(mentions.length);
  mentions.forEach((mention, i) => (speeches[i] = mention.continues === undefined ? i : speeches[mention.continues]!));
  const keys: string[] = [];
  const [from, to, quoted, skipped] = [[], [], [], []] as [number[], number[], number[], number[]];
  let next = 0;
  yield* sourceWordSteps(text, ({ key, start, end }) => {
    while (next < mentions.length && mentions[next]!.outer.end <= start) next++;
    const mention = mentions[next];
    const isQuoted = mention !== undefined && mention.start <= start;
    const isBetween = next > 0 && mention?.continues !== undefined && speeches[next] === speeches[next - 1];
    if ((!isQuoted && isBetween) || (text.charCodeAt(end) === CLOSING && text[start - 1] === '['))
      skipped.push(keys.length);
    quoted.push(isQuoted ? next : -1);
    from.push(start);
    to.push(end);
    keys.push(key);
  });
  const [starts, ends] = [new Int32Array(from), new Int32Array(to)];
  const skippable = new Uint8Array(keys.length);
  for (const i of skipped) skippable[i] = 1;
  // What a source adds in brackets to the words that it quotes is its own.
  for (const mention of mentions) {
    yield;
    for (const { 0: inner, index } of text.slice(mention.start, mention.end).matchAll(ADDED)) {
      const start = mention.start + index;
      for (let i = firstFrom(starts, start); i < keys.length && ends[i]! < start + inner.length; i++) skippable[i] = 1;
    }
  }
  const places = yield* placeSteps(keys);
  if (text.length > LONG) yield* turnSteps(source);
  const prepared = { source, keys, starts, ends, places, quotes: new Int32Array(quoted), speeches, skippable };
  PREPARED.set(source, prepared);
  return prepared;
}

/** Of a longer source its turns are read beforehand, while others can have theirs. */
const LONG = 50_000;

const CLOSING = ']'.charCodeAt(0);

/** In round or square brackets, a few words. */
const ADDED = /\([^()]{1,80}\)|\[[^[\]]{1,80}\]/gu;

/** Index of the first word that starts at `at` or behind it. */
function firstFrom(starts: Int32Array, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const WORDS_A_STEP = 20_000;

/** Where each word stands: chains by hash, which take a third of the memory of a map from words. */
function* placeSteps(keys: readonly string[]): Steps<(key: string) => number[]> {
  const mask = 2 ** Math.ceil(Math.log2(keys.length + 1)) / 2 - 1;
  const first = new Int32Array(mask + 1).fill(-1);
  const next = new Int32Array(keys.length);
  for (let i = keys.length - 1; i >= 0; i--) {
    if (i % WORDS_A_STEP === 0) yield;
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
