import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameOccurrence } from '../../corpus/corpusIndex.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { Analysis } from '../../extract/analysis.ts';
import type { NameMention, TextSpan } from '../../extract/mention.ts';
import type { Span } from '../../text/offsets.ts';
import type { NamesContext } from './scope.ts';

/** The body that stands directly before a title: `Harriers` of `the Harriers defender X`. */
export interface Affiliation extends Span {
  readonly text: string;
}

/** A source that gives the bearer of a title another body than the draft does. */
export interface OtherAffiliation {
  readonly draft: Affiliation;
  readonly source: Affiliation;
  /** What the draft calls the bearer there. */
  readonly title: string;
  readonly occurrence: NameOccurrence;
}

const MOST_OCCURRENCES = 12;
/** Of such roles one has one body at a time; a minister of a country may be its party's too. */
const ROLES =
  /\b(?:striker|defender|midfielder|goalkeeper|winger|forward|captain|coach|manager|player|batsman|bowler)\b/iu;

const SPOKES = /\bspokes(?:man|woman|person)\b/iu;

/**
 * Another body before the same title: the sources give one to the person wherever they call them so, and it is never the
 * draft's, though they know that one too. Of a spokesperson it may stand behind the title as well.
 */
export async function otherAffiliation(
  claim: NameMention,
  occurrences: readonly NameOccurrence[],
  { draft: { analysis }, corpus, claims, matches }: NamesContext,
): Promise<OtherAffiliation | undefined> {
  const office = [claim.title, claim.role].find((one) => one && (SPOKES.test(one.text) || ROLES.test(one.text)));
  if (!office) return undefined;
  const speaks = SPOKES.test(office.text);
  if (!speaks && office !== claim.title) return undefined;
  const title = SPOKES.exec(office.text)?.[0] ?? office.text;
  const draft = bodyAt(analysis, office);
  if (!draft) return undefined;
  const named = claims.find(({ start }) => start === draft.start);
  const match = named && matches.get(named)?.kind;
  const isKnown = match === 'exact' || match === 'part';
  let other: OtherAffiliation | undefined;
  for (const occurrence of occurrences.slice(0, MOST_OCCURRENCES)) {
    const held = speaks
      ? [occurrence.title, occurrence.role].find((text) => text && SPOKES.test(text))
      : occurrence.title;
    if (held === undefined) continue;
    const source = await corpus.source(occurrence.document);
    const found = source && affiliationIn(source, occurrence, speaks);
    // A spokesperson of nobody may be the draft's.
    if (!found && speaks) return undefined;
    if (!found) continue;
    if (isOneBody(found.text, draft.text)) return undefined;
    if (speaks ? isKnown : knows(source, draft.text)) other ??= { draft, source: found, title, occurrence };
  }
  return other;
}

function affiliationIn({ analysis }: AnalysedSource, { start }: Span, speaks: boolean): Affiliation | undefined {
  const mention = analysis.names.find((name) => name.start === start);
  if (!speaks) return mention?.title && before(analysis, mention.title.start);
  const office = [mention?.title, mention?.role].find((one) => one && SPOKES.test(one.text));
  return office && bodyAt(analysis, office, true);
}

/** The body before the title; of a spokesperson also behind it, or with a comma before: `at the State Department, spokesman X`. */
function bodyAt(analysis: Analysis, office: TextSpan, comma = false): Affiliation | undefined {
  const found = before(analysis, office.start);
  if (found || !SPOKES.test(office.text)) return found;
  const behind = analysis.names.find(({ start, end }) => start > office.start && end === office.end);
  if (behind) return bodyOf(behind);
  const { text } = analysis.document;
  return comma && text.slice(office.start - 2, office.start) === ', ' ? before(analysis, office.start - 1) : undefined;
}

function before({ names, document: { text } }: Analysis, at: number): Affiliation | undefined {
  const name = names.find(({ end }) => end === at - 1);
  // `Athletic defender X`, at the start of a sentence: a name only if the sources know it.
  const word = name ? null : /(?<=^|[.!?\n]\s?)\p{Lu}[\p{Ll}-]{2,}(?= $)/u.exec(text.slice(Math.max(0, at - 30), at));
  if (word) return { start: at - 1 - word[0].length, end: at - 1, text: word[0] };
  return name && bodyOf(name);
}

function bodyOf({ demonym, entityType, start, end, text }: NameMention): Affiliation | undefined {
  return demonym || entityType === 'person' || entityType === 'place' ? undefined : { start, end, text };
}

/** Is one name a part of the other? */
function isOneBody(a: string, b: string): boolean {
  const [x, y] = [nameWordsOf(a), nameWordsOf(b)];
  return x.some((word) => y.includes(word));
}

function knows({ analysis }: AnalysedSource, name: string): boolean {
  return analysis.names.some(({ text, demonym }) => !demonym && isOneBody(text, name));
}
