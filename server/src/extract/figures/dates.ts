import { interval, MONTHS, precisionOf, WEEKDAYS, weekdayNamed, type DatePoint } from './calendar.ts';
import type { DateReading } from './dateReading.ts';
import type { FigureToken } from './tokens.ts';
import { isDash, isHyphen, readOrdinal } from './numerals.ts';
import { readPeriod } from './periods.ts';
import { readTime } from './times.ts';
import { connector, isBetween, isYearToken, readYears, shortDecade } from './years.ts';

interface PointReading {
  readonly point: DatePoint;
  readonly next: number;
}

/** Reads the date, time, year, quarter, season, decade or weekday that starts at `at`, ranges of them included. */
export function readDate(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  if (token.kind === 'symbol')
    return token.text === "'" || token.text === '’' || token.text === '‘' ? shortDecade(tokens, at) : undefined;
  return (
    readTime(tokens, at) ??
    numeric(tokens, at) ??
    dayRange(tokens, at) ??
    span(tokens, at) ??
    readPeriod(tokens, at) ??
    readYears(tokens, at) ??
    weekday(tokens, at)
  );
}

/** A day of the month: `6`, `6th`, `the 6th`. Numbers that no month has are let through: they may be slips. */
function dayAt(tokens: readonly FigureToken[], at: number): { day: number; next: number } | undefined {
  const from = tokens[at]?.lower === 'the' ? at + 1 : at;
  const ordinal = readOrdinal(tokens, from);
  if (ordinal && ordinal.value > 0 && ordinal.value < 1000) return { day: ordinal.value, next: ordinal.next };
  const token = tokens[from];
  if (from !== at || token?.kind !== 'number' || token.decimals > 0 || token.grouped || token.text.length > 3)
    return undefined;
  return { day: token.value, next: from + 1 };
}

/** A month, its abbreviation's point included. */
function monthAt(
  tokens: readonly FigureToken[],
  at: number,
): { month: number; next: number; short: boolean } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word' || token.text === token.lower) return undefined;
  const month = MONTHS.get(token.lower);
  if (month === undefined) return undefined;
  const short = token.text.length < 5 && !['may', 'june', 'july'].includes(token.lower);
  const point = short && tokens[at + 1]?.text === '.' && tokens[at + 1]!.glued;
  return { month, next: point ? at + 2 : at + 1, short };
}

/** The year behind a day or month, a comma or `of` between them allowed. */
function yearBehind(tokens: readonly FigureToken[], at: number): { year: number; next: number } | undefined {
  let i = at;
  if (tokens[i]?.text === ',' && tokens[i]!.glued) i++;
  else if (tokens[i]?.lower === 'of') i++;
  const token = tokens[i];
  if (token && isYearToken(token) && !tokens[i + 1]?.text.startsWith('%')) {
    const behind = tokens[i + 1];
    // `in May 2000 people`: a number of four digits counts something only where the month is not followed by a comma.
    if (behind?.kind === 'word' && behind.glued && behind.text === behind.lower) return undefined;
    return { year: token.value, next: i + 1 };
  }
  return undefined;
}

/** `15 August 2021`, `Aug. 15, 2021`, `15th of August`, `August 2021`, `June`. */
function pointAt(tokens: readonly FigureToken[], at: number): PointReading | undefined {
  const day = dayAt(tokens, at);
  if (day) {
    let i = day.next;
    if (tokens[i]?.lower === 'of') i++;
    else if (isHyphen(tokens[i]) && tokens[i]!.glued) i++;
    const month = monthAt(tokens, i);
    if (!month) return undefined;
    const hyphen = isHyphen(tokens[month.next]) && isYearToken(tokens[month.next + 1]) ? 1 : 0;
    const year = yearBehind(tokens, month.next + hyphen);
    return year
      ? { point: { year: year.year, month: month.month, day: day.day }, next: year.next }
      : { point: { month: month.month, day: day.day }, next: month.next };
  }
  const month = monthAt(tokens, at);
  if (!month) return undefined;
  const behind = dayAt(tokens, month.next);
  if (behind && isDayOf(tokens, at, month.next, behind.next)) {
    const year = yearBehind(tokens, behind.next);
    return year
      ? { point: { year: year.year, month: month.month, day: behind.day }, next: year.next }
      : { point: { month: month.month, day: behind.day }, next: behind.next };
  }
  const year = yearBehind(tokens, month.next);
  if (year) return { point: { year: year.year, month: month.month }, next: year.next };
  if (month.short && !isStandingMonth(tokens, at)) return undefined;
  return isMonthName(tokens, at) ? { point: { month: month.month }, next: month.next } : undefined;
}

/** Is the number behind a month its day, not the count of something (`In March 50 people`)? */
function isDayOf(tokens: readonly FigureToken[], month: number, day: number, next: number): boolean {
  const number = tokens[day]!;
  const behind = tokens[next];
  if (behind?.glued && (behind.kind === 'word' || behind.text === '%' || behind.text === '°')) return false;
  const before = tokens[month - 1]?.lower;
  if (number.kind === 'number' && number.value > 31)
    return before === 'on' || behind?.text === ',' || !behind || behind.text === '.';
  if (before !== 'in' && before !== 'since') return true;
  // `In May 20 people died`: a lower-case word behind it is what is counted.
  return !(
    behind?.kind === 'word' &&
    behind.text === behind.lower &&
    !/^(?:and|to|at|in|the|when|after|for|with|as|by|that|on)$/u.test(behind.lower)
  );
}

const MONTH_CUES = new Set(
  'in of since by until till from to last next this early late mid before after during through between and every each around for'.split(
    ' ',
  ),
);

/** `Sept` and `Aug.` without day or year: only behind a word that asks for a month. */
function isStandingMonth(tokens: readonly FigureToken[], at: number): boolean {
  return MONTH_CUES.has(tokens[at - 1]?.lower ?? '') && tokens[at]!.text.length >= 3 && tokens[at]!.lower !== 'mar';
}

/** `May`, `March`, `August` and the girls' names are words and names as well. */
function isMonthName(tokens: readonly FigureToken[], at: number): boolean {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const behind = tokens[at + 1];
  if (
    behind &&
    isDash(behind) &&
    behind.glued &&
    tokens[at + 2]?.glued &&
    tokens[at + 2]!.kind === 'word' &&
    !MONTHS.has(tokens[at + 2]!.lower)
  ) {
    return token.lower !== 'may' && token.lower !== 'march';
  }
  const common = !['may', 'march', 'april', 'june', 'august'].includes(token.lower);
  if (before?.kind === 'word' && before.text !== before.lower && !MONTH_CUES.has(before.lower) && !common) return false;
  if (before && MONTH_CUES.has(before.lower)) {
    return !(token.lower === 'march' && ['to', 'from'].includes(before.lower) && behind?.lower === 'on');
  }
  if (common) return true;
  if (before && isDash(before)) return true;
  // `reported on April to June 2024`
  if (behind?.lower === 'to' && MONTHS.has(tokens[at + 2]?.lower ?? '')) return true;
  if (behind?.lower === 'this' || behind?.lower === 'last' || behind?.lower === 'next') return true;
  // A cell, a heading or the second half of a pair: nothing but the month.
  if (!before && (!behind || behind.kind === 'symbol')) return true;
  return (
    token.lower !== 'may' &&
    token.lower !== 'march' &&
    behind?.kind === 'word' &&
    behind.text === behind.lower &&
    before?.text === ','
  );
}

/** `6 to 22 April 2015`, `5 and 6 May`, `April 12–18, 2015`. */
function dayRange(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const first = dayAt(tokens, at);
  if (first && (connector(tokens, first.next, true) || tokens[first.next]?.text === '/')) {
    const behind = behindWeekday(tokens, first.next + 1);
    const last = pointAt(tokens, behind);
    if (
      last?.point.day !== undefined &&
      last.point.month !== undefined &&
      monthAt(tokens, behind) === undefined &&
      // `112/26 - 3 February`
      (first.day < last.point.day || tokens[first.next]?.text !== '-')
    ) {
      return { quantity: interval({ ...last.point, day: first.day }, last.point), next: last.next };
    }
  }
  const month = monthAt(tokens, at);
  const from = month && dayAt(tokens, month.next);
  if (month && from && connector(tokens, from.next, isBetween(tokens, at))) {
    const to = dayAt(tokens, from.next + 1);
    if (to && !monthAt(tokens, to.next) && to.day > from.day && to.day < 32) {
      const year = yearBehind(tokens, to.next);
      const common = { month: month.month, ...(year && { year: year.year }) };
      return {
        quantity: interval({ ...common, day: from.day }, { ...common, day: to.day }),
        next: year?.next ?? to.next,
      };
    }
  }
  return undefined;
}

/** A day or month, or a range from one to another: `1 January to 14 September 2025`, `April–June 2024`. */
function span(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const first = pointAt(tokens, at);
  if (!first) return undefined;
  if (connector(tokens, first.next, isBetween(tokens, at))) {
    const last = pointAt(tokens, behindWeekday(tokens, first.next + 1));
    if (last && precisionOf(last.point) === precisionOf(first.point)) {
      const lastYear = last.point.year;
      const firstYear =
        first.point.year ??
        (lastYear !== undefined && first.point.month! > last.point.month! ? lastYear - 1 : lastYear);
      return {
        quantity: interval({ ...first.point, ...(firstYear !== undefined && { year: firstYear }) }, last.point),
        next: last.next,
      };
    }
  }
  return { quantity: interval(first.point, first.point), next: first.next };
}

/** `Monday 3 to Friday 7 November`: the second end has its weekday too. */
function behindWeekday(tokens: readonly FigureToken[], at: number): number {
  const token = tokens[at];
  return token?.kind === 'word' && token.text !== token.lower && weekdayNamed(token.lower) !== undefined ? at + 1 : at;
}

/** `2026-02-24`, `24/02/2026`, `24.2.2026`. */
function numeric(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const [a, s, b, t, c] = tokens.slice(at, at + 5);
  if (
    a?.kind !== 'number' ||
    b?.kind !== 'number' ||
    c?.kind !== 'number' ||
    !s?.glued ||
    !b.glued ||
    !t?.glued ||
    !c.glued
  )
    return undefined;
  if (s.text !== t.text || !['-', '/', '.'].includes(s.text) || tokens[at - 1]?.text === s.text) return undefined;
  if ([a, b, c].some((token) => token.decimals > 0 || token.grouped)) return undefined;
  let point: DatePoint | undefined;
  if (a.text.length === 4 && b.value <= 12 && c.value <= 31) point = { year: a.value, month: b.value, day: c.value };
  else if (c.text.length === 4 && a.value <= 31 && b.value <= 31 && Math.min(a.value, b.value) <= 12) {
    const dayFirst = b.value <= 12;
    point = { year: c.value, month: dayFirst ? b.value : a.value, day: dayFirst ? a.value : b.value };
  }
  return point && { quantity: interval(point, point), next: at + 5 };
}

/** A weekday with the day it falls on (`Monday, 3 November`, `Fri 6 Feb`), or alone. */
function weekday(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  if (token.kind !== 'word' || token.text === token.lower) return undefined;
  const day = weekdayNamed(token.lower);
  if (day === undefined) return undefined;
  const dated = dateOfWeekday(tokens, at + 1);
  if (dated) {
    const { quantity, next } = dated;
    return { quantity: quantity.from === quantity.to ? { ...quantity, weekday: day } : quantity, next };
  }
  if (!WEEKDAYS.has(token.lower)) return undefined;
  return {
    quantity: { type: 'date', from: 'XXXX', to: 'XXXX', precision: 'weekday', weekday: day },
    next: at + 1,
    weak: true,
  };
}

/** The day, or range of days, behind a weekday: `, 3 November`, `the 6th of May`. */
function dateOfWeekday(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  let i = at;
  if (tokens[i]?.text === '.' && tokens[i]!.glued) i++;
  if (tokens[i]?.text === ',' && tokens[i]!.glued) i++;
  if (!tokens[i] || tokens[i]!.kind === 'symbol') return undefined;
  const date = dayRange(tokens, i) ?? span(tokens, i);
  return date?.quantity.precision === 'day' ? date : undefined;
}
