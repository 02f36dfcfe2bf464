import { months, SEASONS, years } from './calendar.ts';
import type { DateReading } from './dateReading.ts';
import type { FigureToken } from './tokens.ts';
import type { DateQuantity } from '../mention.ts';
import { isHyphen, readNumeral, readOrdinal, smallNumber } from './numerals.ts';
import { isYearToken } from './years.ts';

/** A quarter, half, stretch of months, season or fiscal year: `second quarter of 2024`, `spring of 2027`, `FY21`. */
export function readPeriod(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  return quarter(tokens, at) ?? monthsOf(tokens, at) ?? season(tokens, at) ?? fiscalYear(tokens, at);
}

/** A year behind a quarter or season: `of 2024`, `2024`, `, 2024`, `of fiscal 2024`. */
function yearOf(tokens: readonly FigureToken[], at: number): { year: number; next: number } | undefined {
  let i = at;
  if (tokens[i]?.lower === 'of' || tokens[i]?.lower === 'in' || tokens[i]?.text === ',') i++;
  if (tokens[i]?.lower === 'the' && tokens[i + 1]?.lower !== 'year') i++;
  if (tokens[i]?.lower === 'fiscal') i++;
  if (tokens[i]?.lower === 'year') i++;
  if (isYearToken(tokens[i])) return { year: tokens[i]!.value, next: i + 1 };
  const words = i > at && tokens[i]?.kind === 'word' ? readNumeral(tokens, i) : undefined;
  return words && words.value > 1600 && words.value < 2100 ? { year: words.value, next: words.next } : undefined;
}

/** `second quarter of 2024`, `Q2 2024`, `2Q24`, `first half of 2024`, `H1`. */
function quarter(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  const code =
    /^(?:q|h)$/u.test(token.lower) && token.kind === 'word' && token.text !== token.lower ? tokens[at + 1] : undefined;
  if (code?.kind === 'number' && code.glued && code.value >= 1 && code.value <= (token.lower === 'q' ? 4 : 2)) {
    return quarterOf(tokens, token.lower === 'q' ? 'quarter' : 'half', code.value, at + 2);
  }
  if (
    token.kind === 'number' &&
    token.value >= 1 &&
    token.value <= 4 &&
    tokens[at + 1]?.glued &&
    tokens[at + 1]!.text === 'Q'
  ) {
    const year = tokens[at + 2];
    const short = year?.kind === 'number' && year.glued && year.text.length === 2 ? 2000 + year.value : undefined;
    if (short !== undefined) return { quantity: quarterMonths('quarter', token.value, short), next: at + 3 };
    return quarterOf(tokens, 'quarter', token.value, at + 2);
  }
  const ordinal =
    readOrdinal(tokens, at) ??
    (token.lower === 'last' || token.lower === 'final' ? { value: 4, next: at + 1 } : undefined);
  if (!ordinal || ordinal.value > 4) return undefined;
  let i = ordinal.next;
  if (isHyphen(tokens[i]) && tokens[i]!.glued) i++;
  if (tokens[i]?.lower === 'fiscal') i++;
  const kind = tokens[i]?.lower;
  if (kind === 'half') {
    const year = ordinal.value <= 2 && tokens[i + 1]?.lower === 'of' ? yearOf(tokens, i + 1) : undefined;
    return year && { quantity: quarterMonths('half', ordinal.value, year.year), next: year.next };
  }
  if (kind !== 'quarter' || (isHyphen(tokens[i + 1]) && tokens[i + 2]?.lower === 'final')) return undefined;
  const year = yearOf(tokens, i + 1);
  if (!year && !readOrdinal(tokens, at)) return undefined; // the last quarter
  return quarterOf(tokens, 'quarter', ordinal.value, i + 1);
}

function quarterOf(tokens: readonly FigureToken[], part: 'quarter' | 'half', which: number, at: number): DateReading {
  const year = yearOf(tokens, at);
  return { quantity: quarterMonths(part, which, year?.year), next: year?.next ?? at };
}

function quarterMonths(part: 'quarter' | 'half', which: number, year: number | undefined): DateQuantity {
  const length = part === 'quarter' ? 3 : 6;
  return months(year, (which - 1) * length + 1, which * length, 'quarter');
}

/** `first three months of 2026`. */
function monthsOf(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const edge = tokens[at]!.lower;
  if (edge !== 'first' && edge !== 'last' && edge !== 'final') return undefined;
  const count = tokens[at + 1]?.kind === 'number' ? tokens[at + 1]!.value : smallNumber(tokens[at + 1]?.lower ?? '');
  if (count === undefined || count < 2 || count > 11 || tokens[at + 2]?.lower !== 'months') return undefined;
  const year = yearOf(tokens, at + 3);
  if (!year) return undefined;
  const quantity =
    edge === 'first' ? months(year.year, 1, count, 'quarter') : months(year.year, 13 - count, 12, 'quarter');
  return { quantity, next: year.next };
}

/** `spring of 2027`, `Summer 2024`; without a year a season is no figure. */
function season(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const part = SEASONS.get(tokens[at]!.lower);
  if (!part) return undefined;
  const year = yearOf(tokens, at + 1);
  if (!year) return undefined;
  // winter of 1777-78
  const short =
    isHyphen(tokens[year.next]) || tokens[year.next]?.text === '–' || tokens[year.next]?.text === '/'
      ? tokens[year.next + 1]
      : undefined;
  const next = short?.glued && short.kind === 'number' && short.text.length === 2 ? year.next + 2 : year.next;
  return { quantity: months(year.year, part[0], part[1], 'season'), next };
}

/** `FY2021`, `fiscal 2021`, `FY21`. */
function fiscalYear(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  if (tokens[at]!.text !== 'FY') return undefined;
  const number = tokens[at + 1];
  if (number?.kind !== 'number' || number.decimals > 0) return undefined;
  const year =
    number.text.length === 4
      ? number.value
      : number.text.length === 2 && number.glued
        ? 2000 + number.value
        : undefined;
  return year === undefined ? undefined : { quantity: years(year, year, 'year'), next: at + 2 };
}
