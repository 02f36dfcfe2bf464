import type { DateQuantity, FigureMention, Hedge, HedgeKind, NumberQuantity, Quantity } from '../../extract/mention.ts';
import { isMoney, moneyFactor, unitKind } from '../../extract/figures/units.ts';
import { asWeight } from './otherReadings.ts';
import { dateRelation, isRange, isYearUnsaid } from './dateRelation.ts';

/** How a figure of a draft stands to one of a source, by value alone. */
export type Relation =
  | { readonly kind: 'incomparable' }
  /** The draft's value is the source's, or a fair rounding of it. `loose`: of units that only may be the same thing. */
  | {
      readonly kind: 'same';
      readonly how: 'found' | 'rounded';
      readonly loose?: true;
      /** Day and month agree, and the source leaves the year to its context. */
      readonly yearUnsaid?: true;
    }
  /** Neither agrees nor contradicts: the draft says more than the source (a day of its month). */
  | { readonly kind: 'finer' }
  | {
      readonly kind: 'different';
      readonly what: Difference;
      readonly loose?: true;
      /** Where the weekday of a date is wrong: the right one, 0 is Sunday. */
      readonly weekday?: number;
      /** Where that is wrong which it is said for: the draft's words behind it, ` a month`, and the right ones. */
      readonly base?: { readonly mine: string; readonly theirs: string };
    };

/** In what two figures of the same thing differ. */
export type Difference = 'value' | 'currency' | 'unit' | 'hedge' | 'direction' | 'weekday';

const INCOMPARABLE: Relation = { kind: 'incomparable' };
const FOUND = { kind: 'same', how: 'found' } as const satisfies Relation;
const ROUNDED = { kind: 'same', how: 'rounded' } as const satisfies Relation;

function different(what: Difference, loose = false): Relation {
  return loose ? { kind: 'different', what, loose: true } : { kind: 'different', what };
}

/** Compares values with unit, hedge, rounding, direction and coarseness. Symmetric only where nothing is hedged or rounded. */
export function relationOf(draft: FigureMention, source: FigureMention): Relation {
  const d = draft.quantity;
  const s = source.quantity;
  if (d.type === 'date' && s.type === 'date') {
    if (isEndOfYears(d, s)) return { ...FOUND, loose: true };
    const relation = dateRelation(d, s);
    if (relation === 'same') return isYearUnsaid(d, s) ? { ...FOUND, yearUnsaid: true } : FOUND;
    if (relation === 'different') return different('value');
    return relation === 'finer' ? { kind: 'finer' } : INCOMPARABLE;
  }
  if (d.type === 'score' || s.type === 'score') return scoreRelation(d, s);
  if (d.type === 'date' || s.type === 'date') return yearRelation(draft, source);
  if (d.type === 'duration' || s.type === 'duration') return durationRelation(draft, source);
  return numberRelation(draft, source, d, s);
}

/** `(1871–1958)`: a year that is one end of the source's years. */
function isEndOfYears(d: DateQuantity, s: DateQuantity): boolean {
  if (d.precision !== 'year' || s.precision !== 'year' || isRange(d) || !isRange(s)) return false;
  const year = d.from.slice(0, 4);
  return year === s.from.slice(0, 4) || year === s.to.slice(0, 4);
}

function scoreRelation(d: Quantity, s: Quantity): Relation {
  if (d.type === 'score' && s.type === 'score') {
    const straight = d.values.length === s.values.length && d.values.every((value, i) => value === s.values[i]);
    const turned = d.values.length === s.values.length && d.values.every((value, i) => value === s.values.at(-1 - i));
    return straight || turned ? FOUND : different('value');
  }
  const [score, other] = d.type === 'score' ? [d, s] : s.type === 'score' ? [s, d] : [undefined, d];
  if (!score || other.type !== 'number' || other.unit !== undefined) return INCOMPARABLE;
  if (other.low !== other.high) {
    const same = score.values[0] === other.low && score.values[1] === other.high;
    return same ? { ...FOUND, loose: true } : different('value', true);
  }
  return score.values.includes(other.low) && d.type !== 'score' ? { ...FOUND, loose: true } : INCOMPARABLE;
}

/** A number of four digits that one side took for a year and the other for a count. */
function yearRelation(draft: FigureMention, source: FigureMention): Relation {
  const [date, other] =
    draft.quantity.type === 'date' ? [draft.quantity, source.quantity] : [source.quantity, draft.quantity];
  if (date.type !== 'date' || other.type !== 'number' || other.unit !== undefined || other.low !== other.high)
    return INCOMPARABLE;
  if (date.precision === 'year') {
    const same = Number(date.from.slice(0, 4)) === other.low;
    if (same) return { kind: 'same', how: 'found', loose: true };
    // A year with a slip (`2200`, `4011`) may look like a count in the draft.
    const slipped = draft.quantity.type === 'number' && /^\d{4}$/u.test(draft.text) && !draft.hedge;
    return slipped ? different('value', true) : INCOMPARABLE;
  }
  return INCOMPARABLE;
}

interface Amount {
  readonly low: number;
  readonly high: number;
  readonly step: number;
}

function durationRelation(draft: FigureMention, source: FigureMention): Relation {
  const d = draft.quantity;
  const s = source.quantity;
  if (d.type === 'duration' && s.type === 'duration') {
    if (d.unit === s.unit) return valueRelation(draft, source, d, s, 1, false);
    const factor = (unitKind(s.unit)?.factor ?? 1) / (unitKind(d.unit)?.factor ?? 1);
    const relation = valueRelation(draft, source, d, scaled(s, factor), 0.021, false);
    return relation.kind === 'different' ? different(d.low === s.low ? 'unit' : 'value') : relation;
  }
  const [years, age] = d.type === 'duration' ? [d, s] : [s, d];
  if (years.type !== 'duration' || age.type !== 'number') return INCOMPARABLE;
  if (age.unit === 'year-old' && years.unit === 'year')
    return loosely(valueRelation(draft, source, d as Amount, s as Amount, 0, false));
  if (age.unit === undefined && years.low === age.low && years.high === age.high)
    return { kind: 'same', how: 'found', loose: true };
  return INCOMPARABLE;
}

function loosely(relation: Relation): Relation {
  if (relation.kind === 'same' || relation.kind === 'different') return { ...relation, loose: true };
  return relation;
}

function scaled(amount: Amount, factor: number): Amount {
  return { low: amount.low * factor, high: amount.high * factor, step: amount.step * factor };
}

function numberRelation(draft: FigureMention, source: FigureMention, d: Quantity, s: Quantity): Relation {
  if (d.type !== 'number' || s.type !== 'number') return INCOMPARABLE;
  if (d.form === 'ordinal' || s.form === 'ordinal') return ordinalRelation(d, s);
  const [weighed, weight] = [asWeight(d, s), asWeight(s, d)];
  if (weighed !== d || weight !== s) return numberRelation(draft, source, weighed, weight);
  if (d.unit === s.unit) {
    const direction = opposite(draft, source, d, s);
    const relation = valueRelation(draft, source, unsigned(d, s), unsigned(s, d), 0, d.unit === 'ratio');
    return direction && relation.kind === 'same' ? different('direction') : relation;
  }
  if (isMoney(d.unit) && isMoney(s.unit)) {
    const factor = moneyFactor(s.unit!, d.unit!);
    if (factor !== undefined) return valueRelation(draft, source, d, scaled(s, factor), 0, false);
    const ends = d.low === d.high && (d.low === s.low || d.low === s.high);
    return (d.low === s.low && d.high === s.high) || ends ? different('currency') : different('value', true);
  }
  // A fall from 80% to 70% is one by 10 points, or by 12.5%.
  if (isPoints(d, s)) return d.low === s.low && d.high === s.high ? different('unit') : INCOMPARABLE;
  const base = ratioOfBases(d, s);
  if (base !== undefined) {
    const relation = valueRelation(draft, source, d, scaled(s, base), 0.021, false);
    return relation.kind === 'different' && d.low === s.low ? different('unit') : relation;
  }
  const share = asShare(d, s);
  if (share) {
    const relation = valueRelation(draft, source, share.d, share.s, 0, true);
    return opposite(draft, source, d, s) && relation.kind === 'same' ? different('direction') : relation;
  }
  const [dk, sk] = [unitKind(d.unit), unitKind(s.unit)];
  if (dk && sk && dk.dimension === sk.dimension) {
    const relation = valueRelation(draft, source, d, scaled(s, sk.factor / dk.factor), 0.021, false);
    return relation.kind === 'different' && d.low === s.low ? different('unit') : relation;
  }
  if ((d.unit === '°' && temperature(s.unit)) || (s.unit === '°' && temperature(d.unit))) {
    const relation = valueRelation(draft, source, d, s, 0, false);
    return relation.kind === 'same' ? loosely(relation) : relation;
  }
  if (temperature(d.unit) && temperature(s.unit)) {
    const celsius = s.unit === '°F' ? (value: number) => ((value - 32) * 5) / 9 : (value: number) => value * 1.8 + 32;
    return valueRelation(draft, source, d, { low: celsius(s.low), high: celsius(s.high), step: 1 }, 0.03, false);
  }
  return unlikeUnits(draft, source, d, s);
}

/** Percent of one, percentage points of the other. */
function isPoints(d: NumberQuantity, s: NumberQuantity): boolean {
  return (d.unit === 'pp' && s.unit === '%') || (d.unit === '%' && s.unit === 'pp');
}

/** `3.1 per 1,000` and `310 per 100,000`: by how much the second is to be multiplied to be like the first. */
function ratioOfBases(d: NumberQuantity, s: NumberQuantity): number | undefined {
  const [mine, theirs] = [d, s].map(({ unit }) => /^per (\d+)$/u.exec(unit ?? '')?.[1]);
  return mine !== undefined && theirs !== undefined ? Number(mine) / Number(theirs) : undefined;
}

/** `43` for `43-year-old`, `31.4` for `31.4 per 100,000`, `18.7 million` for `€18.7 million`: one side leaves its unit out. */
function unlikeUnits(draft: FigureMention, source: FigureMention, d: NumberQuantity, s: NumberQuantity): Relation {
  if (d.unit !== undefined && s.unit !== undefined) {
    return d.low === s.low && d.high === s.high && d.step < 1 && (d.unit.startsWith('per') || s.unit.startsWith('per'))
      ? { kind: 'same', how: 'found', loose: true }
      : INCOMPARABLE;
  }
  const unit = d.unit ?? s.unit!;
  if (unit === 'year-old') return loosely(valueRelation(draft, source, d, s, 0, false));
  const telling = isMoney(unit) || unit.startsWith('per') || unit === '%' || unitKind(unit) !== undefined;
  if (!telling) return INCOMPARABLE;
  const relation = valueRelation(draft, source, d, s, 0, false);
  return relation.kind === 'same' ? { ...relation, loose: true } : INCOMPARABLE;
}

function temperature(unit: string | undefined): boolean {
  return unit === '°C' || unit === '°F';
}

function ordinalRelation(d: NumberQuantity, s: NumberQuantity): Relation {
  if (d.unit === s.unit) return d.low === s.low ? FOUND : different('value');
  const [bare, ordinal] = d.form === 'ordinal' ? [s, d] : [d, s];
  // `phase 3` and `three failures` have nothing in common.
  if (bare.form !== 'ordinal' && ordinal.unit?.startsWith('label ')) return INCOMPARABLE;
  if (bare.unit === undefined || (d.form === 'ordinal' && s.form === 'ordinal')) {
    return d.low === s.low && d.high === s.high ? { kind: 'same', how: 'found', loose: true } : INCOMPARABLE;
  }
  return INCOMPARABLE;
}

/** A share as per cent and as a fraction, both in per cent. */
function asShare(d: NumberQuantity, s: NumberQuantity): { d: Amount; s: Amount } | undefined {
  if (d.unit === 'ratio' && s.unit === '%') return { d: scaled(d, 100), s };
  if (d.unit === '%' && s.unit === 'ratio') return { d, s: scaled(s, 100) };
  return undefined;
}

/** Without the sign, where only one of the two writes a fall as a minus. */
function unsigned(a: NumberQuantity, b: NumberQuantity): Amount {
  if (a.low < 0 && b.low > 0) return { low: -a.high, high: -a.low, step: a.step };
  return a;
}

/** Is one said to be a rise and the other a fall? A minus is a fall. */
function opposite(draft: FigureMention, source: FigureMention, d: NumberQuantity, s: NumberQuantity): boolean {
  const a = d.low < 0 ? 'down' : draft.direction;
  const b = s.low < 0 ? 'down' : source.direction;
  return a !== undefined && b !== undefined && a !== b;
}

/**
 * Compares values of one unit. `slack` is a relative tolerance for converted units (1 means none either: exact). `share`:
 * fractions in words are coarse.
 */
function valueRelation(
  draft: FigureMention,
  source: FigureMention,
  d: Amount,
  s: Amount,
  slack: number,
  share: boolean,
): Relation {
  const tolerance = slack > 0 && slack < 1 ? slack : 1e-9;
  if (slack === 0 && isNextTo(draft, source, d, s)) return FOUND;
  // A measure of two digits or more that was converted may be a whole number: `10 kg` for 23 lb.
  const half = tolerance === slack && draft.quantity.type === 'number' && Math.abs(d.low) >= 10 ? d.step / 2 : 0;
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) <= Math.max(half, tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-12));
  if (near(d.low, s.low) && near(d.high, s.high)) {
    if (opposedHedges(draft.hedge?.kind, source.hedge?.kind)) return different('hedge');
    return slack > 0 && slack < 1 ? ROUNDED : strictHedge(draft, source) ? different('hedge') : FOUND;
  }
  if (d.low === d.high && s.low !== s.high) return againstRange(draft, d.low, s);
  if (d.low !== d.high) {
    // A single value within the draft's range neither proves nor refutes it.
    return s.low === s.high && s.low >= d.low && s.low <= d.high ? { kind: 'finer' } : different('value');
  }
  return byHedge(draft.hedge, d, s.low, share, draft.quantity, source.hedge?.kind);
}

/** `18 or younger` is under 19, and `at least 11` more than ten. */
function isNextTo(draft: FigureMention, source: FigureMention, d: Amount, s: Amount): boolean {
  const [a, b] = [draft.hedge?.kind, source.hedge?.kind];
  if (d.low !== d.high || s.low !== s.high || d.step !== 1 || s.step !== 1) return false;
  const less = a === 'less-than' || b === 'less-than';
  const [inside, outside] = a === 'less-than' || a === 'more-than' ? [s.low, d.low] : [d.low, s.low];
  if (less) return (a === 'at-most' || b === 'at-most') && outside - inside === 1;
  return (a === 'more-than' || b === 'more-than') && (a === 'at-least' || b === 'at-least') && inside - outside === 1;
}

/** `fewer than 20` against an exact 20. */
function strictHedge(draft: FigureMention, source: FigureMention): boolean {
  return (
    (draft.hedge?.kind === 'less-than' || draft.hedge?.kind === 'more-than') &&
    // `over five stages`: along them, as likely as not.
    draft.hedge.text.toLowerCase() !== 'over' &&
    source.hedge === undefined &&
    isSmall(draft.quantity)
  );
}

/** Counts so small that more than N and N are two things. */
function isSmall(quantity: Quantity): boolean {
  return quantity.type === 'number' && quantity.unit === undefined && quantity.low < 13;
}

function opposedHedges(a: HedgeKind | undefined, b: HedgeKind | undefined): boolean {
  const up = (kind: HedgeKind | undefined): boolean => kind === 'more-than' || kind === 'at-least';
  const down = (kind: HedgeKind | undefined): boolean =>
    kind === 'less-than' || kind === 'at-most' || kind === 'nearly';
  return (up(a) && down(b)) || (down(a) && up(b));
}

function againstRange(draft: FigureMention, value: number, s: Amount): Relation {
  const kind = draft.hedge?.kind;
  if (value === s.low || value === s.high) {
    const wrongEnd =
      (value === s.high && (kind === 'more-than' || kind === 'at-least')) ||
      (value === s.low && (kind === 'less-than' || kind === 'at-most'));
    return wrongEnd ? different('hedge') : { kind: 'same', how: 'rounded', loose: true };
  }
  return kind === 'about' && value > s.low && value < s.high ? ROUNDED : different('value');
}

/** The step of the last digit that is not a nought: 100 for 1,100; but never finer than what was written. */
export function coarseStep(value: number, step: number): number {
  if (step < 1 || value === 0 || !Number.isInteger(value)) return step;
  let coarse = Math.max(1, step);
  while (value % (coarse * 10) === 0 && coarse < value) coarse *= 10;
  return coarse;
}

/**
 * Is a value rounder than the one it is to stand for? `more than 350` may be 380 and `about 1,100` 1,081; `more than 57` for
 * 60 and `about 871` for 870 are nobody's rounding.
 */
function isRounder(value: number, source: number): boolean {
  const [mine, theirs] = [significantDigits(value), significantDigits(source)];
  return mine.length < theirs.length || (mine.length === theirs.length && mine.length > 1 && mine.endsWith('5'));
}

function significantDigits(value: number): string {
  return Math.abs(value)
    .toPrecision(9)
    .replace(/e.*$/u, '')
    .replace('.', '')
    .replace(/^0+|0+$/gu, '');
}

function isFraction(quantity: Quantity): boolean {
  return quantity.type === 'number' && quantity.form === 'fraction';
}

/** `nearly ten` for nine. */
function isNextBelow(d: Amount, source: number, share: boolean): boolean {
  return !share && d.step === 1 && d.low <= 20 && d.low - source <= 1;
}

/** `just over`, `little more than`: not by much. */
function isBarely(hedge: Hedge | undefined): boolean {
  return hedge !== undefined && /^(?:only |a )?(?:just|little|slightly|barely|hardly|scarcely)\b/iu.test(hedge.text);
}

function byHedge(
  hedge: Hedge | undefined,
  d: Amount,
  source: number,
  share: boolean,
  quantity: Quantity,
  sourceKind: HedgeKind | undefined,
): Relation {
  const kind = hedge?.kind;
  const value = d.low;
  const coarse = coarseStep(Math.abs(value), d.step);
  const off = source - value;
  const size = Math.max(Math.abs(value), 1e-12);
  const written = d.step !== 1 || share;
  // A third has no last digit.
  const rounder = isFraction(quantity) || isRounder(value, source);
  switch (kind) {
    case undefined: {
      if (share) return Math.abs(off) <= (value > 1 ? 1.7 : 0.017) ? ROUNDED : different('value');
      if (written && Math.abs(off) <= d.step / 2 + 1e-9 * size) return ROUNDED;
      // Round thousands are fair, a round 60 for 61 is not.
      if (!written && coarse >= 100 && size >= 1000 && Math.abs(off) <= coarse / 2 && Math.abs(off) / size <= 0.03)
        return ROUNDED;
      return different('value');
    }
    case 'about':
      if (!share && !isRounder(value, source)) return different('value');
      return Math.abs(off) / size <= 0.055 ||
        (Math.abs(off) <= coarse / 2 && Math.abs(off) / size <= 0.1) ||
        (share && Math.abs(off) <= (value > 1 ? 3 : 0.03))
        ? ROUNDED
        : different('value');
    case 'nearly':
      if (off < 0 && !share && !isRounder(value, source)) return different('value');
      if (off < 0 && share && -off <= (value > 1 ? 3 : 0.03)) return ROUNDED;
      if (off < 0 && (-off / size <= 0.055 || -off <= d.step / 2 || isNextBelow(d, source, share))) return ROUNDED;
      return different(off > 0 && off / size < 0.1 ? 'hedge' : 'value');
    case 'more-than':
    case 'at-least':
      if (off > 0 && !rounder) return different('value');
      if (off > 0 && isBarely(hedge))
        return off / size <= (share ? 0.12 : 0.06) || off <= d.step / 2 ? ROUNDED : different('value');
      if (off > 0 && (off / size <= 0.3 || off < coarse || (share && off <= (value > 1 ? 12 : 0.12)))) return ROUNDED;
      return different(off < 0 && -off / size < 0.1 && sourceKind === undefined ? 'hedge' : 'value');
    case 'less-than':
    case 'at-most':
      if (off < 0 && !rounder) return different('value');
      if (off < 0 && (-off / size <= 0.3 || (-off < coarse && -off / size <= 0.6))) return ROUNDED;
      return different(off > 0 && off / size < 0.1 && quantity.type !== 'date' ? 'hedge' : 'value');
    default:
      return different('value');
  }
}
