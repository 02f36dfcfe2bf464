import { MONTHS } from '../../../extract/figures/calendar.ts';
import type { Block, TableRow } from '../../../text/structuredText.ts';
import type { Span } from '../../../text/offsets.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import { columnOf } from '../derivation/places.ts';
import { termsOf } from '../context/terms.ts';

/** What a row or column is called. */
export interface Label {
  /** The keys of its words, without those of the time it is of. */
  readonly words: ReadonlySet<string>;
  /** Years, halves, quarters and months (`2026`, `h1`, `q3`, `m1`) that it says. */
  readonly times: ReadonlySet<string>;
  /** What was hoped for or reckoned with, not what came: `Estimate`, `Budget`. */
  readonly planned: boolean;
}

/** A row of a table below its header. */
export interface GridRow {
  readonly sentence: number;
  readonly label: Label;
  /** By column, its figure; cells with none or several side by side are left out. */
  readonly cells: ReadonlyMap<number, FigureContext>;
}

/** A table with a header, by what its rows and columns are called. */
export interface Grid {
  readonly rows: readonly GridRow[];
  readonly columns: readonly Label[];
}

const PLANNED =
  /^(?:estimat(?:e[ds]?|ion)|budget(?:ed)?|forecasts?|targets?|plan(?:s|ned)?|expect(?:ed|ation|ations)?|guide|guidance|projected|projections?|scheduled)$/u;
/** Words without a key of their own that tell rows and columns apart. */
const TELLING = new Set(['before', 'after', 'under', 'over', 'up', 'down', 'first', 'second', 'last', 'next', 'own']);
const TOTAL = /^(?:all|total|totals|overall|sum|altogether)$/u;

/** What a text calls something: the label of a row, the header of a column. */
export function labelOf(text: string): Label {
  const words = new Set<string>();
  const times = new Set<string>();
  let planned = false;
  const terms = termsOf(text);
  for (const { word, key } of terms) {
    const month = MONTHS.get(word);
    if (month !== undefined) times.add(`m${month}`);
    else if (/^(?:(?:19|20)\d\d|h[12]|q[1-4])$/u.test(word)) times.add(word);
    else if (key !== '') words.add(key);
    else if (TELLING.has(word) || /\d/u.test(word)) words.add(word);
    else if (TOTAL.test(word) && terms.length < 3) words.add('total');
    planned ||= PLANNED.test(word);
  }
  // A line or group may be called by a letter.
  if (terms.length === 1 && words.size === 0 && times.size === 0) words.add(terms[0]!.word);
  // `2024/25` is the year that ends in the second.
  for (const [, year, next] of text.matchAll(/\b((?:19|20)\d\d)[/–-](\d\d)(?!\d)/gu)) {
    times.delete(year!);
    words.delete(next!);
    times.add(year!.slice(0, 2) + next);
  }
  return { words, times, planned };
}

const GRIDS = new WeakMap<DocumentContext, ReadonlyMap<number, Grid>>();

/** The tables of a document that have a header, by their numbers; worked out once. */
export function gridsOf(document: DocumentContext): ReadonlyMap<number, Grid> {
  const known = GRIDS.get(document);
  if (known) return known;
  const { blocks, text } = document.analysis.document;
  const textOf = ({ start, end }: Span): string => text.slice(start, end);
  const grids = new Map<number, { rows: GridRow[]; columns: readonly Label[] }>();
  for (const block of blocks) {
    if (block.kind === 'table-row' && block.header && !grids.has(block.table))
      grids.set(block.table, { rows: [], columns: block.cells.map((cell) => labelOf(textOf(cell))) });
  }
  if (grids.size > 0) {
    for (const [sentence, figures] of document.figuresOf) {
      const row = blocks[document.sentences[sentence]!.block];
      if (!isRow(row) || row.header) continue;
      grids.get(row.table)?.rows.push({
        sentence,
        label: labelOf(labelCells(row, textOf).map(textOf).join(' ')),
        cells: cellsOf(document, figures),
      });
    }
  }
  GRIDS.set(document, grids);
  return grids;
}

function isRow(block: Block | undefined): block is TableRow {
  return block?.kind === 'table-row';
}

const NUMERIC = /^[^\p{L}]*\d[^\p{L}]*(?:%|\p{L}{1,4}\.?)?$|^[\s–—-]*$/u;

/** The cells at the head of a row that say what it is of: all before its first number. */
export function labelCells({ cells }: TableRow, textOf: (cell: Span) => string): readonly Span[] {
  const at = cells.findIndex((cell, i) => i > 0 && NUMERIC.test(textOf(cell)));
  return at < 0 ? cells.slice(0, 1) : cells.slice(0, at);
}

function cellsOf(document: DocumentContext, figures: readonly FigureContext[]): ReadonlyMap<number, FigureContext> {
  const cells = new Map<number, FigureContext>();
  const { text } = document.analysis.document;
  const several = new Set<number>();
  for (const figure of figures) {
    const column = columnOf(document, figure);
    const first = cells.get(column);
    if (!first) cells.set(column, figure);
    // `7.4 (7.1)`: in brackets stands what it was.
    else if (!/^\s*\($/u.test(text.slice(first.figure.end, figure.figure.start))) several.add(column);
  }
  for (const column of several) cells.delete(column);
  return cells;
}
