import type { FigureReading } from './reading.ts';
import type { FigureToken } from './tokens.ts';
import { isHyphen, readNumeral } from './numerals.ts';
import { isDuration, unitKind, unitNamed } from './units.ts';

/** A part of a stretch of time that is added to it, in its unit. */
interface SmallerPart {
  readonly value: number;
  readonly step: number;
  readonly next: number;
}

/** Behind a stretch of time in `unit`: `and 10 minutes`, `, 12 seconds`, `and a half`; undefined if nothing goes on. */
export function smallerPart(tokens: readonly FigureToken[], at: number, unit: string): SmallerPart | undefined {
  const joint = tokens[at];
  if (!joint) return undefined;
  const and = joint.lower === 'and';
  const i = and || joint.text === ',' ? at + 1 : at;
  if (and && tokens[i]?.lower === 'a' && tokens[i + 1]?.lower === 'half') return { value: 0.5, step: 0.5, next: i + 2 };
  if (!tokens[i] || tokens[i].kind === 'symbol') return undefined;
  const numeral = readNumeral(tokens, i);
  if (!numeral || numeral.scaled || isHyphen(tokens[numeral.next])) return undefined;
  const name = unitNamed(tokens[numeral.next]?.lower ?? '');
  if (name === undefined || !isDuration(name)) return undefined;
  const ratio = unitKind(unit)!.factor / unitKind(name)!.factor;
  // `four hours, 30 minutes of it`; `two years and 14 months` are two stretches.
  if (ratio < 3.9 || ratio > 70 || numeral.value >= Math.round(ratio)) return undefined;
  if (/^(?:of|later|earlier|ago|old)$/u.test(tokens[numeral.next + 1]?.lower ?? '') && !and) return undefined;
  const further = smallerPart(tokens, numeral.next + 1, name);
  const part = numeral.value + (further?.value ?? 0);
  const whole = roundRatio(ratio);
  return {
    value: part / whole,
    step: (further?.step ?? numeral.step) / whole,
    next: further?.next ?? numeral.next + 1,
  };
}

/** Of months and weeks the usual count: twelve months a year. */
function roundRatio(ratio: number): number {
  return Math.abs(ratio - Math.round(ratio)) < 0.3 ? Math.round(ratio) : ratio;
}

/** A time that somebody needed, on a stopwatch (`6:58:12`), `a year and a half`, and `a month` that lies between two events. */
export function readLongTime(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const token = tokens[at]!;
  if (token.lower === 'a' || token.lower === 'an') {
    const unit = unitNamed(tokens[at + 1]?.lower ?? '');
    if (unit === undefined || !isDuration(unit)) return undefined;
    if (/^(?:week|month)$/u.test(unit) && /^(?:later|after)$/u.test(tokens[at + 2]?.lower ?? ''))
      return { quantity: { type: 'duration', low: 1, high: 1, unit, step: 1 }, from: at, next: at + 2 };
    const half = smallerPart(tokens, at + 2, unit);
    if (!half || tokens[at + 2]?.lower !== 'and') return undefined;
    const value = 1 + half.value;
    return {
      quantity: { type: 'duration', low: value, high: value, unit, step: half.step },
      from: at,
      next: half.next,
    };
  }
  if (isLapTime(tokens, at)) {
    const [minutes, seconds] = [token.value, tokens[at + 2]!.value];
    const value = minutes + seconds / 60;
    return {
      quantity: {
        type: 'duration',
        low: value,
        high: value,
        unit: 'minute',
        step: 10 ** -tokens[at + 2]!.decimals / 60,
      },
      from: at,
      next: at + 3,
    };
  }
  if (!isStopwatch(tokens, at)) return undefined;
  const value = token.value + tokens[at + 2]!.value / 60 + tokens[at + 4]!.value / 3600;
  let next = at + 5;
  if (/^(?:hours|hrs)$/u.test(tokens[next]?.lower ?? '')) next++;
  return { quantity: { type: 'duration', low: value, high: value, unit: 'hour', step: 1 / 3600 }, from: at, next };
}

/** `3:28.71`, `+ 1:12`, `25:03`: minutes and seconds, told from a time of day by their parts, a plus or their size. */
export function isLapTime(tokens: readonly FigureToken[], at: number): boolean {
  const [minutes, colon, seconds, behind] = tokens.slice(at, at + 4);
  return (
    minutes?.kind === 'number' &&
    /^\d{1,2}$/u.test(minutes.text) &&
    colon?.text === ':' &&
    colon.glued &&
    seconds?.kind === 'number' &&
    seconds.glued &&
    (/^[0-5]\d\.\d{1,3}$/u.test(seconds.text) ||
      (/^[0-5]\d$/u.test(seconds.text) &&
        behind?.text !== ':' &&
        (tokens[at - 1]?.text === '+' || minutes.value > 24))) &&
    !(behind?.glued && behind.kind !== 'symbol')
  );
}

/** `6:58:12`, unless `at` or a nought in front say that it is a time of day. */
export function isStopwatch(tokens: readonly FigureToken[], at: number): boolean {
  const [hours, first, minutes, second, seconds] = tokens.slice(at, at + 5);
  return (
    hours?.kind === 'number' &&
    /^[1-9]\d?$/u.test(hours.text) &&
    first?.text === ':' &&
    first.glued &&
    minutes?.kind === 'number' &&
    minutes.glued &&
    /^[0-5]\d$/u.test(minutes.text) &&
    second?.text === ':' &&
    second.glued &&
    seconds?.kind === 'number' &&
    seconds.glued &&
    /^[0-5]\d(?:\.\d+)?$/u.test(seconds.text) &&
    !/^(?:at|until|by|from|since|am|pm)$/u.test(tokens[at - 1]?.lower ?? '') &&
    !/^(?:am|pm|a|p|gmt|utc)$/u.test(tokens[at + 5]?.lower ?? '')
  );
}
