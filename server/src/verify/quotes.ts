import type { AnalysedSource } from '../corpus/corpus.ts';
import type { NameMention, QuoteMention } from '../extract/mention.ts';
import type { VerifyContext } from './checkDraft.ts';
import { verifyEach } from './eachClaim.ts';
import { alignmentsIn, type Alignment } from './quoteAlignment.ts';
import { quoteCandidates, type QuoteCandidates } from './quoteCandidates.ts';
import { altered, conflicting, found, misattributed, stitched, unknown, type JudgedQuote } from './quoteFindings.ts';
import { draftSpeaker, speakerOf, speakerRelation, type SpeakerRelation } from './quoteSpeakers.ts';
import { sourceWords, type SourceWords } from './quoteSources.ts';
import { stitchedFrom } from './quoteStitching.ts';
import { quoteItems, type QuoteItem } from './quoteWords.ts';
import type { Finding } from './verdict.ts';

/** A quotation is that of a passage if at least this share of its words stands there in order. */
const ALIKE = 0.6;
/** The same for words that the source does not quote: its prose is often paraphrased. */
const PROSE_ALIKE = 0.7;
/** Up to so many words, marks may be there for distance; such words are graded leniently. */
const SCARE_WORDS = 3;
/** Below so many words anybody may have said them. */
const SPEAKER_WORDS = 4;
/** From so many words on, two wordings are of one speech. */
const SPEECH_WORDS = 7;

/** What the sources say of the quotes of a draft: one finding a claim, in the same order. */
export async function verifyQuotes(claims: readonly QuoteMention[], context: VerifyContext): Promise<Finding[]> {
  if (claims.length === 0) return [];
  const candidates = await quoteCandidates(claims, context);
  return verifyEach(claims, context, async (claim) => {
    const finding = await verifyQuote(claim, context, candidates);
    return context.corpus.coverage === 'full' || finding.verdict === 'supported'
      ? finding
      : { ...finding, partial: true };
  });
}

/** An alignment with what is known of its speaker. */
export interface PlacedQuote {
  readonly alignment: Alignment;
  /** All of its words stand in quotations of the source. */
  readonly quoted: boolean;
  readonly relation: SpeakerRelation;
}

async function verifyQuote(claim: QuoteMention, context: VerifyContext, candidates: QuoteCandidates): Promise<Finding> {
  const items = trimmed(quoteItems(claim.text, claim.start));
  const words = items.filter((item) => item.kind === 'word').length;
  const judged: JudgedQuote = { claim, context, words };
  if (words === 0) return unknown(judged);
  const sources = [...(await candidates.of(claim))];
  let placed = placedIn(items, sources, claim, context);
  if (words > SCARE_WORDS && (placed[0]?.alignment.likeness ?? 0) < 0.8) {
    const more = await candidates.more(claim);
    sources.push(...more);
    placed = [...placed, ...placedIn(items, more, claim, context)].sort(byFit);
  }
  return verdictOf(judged, items, placed, sources.map(sourceWords));
}

function verdictOf(
  judged: JudgedQuote,
  items: readonly QuoteItem[],
  placed: readonly PlacedQuote[],
  sources: readonly SourceWords[],
): Finding {
  const { words } = judged;
  const exact = placed.filter(({ alignment }) => alignment.errors === 0 && !crossesSpeeches(alignment));
  const agreeing =
    exact.find(({ relation }) => relation === 'same') ?? exact.find(({ relation }) => relation === 'unknown');
  const foreign = exact.find(({ relation }) => relation === 'other');
  if (foreign && words >= SPEAKER_WORDS && agreeing?.relation !== 'same' && !(agreeing?.quoted && !foreign.quoted)) {
    return misattributed(judged, foreign, exact);
  }
  const supporting = agreeing ?? foreign;
  if (supporting) {
    const rival = rivalOf(supporting, placed, words);
    return rival ? conflicting(judged, supporting, rival) : found(judged, supporting, exact);
  }
  if (words <= SCARE_WORDS) return unknown(judged);
  const runs = stitchedFrom(items, sources);
  if (runs) return stitched(judged, runs);
  const broken = placed.find(({ alignment }) => alignment.errors === 0);
  if (broken) return stitched(judged, [broken.alignment]);
  const near = placed.find((place) => isAlike(place, words));
  return near ? altered(judged, near) : unknown(judged);
}

/** Is the passage the one that the quotation was made from? */
function isAlike({ alignment, quoted }: PlacedQuote, words: number): boolean {
  if (alignment.same < 3) return false;
  return alignment.likeness >= (quoted ? ALIKE : PROSE_ALIKE) && (words > 5 || alignment.likeness >= 0.65);
}

function placedIn(
  items: readonly QuoteItem[],
  sources: readonly AnalysedSource[],
  claim: QuoteMention,
  context: VerifyContext,
): PlacedQuote[] {
  const speaker = draftSpeaker(claim.attribution);
  const name = speaker && nameAt(context.draft.analysis.names, claim);
  const cited = context.cited(claim);
  const placed = sources.flatMap((source) =>
    alignmentsIn(items, sourceWords(source)).map((alignment): PlacedQuote => {
      const { quotes } = alignment.source;
      let quoted = true;
      for (let i = alignment.from; i <= alignment.to; i++)
        if (quotes[i] === -1 && !alignment.source.skippable[i]) quoted = false;
      return { alignment, quoted, relation: speakerRelation(speaker, name, speakerOf(alignment), alignment) };
    }),
  );
  const isCited = ({ alignment }: PlacedQuote): boolean => cited.has(alignment.source.source.record.id);
  return placed.sort((a, b) => byFit(a, b) || Number(isCited(b)) - Number(isCited(a)));
}

const RELATIONS: readonly SpeakerRelation[] = ['same', 'unknown', 'other'];

function byFit(a: PlacedQuote, b: PlacedQuote): number {
  return (
    b.alignment.likeness - a.alignment.likeness ||
    Number(b.quoted) - Number(a.quoted) ||
    RELATIONS.indexOf(a.relation) - RELATIONS.indexOf(b.relation)
  );
}

/** The name mention that the draft ascribes the words to. */
function nameAt(names: readonly NameMention[], { attribution }: QuoteMention): NameMention | undefined {
  const span = attribution?.resolved ?? attribution?.speaker;
  return span && names.find((name) => name.start === span.start && name.end === span.end);
}

/** Do words left out behind an ellipsis stand between two different speeches? */
function crossesSpeeches({ source, steps, from, to }: Alignment): boolean {
  if (!steps.some((step) => step.kind === 'skipped')) return false;
  const first = source.quotes[from]!;
  const last = source.quotes[to]!;
  if (first === last || first === -1 || last === -1) return false;
  if (source.speeches[first] === source.speeches[last]) return false;
  const { quotes } = source.source.analysis;
  const said = (i: number): string | undefined =>
    (quotes[i]?.attribution?.resolved ?? quotes[i]?.attribution?.speaker)?.text;
  return said(first) === undefined || said(first) !== said(last);
}

/** Another source that quotes the same speech in other words. */
function rivalOf(supporting: PlacedQuote, placed: readonly PlacedQuote[], words: number): PlacedQuote | undefined {
  if (words < SPEECH_WORDS || !supporting.quoted) return undefined;
  const speaker = speakerOf(supporting.alignment);
  if (!speaker) return undefined;
  return placed.find((place) => {
    const { alignment, quoted } = place;
    if (!quoted || alignment.errors === 0 || alignment.likeness < 0.75) return false;
    if (alignment.source === supporting.alignment.source) return false;
    const other = speakerOf(alignment);
    return (
      other !== undefined &&
      speakerRelation({ name: speaker.name.text, kind: speaker.kind }, undefined, other, alignment) === 'same'
    );
  });
}

/** Without ellipses and brackets at either end. */
function trimmed(items: readonly QuoteItem[]): QuoteItem[] {
  let start = 0;
  let end = items.length;
  while (start < end && items[start]!.kind !== 'word') start++;
  while (end > start && items[end - 1]!.kind !== 'word') end--;
  return items.slice(start, end);
}
