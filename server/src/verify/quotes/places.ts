import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameMention, QuoteMention } from '../../extract/mention.ts';
import { CLOSED } from '../../extract/names/sentenceStarts.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { alignmentsIn, changedPairs, changedPlaces, exactPlaces, type Alignment } from './alignment.ts';
import { draftSpeaker, speakerOf, speakerRelation, type SpeakerRelation } from './speakers.ts';
import { sourceWords } from './sources.ts';
import { sourceWordsOf, type QuoteItem, type QuoteWord } from './words.ts';

/** A quotation laid beside a passage, with how its speaker stands to the passage's. */
export interface PlacedQuote {
  readonly alignment: Alignment;
  /** All of its words stand in quotations of the source. */
  readonly quoted: boolean;
  readonly relation: SpeakerRelation;
  /** Of a short quotation: how many words of the draft's sentence stand near the passage. */
  readonly context: number;
}

/** Up to so many words, marks may be there for distance; such words are found as they are or not at all. */
export const SCARE_WORDS = 3;
/** Up to so many words, the sentence around says which of several places is meant. */
const SHORT_WORDS = 6;
/** Words of the source on each side that are looked at for that. */
const NEAR = 60;

/** The passages of the sources that fit the quotation, best first. */
export function placesOf(
  items: readonly QuoteItem[],
  sources: readonly AnalysedSource[],
  claim: QuoteMention,
  context: VerifyContext,
): PlacedQuote[] {
  const words = items.filter((item) => item.kind === 'word').length;
  const place = placing(claim, words, context, sources);
  const cited = context.cited(claim);
  const isCited = ({ alignment }: PlacedQuote): boolean => cited.has(alignment.source.source.record.id);
  const placed = sources.flatMap((source) => {
    const prepared = sourceWords(source);
    const alignments = words <= SCARE_WORDS ? exactPlaces(items, prepared) : alignmentsIn(items, prepared);
    return alignments.map(place);
  });
  return placed.sort((a, b) => byFit(a, b) || Number(isCited(b)) - Number(isCited(a)));
}

/** How an alignment becomes a place of the quotation. */
function placing(
  claim: QuoteMention,
  words: number,
  context: VerifyContext,
  sources: readonly AnalysedSource[],
): (alignment: Alignment) => PlacedQuote {
  const speaker = draftSpeaker(claim.attribution, context.draft);
  const name = speaker && nameOf(context.draft.analysis.names, claim);
  const around = words <= SHORT_WORDS ? wordsAround(claim, context) : undefined;
  return (alignment) => ({
    alignment,
    quoted: isQuoted(alignment),
    relation: speakerRelation(speaker, name, speakerOf(alignment), alignment, sources),
    context: around ? wordsNear(alignment, around) : 0,
  });
}

/** So many longer words of the draft's sentence stand around what a source quotes in two words, in three. */
const TELLING_WORDS: Readonly<Record<number, number>> = { 2: 3, 3: 2 };

/**
 * Of a quotation too short to be told by its words: what a source quotes of the same speaker, as long, with one other word,
 * where it speaks of the same thing.
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
  return spokenPlace(words, sources, claim, place, needed) ?? changedPair(words, sources, claim, place, context);
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

/** So many stems of the draft's sentence must stand in the source's; fewer where the word that differs is nearly the same. */
const STEMS = 3;
const STEMS_OF_ALIKE = 1;
/** So many letters make a stem, and so many at either end make two words alike. */
const STEM = 5;
const ALIKE_END = 4;

/** Two words of which a source's sentence about the same thing has one, with another beside it. */
function changedPair(
  words: readonly QuoteWord[],
  sources: readonly AnalysedSource[],
  claim: QuoteMention,
  place: (alignment: Alignment) => PlacedQuote,
  context: VerifyContext,
): PlacedQuote | undefined {
  if (words.length !== 2 || !words.every(({ key }) => isLong(key))) return undefined;
  const around = new Set([...wordsAround(claim, context)].filter(isTelling).map((key) => key.slice(0, STEM)));
  let best: { readonly placed: PlacedQuote; readonly score: number } | undefined;
  for (const source of sources) {
    for (const alignment of changedPairs(words, sourceWords(source))) {
      const at = alignment.steps.findIndex(({ kind }) => kind === 'changed');
      const theirs = alignment.source.keys[alignment.from + at]!;
      if (!isLong(theirs) || !isTelling(words[1 - at]!.key)) continue;
      const shared = stemsInSentence(alignment, around);
      const alike = areAlike(words[at]!.key, theirs);
      if (shared < (alike ? STEMS_OF_ALIKE : STEMS)) continue;
      const score = shared + (alike ? STEMS : 0);
      const placed = place(alignment);
      if (placed.relation !== 'other' && score > (best?.score ?? 0)) best = { placed, score };
    }
  }
  return best?.placed;
}

function isTelling(key: string): boolean {
  return key.length >= STEM && isLong(key) && !CLOSED.has(key);
}

function isLong(key: string): boolean {
  return key.length > 3 && /^\p{L}+$/u.test(key);
}

function stemsInSentence({ source, from, to }: Alignment, around: ReadonlySet<string>): number {
  const { sentences } = source.source.analysis;
  const sentence = sentenceAt(sentences, source.starts[from]!);
  if (!sentence) return 0;
  const found = new Set<string>();
  for (const by of [-1, 1]) {
    for (let i = by < 0 ? from - 1 : to + 1; i >= 0 && i < source.keys.length; i += by) {
      if (source.starts[i]! < sentence.start || source.ends[i]! > sentence.end) break;
      const stem = source.keys[i]!.slice(0, STEM);
      if (around.has(stem)) found.add(stem);
    }
  }
  return found.size;
}

/** `mistrust` and `distrust`, `common` and `commonly`. */
function areAlike(a: string, b: string): boolean {
  const [start, end] = [a.slice(0, ALIKE_END), a.slice(-ALIKE_END)];
  return a !== b && (b.startsWith(start) || b.endsWith(end));
}

const RELATIONS: readonly SpeakerRelation[] = ['same', 'unknown', 'other'];

/** Orders passages: those most alike first, quoted before prose, the same speaker before others, the nearer context first. */
export function byFit(a: PlacedQuote, b: PlacedQuote): number {
  return (
    b.alignment.likeness - a.alignment.likeness ||
    Number(b.quoted) - Number(a.quoted) ||
    RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation) ||
    b.context - a.context
  );
}

function isQuoted({ source, from, to }: Alignment): boolean {
  for (let i = from; i <= to; i++) if (source.quotes[i] === -1 && !source.skippable[i]) return false;
  return true;
}

/** The name mention that the draft ascribes the words to. */
function nameOf(names: readonly NameMention[], { attribution }: QuoteMention): NameMention | undefined {
  const span = attribution?.resolved ?? attribution?.speaker;
  return span && names.find((name) => name.start === span.start && name.end === span.end);
}

/** The longer words of the sentence that the quotation stands in. */
function wordsAround(claim: QuoteMention, { draft }: VerifyContext): ReadonlySet<string> {
  const { text } = draft.analysis.document;
  const sentence = sentenceAt(draft.analysis.sentences, claim.outer.start);
  if (!sentence) return new Set();
  const outside = `${text.slice(sentence.start, claim.outer.start)} ${text.slice(claim.outer.end, Math.max(claim.outer.end, sentence.end))}`;
  return new Set(
    sourceWordsOf(outside)
      .map((word) => word.key)
      .filter((key) => key.length > 3),
  );
}

function wordsNear({ source, from, to }: Alignment, around: ReadonlySet<string>): number {
  const found = new Set<string>();
  for (let i = Math.max(0, from - NEAR); i < Math.min(source.keys.length, to + NEAR); i++) {
    const key = source.keys[i]!;
    if (around.has(key)) found.add(key);
  }
  return found.size;
}
