import { currencyBefore, isMetres, unitAt } from './amountUnits.ts';
import type { FigureReading } from './reading.ts';
import type { FigureToken } from './tokens.ts';
import type { DurationQuantity, NumberQuantity, ScoreQuantity } from '../mention.ts';
import { DENOMINATORS, isDash, isHyphen, NUMBER_WORDS, readNumeral, type Numeral } from './numerals.ts';
import { MULTIPLES, readFraction, readMultiple } from './shares.ts';
import { readRank } from './ranks.ts';
import { readLongTime, smallerPart } from './longTimes.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, DOLLARS, isDuration, isMoney, moneyFactor } from './units.ts';

interface Amount {
  readonly numeral: Numeral;
  readonly unit?: string;
  readonly next: number;
  readonly ordinal?: true;
}

/** Reads the amount, share, multiple, rank, score or range that starts at `at`. */
export function readFigure(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  return (
    readDigits(tokens, at) ??
    readLongTime(tokens, at) ??
    readFraction(tokens, at) ??
    readMultiple(tokens, at) ??
    readRank(tokens, at) ??
    amounts(tokens, at)
  );
}

const DIGITS: ReadonlyMap<string, number> = new Map([
  ['single', 1],
  ['double', 2],
  ['triple', 3],
]);

/** `the mid-single digits`, `a double-digit gain`: how long the number is. Too vague for a claim, unless sources contradict. */
function readDigits(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const digits = DIGITS.get(tokens[at]!.lower);
  if (digits === undefined) return undefined;
  const behind = at + (isHyphen(tokens[at + 1]) ? 2 : 1);
  if (!/^digits?$/u.test(tokens[behind]?.lower ?? '')) return undefined;
  const part = isHyphen(tokens[at - 1]) && /^(?:low|mid|middle|high|upper)$/u.test(tokens[at - 2]?.lower ?? '');
  const quantity: NumberQuantity = { type: 'number', low: digits, high: digits, step: 1, unit: 'digits' };
  return { quantity, from: part ? at - 2 : at, next: behind + 1, weak: true };
}

/** One amount with the unit before or behind it. */
function amountAt(tokens: readonly FigureToken[], at: number): Amount | undefined {
  const money = currencyBefore(tokens, at);
  const numeral = readNumeral(tokens, money?.next ?? at, money !== undefined);
  if (!numeral) return undefined;
  if (money) {
    // `$7 a day` stays money; `US$7.1 billion dollars` is rare but written.
    const word = CURRENCY_WORDS.get(tokens[numeral.next]?.lower ?? '') === '$' && money.unit.includes('D') ? 1 : 0;
    return { numeral, unit: money.unit, next: numeral.next + word };
  }
  const unit = unitAt(tokens, numeral.next, numeral);
  if (unit) return { numeral: unit.metres ? withoutM(numeral) : numeral, unit: unit.name, next: unit.next };
  if (numeral.ambiguousM && isMetres(tokens, numeral.next))
    return { numeral: withoutM(numeral), unit: 'm', next: numeral.next };
  return { numeral, next: numeral.next };
}

/** `3 hours and 10 minutes`, `two years and a half`: one stretch of time, in its larger unit. */
function withSmallerUnit(tokens: readonly FigureToken[], amount: Amount | undefined): Amount | undefined {
  if (!amount || !isDuration(amount.unit)) return amount;
  const part = smallerPart(tokens, amount.next, amount.unit!);
  if (!part) return amount;
  const value = amount.numeral.value + part.value;
  return { ...amount, numeral: { ...amount.numeral, value, step: part.step }, next: part.next };
}

function withoutM(numeral: Numeral): Numeral {
  return { value: numeral.value / 1e6, step: numeral.step / 1e6, next: numeral.next };
}

/** An amount or a range or score of two. */
function amounts(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const sign = minusBefore(tokens, at);
  const first = withSmallerUnit(tokens, amountAt(tokens, at));
  if (!first) return undefined;
  const from = sign.from;
  const second = secondOf(tokens, at, first);
  if (second) return { ...second, from };
  const quantity = quantityOf(first, first, sign.negative);
  const weak = first.numeral.loose === 'dozen' ? { weak: true as const } : {};
  return { quantity, from, next: first.next, ...weak };
}

/** A minus before the number: `−5`, `minus 12`, `-6.3%`. A hyphen counts only where a space or nothing stands before it. */
function minusBefore(tokens: readonly FigureToken[], at: number): { negative: boolean; from: number } {
  const before = tokens[at - 1];
  if (before?.text === '−' && tokens[at]!.glued) return { negative: true, from: at - 1 };
  if (before && isHyphen(before) && tokens[at]!.glued && !before.glued) return { negative: true, from: at - 1 };
  if (before?.lower === 'minus') return { negative: true, from: at - 1 };
  return { negative: false, from: at };
}

/** The other end of a range (`10-15%`, `between 4,000 and 6,000`, `$3bn-$4bn`) or of a score (`3–1`). */
function secondOf(tokens: readonly FigureToken[], at: number, first: Amount): Omit<FigureReading, 'from'> | undefined {
  const joint = tokens[first.next];
  if (!joint || first.numeral.loose === 'dozen') return undefined;
  const dash = isDash(joint);
  const to = joint.lower === 'to' || joint.lower === 'through';
  const between = joint.lower === 'and' && (tokens[at - 1]?.lower === 'between' || isLeadBetween(tokens, at));
  if (!dash && !to && !between) return undefined;
  if (dash && joint.glued !== (tokens[first.next + 1]?.glued ?? false)) return undefined;
  if (dash && joint.text === '—') return undefined;
  if (dash && !joint.glued && first.numeral.words) return undefined;
  const second = amountAt(tokens, first.next + 1);
  if (!second) return undefined;
  if (isSlipperyJoint(tokens, at, first, second, to, joint.glued)) return undefined;
  const score = dash && joint.glued && scoreOf(tokens, first, second);
  if (score) return { quantity: score, next: second.next };
  if (first.unit !== undefined && second.unit !== undefined && !isSameUnit(first.unit, second.unit)) return undefined;
  if (first.unit === undefined && second.unit === 'year-old' && to && tokens[at - 1]?.lower === 'from')
    return undefined;
  const low = shareMagnitude(first, second);
  if (low.numeral.value > second.numeral.value) return undefined;
  if (to && isChange(tokens, at)) return undefined;
  return { quantity: quantityOf(low, second, false), next: second.next };
}

function isSameUnit(a: string, b: string): boolean {
  return a === b || (isMoney(a) && isMoney(b) && moneyFactor(a, b) === 1);
}

function isLeadBetween(tokens: readonly FigureToken[], at: number): boolean {
  return (
    tokens[at - 2]?.lower === 'between' &&
    /^(?:about|around|some|roughly|the|ages?)$/u.test(tokens[at - 1]?.lower ?? '')
  );
}

/** Digits in names and compounds with two numbers: `24-hour`, `one to one`, `2-1` inside a longer chain, `1-800-555`. */
function isSlipperyJoint(
  tokens: readonly FigureToken[],
  at: number,
  first: Amount,
  second: Amount,
  to: boolean,
  glued: boolean,
): boolean {
  if (glued && isDash(tokens[at - 1]) && tokens[at - 1]!.glued) return true;
  if (glued && isDash(tokens[second.next]) && tokens[second.next]!.glued && tokens[second.next + 1]?.kind === 'number')
    return true;
  if (to && first.numeral.words && second.numeral.words && first.numeral.value === second.numeral.value) return true;
  // `by 27 to 19`, `close to 50`
  return to && first.next - at > 3 && first.unit !== undefined && second.unit === undefined;
}

/** `rises from £142.5m to £149.2m`: a change has two figures; `from 12 to 15 percent` by itself is a range. */
function isChange(tokens: readonly FigureToken[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 8); i--) {
    const word = tokens[i]!.lower;
    if (tokens[i]!.kind === 'symbol' && /[.;:!?]/u.test(word)) return false;
    if (
      /^(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|f(?:a|e)ll|gr[eo]w(?:s|n|ing)?|increas(?:e|es|ed|ing)|decreas(?:e|es|ed|ing)|drop(?:s|ped|ping)?|cut|cuts|up|down|jump(?:s|ed)?|climb(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)?|went|go|goes|rais(?:e|es|ed|ing)|reduc(?:e|es|ed|ing)|lower(?:s|ed)?|declin(?:e|es|ed)|shrank|expand(?:s|ed)?|doubl(?:e|es|ed)|slipped|chang(?:e|es|ed|ing)|moved|improved|upgraded|extended|promoted|relegated|votes?|won|beat|lost)$/u.test(
        word,
      )
    )
      return true;
  }
  return false;
}

/** `10 to 15 million`: the lower end takes the magnitude of the upper. */
function shareMagnitude(first: Amount, second: Amount): Amount {
  if (first.numeral.scaled || !second.numeral.scaled || first.numeral.value >= 1000) return first;
  const factor = Number(
    (second.numeral.step / 10 ** Math.floor(Math.log10(Math.min(second.numeral.step, 1) || 1))).toPrecision(12),
  );
  const magnitude =
    [1e12, 1e9, 1e7, 1e6, 1e5, 1e3].find((value) => second.numeral.value >= value && factor % value < 1e-6 * value) ??
    1;
  return {
    ...first,
    numeral: { ...first.numeral, value: first.numeral.value * magnitude, step: first.numeral.step * magnitude },
  };
}

/** `3–1` is a score; `10–15%` and `2-3 weeks` are ranges. */
function scoreOf(tokens: readonly FigureToken[], first: Amount, second: Amount): ScoreQuantity | undefined {
  if (first.unit || second.unit || first.numeral.scaled || second.numeral.scaled) return undefined;
  if (!Number.isInteger(first.numeral.value) || !Number.isInteger(second.numeral.value)) return undefined;
  const [a, b] = [first.numeral.value, second.numeral.value];
  if (a > 999 || b > 999) return undefined;
  const behind = tokens[second.next];
  const says =
    /^(?:win|victory|defeat|loss|draw|lead|score|scoreline|thrashing|success|vote|votes|down|up|triumph|drubbing|aggregate|ruling|decision|reverse|hammering|in|at|to|against|over|by|and|on|with|after|for|from)$/u;
  if (
    a >= b ||
    !behind ||
    behind.kind === 'symbol' ||
    says.test(behind.lower) ||
    (a < 7 && b < 8 && behind.text !== behind.lower)
  ) {
    return { type: 'score', values: [a, b] };
  }
  return undefined;
}

/** The quantity of an amount, or of a range of two. */
function quantityOf(low: Amount, high: Amount, negative: boolean): NumberQuantity | DurationQuantity {
  const unit = high.unit ?? low.unit;
  const sign = negative ? -1 : 1;
  const step = Math.min(low.numeral.step, high.numeral.step);
  if (unit !== undefined && isDuration(unit)) {
    return { type: 'duration', low: low.numeral.value, high: high.numeral.value, unit, step };
  }
  return {
    type: 'number',
    low: sign * low.numeral.value,
    high: sign * high.numeral.value,
    step,
    ...(unit !== undefined && { unit }),
    ...(low.numeral.words && { words: true as const }),
    ...(unit === 'times' && { form: 'multiple' as const }),
  };
}

/** Words that a figure may begin with, apart from codes of currencies. */
const OPENING: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS,
  ...[...DENOMINATORS.keys()].filter((word) => !word.startsWith('quarter')),
  ...MULTIPLES.keys(),
  ...DIGITS.keys(),
  ...DOLLARS.keys(),
  ...['a', 'an', 'first', 'second'],
]);

/** Could a figure begin with this token? A cheap filter before the grammar is tried. */
export function mayStartFigure({ kind, text, lower }: FigureToken): boolean {
  if (kind === 'number') return true;
  if (kind === 'symbol') return CURRENCY_SIGNS.has(text);
  return OPENING.has(lower) || (text !== lower && CURRENCY_CODES.has(text));
}
