import type { FigureToken } from './tokens.ts';

/** A number read from tokens, without sign and unit. */
export interface Numeral {
  readonly value: number;
  /** The smallest difference that its way of writing shows: 0.1 for `7.1`, 1e8 for `7.1 billion`. */
  readonly step: number;
  /** Index behind its last token. */
  readonly next: number;
  readonly words?: true;
  /** Ends with a bare `m` that may be million or metres. */
  readonly ambiguousM?: true;
  /** A lone `one`, `a hundred`-like article or `dozen`: judged by what stands around it. */
  readonly loose?: 'one' | 'dozen' | 'article';
  /** Has a magnitude (`million`), so that it is no year, day or time. */
  readonly scaled?: true;
}

const ONES: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, (i + 2) * 10] as const),
);
const MAGNITUDES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
  ['quadrillion', 1e15],
  ['lakh', 1e5],
  ['lakhs', 1e5],
  ['lac', 1e5],
  ['crore', 1e7],
  ['crores', 1e7],
  ['bn', 1e9],
  ['mn', 1e6],
  ['mln', 1e6],
  ['tn', 1e12],
  ['trn', 1e12],
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
  ['t', 1e12],
]);
/** Abbreviations that are magnitudes only when glued to digits, or behind an amount of money. */
const GLUED_ONLY = new Set(['k', 'm', 'b', 't']);
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...(
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth'
  )
    .split(' ')
    .map((word, i) => [word, i + 1] as const),
  ...'twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth'
    .split(' ')
    .map((word, i) => [word, (i + 2) * 10] as const),
  ['hundredth', 100],
  ['thousandth', 1000],
  ['millionth', 1e6],
]);
/** The lower parts of fractions, with how many make a whole. */
export const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['quarter', 4],
  ['quarters', 4],
  ...[...ORDINALS]
    .filter(([, n]) => n > 2)
    .flatMap(
      ([word, n]) =>
        [
          [word, n],
          [`${word}s`, n],
        ] as [string, number][],
    ),
]);

/** Words that a numeral, an ordinal or a part of one begins with. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set([...ONES.keys(), ...TENS.keys(), 'hundred', 'dozen']);

/** Does a numeral, an ordinal or a part of one begin with this word? */
export function isNumberWord(lower: string): boolean {
  return NUMBER_WORDS.has(lower);
}

/** 1 to 19, the tens, of a single word. */
export function smallNumber(lower: string): number | undefined {
  return ONES.get(lower) ?? TENS.get(lower);
}

/** How many of a part of a fraction make the whole: `thirds` 3. */
export function denominator(lower: string): number | undefined {
  return DENOMINATORS.get(lower);
}

/** Factor of a magnitude as it may stand behind a number (`million`, `bn`), with the index behind it. */
export function magnitudeAt(
  tokens: readonly FigureToken[],
  at: number,
  money: boolean,
): { factor: number; next: number; ambiguousM?: true } | undefined {
  let i = at;
  if (tokens[i]?.lower === '-' && tokens[i]!.glued && tokens[i + 1]?.glued) i++;
  const token = tokens[i];
  if (token?.kind !== 'word') return undefined;
  const factor = MAGNITUDES.get(token.lower);
  if (factor === undefined) return undefined;
  if (GLUED_ONLY.has(token.lower)) {
    if (i !== at || !(token.glued || (money && token.lower === 'm'))) return undefined;
    if (!money && token.text === 'K' && tokens[i + 1]?.glued) return undefined;
    if (token.lower === 'b' && !money && token.text !== 'b') return undefined;
    if (token.lower === 't' && !money) return undefined;
    if (token.lower === 'm' && !money && token.text === 'm') return { factor, next: i + 1, ambiguousM: true };
  }
  return { factor, next: i + 1 };
}

/** Reads a number in digits or words with its magnitude, starting at `at`. `money`: a sign of currency stands before it. */
export function readNumeral(tokens: readonly FigureToken[], at: number, money = false): Numeral | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') return withMagnitude(tokens, digits(tokens, at), money);
  if (token.kind !== 'word') return undefined;
  const half = halfOf(tokens, at);
  if (half) return half;
  const year = wordYear(tokens, at);
  if (year) return year;
  return words(tokens, at);
}

function digits(tokens: readonly FigureToken[], at: number): Numeral {
  const token = tokens[at]!;
  const fraction = tokens[at + 1];
  // 1½, and 2 1/2
  if (token.decimals === 0 && fraction?.kind === 'number' && fraction.glued && fraction.value < 1) {
    return { value: token.value + fraction.value, step: 0.25, next: at + 2 };
  }
  if (
    token.decimals === 0 &&
    tokens[at + 2]?.text === '/' &&
    fraction?.kind === 'number' &&
    !fraction.glued &&
    tokens[at + 2]!.glued
  ) {
    const below = tokens[at + 3];
    if (below?.kind === 'number' && below.glued && below.value > fraction.value && below.value < 20) {
      return { value: token.value + fraction.value / below.value, step: 0.25, next: at + 4 };
    }
  }
  return { value: token.value, step: stepOf(token.decimals), next: at + 1 };
}

function stepOf(decimals: number): number {
  return decimals === 0 ? 1 : Number(`1e-${decimals}`);
}

function withMagnitude(tokens: readonly FigureToken[], numeral: Numeral, money: boolean): Numeral {
  let result = numeral;
  // `2.5 thousand crore`: two at most.
  for (let i = 0; i < 2; i++) {
    const magnitude = magnitudeAt(tokens, result.next, money);
    if (!magnitude) break;
    result = {
      ...result,
      value: tidy(result.value * magnitude.factor),
      step: result.step * magnitude.factor,
      next: magnitude.next,
      scaled: true,
      ...(magnitude.ambiguousM && { ambiguousM: true as const }),
    };
  }
  return result;
}

/** Products such as 7.1 × 1e9 without the dust of binary fractions. */
function tidy(value: number): number {
  return Number(value.toPrecision(15));
}

/** `half a million`, `half a dozen`, `a quarter of a million`. */
function halfOf(tokens: readonly FigureToken[], at: number): Numeral | undefined {
  let i = at;
  let share: number;
  if (tokens[i]!.lower === 'half') {
    share = 0.5;
    i++;
  } else if (tokens[i]!.lower === 'a' && tokens[i + 1]?.lower === 'quarter' && tokens[i + 2]?.lower === 'of') {
    share = 0.25;
    i += 3;
  } else {
    return undefined;
  }
  if (tokens[i]?.lower !== 'a' && tokens[i]?.lower !== '-') return undefined;
  const word = tokens[i + 1]?.lower;
  if (word === 'dozen') return { value: share * 12, step: 1, next: i + 2, words: true };
  const factor = word === 'hundred' ? 100 : MAGNITUDES.get(word ?? '');
  if (factor === undefined || GLUED_ONLY.has(word!)) return undefined;
  return { value: share * factor, step: share * factor, next: i + 2, words: true, scaled: true };
}

/** `nineteen ninety-eight`, `twenty twenty-four`. */
function wordYear(tokens: readonly FigureToken[], at: number): Numeral | undefined {
  const century = { sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20 }[tokens[at]!.lower];
  if (century === undefined || tokens[at + 1]?.kind !== 'word') return undefined;
  const rest = belowHundred(tokens, at + 1);
  if (!rest || rest.value < 10) return undefined;
  return { value: century * 100 + rest.value, step: 1, next: rest.next, words: true };
}

/** A number from one to ninety-nine in words, hyphenated or not. */
function belowHundred(tokens: readonly FigureToken[], at: number): { value: number; next: number } | undefined {
  const word = tokens[at];
  if (word?.kind !== 'word') return undefined;
  const one = ONES.get(word.lower);
  if (one !== undefined) return { value: one, next: at + 1 };
  const ten = TENS.get(word.lower);
  if (ten === undefined) return undefined;
  const behind = isHyphen(tokens[at + 1]) && tokens[at + 2]?.glued ? at + 2 : at + 1;
  const unit = tokens[behind]?.kind === 'word' ? ONES.get(tokens[behind].lower) : undefined;
  if (unit !== undefined && unit > 0 && unit < 10) return { value: ten + unit, next: behind + 1 };
  return { value: ten, next: at + 1 };
}

/** A number in words: `one hundred and twenty`, `two and a half million`, `a thousand`, `two dozen`. */
function words(tokens: readonly FigureToken[], at: number): Numeral | undefined {
  let i = at;
  let total = 0;
  let group: number;
  let step = 1;
  let loose: Numeral['loose'];
  let scaled = false;
  let limit = Infinity;
  const first = tokens[i]!.lower;
  if (first === 'a' || first === 'an') {
    const next = tokens[i + 1]?.lower ?? '';
    if (next === 'dozen') return { value: 12, step: 1, next: i + 2, words: true, loose: 'dozen' };
    if (next !== 'hundred' && !(MAGNITUDES.has(next) && next.length > 2)) return undefined;
    group = 1;
    i++;
    loose = 'article';
  } else {
    const small = belowHundred(tokens, i);
    if (!small) return undefined;
    group = small.value;
    i = small.next;
    if (group === 1) loose = 'one';
  }
  if (tokens[i]?.lower === 'dozen') return { value: group * 12, step: 1, next: i + 1, words: true };
  for (;;) {
    const j = isHyphen(tokens[i]) && tokens[i]!.glued && tokens[i + 1]?.glued ? i + 1 : i;
    const word = tokens[j]?.kind === 'word' ? tokens[j].lower : '';
    if (word === 'and' && tokens[i + 1]?.lower === 'a' && tokens[i + 2]?.lower === 'half') {
      group += 0.5;
      step = 0.5;
      i += 3;
      loose = undefined;
      continue;
    }
    if (word === 'hundred' && group > 0 && group < 100) {
      group *= 100;
      i = j + 1;
      loose = loose === 'one' ? undefined : loose;
      const rest = behindAnd(tokens, i);
      if (rest) {
        group += rest.value;
        i = rest.next;
        loose = undefined;
      }
      continue;
    }
    const factor = word.length > 2 || word === 'bn' ? MAGNITUDES.get(word) : undefined;
    if (factor !== undefined && group > 0 && factor < limit) {
      total += tidy(group * factor);
      if (step !== 1) step *= factor;
      limit = factor;
      group = 0;
      scaled = true;
      i = j + 1;
      loose = loose === 'one' ? undefined : loose;
      const rest = behindAnd(tokens, i) ?? plainRest(tokens, i);
      if (!rest) break;
      group = rest.value;
      i = rest.next;
      continue;
    }
    break;
  }
  if (scaled && group === 0) step = step === 1 ? limit : step;
  return {
    value: total + group,
    step,
    next: i,
    words: true,
    ...(scaled && { scaled: true as const }),
    ...(loose && { loose }),
  };
}

/** `and twenty` behind a hundred or a thousand; also `hundred twenty`. */
function behindAnd(tokens: readonly FigureToken[], at: number): { value: number; next: number } | undefined {
  if (tokens[at]?.lower === 'and') {
    const small = belowHundred(tokens, at + 1);
    return small && small.value > 0 ? small : undefined;
  }
  const small = belowHundred(tokens, at);
  return small && small.value > 0 && tokens[at]?.glued === false ? small : undefined;
}

/** `five hundred` behind a thousand. */
function plainRest(tokens: readonly FigureToken[], at: number): { value: number; next: number } | undefined {
  const small = belowHundred(tokens, at);
  if (!small || small.value === 0) return undefined;
  return small;
}

/** An ordinal in digits (`300th`) or words (`twenty-second`), with the index behind it. */
export function readOrdinal(
  tokens: readonly FigureToken[],
  at: number,
): { value: number; next: number; words?: true } | undefined {
  const token = tokens[at];
  if (!token) return undefined;
  if (token.kind === 'number') {
    const suffix = tokens[at + 1];
    if (token.decimals > 0 || !suffix?.glued || !/^(?:st|nd|rd|th)$/u.test(suffix.lower)) return undefined;
    return { value: token.value, next: at + 2 };
  }
  if (token.kind !== 'word') return undefined;
  const whole = ORDINALS.get(token.lower);
  if (whole !== undefined) return { value: whole, next: at + 1, words: true };
  const ten = TENS.get(token.lower);
  if (ten === undefined || !isHyphen(tokens[at + 1])) return undefined;
  const unit = ORDINALS.get(tokens[at + 2]?.lower ?? '');
  if (unit === undefined || unit > 9) return undefined;
  return { value: ten + unit, next: at + 3, words: true };
}

/** Hyphen in any of its characters. */
export function isHyphen(token: FigureToken | undefined): boolean {
  return token !== undefined && (token.text === '-' || token.text === '‑' || token.text === '‐');
}

/** Hyphen or dash, as between the ends of a range. */
export function isDash(token: FigureToken | undefined): boolean {
  return token !== undefined && (isHyphen(token) || token.text === '–' || token.text === '—' || token.text === '−');
}
