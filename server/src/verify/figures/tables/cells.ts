import type { DocumentContext, FigureContext } from '../context/context.ts';
import { rowOf } from '../derivation/places.ts';
import type { FigureMatch } from '../matches.ts';
import { cellMeant } from './otherTimes.ts';
import { CLEAR } from '../plausible.ts';

/** By so much more of the draft's table is in one edition of a source's than in another. */
const ANOTHER_EDITION = 0.2;
/** What another place with the value has of the draft's words, to be meant as well. */
const ELSEWHERE = 1.5;

/** Places with the value, that which is called like the draft's cell before all others. */
export function cellsFirst(same: readonly FigureMatch[]): FigureMatch[] {
  return [...same].sort((a, b) => (b.cell ?? -1) - (a.cell ?? -1));
}

/**
 * The cell that is called like the draft's and gives another value, where the draft's stands in other cells at best, or in
 * that of another edition, which has less of the draft's table.
 */
export function contraryCell(same: readonly FigureMatch[], rivals: readonly FigureMatch[]): FigureMatch | undefined {
  const [contrary] = rivals.filter(({ cell }) => cell !== undefined).sort((a, b) => b.cell! - a.cell!);
  if (!contrary) return undefined;
  const isElsewhere = ({ cell, content, in: { document }, context }: FigureMatch): boolean =>
    cell !== undefined
      ? cell > contrary.cell! - ANOTHER_EDITION
      : content >= CLEAR && rowOf(document, context) === undefined;
  return same.some(isElsewhere) ? undefined : contrary;
}

/** The cell that the draft means where its value stands only in others of their rows and columns: see {@link cellMeant}. */
export function cellOfOtherTime(
  document: DocumentContext,
  draft: FigureContext,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const [found] = same;
  if (!found) return undefined;
  const meant = same
    .filter((match) => match === found || match.content >= ELSEWHERE)
    .map((match) => cellMeant(document, draft, match));
  if (meant.includes(undefined)) return undefined;
  return rivals.find(({ context }) => context === meant[0]);
}
