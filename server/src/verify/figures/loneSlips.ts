import type { DocumentContext, FigureContext } from './context/context.ts';
import type { FigureMatch } from './matches.ts';
import { relationOf } from './values/quantities.ts';
import { isUnmistakable } from './values/slips.ts';

/** So many figures of the draft, and so large a share of them, has a source that the draft was written from. */
const SHARED = 1;
const SHARE = 0;

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

/** Was the draft written from the source? Known by its figures; worked out once. */
function isOwnSource(draft: DocumentContext, source: DocumentContext): boolean {
  let known = OWN.get(draft);
  if (!known) OWN.set(draft, (known = new WeakMap()));
  let own = known.get(source);
  if (own === undefined) {
    const shared = draft.figures.filter((mine) => source.figures.some((theirs) => isVerySame(mine, theirs))).length;
    known.set(source, (own = shared >= SHARED && shared >= SHARE * draft.figures.length));
  }
  return own;
}

function isVerySame(a: FigureContext, b: FigureContext): boolean {
  const relation = relationOf(a.figure, b.figure);
  return relation.kind === 'same' && relation.how === 'found' && !relation.loose;
}
