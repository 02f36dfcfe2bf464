import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameOccurrence } from '../../corpus/corpusIndex.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { Analysis } from '../../extract/analysis.ts';
import type { NameMention } from '../../extract/mention.ts';
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
  readonly occurrence: NameOccurrence;
}

const MOST_OCCURRENCES = 12;
/** Of such roles one has one body at a time; a minister of a country may be its party's too. */
const ROLES =
  /\b(?:striker|defender|midfielder|goalkeeper|winger|forward|captain|coach|manager|player|batsman|bowler)\b/iu;

/**
 * Another body before the same title: the sources give one to the person wherever they call them so, and it is never the
 * draft's, though they know that one too.
 */
export async function otherAffiliation(
  claim: NameMention,
  occurrences: readonly NameOccurrence[],
  { draft: { analysis }, corpus }: NamesContext,
): Promise<OtherAffiliation | undefined> {
  const { title } = claim;
  if (!title || !ROLES.test(title.text)) return undefined;
  const draft = before(analysis, title.start);
  if (!draft) return undefined;
  let other: OtherAffiliation | undefined;
  for (const occurrence of occurrences.slice(0, MOST_OCCURRENCES)) {
    if (occurrence.title === undefined) continue;
    const source = await corpus.source(occurrence.document);
    const found = source && affiliationIn(source, occurrence);
    if (!found) continue;
    if (isOneBody(found.text, draft.text)) return undefined;
    if (knows(source, draft.text)) other ??= { draft, source: found, occurrence };
  }
  return other;
}

function affiliationIn({ analysis }: AnalysedSource, { start }: Span): Affiliation | undefined {
  const mention = analysis.names.find((name) => name.start === start);
  return mention?.title && before(analysis, mention.title.start);
}

function before({ names, document: { text } }: Analysis, at: number): Affiliation | undefined {
  const name = names.find(({ end }) => end === at - 1);
  // `Athletic defender X`, at the start of a sentence: a name only if the sources know it.
  const word = name ? null : /(?<=^|[.!?\n]\s?)\p{Lu}[\p{Ll}-]{2,}(?= $)/u.exec(text.slice(Math.max(0, at - 30), at));
  if (word) return { start: at - 1 - word[0].length, end: at - 1, text: word[0] };
  if (!name || name.demonym || name.entityType === 'person' || name.entityType === 'place') return undefined;
  return { start: name.start, end: name.end, text: name.text };
}

/** Is one name a part of the other? */
function isOneBody(a: string, b: string): boolean {
  const [x, y] = [nameWordsOf(a), nameWordsOf(b)];
  return x.some((word) => y.includes(word));
}

function knows({ analysis }: AnalysedSource, name: string): boolean {
  return analysis.names.some(({ text, demonym }) => !demonym && isOneBody(text, name));
}
