import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { QuoteMention } from '../../extract/mention.ts';
import { CLOSED } from '../../extract/names/sentenceStarts.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { MOST_PLACES, sameWord, type Alignment, type AlignmentStep } from './alignment.ts';
import { placing, wordsAround, type PlacedQuote } from './places.ts';
import { sourceWords, type SourceWords } from './sources.ts';
import { speakerOf } from './speakers.ts';
import { sourceWordsOf, type QuoteItem, type QuoteWord } from './words.ts';

/** So many longer words of the draft's sentence stand around what a source quotes in two words, in three. */
const TELLING_WORDS: Readonly<Record<number, number>> = { 2: 3, 3: 2 };

/**
 * Of a quotation too short to be told by its words: what a source has with one other word, one more or one less, where it
 * speaks of the same thing.
 */
export function changedPlace(
  items: readonly QuoteItem[],
  sources: readonly AnalysedSource[],
  claim: QuoteMention,
  context: VerifyContext,
): PlacedQuote | undefined {
  const words = items.filter((item) => item.kind === 'word');
  const needed = TELLING_WORDS[words.length];
  if (needed === undefined || words.length < items.length) return undefined;
  const place = placing(claim, words.length, context, sources);
  return spokenPlace(words, sources, claim, place, needed) ?? fewWordsPlace(words, sources, claim, place, context);
}

function spokenPlace(
  words: readonly QuoteWord[],
  sources: readonly AnalysedSource[],
  claim: QuoteMention,
  place: (alignment: Alignment) => PlacedQuote,
  needed: number,
): PlacedQuote | undefined {
  if (!claim.attribution || claim.attribution.inferred || claim.form === 'scare') return undefined;
  for (const source of sources) {
    for (const alignment of changedPlaces(words, sourceWords(source))) {
      const placed = place(alignment);
      if (placed.relation === 'same' && placed.context >= needed && speakerOf(alignment)?.certain) return placed;
    }
  }
  return undefined;
}

/** Where a source quotes as many words, no more and no fewer, and all but one of them are those of a short quotation. */
function changedPlaces(words: readonly QuoteWord[], source: SourceWords): Alignment[] {
  const { quotes } = source;
  const found: Alignment[] = [];
  for (const [i, { key }] of words.entries()) {
    for (const place of source.places(key).slice(0, MOST_PLACES)) {
      const [from, to] = [place - i, place - i + words.length - 1];
      const quotation = quotes[place]!;
      const whole = quotes[from] === quotation && quotes[to] === quotation;
      if (quotation === -1 || !whole || quotes[from - 1] === quotation || quotes[to + 1] === quotation) continue;
      const steps = words.map((word, item): AlignmentStep => {
        const kind = sameWord(word, source.keys[from + item]!) ? 'same' : 'changed';
        return { kind, item, word: from + item };
      });
      const same = steps.filter(({ kind }) => kind === 'same').length;
      if (same !== words.length - 1 || found.some((other) => other.from === from)) continue;
      found.push({ source, items: words, steps, from, to, same, errors: 1, likeness: same / words.length });
    }
  }
  return found;
}

/** So many stems of the draft's sentence must stand in the source's; fewer where the word that differs is nearly the same. */
const STEMS = 3;
const STEMS_OF_ALIKE = 1;
/** Of three words two are the source's, and fewer stems tell that it is the place. */
const STEMS_OF_THREE = 2;
/** So many letters make a stem, and so many at either end make two words alike. */
const STEM = 5;
const ALIKE_END = 4;
/** A longer word that the source has once weighs more. */
const RARE_LENGTH = 7;
const RARE = 1.5;

/** A source's sentence about the same thing that has all of the words but one. */
function fewWordsPlace(
  words: readonly QuoteWord[],
  sources: readonly AnalysedSource[],
  claim: QuoteMention,
  place: (alignment: Alignment) => PlacedQuote,
  context: VerifyContext,
): PlacedQuote | undefined {
  if (!words.every(({ key }) => /^\p{L}+$/u.test(key))) return undefined;
  const around = new Set([...wordsAround(claim, context)].filter(isTelling).map((key) => key.slice(0, STEM)));
  const beside = wordsBeside(claim, context);
  let best: { readonly placed: PlacedQuote; readonly score: number } | undefined;
  for (const source of sources) {
    for (const alignment of nearPlaces(words, sourceWords(source))) {
      const placed = place(alignment);
      if (placed.relation === 'other') continue;
      const next = isBeside(alignment, beside);
      const [at, theirs] = changedWord(alignment);
      const ours = at === undefined ? undefined : words[at]!.key;
      if (ours !== undefined && theirs !== undefined && !(isLong(ours) && isLong(theirs))) continue;
      if (!next && !words.some(({ key }, i) => i !== at && isTelling(key))) continue;
      const shared = stemsInSentence(alignment, around);
      const alike = ours !== undefined && theirs !== undefined && areAlike(ours, theirs);
      const least = words.length > 2 || ours === undefined ? STEMS_OF_THREE : STEMS;
      const known = next || placed.relation === 'same' ? 1 : 0;
      if (shared < (alike ? STEMS_OF_ALIKE : least - known)) continue;
      const score = shared + known + (alike ? STEMS : 0) + alignment.likeness;
      if (score > (best?.score ?? 0)) best = { placed, score };
    }
  }
  return best?.placed;
}

/** Where a source has the words with nothing but spaces between, one of them changed, added or left out within. */
function* nearPlaces(words: readonly QuoteWord[], source: SourceWords): Generator<Alignment> {
  const last = words.length - 1;
  for (const [k] of words.entries()) {
    yield* placesWith(words, source, k, 'changed');
    if (k > 0 && k < last) yield* placesWith(words, source, k, 'added');
    if (k > 0) yield* placesWith(words, source, k, 'dropped');
  }
}

/** Where only word `k` differs; `dropped`: the source has a word before it. */
function* placesWith(
  words: readonly QuoteWord[],
  source: SourceWords,
  k: number,
  kind: 'changed' | 'added' | 'dropped',
): Generator<Alignment> {
  const { text } = source.source.document;
  const first = kind === 'changed' && k === 0 ? 1 : 0;
  const size = words.length + (kind === 'added' ? -1 : kind === 'dropped' ? 1 : 0);
  for (const place of source.places(words[first]!.key).slice(0, MOST_PLACES)) {
    const from = place - first;
    const to = from + size - 1;
    if (from < 0 || to >= source.keys.length) continue;
    if (!/^[^\s.,;:!?…–—()"“”]+(?: [^\s.,;:!?…–—()"“”]+)*$/u.test(text.slice(source.starts[from], source.ends[to])))
      continue;
    const steps: AlignmentStep[] = [];
    let word = from;
    let isOther = false;
    for (const [item, own] of words.entries()) {
      if (item === k && kind === 'dropped') steps.push({ kind, word: word++ });
      if (item === k && kind === 'added') {
        steps.push({ kind, item });
        continue;
      }
      const same = sameWord(own, source.keys[word]!);
      if (same === (item === k && kind === 'changed')) isOther = true;
      steps.push({ kind: same ? 'same' : 'changed', item, word: word++ });
    }
    if (isOther) continue;
    const same = steps.filter((step) => step.kind === 'same').length;
    yield { source, items: words, steps, from, to, same, errors: 1, likeness: same / (same + 1) };
  }
}

/** Which of the quotation's words the source does not have, and which word it has in its place. */
function changedWord({ steps, source }: Alignment): [ours: number | undefined, theirs: string | undefined] {
  const step = steps.find(({ kind }) => kind !== 'same')!;
  return ['item' in step ? step.item : undefined, 'word' in step ? source.keys[step.word] : undefined];
}

/** The telling words of the draft directly before and behind the quotation. */
function wordsBeside({ outer }: QuoteMention, { draft }: VerifyContext): [before: string, behind: string] {
  const { text } = draft.analysis.document;
  const before = /\p{L}+(?= $)/u.exec(text.slice(Math.max(0, outer.start - 30), outer.start))?.[0] ?? '';
  const behind = /^ \p{L}+/u.exec(text.slice(outer.end, outer.end + 30))?.[0] ?? '';
  const key = (word: string): string => sourceWordsOf(word).find((own) => isTelling(own.key))?.key ?? '';
  return [key(before), key(behind)];
}

function isBeside({ source: { keys }, from, to }: Alignment, [before, behind]: readonly [string, string]): boolean {
  return (before !== '' && keys[from - 1] === before) || (behind !== '' && keys[to + 1] === behind);
}

function isTelling(key: string): boolean {
  return key.length >= STEM && isLong(key) && !CLOSED.has(key);
}

function isLong(key: string): boolean {
  return key.length > 3 && /^\p{L}+$/u.test(key);
}

/** How much of what the draft's sentence speaks of the source's has beside the words. */
function stemsInSentence({ source, from, to }: Alignment, around: ReadonlySet<string>): number {
  const { sentences } = source.source.analysis;
  const sentence = sentenceAt(sentences, source.starts[from]!);
  if (!sentence) return 0;
  const found = new Map<string, number>();
  for (const by of [-1, 1]) {
    for (let i = by < 0 ? from - 1 : to + 1; i >= 0 && i < source.keys.length; i += by) {
      if (source.starts[i]! < sentence.start || source.ends[i]! > sentence.end) break;
      const key = source.keys[i]!;
      const stem = key.slice(0, STEM);
      if (around.has(stem)) found.set(stem, key.length >= RARE_LENGTH && source.places(key).length === 1 ? RARE : 1);
    }
  }
  return [...found.values()].reduce((sum, weight) => sum + weight, 0);
}

/** `mistrust` and `distrust`, `common` and `commonly`. */
function areAlike(a: string, b: string): boolean {
  const [start, end] = [a.slice(0, ALIKE_END), a.slice(-ALIKE_END)];
  return a !== b && (b.startsWith(start) || b.endsWith(end));
}
