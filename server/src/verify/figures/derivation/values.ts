import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { isMoney, moneyFactor, unitKind } from '../../../extract/figures/units.ts';
import type { FigureContext } from '../context/context.ts';
import { relationOf } from '../values/quantities.ts';
import { withFigure } from '../context/lazyContexts.ts';

/** One step of arithmetic as it is shown, and what goes into it. */
export interface Step {
  readonly sum: string;
  readonly operands: readonly FigureContext[];
}

export type Pair = readonly [FigureContext, FigureContext];

/** Pairs of plain numbers of one unit, in the order of the text; of two ranges their lower and their upper ends. */
export function pairsOf(figures: readonly FigureContext[]): Pair[] {
  const plain = figures.filter(
    ({ figure: { quantity } }) =>
      quantity.type === 'number' && quantity.low === quantity.high && quantity.form === undefined && quantity.low > 0,
  );
  const pairs: Pair[] = [];
  for (const [i, a] of plain.entries()) {
    for (const b of plain.slice(i + 1, i + 6))
      if (isSameUnit(unitOf(a), unitOf(b)) || isFromTo(a, b) || isUnitElided(a, b)) pairs.push([a, b]);
  }
  const [first, second] = figures.filter(
    ({ figure: { quantity } }) => quantity.type === 'number' && quantity.low < quantity.high,
  );
  if (first && second && isSameUnit(unitOf(first), unitOf(second)))
    for (const end of ['low', 'high'] as const) pairs.push([endOf(first, end), endOf(second, end)]);
  return pairs;
}

/** `was to renew 190 kilometres of mains and renewed 104`: what counts nothing takes the unit before it. */
function isUnitElided(a: FigureContext, b: FigureContext): boolean {
  const kind = unitKind(unitOf(a));
  const isBare = unitOf(b) === undefined && b.counts !== true;
  return kind !== undefined && kind.dimension !== 'share' && isBare && a.sentence === b.sentence;
}

/** `$5.2 billion` of `$5.2 billion to $5.3 billion`. */
function endOf(context: FigureContext, end: 'low' | 'high'): FigureContext {
  const quantity = context.figure.quantity as NumberQuantity;
  const value = quantity[end];
  return withFigure(context, { ...context.figure, quantity: { ...quantity, low: value, high: value } });
}

/** `from 4,350 to 6,120 square metres`, `from 118 per 1,000 to 71`: the unit is said once. */
export function isFromTo(a: FigureContext, b: FigureContext): boolean {
  const once = unitOf(a) === undefined || unitOf(b) === undefined;
  return a.before === 'from' && b.before === 'to' && once && a.sentence === b.sentence;
}

/** `2.4 million crowns, 650,000 of it from the council`: the second of two large amounts may leave its unit out. */
export function isSameUnit(a: string | undefined, b: string | undefined): boolean {
  return a === b || (isMoney(a) && b === undefined) || (isMoney(b) && a === undefined);
}

export function valueOf({ figure: { quantity } }: FigureContext): number {
  return (quantity as NumberQuantity).low;
}

export function unitOf({ figure: { quantity } }: FigureContext): string | undefined {
  return (quantity as NumberQuantity).unit;
}

/** Does the draft's figure stand for `value`, its hedge and rounding considered? */
export function standsFor(claim: FigureMention, value: number, unit: string | undefined): boolean {
  const d = claim.quantity as NumberQuantity;
  const quantity: NumberQuantity = {
    type: 'number',
    low: value,
    high: value,
    step: d.step,
    ...(unit !== undefined && { unit }),
  };
  const { hedge, ...rest } = claim;
  const source: FigureMention = { kind: 'figure', start: 0, end: 0, text: '', quantity };
  const relation = relationOf({ ...rest, ...(hedge && { hedge }), direction: undefined }, source);
  if (relation.kind === 'same') return isCloseEnough(claim, value);
  return !hedge && Math.abs(value - d.low) <= d.step / 2;
}

/** What arithmetic gives is known to the digit, so `about 36%` is not 37.5. */
function isCloseEnough({ quantity, hedge }: FigureMention, value: number): boolean {
  const { low, unit } = quantity as NumberQuantity;
  if (unit !== '%' || (hedge !== undefined && hedge.kind !== 'about')) return true;
  return Math.abs(value - low) <= (low % 5 === 0 ? 2 : 0.75);
}

export function isExact(claim: FigureMention, value: number): boolean {
  const { low } = claim.quantity as NumberQuantity;
  return Math.abs(value - low) <= 1e-9 * Math.max(1, Math.abs(low));
}

/** Without what floating point adds. */
export function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

/** How many digits tell. */
export function significant(value: number): number {
  return String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;
}

export function shown(value: number): string {
  return Number(value.toPrecision(4)).toLocaleString('en-US');
}

/** The older of two values, where words tell it: `from A to B`, `B from A`, `B against A`. */
export function olderOf(a: FigureContext, b: FigureContext, text: string): FigureContext | undefined {
  const from = /^(?:from|against|than|versus)$/u;
  if (from.test(a.before)) return a;
  if (from.test(b.before)) return b;
  if (a.before === 'to' && b.before !== 'to') return b;
  if (b.before === 'to' && a.before !== 'to') return a;
  return /\bcompared (?:with|to)\b/u.test(text) ? b : undefined;
}

/** Is the draft's figure of the operands' unit, or does it leave a unit of money out? */
export function isUnitOf(claim: FigureMention, ...operands: readonly FigureContext[]): boolean {
  const { unit, low } = claim.quantity as NumberQuantity;
  return operands.some((operand) => {
    const theirs = unitOf(operand);
    // `140,000 a year` of so many crowns, `1.2 million fewer` of so many tonnes
    if (unit === undefined && low >= 1000 && (isMoney(theirs) || unitKind(theirs)?.dimension === 'mass')) return true;
    if (unit === '°' && theirs?.startsWith('°')) return true;
    return theirs === unit || (isMoney(unit) && isMoney(theirs) && moneyFactor(unit!, theirs!) === 1);
  });
}

/** `eight cents` between two amounts in dollars is told in dollars, `three centimetres` between two heights in metres in these. */
export function inUnitOf(claim: FigureMention, figures: readonly Pick<FigureContext, 'figure'>[]): FigureMention {
  const { quantity } = claim;
  if (quantity.type !== 'number' || quantity.unit === undefined) return claim;
  for (const { figure } of figures) {
    const unit = figure.quantity.type === 'number' ? figure.quantity.unit : undefined;
    if (unit === undefined || unit === quantity.unit) continue;
    const factor = factorBetween(quantity.unit, unit);
    if (factor === undefined || factor === 1) continue;
    const scaled = (value: number): number => Number((value * factor).toPrecision(12));
    return {
      ...claim,
      quantity: {
        ...quantity,
        low: scaled(quantity.low),
        high: scaled(quantity.high),
        step: quantity.step * factor,
        unit,
      },
    };
  }
  return claim;
}

function factorBetween(from: string, to: string): number | undefined {
  if (isMoney(from) && isMoney(to)) return moneyFactor(from, to);
  const [a, b] = [unitKind(from), unitKind(to)];
  return a && b && a.dimension !== 'points' && a.dimension === b.dimension ? a.factor / b.factor : undefined;
}
