import type { NumberQuantity } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import { sentenceWords } from '../context/sentenceWords.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { gridsOf, type Grid, type GridRow } from '../tables/grids.ts';
import { cellName, rowCalled } from '../tables/namedCells.ts';
import { isSameSet, newestOf } from '../tables/otherTimes.ts';
import type { Contrary } from './contrary.ts';
import { isAmount } from './told.ts';
import { isExact, rounded, shown, standsFor, unitOf, valueOf } from './values.ts';

/** The change from one cell of a source's row to another. */
export interface RowChange {
  readonly sum: string;
  readonly operands: readonly FigurePlace[];
  /** What speaks against the claim's. */
  readonly contrary?: Contrary;
}

/** What a column of changes is called. */
const CHANGES = sentenceWords(
  'change changes gain gains loss losses difference rise fall growth swing increase decrease',
).keys;

/**
 * A cell of the draft's table that says by how much its row has changed (`+4`, or under `Change`), beside the row of that name in a
 * source's table, which has one column for each time. It speaks against the claim where the row has changed by another value: then the draft gives the
 * newer value in its row as well. Undefined where no source has such a row.
 */
export function rowChange(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): RowChange | undefined {
  const name = cellName(draft, claim);
  if (!name || !isAmount(claim) || !isChangeCell(draft, claim)) return undefined;
  const sign = signOf(draft, claim);
  const beside = (draft.figuresOf.get(claim.sentence) ?? []).filter((other) => other !== claim && isAmount(other));
  const others: Change[] = [];
  for (const place of sources) {
    for (const grid of gridsOf(place.document).values()) {
      const row = rowCalled(grid, name.row);
      for (const change of row ? changesIn(grid, row, place, claim) : []) {
        const isOfSign = sign === undefined || (sign === '+') === change.rises;
        if (isMet(claim, change.value)) {
          const { sum, operands, rises } = change;
          return { sum, operands, ...(!isOfSign && { contrary: rises ? 'rise' : 'fall' }) };
        } else if (beside.some((other) => isSame(other, change.operands[1]!.context))) others.push(change);
      }
    }
  }
  const [only] = others;
  if (!only || others.length > 1) return undefined;
  return { sum: only.sum, operands: only.operands, contrary: { value: only.value } };
}

/** A cell of the draft's table with a sign, or under `Change`. */
export function isChangeCell(draft: DocumentContext, claim: FigureContext): boolean {
  const name = cellName(draft, claim);
  return (
    name !== undefined &&
    (signOf(draft, claim) !== undefined || [...name.column.words].some((word) => CHANGES.has(word)))
  );
}

function signOf({ analysis }: DocumentContext, { figure: { start } }: FigureContext): string | undefined {
  return /([+−–-])\s*$/u.exec(analysis.document.text.slice(Math.max(0, start - 2), start))?.[1];
}

interface Change {
  readonly sum: string;
  readonly operands: readonly FigurePlace[];
  /** In the claim's unit, without a sign. */
  readonly value: number;
  readonly rises: boolean;
}

/** The changes between cells of a row under headers that differ in their time alone, older cell first. */
function changesIn({ columns }: Grid, { cells }: GridRow, place: SourceFigures, claim: FigureContext): Change[] {
  const { unit } = claim.figure.quantity as NumberQuantity;
  const changes: Change[] = [];
  for (const [i, a] of cells) {
    for (const [j, b] of cells) {
      const [first, second] = [columns[i], columns[j]];
      if (i >= j || !first || !second || !isAmount(a) || !isAmount(b) || unitOf(a) !== unitOf(b)) continue;
      if (!isSameSet(first.words, second.words)) continue;
      const newest = newestOf([first, second]);
      if (newest === undefined) continue;
      const [older, newer] = newest === 1 ? [a, b] : [b, a];
      const operands = [older, newer].map((context) => ({ in: place, context }));
      const difference = rounded(valueOf(newer) - valueOf(older));
      const [large, small] = difference > 0 ? [newer, older] : [older, newer];
      const value = Math.abs(difference);
      if (unit === unitOf(a) || (unit === 'pp' && unitOf(a) === '%')) {
        const sum = `${large.figure.text} − ${small.figure.text} = ${shown(value)}`;
        changes.push({ sum, operands, value, rises: difference > 0 });
      } else if (unit === '%') {
        const share = (value / valueOf(older)) * 100;
        const sum = `from ${older.figure.text} to ${newer.figure.text} is ${shown(share)}%`;
        changes.push({ sum, operands, value: share, rises: difference > 0 });
      }
    }
  }
  return changes;
}

function isMet({ figure }: FigureContext, value: number): boolean {
  const { unit } = figure.quantity as NumberQuantity;
  return unit === '%' ? standsFor(figure, value, unit) : isExact(figure, value);
}

function isSame(a: FigureContext, b: FigureContext): boolean {
  return unitOf(a) === unitOf(b) && valueOf(a) === valueOf(b);
}
