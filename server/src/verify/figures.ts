import type { FigureMention } from '../extract/mention.ts';
import type { VerifyContext } from './checkDraft.ts';
import { verifyEach } from './eachClaim.ts';
import { derivationOf } from './derivation.ts';
import { documentContext, type FigureContext } from './figureContext.ts';
import { judgeFigure } from './figureJudgement.ts';
import { matchesOf } from './figureMatches.ts';
import { unknownFigure } from './figureFindings.ts';
import { figureScope } from './figureScope.ts';
import type { Finding } from './verdict.ts';

/** What the sources say of the figures of a draft: one finding a claim, in the same order. */
export async function verifyFigures(claims: readonly FigureMention[], context: VerifyContext): Promise<Finding[]> {
  if (claims.length === 0) return [];
  const draft = documentContext(context.draft.analysis);
  const contexts = new Map<FigureMention, FigureContext>(draft.figures.map((figure) => [figure.figure, figure]));
  const sentences = new Set(claims.flatMap((claim) => contexts.get(claim)?.sentence ?? []));
  const scope = await figureScope(draft, sentences, context);
  return verifyEach(claims, context, (claim) => {
    const figure = contexts.get(claim);
    if (!figure) return unknownFigure(claim);
    const sources = scope.sourcesFor(figure.sentence);
    const matches = matchesOf(draft, figure, sources, scope.weight);
    return judgeFigure(figure, matches, () => derivationOf(draft, figure, sources, scope.weight));
  });
}
