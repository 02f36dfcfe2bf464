import type { DocumentId } from '../corpus/corpusIndex.ts';
import type { QuoteMention } from '../extract/mention.ts';
import { once } from '../text/once.ts';
import type { VerifyContext } from './checkDraft.ts';
import { verifyEach } from './eachClaim.ts';
import type { Alignment } from './quotes/alignment.ts';
import { quoteCache, type LookedAt, type QuoteCache } from './quotes/cache.ts';
import { quoteCandidates, readSources } from './quotes/candidates.ts';
import { changedPlace } from './quotes/fewWords.ts';
import {
  altered,
  conflicting,
  found,
  misattributed,
  stitched,
  translated,
  unknown,
  type JudgedQuote,
} from './quotes/findings.ts';
import { hiddenNegation } from './quotes/negation.ts';
import { byFit, placesOf, SCARE_WORDS, type PlacedQuote } from './quotes/places.ts';
import { speakerOf, speakerRelation } from './quotes/speakers.ts';
import { sourceWords, type SourceWords } from './quotes/sources.ts';
import { stitchedFrom } from './quotes/stitching.ts';
import { quoteItems, type QuoteItem } from './quotes/words.ts';
import { lasting } from './lasting.ts';
import type { Finding } from './verdict.ts';

/** A quotation is that of a passage if at least this share of its words stands there in order. */
const ALIKE = 0.6;
/** The same for words that the source neither quotes nor has in somebody's turn of a transcript: its prose is often paraphrased. */
const PROSE_ALIKE = 0.7;
/** Below this the index is asked again, by rare words in any order. */
const GOOD = 0.8;
/** Below so many words anybody may have said them. */
const SPEAKER_WORDS = 4;
/** Letters of a quotation of a word or two that is not said by everybody. */
const LONG_WORD = 8;
/** From so many words on, two wordings are of one speech. */
const SPEECH_WORDS = 7;
const RIVAL_ALIKE = 0.75;
const TRANSLATED_ALIKE = 0.85;

/**
 * What the sources say of the quotes of a draft: one finding a claim, in the same order. A finding is made anew only where the
 * quotation, or what the index proposes for it, has changed.
 */
export async function verifyQuotes(claims: readonly QuoteMention[], context: VerifyContext): Promise<Finding[]> {
  const cache = quoteCache(context);
  const fresh = claims.filter((claim) => cache.get(claim) === undefined);
  const candidates = fresh.length > 0 ? await quoteCandidates(fresh, context) : undefined;
  return verifyEach(claims, context, async (claim) => {
    const known = cache.get(claim);
    if (known || !candidates) return known ?? unknown();
    const documents = { first: candidates.of(claim), more: once(() => candidates.more(claim)) };
    const earlier = await cache.earlier(claim, documents);
    if (earlier) return earlier;
    const { finding, read } = await verifyQuote(claim, context, documents);
    cache.set(claim, finding, read);
    return finding;
  });
}

async function verifyQuote(
  claim: QuoteMention,
  context: VerifyContext,
  { first, more }: LookedAt,
): Promise<{ finding: Finding; read?: Parameters<QuoteCache['set']>[2] }> {
  const items = trimmed(quoteItems(claim.text, claim.start));
  const words = items.filter((item) => item.kind === 'word').length;
  const judged: JudgedQuote = { claim, context, words };
  if (words === 0) return { finding: unknown() };
  const sources = await readSources(first, context);
  let placed = placesOf(items, sources, claim, context);
  let others: readonly DocumentId[] | undefined;
  if (words > SCARE_WORDS && (placed[0]?.alignment.likeness ?? 0) < GOOD) {
    others = await more();
    const read = await readSources(others, context);
    sources.push(...read);
    placed = [...placed, ...placesOf(items, read, claim, context)].sort(byFit);
  }
  const changed = words <= SCARE_WORDS ? changedPlace(items, sources, claim, context) : undefined;
  const finding = lasting(verdictOf(judged, items, placed, sources.map(sourceWords), changed));
  const isComplete = sources.length === first.length + (others?.length ?? 0);
  return { finding, ...(isComplete && { read: { first, more: others } }) };
}

function verdictOf(
  judged: JudgedQuote,
  items: readonly QuoteItem[],
  placed: readonly PlacedQuote[],
  sources: readonly SourceWords[],
  changed: PlacedQuote | undefined,
): Finding {
  const { words } = judged;
  const complete = placed.filter(({ alignment }) => alignment.errors === 0 && !crossesSpeeches(alignment));
  const exact = complete.filter(({ alignment }) => !hiddenNegation(alignment, judged));
  const agreeing =
    exact.find(({ relation }) => relation === 'same') ?? exact.find(({ relation }) => relation === 'unknown');
  const foreign = exact.find(({ relation }) => relation === 'other');
  const clear = agreeing?.relation !== 'same' && !(agreeing?.quoted && !foreign?.quoted);
  const telling =
    words >= SPEAKER_WORDS ||
    (foreign !== undefined && (isWholeSpeech(judged, foreign) || (!agreeing && isSomebodysWord(judged, foreign))));
  if (foreign && telling && clear) return misattributed(judged, foreign, exact);
  const supporting = agreeing ?? foreign;
  if (supporting) {
    const rival = rivalOf(supporting, placed, words);
    return rival ? conflicting(judged, supporting, rival) : found(judged, supporting, exact);
  }
  const reversed = complete[0];
  if (reversed) return altered(judged, reversed, hiddenNegation(reversed.alignment, judged));
  if (words <= SCARE_WORDS) return changed ? altered(judged, changed) : unknown();
  // All but one word of one passage is that passage, though its words stand elsewhere too.
  const single = placed.find((place) => place.alignment.errors === 1 && isAlike(place, words));
  const runs = single ? undefined : stitchedFrom(items, sources);
  if (runs) return stitched(judged, runs);
  const broken = placed.find(({ alignment }) => alignment.errors === 0);
  if (broken) return stitched(judged, [broken.alignment]);
  const near = placed.find((place) => isAlike(place, words));
  if (!near) return unknown();
  // A published translation that is all but the same was copied, not made anew.
  const anew = near.alignment.likeness < TRANSLATED_ALIKE && saidToBeTranslated(judged);
  return anew ? translated(judged, near) : altered(judged, near);
}

/** A short answer, quoted as a sentence of its own, that is all the source quotes there: `“Once. It rained,”`. */
function isWholeSpeech({ claim, words }: JudgedQuote, { alignment: { source, from, to } }: PlacedQuote): boolean {
  const quotation = source.quotes[from]!;
  if (claim.form !== 'full' || words < SPEAKER_WORDS - 1 || quotation === -1) return false;
  return (
    source.quotes[to] === quotation && source.quotes[from - 1] !== quotation && source.quotes[to + 1] !== quotation
  );
}

/** A word or two that a source quotes of one person by name, and the draft of another: no word that anybody uses. */
function isSomebodysWord({ claim }: JudgedQuote, { alignment, quoted }: PlacedQuote): boolean {
  const { attribution } = claim;
  if (!quoted || claim.form === 'scare' || attribution?.speakerKind !== 'name' || attribution.inferred) return false;
  const { source, from, to } = alignment;
  const quotation = source.quotes[from]!;
  const isAll = source.quotes[from - 1] !== quotation && source.quotes[to + 1] !== quotation;
  const theirs = speakerOf(alignment);
  return isAll && claim.text.length >= LONG_WORD && theirs?.kind === 'name' && theirs.certain;
}

/** Is the passage the one that the quotation was made from? */
function isAlike({ alignment, quoted }: PlacedQuote, words: number): boolean {
  if (alignment.same < 3) return false;
  const speaker = quoted ? undefined : speakerOf(alignment);
  const isSpeech = quoted || (speaker !== undefined && !speaker.wrote && !speaker.reported);
  return alignment.likeness >= (isSpeech ? ALIKE : PROSE_ALIKE) && (words > 5 || alignment.likeness >= 0.65);
}

const TRANSLATED =
  /\b(?:translat(?:ed|ion|ing)|in (?:Arabic|Chinese|Czech|Danish|Dutch|Farsi|Finnish|French|Gaelic|German|Greek|Hebrew|Hindi|Hungarian|Irish|Italian|Japanese|Korean|Latin|Mandarin|Norwegian|Pashto|Persian|Polish|Portuguese|Romanian|Russian|Spanish|Swedish|Turkish|Ukrainian|Urdu|Welsh))\b/u;
/** So far around the quotation it may be said. */
const TRANSLATION_REACH = 160;

/** Does the draft say that the words are a translation? Its wording then proves nothing. */
function saidToBeTranslated({ claim, context }: JudgedQuote): boolean {
  const { text } = context.draft.analysis.document;
  const { start, end } = claim.outer;
  return (
    TRANSLATED.test(text.slice(Math.max(0, start - TRANSLATION_REACH), start)) ||
    TRANSLATED.test(text.slice(end, end + TRANSLATION_REACH))
  );
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
  return placed.find(({ alignment, quoted }) => {
    if (!quoted || alignment.errors === 0 || alignment.likeness < RIVAL_ALIKE) return false;
    if (alignment.source === supporting.alignment.source) return false;
    const other = speakerOf(alignment);
    const claimed = { name: speaker.name.text, kind: speaker.kind };
    return other !== undefined && speakerRelation(claimed, undefined, other, alignment, []) === 'same';
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
