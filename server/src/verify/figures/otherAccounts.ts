import type { DocumentContext } from './context/context.ts';
import {
  isCompatible,
  isGivenIn,
  isLabel,
  isOfAnotherCell,
  isOfAnotherDay,
  isOfAnotherTime,
  isOfAnotherYear,
} from './conflicts.ts';
import { rowOf } from './derivation/places.ts';
import type { FigureMatch } from './matches.ts';
import { magnitudeOf, type Judged } from './plausible.ts';
import { refuting } from './refuting.ts';
import { isLongSwap } from './values/slips.ts';

/** How far apart two accounts of one thing are at most, as a share of the larger value: crowds are guessed at. */
const APART = 0.25;
const APART_OF_COUNTS = 0.4;

/**
 * The figure of another document that would refute the draft if those documents were not there that give the draft's value,
 * and that cannot be another quantity which they give as well. Undefined where the other documents say nothing of it.
 */
export function otherAccount(
  document: DocumentContext,
  draft: Judged,
  matches: readonly FigureMatch[],
  found: FigureMatch,
): FigureMatch | undefined {
  if (draft.figure.quantity.type !== 'number' && draft.figure.quantity.type !== 'duration') return undefined;
  const holders = new Set(matches.flatMap((match) => (match.relation.kind === 'same' ? [match.in] : [])));
  const rival = refuting(
    document,
    draft,
    matches.filter((match) => match.rival && !holders.has(match.in)),
  );
  if (!rival || rival.told || rival.relation.kind !== 'different' || rival.relation.what !== 'value') return undefined;
  if (isCompatible(rival, found) || isLabel(rival) || isOrdinal(rival) || isAverage(rival) || isAverage(found))
    return undefined;
  const isOfCells = rowOf(document, draft) !== undefined || rowOf(rival.in.document, rival.context) !== undefined;
  if (isOfCells || isOfAnotherCell(document, draft, rival) || !isLike(draft, rival)) return undefined;
  if (isOfAnotherTime(document, draft, rival, found) || isOfAnotherDay(rival, found)) return undefined;
  if (isOfAnotherYear(rival, found) && !isSaidAlike(draft, rival)) return undefined;
  if (isOfSeries(rival, found)) return undefined;
  return [document, ...[...holders].map((holder) => holder.document)].some((given) => isGivenIn(given, rival))
    ? undefined
    : rival;
}

/** Do the words about the rival say that it is of the draft's matter? */
function isLike({ figure }: Judged, { like, context: { figure: source } }: FigureMatch): boolean {
  const [a, b] = [magnitudeOf(figure), magnitudeOf(source)];
  if (a === undefined || b === undefined) return false;
  const apart = Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
  if (isLongSwap(figure, source)) return like.passage >= 0.3;
  const unit = figure.quantity.type === 'number' ? figure.quantity.unit : 'time';
  if (like.head === 1) return apart <= (unit === undefined ? APART_OF_COUNTS : APART) && like.passage >= 0.2;
  // A share of what, a sum for what: more of the words must be the same.
  return unit !== '%' && apart <= APART && like.head >= 0.3 && like.near >= 0.4 && like.passage >= 0.45;
}

/** So much alike that the years of the documents tell nothing: an event of one year is reported in the next. */
function isSaidAlike({ figure }: Judged, { like, context }: FigureMatch): boolean {
  return like.passage >= 0.6 && like.near >= (isLongSwap(figure, context.figure) ? 0.4 : 0.85);
}

/** `weekly-2026-04.md` and `weekly-2026-05.md`: each issue has its own figures. */
function isOfSeries(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [rival, found].map(({ in: { source } }) => source.record.path);
  return /(?:19|20)\d\d/u.test(a!) && a!.replace(/\d+/gu, '#') === b!.replace(/\d+/gu, '#');
}

function isOrdinal({ context: { figure } }: FigureMatch): boolean {
  return /\d(?:st|nd|rd|th)$/u.test(figure.text);
}

/** `an average of 8,934 people` were never there at once. */
function isAverage({ in: { document }, context: { figure } }: FigureMatch): boolean {
  const { text } = document.analysis.document;
  return /\b(?:average|mean|median|typical(?:ly)?)\b[^.;]{0,25}$/iu.test(text.slice(figure.start - 40, figure.start));
}
