import type { Asked } from '../context/align.ts';
import type { TableRow } from '../../../text/structuredText.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';

/** Does the draft's sentence have all the words of a row's label? */
export function isNamed({ sentence }: Asked, keys: ReadonlySet<string>): boolean {
  return keys.size > 0 && [...keys].every((key) => sentence.keys.has(key));
}

/** Does the next sentence go on in the same paragraph, or the next row in the same table? */
export function isTogether(document: DocumentContext, sentence: number): boolean {
  const [a, b] = [document.sentences[sentence], document.sentences[sentence + 1]];
  if (!a || !b) return false;
  const { blocks } = document.analysis.document;
  const [first, second] = [blocks[a.block], blocks[b.block]];
  if (first?.kind === 'table-row') return second?.kind === 'table-row' && first.table === second.table;
  return a.block === b.block;
}

/** The row of a table that a figure stands in; undefined in running text. */
export function rowOf(document: DocumentContext, { sentence }: FigureContext): TableRow | undefined {
  const block = document.analysis.document.blocks[document.sentences[sentence]!.block];
  return block?.kind === 'table-row' ? block : undefined;
}

/** In which column of its table a figure stands; -1 in running text. */
export function columnOf(document: DocumentContext, context: FigureContext): number {
  const row = rowOf(document, context);
  if (!row) return -1;
  const { figure } = context;
  return row.cells.findIndex((cell) => cell.start <= figure.start && figure.start < cell.end);
}

/**
 * Where a document gives each value, by `keyOf`; figures without a key are left out. The function returned works it out once
 * for each document.
 */
export function placesBy(
  keyOf: (context: FigureContext) => string | undefined,
): (document: DocumentContext) => ReadonlyMap<string, readonly FigureContext[]> {
  const known = new WeakMap<DocumentContext, ReadonlyMap<string, readonly FigureContext[]>>();
  return (document) => {
    const before = known.get(document);
    if (before) return before;
    const places = new Map<string, FigureContext[]>();
    for (const context of document.figures) {
      const key = keyOf(context);
      if (key === undefined) continue;
      const list = places.get(key);
      if (list) list.push(context);
      else places.set(key, [context]);
    }
    known.set(document, places);
    return places;
  };
}

/** The same for figures of one value, whatever their unit. */
export function valueKey({ figure: { quantity } }: FigureContext): string {
  switch (quantity.type) {
    case 'score':
      return quantity.values.join('–');
    case 'date':
      return `${quantity.from} ${quantity.minutes ?? quantity.to}`;
    default:
      return quantity.low.toPrecision(12);
  }
}
