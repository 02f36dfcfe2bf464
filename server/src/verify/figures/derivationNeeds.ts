import type { Derivation } from './derivation.ts';
import type { FigureMention } from '../../extract/mention.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import type { FigureMatch } from './matches.ts';
import { magnitudeOf } from './plausible.ts';
import { relationOf } from './values/quantities.ts';
import { isLongSwap, isShortSlip, isSlipOf, isSwapInUnit } from './values/slips.ts';

/** How likely a step of arithmetic must be where nothing speaks against the figure, and where something does. */
const LIKELY = 0.6;
const PLAIN = 0.45;
export const SURE = 0.8;
/** The score of a rival that says the draft's sentence with another value. */
const PLAINLY_SAID = 8;
const WELL_ALIKE = 0.8;
/** Values further apart than this factor are no slips of one another. */
const OF_ONE_SIZE = 3;
/** Nearly all of the draft's other figures stand beside the rival. */
const ACCOMPANIED = 0.8;
/** The same where two digits have changed places. */
const HALF = 0.4;

/**
 * How likely a step of arithmetic must be to explain a figure. What is reckoned from the very figure that speaks against it,
 * and is no slip of it, needs less than what nothing speaks against.
 */
export function likelihoodNeeded(
  { figuresOf }: DocumentContext,
  { figure, sentence }: FigureContext,
  { operands }: Derivation,
  against: FigureMatch | undefined,
): number {
  if (!against) return LIKELY;
  if (operands.some(({ context }) => context === against.context))
    return isLongSwap(figure, against.context.figure)
      ? Infinity
      : isSlipOf(figure, against.context.figure)
        ? SURE
        : PLAIN;
  const isSwapped = isSwapInUnit(figure.quantity, against.context.figure.quantity);
  if (against.companions >= (isSwapped ? HALF : ACCOMPANIED) && isSlipOf(figure, against.context.figure))
    return Infinity;
  // One digit off in a number of two proves little.
  if (isShortSlip(figure, against.context.figure) && !isSlipOf(figure, against.context.figure)) return PLAIN;
  // Where the very thing is given in the draft's words, only a share of what the draft itself gives explains another value.
  const isShare =
    figure.quantity.type === 'number' && (figure.quantity.unit === '%' || figure.quantity.unit === 'ratio');
  const isTold =
    isShare &&
    operands.some(({ context }) =>
      figuresOf.get(sentence)?.some((other) => relationOf(other.figure, context.figure).kind === 'same'),
    );
  // A share of what the draft itself gives is hardly meant for one of quite another size.
  if (!isNearIn(figure, against.context.figure)) return isTold ? LIKELY : SURE;
  const { near, nearShare } = against.like;
  return against.score >= PLAINLY_SAID && near + nearShare >= WELL_ALIKE && !isTold ? Infinity : SURE;
}

/** Could one be meant for the other? */
function isNearIn(a: FigureMention, b: FigureMention): boolean {
  const [x, y] = [magnitudeOf(a), magnitudeOf(b)];
  if (a.quantity.type !== 'number') return true;
  return x === undefined || y === undefined || Math.max(x, y) <= OF_ONE_SIZE * Math.min(x, y);
}
