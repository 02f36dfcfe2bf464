import type { Block, StructuredText, TableRow } from '../../text/structuredText.ts';
import { figureTokens } from './tokens.ts';
import type { Quantity } from '../mention.ts';
import { magnitudeAt, readNumeral } from './numerals.ts';
import { CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, isDuration, isMoney, unitNamed } from './units.ts';

/** The unit and factor that a table's header gives to the bare numbers below: `2026/27 (£m)`, `€ million`, `Rate per 100,000`. */
export interface HeaderUnit {
  readonly unit?: string;
  readonly factor: number;
}

/** What a table says of the units of its bare numbers. */
export interface TableUnits {
  /** By its header, of each column. */
  readonly columns: readonly (HeaderUnit | undefined)[];
  /** Of all its cells: by the first column's header or the line above. Rows and columns that say otherwise are left out. */
  readonly stated?: HeaderUnit;
  /** Columns that do not take what is stated: `Employees`, `Change, %`. */
  readonly apart: readonly boolean[];
  /** Its first cell names money: what its rows are called says nothing then. */
  readonly ofMoney: boolean;
  /** The document's title or a paragraph before states it, for tables above which nothing is said: rows of money take it. */
  readonly carried?: HeaderUnit;
}

/** What the headers of each table, the lines above them and the document's title say of units. */
export function headerUnits(document: StructuredText): ReadonlyMap<number, TableUnits> {
  const tables = new Map<number, TableUnits>();
  if (!document.blocks.some(({ kind }) => kind === 'table-row')) return tables;
  const title = document.blocks.find((block) => block.kind === 'heading');
  let heading: Block | undefined;
  let general: HeaderUnit | undefined;
  for (const [i, block] of document.blocks.entries()) {
    if (block.kind === 'heading') heading = block;
    if (block.kind === 'paragraph') general = generalUnit(document.text, block) ?? general;
    if (block.kind !== 'table-row' || !block.header || tables.has(block.table)) continue;
    const cells = block.cells.map((cell) => document.text.slice(cell.start, cell.end));
    const [first, ...columns] = cells.map(headerUnit);
    // `Year` over the labels of the rows says what they are, not what is counted in them.
    const own = isDuration(first?.unit) ? undefined : first;
    const caption = captionUnits(document.text, document.blocks[i - 1], heading);
    const stated = own ?? caption[0]?.unit;
    const ofMoney = OF_MONEY.test(cells[0] ?? '');
    const carried = stated ? undefined : (general ?? (title && unitAbove(document.text, title)));
    tables.set(block.table, {
      columns: [undefined, ...columns.map((unit, column) => unit ?? namedUnit(caption, cells[column + 1]!))],
      apart: cells.map((cell) => isApart(cell, ofMoney) || isNamed(caption, cell)),
      ofMoney,
      ...(stated && { stated }),
      ...(carried && { carried }),
    });
  }
  return tables;
}

/** A unit that a caption states, and what it says it of. */
interface StatedUnit {
  readonly subject: string;
  /** Undefined where the caption has a unit that is not known: `tonnes per hectare`. */
  readonly unit?: HeaderUnit;
}

/** What the block above a table states, else its heading: for all of it first, then for what is named. */
function captionUnits(text: string, above: Block | undefined, heading: Block | undefined): readonly StatedUnit[] {
  for (const block of [above, heading]) {
    if (!block || block.kind === 'table-row') continue;
    const whole = unitAbove(text, block);
    if (whole) return [{ subject: '', unit: whole }];
    const last = text
      .slice(Math.max(block.start, block.end - 160), block.end)
      .split(/[.;:]\s+(?!$)/u)
      .at(-1)!;
    const stated = statedIn(last);
    if (stated[0]?.unit) return stated;
  }
  return [];
}

/** `Production in thousand tonnes, yield in tonnes per hectare`; `Rainfall, in millimetres`; `Amounts in thousands of pounds.` */
function statedIn(sentence: string): StatedUnit[] {
  return sentence
    .replace(/[\s:.]+$/u, '')
    .split(/[,;]\s*/u)
    .flatMap((clause) => {
      const said = /^(?:(.*\S)\s+)?(?:is |are )?in\s+(\D{1,32})$/u.exec(clause);
      if (!said) return [];
      const unit = unitOnly(said[2]!);
      return unit || /\bper\b/u.test(said[2]!) ? [{ subject: said[1] ?? '', ...(unit && { unit }) }] : [];
    });
}

/** A sentence of a paragraph that states the unit of all that follows: `Amounts in thousands of pounds.` */
function generalUnit(text: string, { start, end }: Block): HeaderUnit | undefined {
  const said =
    /(?:^|[.;]\s+)(?:all |the )*(?:figures|amounts|values|sums|tables)(?: are)?(?: given| stated| shown)? in (\D{1,32}?)(?:[.;,]|$)/iu.exec(
      text.slice(start, Math.min(end, start + 600)),
    )?.[1];
  return said === undefined ? undefined : unitOnly(said);
}

/** Does a caption say a unit of its own of this column, by a word of its header? */
function isNamed(caption: readonly StatedUnit[], header: string): boolean {
  return caption.slice(1).some(({ subject }) => isSubject(subject, header));
}

function namedUnit(caption: readonly StatedUnit[], header: string): HeaderUnit | undefined {
  return caption.slice(1).find(({ subject }) => isSubject(subject, header))?.unit;
}

function isSubject(subject: string, header: string): boolean {
  const words: readonly string[] = header.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return [...subject.toLowerCase().matchAll(/\p{L}{3,}/gu)].some(([word]) => words.includes(word));
}

/** The unit that a heading or the paragraph before a table ends with: `Costs by 30 April (million kronor):`, `All in € million`. */
function unitAbove(text: string, block: Block): HeaderUnit | undefined {
  const end = text.slice(Math.max(block.start, block.end - 80), block.end);
  const bracket = /\(([^()]{1,60})\)\s*[:.]?\s*$/u.exec(end)?.[1];
  const all = /^(?:all |the )?(?:figures |amounts |values |sums )?(?:are )?(in \S.{0,40}?)[:.]?\s*$/iu;
  const line = block.end - block.start > 60 ? undefined : all.exec(text.slice(block.start, block.end))?.[1];
  const said = bracket ?? line;
  return said === undefined
    ? undefined
    : unitOnly(said.split(/[,;]| except /u)[0]!.replace(/^(?:all |amounts )/iu, ''));
}

/** What money is paid, earned or owed as. */
const OF_MONEY =
  /\b(?:sales|revenues?|turnover|income|profits?|loss|losses|costs?|expenses?|expenditures?|spending|debts?|cash|loans?|assets|liabilities|equity|inventor(?:y|ies)|dividends|tax|taxes|interest|capital|investments?|budget|receivables|payables|goodwill|borrowings|deposits|wages|salaries|earnings|ebitda?|fees|grants?|pay)\b/iu;
const COUNTED =
  /\b(?:number|headcount|fte|employees?|staff|workers|workforce|jobs|people|persons|inhabitants|population|members|customers|users|subscribers|clients|visitors|guests|passengers|patients|students|pupils|households|shares|stores|shops|outlets|branches|sites|restaurants|plants|countries|vehicles|cars|ships|units|flights|beds|rooms|age)\b/iu;
const RELATIVE =
  /%|\b(?:per ?cent|percent(?:age)?|margin|ratio|rate|yield|growth|change|eps|times|index|rank|points?|per (?:\p{L}+|\d)|each|a share)\b/iu;

/** A row or column of people, things or percentages, or of so much for each: no money, whatever the table is in. */
function isApart(label: string, ofMoney: boolean): boolean {
  return RELATIVE.test(label) || (!ofMoney && COUNTED.test(label) && !OF_MONEY.test(label));
}

/** The unit in a header cell: the whole cell (`£m`, `%`), what its brackets hold, or a rate at its end. */
function headerUnit(cell: string): HeaderUnit | undefined {
  // `Year` names a time: of a row, that of all its parts.
  if (/^\s*(?:year|season|quarter|month|week|day|hour|minute|second)\s*$/iu.test(cell)) return undefined;
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
  if (trimmed === '' || trimmed.length > 32) return undefined;
  if (/^[’']?000s?$|^thousands?$/iu.test(trimmed)) return { factor: 1000 };
  if (/^millions?$/iu.test(trimmed)) return { factor: 1e6 };
  // `m/s` begins like millions.
  if (trimmed.length > 1 && !/^\p{Lu}+$/u.test(trimmed)) {
    const whole = unitNamed(trimmed) ?? unitNamed(trimmed.toLowerCase());
    if (whole !== undefined) return { unit: whole, factor: 1 };
  }
  // `cents per litre`: so much money for something is money.
  const [, sum] = /^(.+?)\s+(?:per|for each|an?)\s+\p{L}+$/u.exec(trimmed) ?? [];
  const money = sum === undefined ? undefined : unitOnly(sum);
  if (money && isMoney(money.unit)) return money;
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
  // `dollars in millions`, `thousand tonnes`
  const last = tokens[i];
  if (last && unit !== undefined && factor === 1) {
    const magnitude = magnitudeAt([{ ...last, glued: true, lower: last.lower.replace(/s$/u, '') }], 0, true);
    if (magnitude) [factor, i] = [magnitude.factor, i + 1];
  } else if (last && unit === undefined && factor !== 1 && i === tokens.length - 1) {
    unit = unitNamed(last.lower);
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
  units: TableUnits,
): Quantity {
  if (quantity.type !== 'number' || quantity.unit !== undefined || quantity.form === 'ordinal' || row.header)
    return quantity;
  const column = row.cells.findIndex((cell) => cell.start <= start && start < cell.end);
  if (column < 1) return quantity;
  const label = text.slice(row.cells[0]!.start, row.cells[0]!.end);
  const own = headerUnit(label);
  // A column of changes in per cent stays one in a row of pounds.
  const header =
    units.columns[column]?.unit === '%'
      ? units.columns[column]
      : (own ?? units.columns[column] ?? stated(units, column, label));
  if (!header) return quantity;
  const scale = (value: number): number => Number((value * header.factor).toPrecision(15));
  const amount = { low: scale(quantity.low), high: scale(quantity.high), step: quantity.step * header.factor };
  // `Mean age (years)`
  if (own && header === own && isDuration(own.unit)) return { type: 'duration', unit: own.unit!, ...amount };
  return { ...quantity, ...amount, ...(header.unit !== undefined && { unit: header.unit }) };
}

/** What is stated of the whole table, if this row and column take it. */
function stated(units: TableUnits, column: number, label: string): HeaderUnit | undefined {
  const said = units.stated ?? units.carried;
  if (!said || (said.factor === 1 && !isMoney(said.unit))) return units.stated;
  if (units.apart[column] || isApart(label, units.ofMoney)) return undefined;
  return units.stated ?? (isMoney(said.unit) && (units.ofMoney || OF_MONEY.test(label)) ? said : undefined);
}
