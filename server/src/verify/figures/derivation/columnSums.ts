import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { gridsOf, type Grid } from '../tables/grids.ts';
import { cellName } from '../tables/namedCells.ts';
import { isUnitOf, rounded, shown, standsFor, unitOf, valueOf } from './values.ts';

/** The fewest cells that are added up; of two the usual steps are looked for. */
const FEWEST = 3;
/** Longer lists are shown by their ends. */
const SHOWN = 4;
const IN_ALL = /\b(?:in all|altogether|total(?:s|led|ling)?|together|combined|sum|adds? up|comes? to|makes?)\b/iu;

/**
 * The sum of a whole column of a source's table, where the draft's words, or the name of its row, speak of a sum: `In all that makes €2.35 million`. A row that gives the total itself is no part of it.
 */
export function columnSum(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): { readonly sum: string; readonly operands: readonly FigurePlace[] } | undefined {
  const { start, end } = draft.sentences[claim.sentence]!;
  const isTotal = cellName(draft, claim)?.row.words.has('total') === true;
  if (!isTotal && !IN_ALL.test(draft.analysis.document.text.slice(start, end))) return undefined;
  for (const place of sources) {
    for (const grid of gridsOf(place.document).values()) {
      for (let column = 1; column < grid.columns.length; column++) {
        const cells = cellsOf(grid, column);
        if (cells.length < FEWEST || cells.some((cell) => !isUnitOf(claim.figure, cell))) continue;
        const sum = rounded(cells.reduce((all, cell) => all + valueOf(cell), 0));
        if (!standsFor(claim.figure, sum, unitOf(cells[0]!))) continue;
        return { sum: `${told(cells)} = ${shown(sum)}`, operands: cells.map((context) => ({ in: place, context })) };
      }
    }
  }
  return undefined;
}

/** The numbers of a column that can be added up; none where one of them is a share or missing. */
function cellsOf({ rows }: Grid, column: number): readonly FigureContext[] {
  const parts = rows.filter(({ label }) => !label.words.has('total'));
  const cells = parts.map((row) => row.cells.get(column));
  return cells.every(isAddend) ? cells : [];
}

function isAddend(cell: FigureContext | undefined): cell is FigureContext {
  const quantity = cell?.figure.quantity;
  return (
    quantity?.type === 'number' &&
    quantity.low === quantity.high &&
    quantity.form === undefined &&
    quantity.unit !== '%'
  );
}

function told(cells: readonly FigureContext[]): string {
  const texts = cells.map(({ figure }) => figure.text);
  return texts.length > SHOWN ? `${texts[0]} + … + ${texts.at(-1)}` : texts.join(' + ');
}
