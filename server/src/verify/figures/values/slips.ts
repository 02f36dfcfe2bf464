import type {
  DateQuantity,
  DurationQuantity,
  FigureMention,
  NumberQuantity,
  Quantity,
} from '../../../extract/mention.ts';
import { unitKind } from '../../../extract/figures/units.ts';
import { differingParts } from './dateRelation.ts';

/**
 * Could the draft's figure be the source's with a slip of the pen: two digits swapped, one digit wrong in a longer number, a
 * nought too many, million for billion, forty for fourteen, one part of a date?
 */
export function isSlipOf(draft: FigureMention, source: FigureMention): boolean {
  const d = draft.quantity;
  const s = source.quantity;
  if (d.type === 'date' && s.type === 'date') return isDateSlip(d, s);
  const [a, b] = [valuesOf(d), valuesOf(s)];
  if (a.length === 0 || b.length === 0) return isYearSlip(d, s);
  // One end of the source's range stands alone in the draft.
  if (a.length === 1 && b.length === 2) return b.some((end) => isDigitSlip(a[0]!, end, 3));
  if (a.length !== b.length) return false;
  // Both ends of a range with a nought too many: `40,000 to 60,000` for `4,000 to 6,000`.
  if (a.length === 2 && d.type === 'number' && a[0]! * b[1]! === a[1]! * b[0]! && isNoughts(a[0]! / b[0]!)) return true;
  const differing = a.flatMap((value, i) => (value === b[i] ? [] : [[value, b[i]!] as const]));
  if (differing.length !== 1) return false;
  const [value, other] = differing[0]!;
  // One end of a range or one side of a score: the rest agrees, so one digit is enough.
  return a.length > 1 ? isDigitSlip(value, other, 1) : isDigitSlip(value, other, 3);
}

/** A hundred times as much, or a tenth. */
function isNoughts(ratio: number): boolean {
  return ratio !== 1 && ratio > 0 && Number.isInteger(Number(Math.log10(ratio).toFixed(9)));
}

/** One digit changed, dropped or added in a number of two digits or more with a unit, too little by itself. */
export function isShortSlip(draft: FigureMention, source: FigureMention): boolean {
  const [d, s] = [draft.quantity, source.quantity];
  if (d.type !== 'number' || s.type !== 'number' || d.unit === undefined || d.unit !== s.unit) return false;
  if (d.low !== d.high || s.low !== s.high || d.form !== undefined || s.form !== undefined) return false;
  return isDigitSlip(d.low, s.low, 2);
}

function valuesOf(quantity: Quantity): readonly number[] {
  if (quantity.type === 'score') return quantity.values;
  if (quantity.type === 'date') return [];
  if (quantity.type === 'duration' && quantity.low === quantity.high && quantity.step < 0.02)
    return [asOnStopwatch(quantity)];
  return quantity.low === quantity.high ? [quantity.low] : [quantity.low, quantity.high];
}

/** The digits of `3:28.71` and `6:58:12`, so that a slip is one of digits. */
function asOnStopwatch({ low, unit }: DurationQuantity): number {
  if (unit !== 'minute' && unit !== 'hour') return low;
  const seconds = Number((low * (unit === 'hour' ? 3600 : 60)).toFixed(3));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return Number((hours * 10_000 + minutes * 100 + (seconds % 60)).toFixed(3));
}

/** Of two ranges of large numbers one end is the same and the other a slip: that is no chance. */
export function isSlipOfEnd(d: Quantity, s: Quantity): boolean {
  if (d.type !== 'number' || s.type !== 'number' || d.unit !== s.unit || d.low === d.high || s.low === s.high)
    return false;
  const [same, other] = d.low === s.low ? [d.low, d.high] : d.high === s.high ? [d.high, d.low] : [0, 0];
  return significant(same).length >= 3 && significant(other).length >= 3;
}

/** `2104` read as a count where the source has the year 2014. */
function isYearSlip(d: Quantity, s: Quantity): boolean {
  if (d.type !== 'number' || s.type !== 'date' || s.precision !== 'year') return false;
  return isDigitSlip(d.low, Number(s.from.slice(0, 4)), 4);
}

function isDateSlip(d: DateQuantity, s: DateQuantity): boolean {
  if (d.precision === 'year' && s.precision === 'year' && d.from.slice(0, 4) === d.to.slice(0, 4)) {
    return isSwap(d.from.slice(0, 4), s.from.slice(0, 4)) || isFarYear(d, s);
  }
  // Of an impossible year only the year is looked at, however fine the dates are.
  if (isFar(Number(d.from.slice(0, 4)))) return isYearPair(d, s);
  if (d.precision === 'month' && (d.from.startsWith('XXXX') || s.from.startsWith('XXXX'))) return false;
  return differingParts(d, s)?.length === 1;
}

/**
 * How much a slip proves: that two days of one month, or two results, differ in one number is often chance. The share of
 * common words that is needed beside it.
 */
export function slipNeeds(draft: FigureMention, source: FigureMention): number {
  const [d, s] = [draft.quantity, source.quantity];
  if (isImpossible(d) || isSlipOfEnd(d, s)) return 0;
  if (d.type === 'score') return 1.5;
  if (d.type === 'number' && s.type === 'number' && isTellingSwap(d, s)) return 0.12;
  if (d.type !== 'date' || s.type !== 'date') return 0.4;
  const parts = differingParts(d, s);
  return parts?.[0] === 'day' ? 1.2 : 0.8;
}

/** Two digits of an amount of three or more that say something changed places: chance seldom does that. */
export function isTellingSwap(d: NumberQuantity, s: NumberQuantity): boolean {
  if (d.unit !== s.unit || significant(d.low).length < 3 || significant(s.low).length < 3) return false;
  return (d.unit !== undefined || d.low >= 1000) && isSwap(String(d.low), String(s.low));
}

/** `54 percent` for 45 percent: two digits of an amount in one unit changed places. */
export function isSwapInUnit(d: Quantity, s: Quantity): boolean {
  if (d.type !== 'number' || s.type !== 'number' || d.unit === undefined || d.unit !== s.unit) return false;
  return isSwap(String(d.low), String(s.low));
}

/** No year, age or day is like that: the figure must be a slip of something. */
function isImpossible(quantity: Quantity): boolean {
  if (quantity.type === 'number') return quantity.unit === 'year-old' && quantity.low > 120;
  if (quantity.type !== 'date' || quantity.precision === 'time' || quantity.precision === 'weekday') return false;
  return isFar(Number(quantity.from.slice(0, 4))) || Number(quantity.from.slice(8)) > 31;
}

/** Nobody writes of such years: forecasts are for round ones. */
function isFar(year: number): boolean {
  return year > 2100 || year < 1000 || (year > 2050 && year % 5 !== 0);
}

/** Is the year of the date one that nobody writes of, and the source's date the one it was meant to be? */
export function isFarSlip(draft: Quantity, source: Quantity): boolean {
  if (draft.type !== 'date' || source.type !== 'date' || draft.precision === 'time' || draft.precision === 'weekday')
    return false;
  return isFar(Number(draft.from.slice(0, 4))) && isYearPair(draft, source);
}

/** A year that nobody writes of (2719) and one digit off. */
function isFarYear(d: DateQuantity, s: DateQuantity): boolean {
  const year = Number(d.from.slice(0, 4));
  return isFar(year) && isYearPair(d, s);
}

/** Two digits of the year swapped, or one wrong. */
function isYearPair(d: DateQuantity, s: DateQuantity): boolean {
  const [year, other] = [d.from.slice(0, 4), s.from.slice(0, 4)];
  return isSwap(year, other) || isDigitSlip(Number(year), Number(other), 4);
}

/** Compares the digits that count, so that a factor of ten is a slip of its own. */
function isDigitSlip(a: number, b: number, shortest: number): boolean {
  if (a === b || a <= 0 || b <= 0) return false;
  const [x, y] = [significant(a), significant(b)];
  if (x === y || isRoundedNought(a, b)) return x !== y || isNought(a / b);
  if (isTeenForTen(a, b)) return true;
  if (String(a).length === String(b).length && isSwap(String(a), String(b))) return true;
  if (Math.min(digitsOf(a), digitsOf(b)) < shortest) return false;
  return isOneDigitOff(String(Number(a.toPrecision(12))), String(Number(b.toPrecision(12))));
}

function significant(value: number): string {
  return value.toPrecision(12).replace(/e.*$/u, '').replace('.', '').replace(/^0+/u, '').replace(/0+$/u, '');
}

/** Digits as written, noughts at the end of a whole number included. */
function digitsOf(value: number): number {
  return Number.isInteger(value) && value < 1e6 ? String(value).length : significant(value).length;
}

/** One nought too many or too few, or million for billion. */
function isNought(ratio: number): boolean {
  const power = Math.abs(Math.log10(ratio));
  return [1, 3, 6].some((noughts) => Math.abs(power - noughts) < 1e-9);
}

/** `70 billion` for 7.1 billion, `4.9 billion` for 4.912 million: noughts too many or too few, and rounded. */
function isRoundedNought(a: number, b: number): boolean {
  const [x, y] = [significant(a), significant(b)];
  if (x.length >= y.length || x.length > 2 || y.length < 2) return false;
  const power = Math.round(Math.log10(a / b));
  return [1, 3, 6].includes(Math.abs(power)) && Math.abs(a / b / 10 ** power - 1) < 0.04;
}

/** fourteen and forty. */
function isTeenForTen(a: number, b: number): boolean {
  const teen = (value: number, ten: number): boolean => value > 12 && value < 20 && ten === (value - 10) * 10;
  return teen(a, b) || teen(b, a);
}

/** Two digits of three or more changed places: chance seldom does that. */
export function isLongSwap(a: FigureMention, b: FigureMention): boolean {
  const [x, y] = [a.text.replace(/\D/gu, ''), b.text.replace(/\D/gu, '')];
  return x.length > 2 && isSwap(x, y);
}

/**
 * A slip that hardly anything else explains, whatever stands about it: two digits changed places, the very number of three digits
 * in another unit of its kind, a day of the same month with a digit too many or too few.
 */
export function isUnmistakable(draft: FigureMention, source: FigureMention): boolean {
  const [d, s] = [draft.quantity, source.quantity];
  if (d.type !== s.type) return false;
  if (isLongSwap(draft, source)) return true;
  if (d.type === 'date' && s.type === 'date') return isDayWithDigit(d, s);
  if (d.type !== 'number' || s.type !== 'number' || d.low !== s.low || d.low !== d.high || s.low !== s.high)
    return false;
  const [a, b] = [unitKind(d.unit), unitKind(s.unit)];
  return d.unit !== s.unit && a !== undefined && a.dimension === b?.dimension && significant(d.low).length >= 3;
}

/** `5 December` and `15 December`. */
function isDayWithDigit(d: DateQuantity, s: DateQuantity): boolean {
  if (d.precision !== 'day' || s.precision !== 'day' || d.from.slice(5, 7) !== s.from.slice(5, 7)) return false;
  const [a, b] = [d, s].map(({ from }) => Number(from.slice(8)));
  return a !== b && a! % 10 === b! % 10 && Math.min(a!, b!) < 10;
}

/** The same digits, two neighbours changed places. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 2) return false;
  const at = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  return at.length === 2 && at[1]! - at[0]! <= 2 && a[at[0]!] === b[at[1]!] && a[at[1]!] === b[at[0]!];
}

/** One digit changed, dropped or added. */
function isOneDigitOff(a: string, b: string): boolean {
  if (a.length === b.length) return [...a].filter((digit, i) => digit !== b[i]).length === 1;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length - short.length !== 1) return false;
  for (let i = 0; i < long.length; i++) if (long.slice(0, i) + long.slice(i + 1) === short) return true;
  return false;
}
