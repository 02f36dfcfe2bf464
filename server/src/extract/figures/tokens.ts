/**
 * A unit of text as the figure grammar reads it. Unlike words for searching, hyphens, currency signs and slashes are tokens
 * of their own, and a number is one token with its separators (`1,081.50`).
 */
export interface FigureToken {
  readonly kind: 'number' | 'word' | 'symbol';
  /** In the clean text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Lower case, straight apostrophes. */
  readonly lower: string;
  /** No space stands before it. */
  readonly glued: boolean;
  /** Of a number: its value and how many decimal places it has. */
  readonly value: number;
  readonly decimals: number;
  /** Of a number: written with a thousands separator, so that it is no year. */
  readonly grouped: boolean;
}

/** Of what is matched, the first group is a word and the second a number; all else is a sign. */
const TOKEN = /(\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|(\d+(?:[,.’'\u00a0\u2009\u202f ]\d+){0,5})|[^\s\p{M}]/gu;

const VULGAR: Readonly<Record<string, number>> = {
  '½': 1 / 2,
  '¼': 1 / 4,
  '¾': 3 / 4,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 1 / 8,
  '⅜': 3 / 8,
  '⅝': 5 / 8,
  '⅞': 7 / 8,
  '⅕': 1 / 5,
  '⅖': 2 / 5,
  '⅗': 3 / 5,
  '⅘': 4 / 5,
  '⅙': 1 / 6,
  '⅚': 5 / 6,
};

/** The tokens of `text` from `from` to `to`, in order. */
export function figureTokens(text: string, from: number, to: number): FigureToken[] {
  const tokens: FigureToken[] = [];
  const part = text.slice(from, to);
  let end = -1;
  for (let at = 0; at < part.length; at = Math.max(at, end)) {
    const unit = part.charCodeAt(at);
    if (unit === SPACE) {
      at++;
      continue;
    }
    const glued = at === end;
    const plain = plainEnd(part, at, unit);
    if (plain > at) {
      end = plain;
      tokens.push(plainToken(isAsciiLetter(unit) ? 'word' : 'symbol', from + at, part.slice(at, plain), glued));
      continue;
    }
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(part);
    if (!match) break;
    at = match.index;
    const isGlued = at === end;
    if (match[2] !== undefined) {
      // 15.8.2021: behind a number and a point, the rest is no decimal.
      const dotted = isGlued && tokens.at(-1)!.text === '.' && tokens.at(-1)!.glued && tokens.at(-2)?.kind === 'number';
      const number = leadingNumber(dotted ? /^\d+/u.exec(match[0])![0] : match[0]);
      end = at + number.length;
      const shown = part.slice(at, end);
      const { value, decimals, grouped } = number;
      const span = { start: from + at, end: from + end };
      tokens.push({ kind: 'number', ...span, text: shown, lower: shown, glued: isGlued, value, decimals, grouped });
      continue;
    }
    end = at + match[0].length;
    const token = plainToken(match[1] !== undefined ? 'word' : 'symbol', from + at, match[0], isGlued);
    const vulgar = VULGAR[match[0]];
    tokens.push(vulgar === undefined ? token : { ...token, kind: 'number', value: vulgar, decimals: 2 });
  }
  return tokens;
}

const SPACE = 32;
const APOSTROPHE = 39;

/**
 * Where a word of ASCII letters ends, behind which stands neither an apostrophe nor a letter of another kind, or a sign of
 * ASCII; `at` itself where there is none. Nearly all tokens are such, and a pattern of Unicode's letters takes several times as long.
 */
function plainEnd(text: string, at: number, unit: number): number {
  if (isAsciiLetter(unit)) {
    let end = at + 1;
    while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end++;
    const next = end < text.length ? text.charCodeAt(end) : SPACE;
    return next < 128 && next !== APOSTROPHE ? end : at;
  }
  const isSign = unit > SPACE && unit < 127 && !(unit >= 48 && unit < 58);
  return isSign && !(text.charCodeAt(at + 1) >= 128) ? at + 1 : at;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function plainToken(kind: 'word' | 'symbol', start: number, text: string, glued: boolean): FigureToken {
  const lower = text.toLowerCase().replace('’', "'");
  return { kind, start, end: start + text.length, text, lower, glued, value: NaN, decimals: 0, grouped: false };
}

/** The tokens of a table row cell by cell, for `January  18` is no day. */
export function byCell(text: string, tokens: readonly FigureToken[]): FigureToken[][] {
  const cells: FigureToken[][] = [];
  let end = 0;
  for (const token of tokens) {
    if (cells.length === 0 || text.slice(end, token.start).includes('  ')) cells.push([]);
    cells.at(-1)!.push(token);
    end = token.end;
  }
  return cells;
}

interface LexedNumber {
  readonly length: number;
  readonly value: number;
  readonly decimals: number;
  readonly grouped: boolean;
}

const GROUPED = [
  /^\d{1,3}(?:,\d{3})+(?!\d)/u,
  /^\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/u, // 1,00,000 as in India
  /^\d{1,3}(?:[\u00a0\u2009\u202f]\d{3})+(?!\d)/u,
  /^\d{1,3}(?: \d{3})+(?!\d)(?! ?[,.]\d)/u,
  /^\d{1,3}(?:[’']\d{3})+(?!\d)/u, // 1'081 as in Switzerland
];

/**
 * The number that a run of digits and separators begins with. Separators are judged by what stands between them: groups of
 * three are thousands, one or two digits behind the last are decimals; `4.000` is four thousand, `4.125` is not.
 */
function leadingNumber(run: string): LexedNumber {
  if (/^\d+$/u.test(run)) return { length: run.length, value: Number(run), decimals: 0, grouped: false };
  for (const pattern of GROUPED) {
    const match = pattern.exec(run);
    if (!match) continue;
    const decimal = /^[.](\d+)(?![.]\d)/u.exec(run.slice(match[0].length));
    const digits = match[0].replace(/\D/gu, '');
    if (!decimal) return { length: match[0].length, value: Number(digits), decimals: 0, grouped: true };
    return {
      length: match[0].length + decimal[0].length,
      value: Number(`${digits}.${decimal[1]!}`),
      decimals: decimal[1]!.length,
      grouped: true,
    };
  }
  const points = /^\d{1,3}(?:\.\d{3}){2,}(?!\d)/u.exec(run) ?? /^[1-9]\d{0,2}\.000(?![\d.])/u.exec(run);
  if (points) {
    return { length: points[0].length, value: Number(points[0].replaceAll('.', '')), decimals: 0, grouped: true };
  }
  // A date or a version with two points is no decimal: each part is a number of its own.
  if (/^\d+\.\d+\.\d/u.test(run)) {
    const part = /^\d+/u.exec(run)![0];
    return { length: part.length, value: Number(part), decimals: 0, grouped: false };
  }
  const decimal = /^(\d+)[.](\d+)/u.exec(run) ?? /^(\d+),(\d{1,2})(?!\d)/u.exec(run);
  if (decimal) {
    return {
      length: decimal[0].length,
      value: Number(`${decimal[1]!}.${decimal[2]!}`),
      decimals: decimal[2]!.length,
      grouped: false,
    };
  }
  const digits = /^\d+/u.exec(run)![0];
  return { length: digits.length, value: Number(digits), decimals: 0, grouped: false };
}
