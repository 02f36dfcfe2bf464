import type { Block, StructuredText, TableRow } from '../../text/structuredText.ts';
import { figureTokens } from './tokens.ts';
import type { Quantity } from '../mention.ts';
import { magnitudeAt, readNumeral } from './numerals.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, unitNamed } from './units.ts';

/** The unit and factor that a table's header gives to the bare numbers below: `2026/27 (£m)`, `€ million`, `Rate per 100,000`. */
export interface HeaderUnit {
  readonly unit?: string;
  readonly factor: number;
}

/** Per column, what the header rows of each table say of units; the first column's header may speak for all. */
export function headerUnits(document: StructuredText): ReadonlyMap<number, readonly (HeaderUnit | undefined)[]> {
  const tables = new Map<number, readonly (HeaderUnit | undefined)[]>();
  for (const [i, block] of document.blocks.entries()) {
    if (block.kind !== 'table-row' || !block.header || tables.has(block.table)) continue;
    const units = block.cells.map((cell) => headerUnit(document.text.slice(cell.start, cell.end)));
    const above = leadUnit(document.text, document.blocks[i - 1]);
    tables.set(
      block.table,
      units.map((unit, column) => unit ?? (column > 0 ? (units[0] ?? above) : undefined)),
    );
  }
  return tables;
}

/** The unit that the paragraph before a table ends with: `Costs by 30 April (million kronor):`. */
function leadUnit(text: string, block: Block | undefined): HeaderUnit | undefined {
  if (!block || block.kind === 'table-row') return undefined;
  const bracket = /\(([^()]{1,24})\)\s*[:.]?\s*$/u.exec(
    text.slice(Math.max(block.start, block.end - 60), block.end),
  )?.[1];
  return bracket === undefined ? undefined : unitOnly(bracket);
}

/** The unit in a header cell: the whole cell (`£m`, `%`), what its brackets hold, or a rate at its end. */
function headerUnit(cell: string): HeaderUnit | undefined {
  const bracket = /\(([^()]*)\)\s*$/u.exec(cell)?.[1] ?? /,\s+([^,]*)$/u.exec(cell)?.[1];
  return rateIn(cell) ?? unitOnly(bracket ?? '') ?? unitOnly(cell) ?? shareIn(cell);
}

function rateIn(cell: string): HeaderUnit | undefined {
  const at = cell.search(/\bper \d/iu);
  if (at < 0) return undefined;
  const tokens = figureTokens(cell, at + 3, cell.length);
  const base = readNumeral(tokens, 0);
  return base && base.value >= 100 ? { unit: `per ${base.value}`, factor: 1 } : undefined;
}

function shareIn(cell: string): HeaderUnit | undefined {
  return /^(?:%|per ?cent|percentage|share)\b|%\s*$/iu.test(cell.trim()) ? { unit: '%', factor: 1 } : undefined;
}

/** Text that is nothing but a unit, a currency and magnitude, or a magnitude: `£m`, `€ million`, `US$bn`, `km`, `'000`. */
function unitOnly(text: string): HeaderUnit | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 24) return undefined;
  if (/^[’']?000s?$|^thousands?$/iu.test(trimmed)) return { factor: 1000 };
  if (/^millions?$/iu.test(trimmed)) return { factor: 1e6 };
  // `m/s` begins like millions.
  if (trimmed.length > 1 && !/^\p{Lu}+$/u.test(trimmed)) {
    const whole = unitNamed(trimmed) ?? unitNamed(trimmed.toLowerCase());
    if (whole !== undefined) return { unit: whole, factor: 1 };
  }
  const tokens = figureTokens(trimmed, 0, trimmed.length).filter((token) => !/^(?:in|of)$/u.test(token.lower));
  let i = 0;
  let unit: string | undefined;
  if (tokens[0] && /^[A-Z]{1,3}$/u.test(tokens[0].text) && tokens[1]?.text === '$') i++;
  const first = tokens[i];
  if (!first) return undefined;
  if (CURRENCY_SIGNS.has(first.text)) unit = i > 0 && tokens[0]!.text === 'US' ? 'USD' : CURRENCY_SIGNS.get(first.text);
  else if (CURRENCY_CODES.has(first.text)) unit = CURRENCY_CODES.get(first.text);
  if (unit !== undefined) i++;
  let factor = 1;
  const word = tokens[i];
  if (word) {
    const plain = { ...word, glued: true };
    const magnitude = magnitudeAt([{ ...plain, lower: plain.lower.replace(/s$/u, '') }], 0, true);
    if (magnitude) {
      factor = magnitude.factor;
      i++;
    } else if (/^['’]?0?00s?$/u.test(word.text)) {
      factor = 1000;
      i++;
    }
  }
  if (unit === undefined && tokens[i]) {
    unit = CURRENCY_WORDS.get(tokens[i]!.lower);
    if (unit !== undefined) i++;
  }
  if (unit === undefined && factor === 1) unit = unitNamed(trimmed) ?? unitNamed(trimmed.toLowerCase());
  else if (i < tokens.length) return undefined;
  if (unit === undefined && factor === 1) return undefined;
  if (unit === undefined && factor !== 1 && trimmed.length < 3) return undefined;
  return { factor, ...(unit !== undefined && { unit }) };
}

/** A bare number of a table cell with the unit of its column or of its row's label: `Revenue (£m)`, `Length, miles`. */
export function withHeaderUnit(
  text: string,
  quantity: Quantity,
  row: TableRow,
  start: number,
  units: readonly (HeaderUnit | undefined)[],
): Quantity {
  if (quantity.type !== 'number' || quantity.unit !== undefined || row.header) return quantity;
  const column = row.cells.findIndex((cell) => cell.start <= start && start < cell.end);
  if (column < 1) return quantity;
  const label = row.cells[0]!;
  const own = headerUnit(text.slice(label.start, label.end));
  // A column of changes in per cent stays one in a row of pounds.
  const header = units[column]?.unit === '%' ? units[column] : (own ?? units[column]);
  if (!header) return quantity;
  const scale = (value: number): number => Number((value * header.factor).toPrecision(15));
  return {
    ...quantity,
    low: scale(quantity.low),
    high: scale(quantity.high),
    step: quantity.step * header.factor,
    ...(header.unit !== undefined && { unit: header.unit }),
  };
}
