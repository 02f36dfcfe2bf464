import type { DocumentContext, FigureContext } from './figureContext.ts';
import { conflictingFigure, refutedFigure, supportedFigure, unknownFigure } from './figureFindings.ts';
import type { FigureMatch } from './figureMatches.ts';
import type { Finding } from './verdict.ts';

/** A rival must score so much to refute a value that no source gives. */
const REFUTES = 2;
/** By so much must a rival be better aligned than the place with the draft's own value. */
const OVERRULES = 3;
const DOUBTS = 1.5;

/** The verdict on one figure, from the source figures that can be compared with it, best first. */
export function judgeFigure(
  _draft: DocumentContext,
  { figure }: FigureContext,
  matches: readonly FigureMatch[],
): Finding {
  const same = matches.filter((match) => match.relation.kind === 'same');
  const rivals = matches.filter((match) => match.rival);
  const [found, rival] = [same[0], rivals[0]];
  if (!found) {
    if (!rival || rival.score < REFUTES) return unknownFigure(figure);
    return refutedFigure(figure, agreeing(rivals));
  }
  const lead = rival ? rival.score - found.score : -Infinity;
  if (lead >= OVERRULES) return refutedFigure(figure, agreeing(rivals));
  if (lead >= DOUBTS) return unknownFigure(figure, found);
  const opposing = found && rival ? rivals.filter((match) => conflicts(match, found)) : [];
  if (opposing.length > 0) return conflictingFigure(figure, same, opposing);
  return supportedFigure(figure, same);
}

/** The best and those that give the same value as well. */
function agreeing(matches: readonly FigureMatch[]): FigureMatch[] {
  const value = JSON.stringify(matches[0]!.context.figure.quantity);
  return matches.filter((match) => JSON.stringify(match.context.figure.quantity) === value);
}

/** Does another document give another value for the very same thing? */
function conflicts(rival: FigureMatch, found: FigureMatch): boolean {
  return (
    rival.in !== found.in &&
    rival.score > found.score - 1.5 &&
    rival.like.head === 1 &&
    rival.like.near > 0.5 &&
    found.like.near > 0.4 &&
    rival.context.figure.quantity.type !== 'date'
  );
}
