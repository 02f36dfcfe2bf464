import type { FigureMention } from '../extract/mention.ts';
import type { Derivation } from './derivation.ts';
import type { FigureContext } from './figureContext.ts';
import { conflictingFigure, derivedFigure, refutedFigure, supportedFigure, unknownFigure } from './figureFindings.ts';
import type { FigureMatch } from './figureMatches.ts';
import { isSlipOf } from './figureSlips.ts';
import type { Finding } from './verdict.ts';

/** What a rival must have in common with the draft to refute a value that no source gives. */
const REFUTES = { score: 2, content: 1.4, passage: 0.15 };
/** The same for a rival that the draft's value is a slip away from; and what such a slip adds to its score. */
const SLIP = { content: 0.4, bonus: 2.5 };
/** By so much must a rival be better aligned than the place with the draft's own value to refute it, or to cast doubt. */
const OVERRULES = 3;
const DOUBTS = 1.5;
/** The same between two figures of one sentence. */
const NEIGHBOUR = 0.5;

/**
 * The verdict on one figure, from the source figures that can be compared with it, best first. `derive` is asked where no
 * source gives the value in a place that fits.
 */
export function judgeFigure(
  { figure }: FigureContext,
  matches: readonly FigureMatch[],
  derive: () => Derivation | undefined,
): Finding {
  const same = matches.filter((match) => match.relation.kind === 'same');
  const rivals = matches.filter((match) => match.rival);
  const [found, rival] = [same[0], rivals[0]];
  if (!found) {
    const derivation = derive();
    return derivation ? derivedFigure(figure, derivation) : withoutValue(figure, rivals);
  }
  const doubtful = rival !== undefined && rival.score - found.score >= DOUBTS;
  const derivation =
    doubtful && found.relation.kind === 'same' && found.relation.how === 'rounded' ? derive() : undefined;
  if (derivation) return derivedFigure(figure, derivation);
  const other = overruling(figure, found, rivals);
  if (other) return refutedFigure(figure, agreeing(rivals, other));
  const lead = rival ? rival.score - found.score - specificity(figure, found) : -Infinity;
  if (lead >= DOUBTS && isNear(rival!)) return unknownFigure(figure, found);
  const opposing = rivals.filter((match) => conflicts(match, found));
  if (opposing.length > 0) return conflictingFigure(figure, same, opposing);
  return supportedFigure(figure, same);
}

/** The rival that speaks of the draft's matter so much more clearly than the place with its value that this is another matter. */
function overruling(
  figure: FigureMention,
  found: FigureMatch,
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const beside = rivals.find(
    (rival) => isBeside(rival, found) && rival.score - found.score >= NEIGHBOUR && isMeant(rival, found),
  );
  if (beside) return beside;
  const best = rivals[0];
  if (!best || !isNear(best)) return undefined;
  return best.score - found.score - specificity(figure, found) >= OVERRULES ? best : undefined;
}

function isBeside(a: FigureMatch, b: FigureMatch): boolean {
  return a.in === b.in && a.context.sentence === b.context.sentence;
}

/** In one sentence the draft's words tell its figures apart: the same thing is counted, or they stand much nearer. */
function isMeant({ like }: FigureMatch, { like: other }: FigureMatch): boolean {
  if (like.head === 1 && other.head <= 0.3) return true;
  return like.near - other.near >= 0.3 && like.nearShare > other.nearShare && like.head >= other.head;
}

/** Words of the draft stand near the figure itself, not only somewhere in its passage. */
function isNear({ like }: FigureMatch): boolean {
  return like.near + like.nearShare >= 0.3;
}

/** No source gives the value: refuted if one clearly gives another for the same quantity. */
function withoutValue(figure: FigureMention, rivals: readonly FigureMatch[]): Finding {
  let best: FigureMatch | undefined;
  let bestScore = -Infinity;
  for (const match of rivals) {
    const slip = isSlipOf(figure, match.context.figure) || isUnitSlip(match);
    if (!isStrong(match, slip)) continue;
    const score = match.score + (slip ? SLIP.bonus : 0);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best ? refutedFigure(figure, agreeing(rivals, best)) : unknownFigure(figure);
}

function isStrong({ score, content, like }: FigureMatch, slip: boolean): boolean {
  if (slip) return content >= SLIP.content;
  return score >= REFUTES.score && content >= REFUTES.content && like.passage >= REFUTES.passage;
}

/** The same number with another currency or unit, or on the wrong side of a hedge. */
function isUnitSlip({ relation }: FigureMatch): boolean {
  return relation.kind === 'different' && relation.what !== 'value';
}

/** How unlikely it is that a value is met by chance: more digits, a full date; most of all the source's own date. */
function specificity({ quantity }: FigureMention, { in: { source } }: FigureMatch): number {
  if (quantity.type === 'date') {
    if (quantity.precision !== 'day' || quantity.from.startsWith('XXXX')) return 0;
    return source.document.metadata.date?.slice(0, 10) === quantity.from ? 5 : 2.5;
  }
  if (quantity.type === 'score') return 0.5;
  const digits = quantity.low
    .toPrecision(12)
    .replace(/e.*$/u, '')
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;
  return digits >= 4 ? 1 : digits === 3 ? 0.6 : 0;
}

/** A rival and the others that give the same value as well, the rival first. */
function agreeing(matches: readonly FigureMatch[], best: FigureMatch): FigureMatch[] {
  const value = JSON.stringify(best.context.figure.quantity);
  const others = matches.filter((match) => match !== best && JSON.stringify(match.context.figure.quantity) === value);
  return [best, ...others];
}

/** Does another document give another value for the very same thing? */
function conflicts(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [rival.context.figure.quantity, found.context.figure.quantity];
  if (rival.in === found.in || a.type === 'date' || b.type === 'date' || a.type === 'score' || b.type === 'score')
    return false;
  if (Math.abs(a.low - b.low) > 0.25 * Math.max(Math.abs(a.low), Math.abs(b.low))) return false;
  return (
    rival.score > found.score - 2.5 &&
    rival.like.head > 0 &&
    rival.like.near > 0.35 &&
    rival.like.nearShare >= found.like.nearShare - 0.12 &&
    rival.like.passage >= Math.max(0.3, found.like.passage - 0.5)
  );
}
