import type { FigureMention } from '../../../extract/mention.ts';
import { headLikeness } from './align.ts';
import type { DocumentContext, FigureContext } from './context.ts';
import { relationOf } from '../values/quantities.ts';
import type { Relation } from '../values/relation.ts';
import { isSlipOf, isSlipOfEnd, isSwapInUnit } from '../values/slips.ts';

/** So many of the draft's other figures beside a slip say that the passage is meant, whatever its words. */
export const COMPANY = 0.5;

/** A slip that needs no words of the passage: half of the draft's other figures stand beside it, or it is one end of a range. */
export function isSlipInCompany(claim: FigureMention, source: FigureMention, companions: () => number): boolean {
  if (!isSlipOf(claim, source)) return false;
  return isSlipOfEnd(claim.quantity, source.quantity) || companions() >= COMPANY;
}

/** Is it fairly rounded by the draft's figure, but the very value of another of its sentence? That is what it is of then. */
export function isOfOther(
  relation: Relation,
  claim: FigureContext,
  { figure }: FigureContext,
  others: readonly FigureContext[],
): boolean {
  if (relation.kind !== 'same' || relation.how !== 'rounded') return false;
  const [d, s] = [claim.figure.quantity, figure.quantity];
  if (d.type !== 'number' || s.type !== 'number') return false;
  if (d.unit !== s.unit && d.unit !== undefined) return false;
  if (Math.abs(d.low - s.low) <= 0.1 * Math.abs(s.low)) return false;
  return others.some((other) => {
    const { quantity } = other.figure;
    return quantity.type === 'number' && quantity.unit === s.unit && quantity.low === s.low && quantity.high === s.high;
  });
}

/**
 * The share of the draft's other figures that stand by the source's: those of the sentence in the same one (or, half as much,
 * next to it), those of the sentence before in the neighbourhood.
 */
export function companionsOf(
  others: readonly FigureContext[],
  earlier: readonly FigureContext[],
  document: DocumentContext,
  sentence: number,
): number {
  const gives = (other: FigureContext, at: number): boolean =>
    (document.figuresOf.get(at) ?? []).some((figure) => isPlainlySame(other.figure, figure.figure));
  let own = 0;
  for (const other of others) {
    own += gives(other, sentence) ? 1 : gives(other, sentence - 1) || gives(other, sentence + 1) ? 0.5 : 0;
  }
  let near = 0;
  for (const other of earlier) near += [-3, -2, -1, 0, 1].some((offset) => gives(other, sentence + offset)) ? 1 : 0;
  if (earlier.length === 0) return others.length > 0 ? own / others.length : 0;
  if (others.length === 0) return (0.5 * near) / earlier.length;
  return (0.8 * own) / others.length + (0.2 * near) / earlier.length;
}

/** Is the source's figure what another figure of the draft's sentence says, of the same thing? */
export function explains(other: FigureContext, context: FigureContext, claim: FigureContext): boolean {
  if (!isPlainlySame(other.figure, context.figure)) return false;
  if (other.counts && context.counts && other.head !== context.head && context.head === claim.head) return false;
  return headLikeness(other, context) > 0;
}

/** Is the source's figure the very value that another figure of the draft gives? Two that changed places are told apart by what they count. */
export function tells(other: FigureContext, context: FigureContext, claim: FigureContext): boolean {
  const { quantity } = context.figure;
  if (quantity.type !== 'number' || quantity.low < 13 || !isVerySame(other.figure, context.figure)) return false;
  const isOf = ({ head }: FigureContext): boolean =>
    head !== undefined && (context.head === head || context.heads?.includes(head) === true);
  return !(context.counts && isOf(claim) && !isOf(other));
}

/** Is the source's figure what another figure of the draft's sentence was meant to be, and this one no slip of it? */
export function slipsFrom(other: FigureContext, { figure }: FigureContext, claim: FigureContext): boolean {
  const { quantity } = figure;
  if (quantity.type !== 'number' || !isSlipOf(other.figure, figure)) return false;
  const isSwapOfDecimals = !Number.isInteger(quantity.low) && isSwapInUnit(other.figure.quantity, quantity);
  if (quantity.low < 100 && !isSwapOfDecimals) return false;
  return !isSlipOf(claim.figure, figure) && relationOf(other.figure, figure).kind === 'different';
}

/** Does another figure of the draft's sentence stand directly before the word that the source's figure counts? */
export function owns(other: FigureContext, claim: FigureContext, context: FigureContext): boolean {
  if (!context.counts || !other.counts || other.head !== context.head || claim.head === context.head) return false;
  if (relationOf(other.figure, context.figure).kind === 'incomparable') return false;
  const [a, b] = [other.figure.quantity, context.figure.quantity];
  // `2.1 million people` and a staff of 164 people are two things.
  return a.type !== 'number' || b.type !== 'number' || Math.max(a.low, b.low) <= 1000 * Math.min(a.low, b.low);
}

function isVerySame(a: FigureMention, b: FigureMention): boolean {
  const relation = relationOf(a, b);
  return relation.kind === 'same' && relation.how === 'found' && !relation.loose;
}

function isPlainlySame(a: FigureMention, b: FigureMention): boolean {
  const relation = relationOf(a, b);
  return relation.kind === 'same' && !relation.loose;
}
