import type { DateQuantity } from '../../../extract/mention.ts';
import { weekdayOf } from './weekdays.ts';

/**
 * How a date of a draft stands to one of a source: `same` (or coarser than the source's), `finer` than the source's or partly
 * beside it, `different`, or nothing that could be compared.
 */
export type DateRelation = 'same' | 'finer' | 'different' | 'incomparable';

interface Parts {
  readonly year: number | undefined;
  readonly month: number;
  readonly day: number;
}

function partsOf(iso: string): Parts {
  const [year, month, day] = iso.split('-');
  return { year: year === 'XXXX' ? undefined : Number(year), month: Number(month), day: Number(day) };
}

/** Compares intervals where both years are said, else months and days alone. Times and weekdays only with their like. */
export function dateRelation(draft: DateQuantity, source: DateQuantity): DateRelation {
  if (draft.precision === 'time' || source.precision === 'time') {
    if (draft.minutes === undefined || source.minutes === undefined) return 'incomparable';
    // `one o’clock` may be either half of the day; a draft and its source seldom write the same hour of both.
    return draft.minutes % 720 === source.minutes % 720 ? 'same' : 'different';
  }
  if (draft.precision === 'weekday' || source.precision === 'weekday') {
    // A date says more than the weekday that stands alone.
    if (draft.precision !== 'weekday' || draft.weekday === undefined) return 'incomparable';
    const day = source.weekday ?? weekdayOf(source);
    return day === undefined ? 'incomparable' : day === draft.weekday ? 'same' : 'different';
  }
  const d = { from: partsOf(draft.from), to: partsOf(draft.to) };
  const s = { from: partsOf(source.from), to: partsOf(source.to) };
  const position = d.from.year !== undefined && s.from.year !== undefined ? serial : dayOfYear;
  if (position === dayOfYear && (d.from.year !== undefined || s.from.year !== undefined)) {
    // One side says no year: its months and days against the other's, unless that is years by itself.
    const dated = d.from.year !== undefined ? draft : source;
    if (['year', 'decade', 'century'].includes(dated.precision) || spansYears(dated)) return 'incomparable';
  }
  // `1 October until 31 March`, without a year, goes beyond the turn of the year: nothing lies inside it by its numbers.
  if (position === dayOfYear && (s.from.month > s.to.month || d.from.month > d.to.month))
    return sameEnds(draft, source) ? 'same' : 'finer';
  const relation = within(position(s.from), position(s.to), position(d.from), position(d.to));
  // A month without its year proves nothing of a season or quarter with one.
  if (
    relation === 'same' &&
    !['day', 'month'].includes(draft.precision) &&
    draft.precision !== source.precision &&
    isYearUnsaid(draft, source)
  ) {
    return 'finer';
  }
  // A range from one date to another is a statement about both: a day within it is no proof of it.
  if (relation === 'same' && isRange(draft) && !sameEnds(draft, source)) {
    return isRange(source) ? 'different' : 'finer';
  }
  return relation === 'finer' && isRange(draft) && isRange(source) && draft.precision === source.precision
    ? 'different'
    : relation;
}

function spansYears(date: DateQuantity): boolean {
  return date.from.slice(0, 4) !== date.to.slice(0, 4);
}

/** Written with two ends: `6 to 12 April`, `1972–1973`, `April to June`. */
export function isRange(date: DateQuantity): boolean {
  if (date.precision === 'day') return date.from !== date.to;
  if (date.precision === 'month') return date.from.slice(0, 7) !== date.to.slice(0, 7);
  return date.precision === 'year' && spansYears(date);
}

/** Do both ends agree, as far as the draft's way of writing shows? */
function sameEnds(draft: DateQuantity, source: DateQuantity): boolean {
  const shown = draft.precision === 'year' ? 4 : draft.precision === 'month' ? 7 : 10;
  const bare = draft.from.startsWith('XXXX') || source.from.startsWith('XXXX');
  const part = (iso: string): string => iso.slice(bare ? 4 : 0, shown);
  return part(draft.from) === part(source.from) && part(draft.to) === part(source.to);
}

/** Does the draft give a year that the source does not say beside the day and month? */
export function isYearUnsaid(draft: DateQuantity, source: DateQuantity): boolean {
  return (
    /^\d/u.test(draft.from) &&
    source.from.startsWith('XXXX') &&
    draft.precision !== 'time' &&
    draft.precision !== 'weekday'
  );
}

/** Is the source's interval inside the draft's (`same`), the other way round or across (`finer`), or elsewhere? */
function within(sourceFrom: number, sourceTo: number, draftFrom: number, draftTo: number): DateRelation {
  if (sourceFrom >= draftFrom && sourceTo <= draftTo) return 'same';
  if (sourceFrom > draftTo || draftFrom > sourceTo) return 'different';
  return 'finer';
}

/** A number that grows with the calendar; days that no month has keep their order. */
function serial({ year, month, day }: Parts): number {
  return year! * 10000 + dayOfYear({ year, month, day });
}

function dayOfYear({ month, day }: Parts): number {
  return month * 400 + day;
}

/** Which of year, month and day differ between two dates as finely written; undefined if they are not. */
export function differingParts(
  draft: DateQuantity,
  source: DateQuantity,
): readonly ('year' | 'month' | 'day')[] | undefined {
  if (draft.precision !== source.precision || draft.precision === 'time' || draft.precision === 'weekday')
    return undefined;
  const ends: [string, string][] = [[draft.from, source.from]];
  if (draft.precision === 'day' && draft.from !== draft.to && source.from !== source.to)
    ends.push([draft.to, source.to]);
  const differing: ('year' | 'month' | 'day')[] = [];
  for (const [a, b] of ends) {
    const d = partsOf(a);
    const s = partsOf(b);
    if (d.year !== undefined && s.year !== undefined && d.year !== s.year) differing.push('year');
    if (draft.precision !== 'year' && d.month !== s.month) differing.push('month');
    if (draft.precision === 'day' && d.day !== s.day) differing.push('day');
  }
  return differing;
}
