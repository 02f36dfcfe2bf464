import type { DocumentContext, FigureContext } from './context/context.ts';
import { rowOf } from './derivation/places.ts';
import type { FigureMatch } from './matches.ts';
import { relationOf } from './values/quantities.ts';

/** By so much must each of two places be more like the other's figure, and both together. */
const EACH = 0.05;
const BOTH = 0.4;

/**
 * `arrested in March and extradited in February`, where a source's sentence has both months the other way round: the place of
 * the value that the draft gives to the other of two figures of its sentence. Undefined where the words about them do not say
 * of both that they changed places.
 *
 * @param matchesFor The places that a figure of the draft can be compared with.
 */
export function swappedPair(
  draft: DocumentContext,
  claim: FigureContext,
  found: FigureMatch,
  rivals: readonly FigureMatch[],
  matchesFor: (other: FigureContext) => readonly FigureMatch[],
): FigureMatch | undefined {
  if (rowOf(draft, claim)) return undefined;
  const beside = (draft.figuresOf.get(claim.sentence) ?? []).filter(
    (other) => other !== claim && relationOf(other.figure, claim.figure).kind === 'different',
  );
  if (beside.length === 0) return undefined;
  return rivals.find((rival) => {
    if (rival.in !== found.in || rival.context.sentence !== found.context.sentence) return false;
    const gain = nearness(rival) - nearness(found);
    const other = gain < EACH ? undefined : beside.find((one) => isSame(one, rival.context));
    const others = other && matchesFor(other);
    const own = others?.find(({ context }) => context === rival.context);
    const crossed = others?.find(({ context }) => context === found.context);
    if (!own || !crossed) return false;
    const theirs = nearness(crossed) - nearness(own);
    return theirs >= EACH && gain + theirs >= BOTH;
  });
}

function isSame(a: FigureContext, b: FigureContext): boolean {
  return relationOf(a.figure, b.figure).kind === 'same';
}

function nearness({ like }: FigureMatch): number {
  return like.near + like.nearShare;
}
