import type { DateQuantity, FigureMention, NumberQuantity, Quantity } from '../../../extract/mention.ts';
import { isMoney, moneyFactor, unitKind } from '../../../extract/figures/units.ts';
import { asWeight } from './otherReadings.ts';
import { dateRelation, isRange, isYearUnsaid } from './dateRelation.ts';
import { different, FOUND, INCOMPARABLE, type Amount, type Relation } from './relation.ts';
import { valueRelation } from './rounding.ts';

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
    // The shares fell by $2.60, or by 2.6 percent.
    const isTold = d.low === s.low && d.high === s.high && !Number.isInteger(d.low);
    if (isTold && ((isMoney(d.unit) && s.unit === '%') || (d.unit === '%' && isMoney(s.unit))))
      return different('unit');
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
