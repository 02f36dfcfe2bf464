import type { DateReading } from './dateReading.ts';
import type { FigureToken } from './tokens.ts';
import { unitAt } from './amountUnits.ts';
import { isLapTime, isStopwatch } from './longTimes.ts';
import { smallNumber } from './numerals.ts';

/** A time of day: `6.30 pm`, `7pm`, `10:00`, `one o’clock`, `half past six`, `a.m.` and `p.m.` with points. */
export function readTime(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const reading = clockTime(tokens, at) ?? bareHour(tokens, at);
  const half = reading && partOfDay(tokens, reading.next);
  const minutes = reading?.quantity.minutes;
  // `half past three in the afternoon`; `12.30 at night` and `one in the morning` stay.
  if (!reading || half !== 'late' || minutes === undefined || minutes >= 720) return reading;
  const night = tokens[reading.next]!.lower === 'at' && minutes < 300;
  return night ? reading : { ...reading, quantity: { ...reading.quantity, minutes: minutes + 720 } };
}

/** `in the evening`, `at night`: the half of the day that follows a time. */
function partOfDay(tokens: readonly FigureToken[], at: number): 'early' | 'late' | undefined {
  const [a, b, c] = [tokens[at]?.lower, tokens[at + 1]?.lower, tokens[at + 2]?.lower];
  if (a === 'at' && b === 'night') return 'late';
  if (a !== 'in' || b !== 'the') return undefined;
  return c === 'morning' ? 'early' : c === 'afternoon' || c === 'evening' ? 'late' : undefined;
}

/** `at eight in the evening`: an hour by the word in front and the part of the day behind, not `five in the morning shift`. */
function bareHour(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  const hour = token.kind === 'number' ? token.value : smallNumber(token.lower);
  if (hour === undefined || hour < 1 || hour > 12 || !Number.isInteger(hour)) return undefined;
  if (
    !/^(?:at|by|until|till|from|since|around|about|before|after|to|almost|nearly)$/u.test(tokens[at - 1]?.lower ?? '')
  )
    return undefined;
  const part = tokens[at - 2]?.lower ?? '';
  // `that morning at six`, `this evening at eight`
  if (tokens[at - 1]!.lower === 'at' && /^(?:morning|afternoon|evening|night)$/u.test(part) && isLast(tokens[at + 1]))
    return time(part === 'morning' || hour === 12 ? hour % 12 : hour + 12, 0, at + 1);
  if (partOfDay(tokens, at + 1) === undefined) return undefined;
  const next = at + (tokens[at + 1]!.lower === 'at' ? 3 : 4);
  return isLast(tokens[next]) ? time(hour % 12, 0, at + 1) : undefined;
}

/** Nothing follows that the number could count or measure. */
function isLast(behind: FigureToken | undefined): boolean {
  if (behind?.kind === 'symbol')
    return !/[%:°£$€/]/u.test(behind.text) && !(behind.glued && /[-‑–]/u.test(behind.text));
  return (
    behind?.kind !== 'number' &&
    (behind === undefined ||
      /^(?:and|or|but|on|of|to|until|till|when|that|as|with|for|the|local|it|he|she|they|we|i)$/u.test(behind.lower))
  );
}

function clockTime(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  if (token.kind === 'word') return spokenTime(tokens, at);
  if (token.kind !== 'number' || token.grouped || isStopwatch(tokens, at) || isLapTime(tokens, at)) return undefined;
  let hour = token.value;
  let minute = 0;
  let i = at + 1;
  let clock = false;
  if (token.decimals === 2 && hour < 24) {
    minute = Math.round((hour % 1) * 100);
    hour = Math.floor(hour);
  } else if (token.decimals > 0) {
    return undefined;
  } else if (
    tokens[i]?.text === ':' &&
    tokens[i]!.glued &&
    tokens[i + 1]?.kind === 'number' &&
    tokens[i + 1]!.glued &&
    tokens[i + 1]!.text.length === 2
  ) {
    minute = tokens[i + 1]!.value;
    i += 2;
    clock = true;
    if (tokens[i]?.text === ':' && tokens[i]!.glued && tokens[i + 1]?.kind === 'number' && tokens[i + 1]!.glued) i += 2;
  }
  const half = halfOfDay(tokens, i);
  if (half)
    return time(half.afternoon ? (hour % 12) + 12 : hour % 12 === 0 && hour === 12 ? 0 : hour, minute, half.next);
  if (isOclock(tokens, i)) return time(hour, minute, i + 1);
  if (isPointClock(tokens, at) || isDeparture(tokens, at)) return time(hour, minute, i);
  if (clock && hour < 25 && minute < 60) return time(hour, minute, i);
  // 0900 GMT, 1430 hours
  if (
    token.text.length === 4 &&
    /^(?:GMT|UTC|BST|CET|CEST|EST|EDT|hrs)$/u.test(tokens[i]?.text ?? '') &&
    token.value % 100 < 60 &&
    token.value < 2400
  ) {
    return time(Math.floor(token.value / 100), token.value % 100, i);
  }
  return undefined;
}

function time(hour: number, minute: number, next: number): DateReading {
  return { quantity: { type: 'date', from: 'XXXX', to: 'XXXX', precision: 'time', minutes: hour * 60 + minute }, next };
}

/** `at 23.45`, `until 08.30`: hours and minutes with a point, told by the word in front; `stood at 12.45` is none. */
function isPointClock(tokens: readonly FigureToken[], at: number): boolean {
  const token = tokens[at]!;
  const behind = tokens[at + 1];
  return (
    /^(?:[01]\d|2[0-3])\.[0-5]\d$/u.test(token.text) &&
    /^(?:at|until|till|by|since|from)$/u.test(tokens[at - 1]?.lower ?? '') &&
    !/^(?:stands?|stood|closed?|trad(?:ed|ing)|priced|valued|ended|opened|rate|rates|shares|score|scored|average)$/u.test(
      tokens[at - 2]?.lower ?? '',
    ) &&
    unitAt(tokens, at + 1, { value: token.value, step: 0.01, next: at + 1 }) === undefined &&
    !/^(?:million|billion|bn|m|points?|per)$/u.test(behind?.lower ?? '') &&
    behind?.text !== '%'
  );
}

/** `the 7.15 from Ormsby`, `the 16.40 ferry`: named by its hour. */
function isDeparture(tokens: readonly FigureToken[], at: number): boolean {
  const [behind, place] = [tokens[at + 1], tokens[at + 2]];
  if (!/^(?:[01]?\d|2[0-3])\.[0-5]\d$/u.test(tokens[at]!.text) || tokens[at - 1]?.lower !== 'the') return false;
  if (/^(?:train|service|bus|coach|ferry|boat|express|departure|flight|sailing)$/u.test(behind?.lower ?? ''))
    return true;
  return /^(?:from|to)$/u.test(behind?.lower ?? '') && place?.kind === 'word' && /^\p{Lu}/u.test(place.text);
}

/** `am`, `p.m.`: whether it is the afternoon, and the index behind it. */
function halfOfDay(tokens: readonly FigureToken[], at: number): { afternoon: boolean; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  if (token.lower === 'am' || token.lower === 'pm') return { afternoon: token.lower === 'pm', next: at + 1 };
  if (
    (token.lower === 'a' || token.lower === 'p') &&
    tokens[at + 1]?.text === '.' &&
    tokens[at + 2]?.lower === 'm' &&
    tokens[at + 2]!.glued
  ) {
    const point = tokens[at + 3]?.text === '.' && tokens[at + 3]!.glued;
    return { afternoon: token.lower === 'p', next: at + (point ? 4 : 3) };
  }
  return undefined;
}

function isOclock(tokens: readonly FigureToken[], at: number): boolean {
  return tokens[at]?.lower === "o'clock";
}

function spokenTime(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  const hour = smallNumber(token.lower);
  if (hour !== undefined && hour <= 12) {
    if (isOclock(tokens, at + 1)) return time(hour, 0, at + 2);
    const half = halfOfDay(tokens, at + 1);
    return half && tokens[at + 1]!.lower !== 'am'
      ? time(half.afternoon ? (hour % 12) + 12 : hour, 0, half.next)
      : undefined;
  }
  if (token.lower !== 'half' && token.lower !== 'quarter') return undefined;
  const side = tokens[at + 1]?.lower;
  const named = smallNumber(tokens[at + 2]?.lower ?? '');
  if (named === undefined || named > 12) return undefined;
  if (side === 'past') return time(named, token.lower === 'half' ? 30 : 15, at + 3);
  return side === 'to' && token.lower === 'quarter' ? time(named - 1, 45, at + 3) : undefined;
}
