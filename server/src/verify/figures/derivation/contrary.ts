import type { FigureContext } from '../context/context.ts';
import { gridsOf } from '../tables/grids.ts';
import type { FigurePlace } from '../matches.ts';
import { newestOf } from '../tables/otherTimes.ts';
import type { Wording } from '../context/wording.ts';
import { columnOf, rowOf } from './places.ts';
import { isExact, rounded, unitOf, valueOf } from './values.ts';

/**
 * Why arithmetic speaks against a figure. It gives the value, and it is a rise or a fall and called the other, or points are called
 * per cent; or the
 * draft sets out the step itself, and that gives another value.
 */
export type Contrary = 'rise' | 'fall' | 'points' | { readonly value: number };

/** What speaks against a step that gives the value. */
export function contraryOf(
  claim: FigureContext,
  wording: Wording,
  operands: readonly FigurePlace[],
): Contrary | undefined {
  const [a, b] = operands;
  const { direction } = claim.figure;
  if (wording !== 'change' || !a || !b || a.context === b.context) return undefined;
  const isGap = direction !== undefined || GAP.test(claim.behind);
  if (isGap && isOfPoints(claim, a.context, b.context)) return 'points';
  if (!direction) return undefined;
  const newer = newerOf(a, b) ?? to(a, b);
  if (!newer) return undefined;
  const older = newer === a ? b : a;
  const rises = valueOf(newer.context) > valueOf(older.context);
  if (rises === (direction === 'up')) return undefined;
  return rises ? 'rise' : 'fall';
}

/** `five percent above its target` */
const GAP = /^(?:above|below|over|under|short)$/u;
const RANKS = new Set(['rank', 'place', 'position']);

/** `from 24.6 mph to 19.3 mph`: the second. */
function to(a: FigurePlace, b: FigurePlace): FigurePlace | undefined {
  if (a.in !== b.in || a.context.sentence !== b.context.sentence) return undefined;
  if (a.context.before === 'from' && b.context.before === 'to') return b;
  return b.context.before === 'from' && a.context.before === 'to' ? a : undefined;
}

/** Of two cells of a row the one under the newer time. */
function newerOf(a: FigurePlace, b: FigurePlace): FigurePlace | undefined {
  const row = rowOf(a.in.document, a.context);
  if (a.in !== b.in || a.context.sentence !== b.context.sentence || !row) return undefined;
  const columns = gridsOf(a.in.document).get(row.table)?.columns;
  const labels = [a, b].map(({ in: { document }, context }) => columns?.[columnOf(document, context)]);
  if (!labels[0] || !labels[1]) return undefined;
  // Who falls four places has a higher number.
  if (labels.some((label) => [...label!.words].some((word) => RANKS.has(word)))) return undefined;
  const newest = newestOf([labels[0], labels[1]]);
  return newest === undefined ? undefined : [a, b][newest];
}

/** `1.8 percent` between 79.6 percent and 81.4 percent. */
function isOfPoints({ figure }: FigureContext, a: FigureContext, b: FigureContext): boolean {
  if (figure.quantity.type !== 'number' || figure.quantity.unit !== '%') return false;
  if (unitOf(a) !== '%' || unitOf(b) !== '%' || isChange(a) || isChange(b)) return false;
  return isExact(figure, rounded(Math.abs(valueOf(a) - valueOf(b))));
}

/** A rise or fall by so many per cent; `lost 24% of its water` tells of a share. */
function isChange({ figure, behind }: FigureContext): boolean {
  return figure.direction !== undefined && behind !== 'of';
}
