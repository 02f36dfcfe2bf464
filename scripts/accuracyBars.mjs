/** Columns that the scoring program prints. */
const FOUND = { refuted: 'found (refuted)', any: 'found (any warning)' };
const FALSE = { refuted: 'false alarms per 1,000 words (refuted)', any: 'false per 1,000 words (any)' };
const PRECISION = 'precision (refuted)';

const SPELLING = ['double', 'drop', 'transpose', 'undouble', 'vowel'].map((op) => `controlled-name/name-${op}`);
const QUOTE_ERRORS = ['antonym', 'drop', 'figure', 'insert', 'negation', 'replace'].map(
  (op) => `controlled-quote/quote-${op}`,
);
const RIGHT = ['controlled-equivalent', 'controlled-quote/quote-verbatim'];
const NATURAL = ['bump', 'summedits-ectsum', 'summedits-news', 'ragtruth-summary', 'fib-fir', 'wice'];
const PRECISE = ['bump', 'summedits-ectsum', 'summedits-news', 'ragtruth-summary'];

/**
 * What is aimed at: a column over rows of sets, weighted by their drafts, and the value it should reach with the sources
 * of each draft and with all articles as sources. `'≤'` is a ceiling; without an aim the value is only reported.
 */
export const BARS = [
  { measure: 'altered quotations, refuted', sets: QUOTE_ERRORS, column: FOUND.refuted, aims: [0.95, 0.93] },
  {
    measure: 'misattributed quotations, refuted',
    sets: ['controlled-quote/quote-misattribution'],
    column: FOUND.refuted,
    aims: [0.7, 0.65],
  },
  { measure: 'misspelt names, refuted', sets: SPELLING, column: FOUND.refuted, aims: [0.95, 0.9] },
  {
    measure: 'wrong first name, refuted',
    sets: ['controlled-name/name-wrongfirst'],
    column: FOUND.refuted,
    aims: [0.85, 0.75],
  },
  { measure: 'wrong figures, any warning', sets: ['controlled-figure'], column: FOUND.any, aims: [0.95, 0.85] },
  { measure: 'wrong figures, refuted', sets: ['controlled-figure'], column: FOUND.refuted, aims: [0.8, 0.7] },
  {
    measure: 'right in other words: false, refuted',
    sets: RIGHT,
    column: FALSE.refuted,
    ceiling: true,
    aims: [0.5, 1],
  },
  { measure: 'right in other words: false, any', sets: RIGHT, column: FALSE.any, ceiling: true, aims: [2, 3] },
  ...NATURAL.map((set) => ({
    measure: `${set}: found, any warning`,
    sets: [set],
    column: FOUND.any,
    aims: [0.8, undefined],
  })),
  ...NATURAL.map((set) => ({
    measure: `${set}: false, any warning`,
    sets: [set],
    column: FALSE.any,
    ceiling: true,
    aims: [6, 8],
  })),
  ...PRECISE.map((set) => ({
    measure: `${set}: precision of refuted`,
    sets: [set],
    column: PRECISION,
    aims: [0.85, 0.8],
  })),
  ...['country', 'otherdoc', 'swapdoc'].map((op) => ({
    measure: `another right name (${op}), refuted`,
    sets: [`controlled-name/name-${op}`],
    column: FOUND.refuted,
    aims: [undefined, undefined],
  })),
];

/**
 * One row a measure: its name, then aim and value for each scope; a value that misses its aim is bold.
 * @param {typeof BARS} bars
 * @param {{source: {rows: object[]}, corpus: {rows: object[]}}} real
 */
export function barRows(bars, real) {
  return bars.map(({ measure, sets, column, ceiling = false, aims }) => [
    measure,
    ...[real.source, real.corpus].flatMap(({ rows }, i) => {
      const value = mean(
        rows.filter(({ set }) => sets.includes(set)),
        column,
      );
      const aim = aims[i];
      const shownAim = aim === undefined ? '' : `${ceiling ? '≤' : '≥'} ${aim}`;
      if (value === undefined) return [shownAim, '-'];
      const missed = aim !== undefined && (ceiling ? value > aim : value < aim);
      const shown = value.toFixed(ceiling ? 2 : 3);
      return [shownAim, missed ? `**${shown}**` : shown];
    }),
  ]);
}

/** The mean of a column, weighted by the drafts of each row; undefined where no row has a value. */
function mean(rows, column) {
  const valued = rows.filter((row) => row[column] !== '-');
  const drafts = valued.reduce((sum, row) => sum + row.drafts, 0);
  if (drafts === 0) return undefined;
  return valued.reduce((sum, row) => sum + Number(row[column]) * row.drafts, 0) / drafts;
}
