import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameMention, QuoteMention } from '../../extract/mention.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { alignmentsIn, exactPlaces, type Alignment } from './alignment.ts';
import { draftSpeaker, speakerOf, speakerRelation, type SpeakerRelation } from './speakers.ts';
import { sourceWords } from './sources.ts';
import { sourceWordsOf, type QuoteItem } from './words.ts';

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
export function placing(
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
export function wordsAround(claim: QuoteMention, { draft }: VerifyContext): ReadonlySet<string> {
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
