import type { FigureMention } from '../../extract/mention.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import type { FigureMatch } from './matches.ts';
import { isSmallCount } from './plausible.ts';
import { relationOf } from './values/quantities.ts';
import { isUnmistakable } from './values/slips.ts';

/**
 * The only figure of the draft's own sources that its figure is an unmistakable slip of, whatever words stand about it: what
 * no source gives, and no arithmetic, was hardly meant to be another. Undefined if there is none, or several.
 */
export function loneSlip(
  document: DocumentContext,
  { figure }: FigureContext,
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const slips = rivals.filter(({ context, told }) => !told && isUnmistakable(figure, context.figure));
  const [first] = slips;
  if (!first || slips.some(({ context }) => relationOf(first.context.figure, context.figure).kind !== 'same'))
    return undefined;
  const isGiven = document.figures.some((other) => relationOf(other.figure, first.context.figure).kind === 'same');
  return isGiven ? undefined : slips.find((slip) => isOwnSource(document, slip.in.document));
}

const OWN = new WeakMap<DocumentContext, WeakMap<DocumentContext, boolean>>();

/** Was the draft written from the source? Known by a figure of both that not any text has; worked out once. */
function isOwnSource(draft: DocumentContext, source: DocumentContext): boolean {
  let known = OWN.get(draft);
  if (!known) OWN.set(draft, (known = new WeakMap()));
  let own = known.get(source);
  if (own === undefined) {
    own = draft.figures.some(
      (mine) => isTelling(mine.figure) && source.figures.some((theirs) => isVerySame(mine, theirs)),
    );
    known.set(source, own);
  }
  return own;
}

/** Years, months and counts of a few stand in every text. */
function isTelling(figure: FigureMention): boolean {
  const { quantity } = figure;
  return quantity.type === 'date' ? quantity.precision === 'day' : !isSmallCount(figure);
}

function isVerySame(a: FigureContext, b: FigureContext): boolean {
  const relation = relationOf(a.figure, b.figure);
  return relation.kind === 'same' && relation.how === 'found' && !relation.loose;
}
