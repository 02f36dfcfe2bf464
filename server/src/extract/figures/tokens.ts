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

const TOKEN =
  /(?<word>\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*)|(?<number>\d+(?:[,.’'\u00a0\u2009\u202f ]\d+){0,5})|(?<vulgar>[½¼¾⅓⅔⅛⅜⅝⅞⅕⅖⅗⅘⅙⅚])|(?<symbol>[^\s\p{M}])/gu;

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
  const pattern = new RegExp(TOKEN);
  const part = text.slice(from, to);
  let end = -1;
  for (let match = pattern.exec(part); match; match = pattern.exec(part)) {
    const glued = match.index === end;
    const first = part.charCodeAt(match.index);
    if (match[2] !== undefined) {
      // 15.8.2021: behind a number and a point, the rest is no decimal.
      const dotted = glued && tokens.at(-1)!.text === '.' && tokens.at(-1)!.glued && tokens.at(-2)?.kind === 'number';
      const number = leadingNumber(dotted ? /^\d+/u.exec(match[0])![0] : match[0]);
      pattern.lastIndex = match.index + number.length;
      end = pattern.lastIndex;
      const shown = part.slice(match.index, end);
      tokens.push({
        kind: 'number',
        start: from + match.index,
        end: from + end,
        text: shown,
        lower: shown,
        glued,
        value: number.value,
        decimals: number.decimals,
        grouped: number.grouped,
      });
      continue;
    }
    end = match.index + match[0].length;
    const vulgar = first > 127 ? VULGAR[match[0]] : undefined;
    tokens.push({
      kind: vulgar !== undefined ? 'number' : match[1] !== undefined ? 'word' : 'symbol',
      start: from + match.index,
      end: from + end,
      text: match[0],
      lower: match[0].toLowerCase().replace('’', "'"),
      glued,
      value: vulgar ?? NaN,
      decimals: vulgar === undefined ? 0 : 2,
      grouped: false,
    });
  }
  return tokens;
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
