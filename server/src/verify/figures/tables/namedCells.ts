import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { FigureMention } from '../../../extract/mention.ts';
import { relationOf } from '../values/quantities.ts';
import { columnOf, rowOf } from '../derivation/places.ts';
import { isSameSet, newestOf } from './otherTimes.ts';
import { gridsOf, labelCells, labelOf, type Grid, type GridRow, type Label } from './grids.ts';

/** How much of what both are called a row or column must have in common with the draft's, and how far ahead of the next. */
const ALIKE = 0.5;
const AHEAD = 1.25;

/** What a cell of the draft's table is called; undefined of running text. */
export interface CellName {
  readonly row: Label;
  readonly column: Label;
}

export function cellName(draft: DocumentContext, claim: FigureContext): CellName | undefined {
  const row = rowOf(draft, claim);
  if (!row || row.header) return undefined;
  const column = gridsOf(draft).get(row.table)?.columns[columnOf(draft, claim)];
  if (!column) return undefined;
  const { text } = draft.analysis.document;
  const cells = labelCells(row, ({ start, end }) => text.slice(start, end));
  return { row: labelOf(cells.map(({ start, end }) => text.slice(start, end)).join(' ')), column };
}

/**
 * The cells of a source's tables that are called like the draft's cell with this figure, by row and by column, or turned round,
 * of those whose values can be compared with it.
 */
export function cellsNamed(name: CellName, figure: FigureMention, document: DocumentContext): FigureContext[] {
  const found: FigureContext[] = [];
  for (const grid of gridsOf(document).values()) {
    const cell = cellAt(grid, name.row, name.column, figure) ?? cellAt(grid, name.column, name.row, figure);
    if (cell) found.push(cell);
  }
  return found;
}

/** The share of the numbers of a draft's table that a source's tables have: the edition that it was drawn from has most. */
export function sharedNumbers(draft: DocumentContext, claim: FigureContext, document: DocumentContext): number {
  const table = rowOf(draft, claim)?.table;
  const numbers = draft.figures.filter((other) => rowOf(draft, other)?.table === table);
  const theirs = numbersOf(document);
  return numbers.filter((other) => theirs.has(valueOf(other))).length / numbers.length;
}

const NUMBERS = new WeakMap<DocumentContext, ReadonlySet<string>>();

/** The numbers in the tables of a document. */
function numbersOf(document: DocumentContext): ReadonlySet<string> {
  let numbers = NUMBERS.get(document);
  if (!numbers) {
    const rows = [...gridsOf(document).values()].flatMap((grid) => grid.rows);
    numbers = new Set(rows.flatMap(({ cells }) => [...cells.values()].map(valueOf)));
    NUMBERS.set(document, numbers);
  }
  return numbers;
}

function valueOf({ figure: { quantity } }: FigureContext): string {
  return quantity.type === 'number' ? quantity.low.toPrecision(12) : '';
}

/** The row of a source's table that is called like the draft's, if one is. */
export function rowCalled({ rows }: Grid, name: Label): GridRow | undefined {
  return rows[likest(rows, name, ({ label }) => label) ?? -1];
}

function cellAt({ rows, columns }: Grid, row: Label, column: Label, figure: FigureMention): FigureContext | undefined {
  const cells = rows[likest(rows, row, ({ label }) => label) ?? -1]?.cells;
  const isComparable = (i: number): boolean => {
    const cell = cells?.get(i);
    return i > 0 && cell !== undefined && relationOf(figure, cell.figure).kind !== 'incomparable';
  };
  const at = likest(columns, column, (label) => label, isComparable) ?? newestCalled(columns, column, isComparable);
  return at === undefined ? undefined : cells?.get(at);
}

/** `Seats`, where a source has `Seats 2022` and `Seats 2026`: the newest of the columns that are called so. */
function newestCalled(
  columns: readonly Label[],
  { words, times }: Label,
  isAsked: (index: number) => boolean,
): number | undefined {
  if (times.size > 0 || words.size === 0) return undefined;
  const called = columns.flatMap((label, i) => (isAsked(i) && isSameSet(label.words, words) ? [i] : []));
  const newest = called.length > 1 ? newestOf(called.map((i) => columns[i]!)) : undefined;
  return newest === undefined ? undefined : called[newest];
}

/** Index of the one that is called most like the draft's, if it is much more so than the next. */
function likest<T>(
  all: readonly T[],
  mine: Label,
  labelIn: (one: T) => Label,
  isAsked: (index: number) => boolean = () => true,
): number | undefined {
  let best: number | undefined;
  let [first, second] = [0, 0];
  for (const [i, one] of all.entries()) {
    if (!isAsked(i)) continue;
    const like = likeness(mine, labelIn(one));
    if (like > first) [best, first, second] = [i, like, first];
    else if (like > second) second = like;
  }
  return first >= ALIKE && first >= AHEAD * second ? best : undefined;
}

/** The share of what both are called that is the same; none where they are of different times or things. */
function likeness(a: Label, b: Label): number {
  // `All roads` are not `Other roads`.
  if (a.words.has('total') !== b.words.has('total')) return 0;
  const words = shared(a.words, b.words);
  const times = shared(a.times, b.times);
  if (a.times.size > 0 && b.times.size > 0 && times < Math.min(a.times.size, b.times.size)) return 0;
  if (a.words.size > 0 && b.words.size > 0 && words === 0) return 0;
  // `Week 9` is no `New this week`.
  if (!isNumbered(a, b) || !isNumbered(b, a)) return 0;
  // `2025` over a column says nothing of what stands in it.
  if ((a.words.size === 0) !== (b.words.size === 0)) return times / Math.max(a.times.size, b.times.size, 1);
  const all = a.words.size + b.words.size + a.times.size + b.times.size - words - times;
  return all > 0 ? (words + times) / all : 0;
}

/** Are the numbers in what one is called in what the other is called too? */
function isNumbered(a: Label, b: Label): boolean {
  return [...a.words].every((word) => !/\d/u.test(word) || b.words.has(word));
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let count = 0;
  for (const one of a) if (b.has(one)) count++;
  return count;
}
