import { MONTHS } from '../../../extract/figures/calendar.ts';
import type { DateQuantity } from '../../../extract/mention.ts';
import { ordinalSuffix } from './numberWords.ts';
import { weekdayOf, WEEKDAY_NAMES, withWeekday } from '../values/weekdays.ts';

const MONTH_NAMES = [...MONTHS]
  .filter(([name, number]) => name.length > 3 || number === 5)
  .filter(([name]) => name !== 'sept');

/** A date in the order, length of names and precision of the draft's. */
export function dateInStyle(draft: string, d: DateQuantity, s: DateQuantity): string | undefined {
  if (d.precision === 'weekday' && s.precision === 'weekday') {
    const name = WEEKDAY_NAMES[s.weekday ?? 0]!;
    return draft.length <= 4 ? name.slice(0, 3) : name;
  }
  if (d.precision === 'time' && s.precision === 'time') return clockInStyle(draft, s.minutes!);
  if (d.precision === 'time' || s.precision === 'time') return undefined;
  const single = d.precision !== 'day' || d.from === d.to;
  const [year, month, day] = (single ? nearerEnd(d, s) : s.from).split('-');
  const [yearTo, monthTo, dayTo] = s.to.split('-');
  if (
    d.precision === 'quarter' ||
    d.precision === 'season' ||
    d.precision === 'decade' ||
    d.precision === 'century' ||
    (!single && s.precision !== 'day')
  ) {
    return d.precision === 'season' && s.precision === 'season' ? seasonInStyle(draft, s, year!) : undefined;
  }
  // A year that no source means, and dates not equally fine: the year alone is repaired.
  if (d.precision !== s.precision && /^(?:2[1-9]|[03-9])/u.test(d.from) && year !== 'XXXX')
    return draft.replace(/\d{4}/u, year!);
  const needsDay = d.precision === 'day';
  if (needsDay && s.precision !== 'day') return undefined;
  if (d.precision !== 'year' && ['year', 'decade', 'quarter', 'season'].includes(s.precision)) return undefined;
  const weekday = d.weekday === undefined ? undefined : (s.weekday ?? weekdayOf(s));
  const dated = weekday === undefined ? draft : withWeekday(draft, weekday);
  let seenMonth = 0;
  let seenDay = 0;
  let seenYear = 0;
  return dated.replace(/\d{4}|\d{1,3}(?:st|nd|rd|th)?|[\p{L}]+\.?/gu, (token) => {
    if (/^\d{4}$/u.test(token)) {
      const value = seenYear++ > 0 ? yearTo! : year!;
      return value === 'XXXX' ? token : value;
    }
    if (/^\d/u.test(token)) {
      const value = Number(seenDay++ > 0 ? dayTo : day);
      if (d.precision === 'year') return token;
      return /\D/u.test(token) ? ordinalSuffix(value) : String(value);
    }
    const plain = token.replace('.', '').toLowerCase();
    if (!MONTHS.has(plain)) return token;
    const name = monthName(Number(seenMonth++ > 0 ? monthTo : month));
    if (plain.length > 4 || MONTHS.get(plain) === undefined || plain === name.toLowerCase()) return name;
    const full = MONTH_NAMES.some(([known]) => known === plain) && plain !== 'may';
    if (full) return name;
    return plain === 'may' ? name : `${name.slice(0, 3)}${token.endsWith('.') ? '.' : ''}`;
  });
}

/** The end of a source's range of days that a single date of the draft lies nearer to. */
function nearerEnd(d: DateQuantity, s: DateQuantity): string {
  const day = (iso: string): number => Date.parse(iso.replace('XXXX', '2000'));
  const far = (iso: string): number =>
    Math.abs(day(iso) - day(s.from.startsWith('XXXX') ? d.from.replace(/^\d{4}/u, 'XXXX') : d.from));
  return d.precision === 'day' && s.precision === 'day' && far(s.to) < far(s.from) ? s.to : s.from;
}

/** A time of day on the draft's clock: `16:51`, `4.51 pm`, `4pm`; undefined for one in words. */
function clockInStyle(draft: string, minutes: number): string | undefined {
  const parts = /^(\d{1,2})(?:([:.])(\d{2}))?(\s*)([ap])?(\.?m\.?)?/iu.exec(draft);
  if (!parts || (!parts[2] && !parts[5])) return undefined;
  const [, hours, sign, , space, half, m] = parts;
  const [hour, minute] = [Math.floor(minutes / 60) % 24, String(minutes % 60).padStart(2, '0')];
  const shown = half ? String(hour % 12 === 0 ? 12 : hour % 12) : String(hour).padStart(hours!.length, '0');
  const rest = sign !== undefined || minutes % 60 > 0 ? `${sign ?? (draft.includes(':') ? ':' : '.')}${minute}` : '';
  const letter = hour < 12 ? 'a' : 'p';
  const tail = half ? `${space}${half === half.toUpperCase() ? letter.toUpperCase() : letter}${m ?? ''}` : '';
  return shown + rest + tail;
}

function seasonInStyle(draft: string, s: DateQuantity, year: string): string | undefined {
  const season = { '03': 'spring', '06': 'summer', '09': 'autumn', '12': 'winter' }[s.from.slice(5, 7)];
  if (!season) return undefined;
  return draft
    .replace(/\d{4}/u, year)
    .replace(/^[\p{L}]+/u, (word) => (word.toLowerCase() === 'fall' && season === 'autumn' ? word : season));
}

/** `4 February 2026` of an ISO day. */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
  return `${day} ${monthName(month!)} ${year}`;
}

function monthName(month: number): string {
  const name = MONTH_NAMES.find(([, number]) => number === month)?.[0] ?? '';
  return name.charAt(0).toUpperCase() + name.slice(1);
}
