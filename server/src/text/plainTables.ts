import type { CleanTextWriter } from './cleanText.ts';
import type { Span } from './offsets.ts';
import { isRule, type Line } from './plainLines.ts';

/** The rows of a table that a plain text draws with bars, tabs or spaces. */
export interface PlainRows {
  /** Raw spans of the cells, without white space; empty ones included. */
  readonly rows: readonly (readonly Span[])[];
  /** Whether the first row names the columns. */
  readonly header: boolean;
  readonly endLine: number;
}

/**
 * The table that starts on line `at`, if one is obvious: two lines or more, one under the other, with the same number of
 * bars or of tabs between their cells, or numbers set under one another with spaces.
 */
export function rowsOf(raw: string, lines: readonly Line[], at: number): PlainRows | undefined {
  const line = lines[at]!;
  const spaced = spacedRows(lines, at);
  if (spaced) return spaced;
  const separator = line.text.includes('|') ? '|' : line.text.includes('\t') ? '\t' : undefined;
  if (!separator || isRule(line.text)) return undefined;
  const first = cellsOf(raw, line, separator);
  if (first.length < 2) return undefined;
  if (separator === '|' && first.length < 3 && !isRule(lines[at + 1]?.text ?? '')) return undefined;
  const rows = [first];
  let ruled = false;
  let end = at + 1;
  for (; end < lines.length; end++) {
    const next = lines[end]!;
    if (next.length > 0 && isRule(next.text)) {
      ruled ||= rows.length === 1;
      continue;
    }
    const cells = next.text.includes(separator) ? cellsOf(raw, next, separator) : [];
    if (cells.length !== first.length) break;
    rows.push(cells);
  }
  if (rows.length < 2) return undefined;
  const digits = rows.map((cells) => cells.some((cell) => /\d/.test(raw.slice(cell.start, cell.end))));
  return { rows, header: ruled || (!digits[0] && digits.includes(true)), endLine: end };
}

const GAP = / {2,}/g;
const NUMBER = /^[(+−–-]?\s?[£$€]?\d[\d.,'’ ]*(?:\s?%|\s?\p{L}{1,3})?\)?$|^(?:[–—-]+|n\/?a)$/iu;
const YEAR = /^(?:19|20)\d\d(?:[/–-]\d\d)?$/;

/** A line that names the columns, or years, and two or more below it of one name and so many numbers, set apart by spaces. */
function spacedRows(lines: readonly Line[], at: number): PlainRows | undefined {
  const header = spacedCells(lines[at]!);
  if (header.length < 2) return undefined;
  const isNamed = header.slice(1).every(({ text }) => YEAR.test(text) || /^\p{L}/u.test(text));
  if (!isNamed) return undefined;
  const rows = [header];
  let end = at + 1;
  for (; end < lines.length; end++) {
    const cells = spacedCells(lines[end]!);
    if (cells.length !== header.length || !cells.slice(1).every(({ text }) => NUMBER.test(text))) break;
    rows.push(cells);
  }
  return rows.length > 2 ? { rows, header: true, endLine: end } : undefined;
}

function spacedCells({ text, start }: Line): (Span & { readonly text: string })[] {
  const cells: (Span & { readonly text: string })[] = [];
  if (!text.includes('  ')) return cells;
  let from = text.length - text.trimStart().length;
  const add = (to: number): void => {
    if (to > from) cells.push({ start: start + from, end: start + to, text: text.slice(from, to) });
  };
  for (const gap of text.matchAll(GAP)) {
    if (gap.index < from) continue;
    add(gap.index);
    from = gap.index + gap[0].length;
  }
  add(text.trimEnd().length);
  return cells;
}

function cellsOf(raw: string, line: Line, separator: string): Span[] {
  let from = line.start;
  let to = line.end;
  if (separator === '|') {
    if (raw[from] === '|') from++;
    if (raw[to - 1] === '|' && to - 1 > from) to--;
  }
  const cells: Span[] = [];
  while (from <= to) {
    const found = raw.indexOf(separator, from);
    const end = found < 0 || found >= to ? to : found;
    cells.push(trimmed(raw, from, end));
    from = end + 1;
  }
  return cells;
}

function trimmed(raw: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start < end && raw[start] === ' ') start++;
  while (end > start && raw[end - 1] === ' ') end--;
  return { start, end };
}

/** Writes the rows of a table, each as one block; `table` is its number within the text. */
export function writeRows(writer: CleanTextWriter, { rows, header }: PlainRows, table: number): void {
  for (const [i, row] of rows.entries()) {
    const cells = row.map((cell) => writeCell(writer, cell, () => writer.keep(cell.start, cell.end)));
    writer.endBlock({ kind: 'table-row', table, header: header && i === 0, cells });
  }
}

/**
 * Writes one cell behind the others of its row by calling `write`, and returns its clean span: for an empty cell an empty
 * one, so that columns can be counted.
 */
export function writeCell(writer: CleanTextWriter, cell: Span, write: () => void): Span {
  const before = writer.end();
  if (cell.end <= cell.start) return { start: before, end: before };
  writer.nextCell(cell.start);
  const start = writer.position();
  write();
  const end = writer.end();
  return end > start ? { start, end } : { start: before, end: before };
}
