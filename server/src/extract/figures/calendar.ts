import type { DateQuantity } from '../mention.ts';

/** Full names and abbreviations of the months, lower case without point. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  'january february march april may june july august september october november december'
    .split(' ')
    .flatMap((name, i) => [[name, i + 1] as const, [name.slice(0, 3), i + 1] as const])
    .concat([['sept', 9]]),
);

/** Full names and usual abbreviations of the weekdays, 0 is Sunday. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  'sunday monday tuesday wednesday thursday friday saturday'.split(' ').map((name, i) => [name, i] as const),
);

/** Their abbreviations, read only directly before a day. */
const SHORT_WEEKDAYS = 'sun mon tue tues wed weds thu thur thurs fri sat'.split(' ');

/** Number of a weekday in full or short, 0 is Sunday. */
export function weekdayNamed(word: string): number | undefined {
  const full = WEEKDAYS.get(word);
  if (full !== undefined || !SHORT_WEEKDAYS.includes(word)) return full;
  return [...WEEKDAYS].find(([name]) => name.startsWith(word.slice(0, 3)))?.[1];
}

/** All words that name a weekday, in full or short. */
export const WEEKDAY_NAMES: readonly string[] = [...WEEKDAYS.keys(), ...SHORT_WEEKDAYS];

export const SEASONS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['spring', [3, 5]],
  ['summer', [6, 8]],
  ['autumn', [9, 11]],
  ['fall', [9, 11]],
  ['winter', [12, 2]],
]);

/** A point of the calendar as read, with the parts that were said. Days past a month's end are kept: they may be slips. */
export interface DatePoint {
  readonly year?: number;
  readonly month?: number;
  readonly day?: number;
}

/** How fine a point of the calendar is. */
export function precisionOf(point: DatePoint): 'day' | 'month' | 'year' {
  return point.day !== undefined ? 'day' : point.month !== undefined ? 'month' : 'year';
}

/** The interval from the start of one point to the end of another (or the same). */
export function interval(from: DatePoint, to: DatePoint, precision?: DateQuantity['precision']): DateQuantity {
  return {
    type: 'date',
    from: isoDay(from, 'first'),
    to: isoDay(to, 'last'),
    precision: precision ?? precisionOf(from),
  };
}

/** A stretch of whole months of a year that may be unsaid. */
export function months(
  year: number | undefined,
  first: number,
  last: number,
  precision: DateQuantity['precision'],
): DateQuantity {
  const endYear = last < first && year !== undefined ? year + 1 : year;
  return {
    type: 'date',
    from: isoDay({ month: first, ...(year !== undefined && { year }) }, 'first'),
    to: isoDay({ month: last, ...(endYear !== undefined && { year: endYear }) }, 'last'),
    precision,
  };
}

/** Whole years, as decades and centuries are. */
export function years(first: number, last: number, precision: DateQuantity['precision']): DateQuantity {
  return interval({ year: first }, { year: last }, precision);
}

function isoDay(point: DatePoint, edge: 'first' | 'last'): string {
  const year = point.year === undefined ? 'XXXX' : String(point.year).padStart(4, '0');
  const month = point.month ?? (edge === 'first' ? 1 : 12);
  const day = point.day ?? (edge === 'first' ? 1 : lastDay(point.year, month));
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function lastDay(year: number | undefined, month: number): number {
  if (month === 2) return year === undefined || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Full year of two digits behind a dash or slash: `2025/26`, `1999–01`. */
export function fullYear(short: number, after: number): number {
  const century = Math.floor(after / 100) * 100;
  return century + short >= after ? century + short : century + 100 + short;
}
