import { isMoney, moneyFactor, unitKind } from '../../../extract/figures/units.ts';
import type { DateQuantity, NumberQuantity, Quantity } from '../../../extract/mention.ts';
import { wordingOf, type Wording } from '../context/wording.ts';
import type { OperandPlace } from './operandPlaces.ts';
import { unitOf } from './values.ts';

/** What arithmetic is known. */
export type StepKind =
  | 'difference'
  | 'sum'
  | 'share'
  | 'complement'
  | 'change'
  | 'points'
  | 'multiple'
  | 'part'
  | 'quotient'
  | 'years'
  | 'days'
  | 'clock';

/** One step of arithmetic from one or two figures of the sources. */
export interface Combination {
  readonly step: StepKind;
  readonly operands: readonly [OperandPlace] | readonly [OperandPlace, OperandPlace];
  /** In the claim's unit. */
  readonly value: number;
  /** Of a change: from the first operand to the second it goes up. */
  readonly up?: boolean;
}

/** Everything that one step of arithmetic makes of two figures and that could be of the claim's kind. */
export function* combinations(
  claim: Quantity,
  wording: Wording,
  places: readonly OperandPlace[],
): Generator<Combination> {
  if ((claim.type !== 'number' && claim.type !== 'duration') || claim.low !== claim.high) return;
  const known = places.map((place) => ({ place, quantity: place.context.figure.quantity }));
  for (const [i, { place: a, quantity: x }] of known.entries()) {
    if (claim.type === 'number' && isShare(claim) && isShare(x))
      yield { step: 'complement', operands: [a], value: inShares(100 - percent(x), claim) };
    for (const { place: b, quantity: y } of known.slice(i + 1)) {
      // Of two documents at least one value must be what the draft gives itself.
      if (a.in !== b.in && a.told === Infinity && b.told === Infinity) continue;
      if (claim.type === 'number') yield* numbers(claim, wording, a, b, x, y);
      else yield* durations(claim, a, b, x, y);
    }
  }
}

function* numbers(
  claim: NumberQuantity,
  wording: Wording,
  a: OperandPlace,
  b: OperandPlace,
  x: Quantity,
  y: Quantity,
): Generator<Combination> {
  if (x.type === 'date' && y.type === 'date') {
    if (isYears(claim)) yield* yearsBetween(a, b, x, y, claim.unit === 'year-old');
    return;
  }
  if (isShare(x) && isShare(y)) {
    yield* ofShares(claim, wording, a, b, percent(x), percent(y));
    return;
  }
  const [s, t] = [isShare(x), isShare(y)];
  if (s || t) {
    const [amount, share] = s ? [b, a] : [a, b];
    const whole = amountIn(amount.context.figure.quantity, claim);
    if (whole === undefined || !isPlain(claim)) return;
    const part = percent(share.context.figure.quantity) / 100;
    if (part < 1 && share.context.figure.direction === undefined)
      yield { step: 'part', operands: [amount, share], value: whole * part };
    return;
  }
  if (!isPlain(x) && x.type !== 'duration') return;
  if (!isPlain(y) && y.type !== 'duration') return;
  yield* ofAmounts(claim, wording, a, b, x, y);
}

/** Of two percentages (or fractions). */
function* ofShares(
  claim: NumberQuantity,
  wording: Wording,
  a: OperandPlace,
  b: OperandPlace,
  x: number,
  y: number,
): Generator<Combination> {
  const difference = Math.abs(x - y);
  const isBare = claim.unit === undefined && claim.form === undefined && wording === 'change';
  // Points lie between two percentages, not between one and `a quarter`.
  const arePercent = [a, b].every(({ context: { figure } }) => (figure.quantity as NumberQuantity).unit === '%');
  if (arePercent && (claim.unit === 'pp' || isBare || (claim.unit === '%' && wording === 'change')))
    yield { step: 'points', operands: [a, b], value: difference };
  if (claim.unit === 'bp') yield { step: 'points', operands: [a, b], value: difference * 100 };
  if (isShare(claim) && x + y <= 100) yield { step: 'sum', operands: [a, b], value: inShares(x + y, claim) };
  if (isMultiple(claim)) yield { step: 'multiple', operands: [a, b], value: Math.max(x, y) / Math.min(x, y) };
}

/** Of two counts, sums or measures. */
function* ofAmounts(
  claim: NumberQuantity,
  wording: Wording,
  a: OperandPlace,
  b: OperandPlace,
  x: Quantity,
  y: Quantity,
): Generator<Combination> {
  const [v, w] = [(x as NumberQuantity).low, commonValue(y, x)];
  if (w !== undefined && v > 0 && w > 0 && v !== w && !isMoneyAndCount(a, b)) {
    const ratio = Math.min(v, w) / Math.max(v, w);
    const [small, large] = v < w ? [a, b] : [b, a];
    if (isShare(claim)) {
      if (wording !== 'change') yield { step: 'share', operands: [small, large], value: inShares(100 * ratio, claim) };
      if (wording !== 'change')
        yield { step: 'complement', operands: [small, large], value: inShares(100 * (1 - ratio), claim) };
      yield { step: 'change', operands: [small, large], value: inShares(100 * (1 / ratio - 1), claim), up: true };
      yield { step: 'change', operands: [large, small], value: inShares(100 * (1 - ratio), claim), up: false };
      return;
    }
    if (isMultiple(claim) || wording === 'base')
      yield { step: 'multiple', operands: [small, large], value: claim.low < 1 ? ratio : 1 / ratio };
    const [p, q] = [amountIn(x, claim), amountIn(y, claim)];
    // `37 were elected, five more than before`: 32 is what there was, not how many more.
    const isLevel =
      wording === 'change' && [a, b].some(({ in: { document }, context }) => wordingOf(document, context) === 'change');
    if (isPlain(claim) && p !== undefined && q !== undefined && !isLevel) {
      yield { step: 'difference', operands: [large, small], value: Math.abs(p - q) };
      yield { step: 'sum', operands: [large, small], value: p + q };
    }
  }
  if (!isPlain(claim) || wording === 'change' || wording === 'rest') return;
  for (const [whole, by, n] of [
    [a, b, y],
    [b, a, x],
  ] as const) {
    const amount = amountIn(whole.context.figure.quantity, claim);
    const isCount = n.type === 'duration' || (n.type === 'number' && n.unit === undefined);
    if (amount === undefined || !isCount || n.low < 2 || amount <= n.low) continue;
    yield { step: 'quotient', operands: [whole, by], value: amount / n.low };
  }
}

/** `1,200 crowns` and `63 ships` make no sum. */
function isMoneyAndCount(a: OperandPlace, b: OperandPlace): boolean {
  const [first, second] = [a, b].map(({ context }) => isMoney(unitOf(context)));
  if (first === second) return false;
  const { context } = first ? b : a;
  return unitOf(context) === undefined && context.counts === true;
}

function* durations(
  claim: Extract<Quantity, { type: 'duration' }>,
  a: OperandPlace,
  b: OperandPlace,
  x: Quantity,
  y: Quantity,
): Generator<Combination> {
  const unit = unitKind(claim.unit);
  if (!unit) return;
  if (x.type === 'duration' && y.type === 'duration') {
    const [v, w] = [x, y].map(({ low, unit: own }) => (low * unitKind(own)!.factor) / unit.factor) as [number, number];
    yield { step: 'difference', operands: [a, b], value: Math.abs(v - w) };
    yield { step: 'sum', operands: [a, b], value: v + w };
    return;
  }
  if (x.type !== 'date' || y.type !== 'date') return;
  if (x.minutes !== undefined && y.minutes !== undefined) {
    if (unit.factor > 3600) return;
    const between = Math.abs(x.minutes - y.minutes);
    yield { step: 'clock', operands: [a, b], value: (between * 60) / unit.factor };
    yield { step: 'clock', operands: [a, b], value: ((24 * 60 - between) * 60) / unit.factor };
    return;
  }
  if (claim.unit === 'year' || claim.unit === 'decade') {
    for (const made of yearsBetween(a, b, x, y))
      yield { ...made, value: made.value / (claim.unit === 'decade' ? 10 : 1) };
    return;
  }
  const days = daysBetween(x, y);
  if (days === undefined) return;
  if (claim.unit === 'month') yield { step: 'days', operands: [a, b], value: monthsBetween(x, y) };
  else if (unit.factor >= 86_400) yield { step: 'days', operands: [a, b], value: (days * 86_400) / unit.factor };
}

function* yearsBetween(
  a: OperandPlace,
  b: OperandPlace,
  x: DateQuantity,
  y: DateQuantity,
  isAge = false,
): Generator<Combination> {
  const [from, to] = [Number(x.from.slice(0, 4)), Number(y.from.slice(0, 4))];
  if (!(from > 0) || !(to > 0) || from === to) return;
  const [first, last] = from < to ? [x, y] : [y, x];
  // Who was born on a later day of the year has not had the birthday yet.
  const isExact = isAge && x.precision === 'day' && y.precision === 'day';
  const value = isExact ? wholeYears(first.from, last.from) : Math.abs(from - to);
  yield { step: 'years', operands: [a, b], value };
}

/** Years from one day to another that have passed. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** Days from one day to another; a day without a year is of the other's year. Undefined of what is coarser than days. */
function daysBetween(x: DateQuantity, y: DateQuantity): number | undefined {
  if (x.precision !== 'day' && x.precision !== 'month') return undefined;
  if (y.precision !== x.precision) return undefined;
  const [from, to] = [dayOf(x, y), dayOf(y, x)];
  return from === undefined || to === undefined ? undefined : Math.abs(from - to);
}

function monthsBetween(x: DateQuantity, y: DateQuantity): number {
  const months = ({ from }: DateQuantity, other: DateQuantity): number =>
    Number((from.startsWith('XXXX') ? other.from : from).slice(0, 4)) * 12 + Number(from.slice(5, 7));
  return Math.abs(months(x, y) - months(y, x)) || NaN;
}

function dayOf({ from }: DateQuantity, other: DateQuantity): number | undefined {
  const year = [from, other.from, '2001'].find((iso) => !iso.startsWith('XXXX'))!.slice(0, 4);
  const time = Date.parse(`${year}${from.slice(4)}`);
  return Number.isNaN(time) ? undefined : time / 86_400_000;
}

/** An amount in the claim's unit; one of money may leave the unit to the context. Undefined if it can't be said in it. */
function amountIn(source: Quantity, { unit }: NumberQuantity): number | undefined {
  if (!isPlain(source)) return undefined;
  const theirs = source.unit;
  if (theirs === unit || (unit === undefined && isMoney(theirs)) || (theirs === undefined && isMoney(unit)))
    return source.low;
  return converted(source.low, theirs, unit);
}

/** The value of `y` in the unit of `x`. */
function commonValue(y: Quantity, x: Quantity): number | undefined {
  if (y.type === 'duration' && x.type === 'duration') return converted(y.low, y.unit, x.unit);
  if (!isPlain(x) || !isPlain(y)) return undefined;
  if (isMoney(x.unit) && y.unit === undefined) return y.low;
  if (isMoney(y.unit) && x.unit === undefined) return y.low;
  return x.unit === y.unit ? y.low : converted(y.low, y.unit, x.unit);
}

function converted(value: number, from: string | undefined, to: string | undefined): number | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (isMoney(from) && isMoney(to)) {
    const factor = moneyFactor(from, to);
    return factor === undefined ? undefined : value * factor;
  }
  const [a, b] = [unitKind(from), unitKind(to)];
  return a && b && a.dimension === b.dimension ? (value * a.factor) / b.factor : undefined;
}

/** A count, a sum or a measure: no share, rank, age, range or multiple. */
function isPlain(quantity: Quantity): quantity is NumberQuantity & { readonly form?: 'cardinal' } {
  if (quantity.type !== 'number' || quantity.low !== quantity.high || quantity.low <= 0) return false;
  if (quantity.form !== undefined && quantity.form !== 'cardinal') return false;
  return !/^(?:%|ratio|rank|year-old|pp|bp|times)$/u.test(quantity.unit ?? '');
}

function isShare(quantity: Quantity): quantity is NumberQuantity & { readonly unit: string } {
  return quantity.type === 'number' && quantity.low === quantity.high && /^(?:%|ratio)$/u.test(quantity.unit ?? '');
}

function isMultiple({ form, unit }: NumberQuantity): boolean {
  return form === 'multiple' || unit === 'times';
}

/** `aged 64`, `64-year-old`, `the 20th anniversary` */
function isYears({ unit, form, low }: NumberQuantity): boolean {
  return Number.isInteger(low) && low <= 120 && (unit === 'year-old' || unit === undefined) && form !== 'fraction';
}

function percent(share: Quantity): number {
  const { low, unit } = share as NumberQuantity;
  return unit === 'ratio' ? low * 100 : low;
}

/** A percentage in the claim's own way of saying shares. */
function inShares(value: number, { unit }: NumberQuantity): number {
  return unit === 'ratio' ? value / 100 : value;
}
