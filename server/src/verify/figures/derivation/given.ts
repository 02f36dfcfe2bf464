import type { FigureMention } from '../../../extract/mention.ts';
import { columnOf, isTogether, placesBy, rowOf } from './places.ts';
import type { Operands } from './steps.ts';
import { stopwatchSeconds } from './times.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { SourceFigures } from '../matches.ts';
import { sentenceWords } from '../context/sentenceWords.ts';

/** Sentences (and table rows) of the draft around a figure whose figures may be its operands. */
const BEFORE = 8;
const BEHIND = 2;

/**
 * Operands that the draft itself gives near the figure and that one source has: `Space grew from 4,350 to 6,120 m². That is
 * two-fifths more.` First those of one sentence or row of the source, then rows of a table that the draft names.
 */
export function givenOperands(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): Operands[] {
  const values = nearbyValues(draft, claim);
  const found: (Operands & { distance: number })[] = [];
  for (const place of sources) {
    const places = valuePlaces(place.document);
    const bySentence = new Map<number, { figures: FigureContext[]; distance: number }>();
    for (const [key, distance] of values) {
      for (const context of places.get(key) ?? []) {
        const known = bySentence.get(context.sentence);
        if (known) {
          known.figures.push(context);
          known.distance += distance;
        } else bySentence.set(context.sentence, { figures: [context], distance });
      }
    }
    for (const [sentence, { figures, distance }] of bySentence) {
      const ordered = [...new Set(figures)].sort((a, b) => a.figure.start - b.figure.start);
      // One that the draft's own sentence gives, with those beside it in the source.
      const own = ordered.length === 1 && distance === 0;
      if (ordered.length < 2 && !own) continue;
      const beside = own ? besideOwn(place.document, sentence) : ordered;
      if (beside.length < 2 || beside.length > 8) continue;
      const { start, end } = place.document.sentences[sentence]!;
      const text = place.document.analysis.document.text.slice(start, end);
      found.push({ place, figures: beside, passage: own ? 0.6 : 1, text, kind: own ? 'sentence' : 'given', distance });
    }
  }
  found.sort((a, b) => a.distance - b.distance);
  return [...found.slice(0, 6), ...namedRows(draft, claim, sources, values)];
}

/** The figures of a sentence; of one with a single figure those of the next as well: `We have 31. We used to have 44.` */
function besideOwn(document: DocumentContext, sentence: number): readonly FigureContext[] {
  const own = document.figuresOf.get(sentence) ?? [];
  if (own.length > 1 || rowOf(document, own[0]!) || !isTogether(document, sentence)) return own;
  return [...own, ...(document.figuresOf.get(sentence + 1) ?? [])];
}

/** The values that the draft gives around a figure, with how many sentences lie between. */
export function nearbyValues(draft: DocumentContext, claim: FigureContext): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (let at = claim.sentence - BEFORE; at <= claim.sentence + BEHIND; at++) {
    for (const other of draft.figuresOf.get(at) ?? []) {
      const key = other === claim ? undefined : valueKey(other.figure);
      if (key !== undefined) values.set(key, Math.min(Math.abs(at - claim.sentence), values.get(key) ?? BEFORE));
    }
  }
  return values;
}

/** What a figure with some digits that tell is found by; undefined of small counts and of what is no amount. */
function valueKey(figure: FigureMention): string | undefined {
  const { quantity } = figure;
  const seconds = stopwatchSeconds(figure);
  if (seconds !== undefined) return `${seconds} s`;
  if (quantity.type !== 'number' || quantity.low !== quantity.high || quantity.form !== undefined) return undefined;
  const { low, unit } = quantity;
  if (low < 10 || unit === 'year-old' || unit === '%') return undefined;
  return low.toPrecision(12);
}

/** Where a document gives each value. */
const valuePlaces = placesBy(({ figure }) => valueKey(figure));

/** Rows of one table that the draft's sentence (or the one before) names by their label: their figures, column by column. */
function namedRows(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  values: ReadonlyMap<string, number>,
): Operands[] {
  const own = draft.sentences[claim.sentence]!.keys;
  const before = draft.sentences[claim.sentence - 1]?.keys;
  const found: Operands[] = [];
  for (const place of sources) {
    const { document } = place;
    const tables = new Map<number, { row: number; direct: boolean }[]>();
    for (const { sentence, table, label } of labelledRows(document)) {
      const direct = label.filter((key) => own.has(key)).length >= 0.6 * label.length;
      const other =
        label.every((key) => own.has(key) || before?.has(key)) ||
        (document.figuresOf.get(sentence) ?? []).some(
          ({ figure }) => (values.get(valueKey(figure) ?? '') ?? BEFORE) <= (stopwatchSeconds(figure) ? 4 : 1),
        );
      if (!direct && !other) continue;
      const list = tables.get(table);
      if (list) list.push({ row: sentence, direct });
      else tables.set(table, [{ row: sentence, direct }]);
    }
    for (const rows of tables.values()) {
      const single = rows.filter(({ direct }) => direct);
      if (single.length === 1) found.push(...rowOperands(place, single[0]!.row));
      if (rows.length < 2 || rows.length > 6) continue;
      const figures = rows.flatMap(({ row }) => document.figuresOf.get(row) ?? []);
      const columns = new Map<number, FigureContext[]>();
      for (const context of figures) {
        const column = columnOf(document, context);
        columns.set(column, [...(columns.get(column) ?? []), context]);
      }
      for (const column of columns.values())
        if (column.length > 1) found.push({ place, figures: column, passage: 1, text: '', kind: 'rows' });
    }
  }
  return found.slice(0, 24);
}

function rowOperands(place: SourceFigures, row: number): Operands[] {
  const figures = place.document.figuresOf.get(row) ?? [];
  if (figures.length < 2) return [];
  return [{ place, figures, passage: 1, text: '', kind: 'named' }];
}

interface LabelledRow {
  readonly sentence: number;
  readonly table: number;
  readonly label: readonly string[];
}

const ROWS = new WeakMap<DocumentContext, readonly LabelledRow[]>();

/** The table rows of a document with the words of their labels; rows of bare numbers have none. */
function labelledRows(document: DocumentContext): readonly LabelledRow[] {
  const known = ROWS.get(document);
  if (known) return known;
  const { blocks, text } = document.analysis.document;
  const rows: LabelledRow[] = [];
  for (const [sentence, figures] of document.figuresOf) {
    const row = blocks[document.sentences[sentence]!.block];
    if (row?.kind !== 'table-row' || row.header) continue;
    for (const cell of row.cells) {
      const label = [...sentenceWords(text.slice(cell.start, cell.end)).keys];
      if (label.length === 0) continue;
      const other = figures.some(({ figure }) => figure.start >= cell.end || figure.end <= cell.start);
      if (other) rows.push({ sentence, table: row.table, label });
      break;
    }
  }
  ROWS.set(document, rows);
  return rows;
}
