import type { FigureMatch } from './matches.ts';
import { isPlain, magnitudeOf } from './plausible.ts';
import { isTellingSwap } from './slips.ts';

/** Two values near each other of two documents, of the thing that both count: neither is plainly the wrong one. */
export function mayConflict(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [magnitudeOf(rival.context.figure), magnitudeOf(found.context.figure)];
  if (a === undefined || b === undefined || rival.in === found.in || !isPlain(found)) return false;
  return Math.abs(a - b) <= 0.15 * Math.max(a, b) && found.like.head === 1;
}

/** Does another document give another value for the very same thing? */
export function conflicts(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [rival.context.figure.quantity, found.context.figure.quantity];
  if (
    rival.relation.kind !== 'different' ||
    rival.relation.what !== 'value' ||
    rival.in === found.in ||
    a.type === 'date' ||
    b.type === 'date' ||
    a.type === 'score' ||
    b.type === 'score'
  )
    return false;
  if (a.type === 'number' && b.type === 'number' && isTellingSwap(a, b))
    return isPlain(found) && !rival.owned && rival.like.passage >= 0.15;
  if (Math.abs(a.low - b.low) > 0.25 * Math.max(Math.abs(a.low), Math.abs(b.low))) return false;
  return (
    rival.score > found.score - 3.5 &&
    rival.like.head > 0 &&
    rival.like.near >= Math.max(0.25, 0.4 * found.like.near) &&
    rival.like.nearShare >= found.like.nearShare - 0.12 &&
    rival.like.passage >= Math.max(0.3, found.like.passage - 0.55)
  );
}
