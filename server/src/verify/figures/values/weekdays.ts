import type { DateQuantity } from '../../../extract/mention.ts';

export const WEEKDAY_NAMES = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** The weekday of a day whose year is known, 0 is Sunday. */
export function weekdayOf(date: DateQuantity): number | undefined {
  if (date.precision !== 'day' || date.from !== date.to || date.from.startsWith('XXXX')) return undefined;
  return weekdayOn(date.from);
}

function weekdayOn(iso: string): number | undefined {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const there = new Date(Date.UTC(year, month - 1, day));
  return there.getUTCMonth() === month - 1 ? there.getUTCDay() : undefined;
}

/**
 * The weekday of the day that a draft and a source both give, where the draft names another one: as the source names it,
 * else by the calendar of the year that either says or that the source was published in. `published`: ISO day, or its year.
 */
export function rightWeekday(draft: DateQuantity, source: DateQuantity, published?: string): number | undefined {
  const said = draft.weekday;
  if (said === undefined || draft.precision !== 'day' || source.precision !== 'day') return undefined;
  const dated = [draft, source].find(({ from }) => !from.startsWith('XXXX'))?.from ?? nearest(draft.from, published);
  const byCalendar = dated === undefined ? undefined : weekdayOn(dated);
  const right = source.weekday ?? byCalendar;
  // Of two that contradict each other the calendar is right.
  return right === said || byCalendar === said ? undefined : right;
}

/** Does the source's date show that the draft's weekday is right? */
export function isWeekdayConfirmed(draft: DateQuantity, source: DateQuantity): boolean {
  return draft.weekday !== undefined && (source.weekday ?? weekdayOf(source)) === draft.weekday;
}

/** A day without a year as the one that is nearest to a day in a known year. */
function nearest(day: string, published: string | undefined): string | undefined {
  if (published === undefined || !/^\d{4}/u.test(published)) return undefined;
  const year = Number(published.slice(0, 4));
  const month = Number(published.slice(5, 7) || 7);
  const away = Number(day.slice(5, 7)) - month;
  return `${year + (away > 6 ? -1 : away < -6 ? 1 : 0)}${day.slice(4)}`;
}

/** A date of the draft with another weekday, as long or short as it was written. */
export function withWeekday(text: string, weekday: number): string {
  const name = WEEKDAY_NAMES[weekday]!;
  return text.replace(/^\p{L}+/u, (word) => (word.endsWith('day') ? name : name.slice(0, 3)));
}
