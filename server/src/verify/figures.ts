import type { FigureMention } from '../extract/mention.ts';
import type { VerifyContext } from './checkDraft.ts';
import { derivationOf } from './figures/derivation.ts';
import { verifyEach } from './eachClaim.ts';
import { claimKey, figureCache, shifted } from './figures/cache.ts';
import { documentContext, type FigureContext } from './figures/context/context.ts';
import { unknownFigure } from './figures/findings/findings.ts';
import { withInconsistencies } from './figures/consistency.ts';
import { withHeadlines } from './figures/headlines.ts';
import { misplacedDate, unheardWeekday } from './figures/datePlaces.ts';
import { judgeFigure } from './figures/judgement.ts';
import { matchesOf } from './figures/matches.ts';
import { figureScope } from './figures/scope.ts';
import { lasting } from './lasting.ts';
import type { Finding } from './verdict.ts';

/**
 * What the sources say of the figures of a draft: one finding a claim, in the same order. After an edit
 * only the figures near it are judged anew, and after a change of the sources only those for which others are proposed now, or
 * whose words tell more or less.
 */
export async function verifyFigures(claims: readonly FigureMention[], context: VerifyContext): Promise<Finding[]> {
  if (claims.length === 0) return [];
  const draft = documentContext(context.draft.analysis);
  const contexts = new Map<FigureMention, FigureContext>(draft.figures.map((figure) => [figure.figure, figure]));
  const sentences = new Set(claims.flatMap((claim) => contexts.get(claim)?.sentence ?? []));
  const cache = figureCache(context.corpus);
  const scope = await figureScope(draft, sentences, context, cache);
  const keys = claims.map((claim) => {
    const figure = contexts.get(claim);
    return figure && claimKey(draft, figure, scope.documentsFor(figure.sentence).join(' '));
  });
  const knownAt = (at: number): Finding | undefined => {
    const key = keys[at];
    if (key === undefined) return undefined;
    const known = cache.findings.get(key);
    if (known) return known;
    const earlier = cache.earlier.get(key);
    if (!earlier || earlier.weights !== scope.weightsKey(contexts.get(claims[at]!)!.sentence)) return undefined;
    cache.findings.set(key, earlier.finding);
    return earlier.finding;
  };
  const findings = await verifyEach(claims, context, async (claim, at) => {
    const figure = contexts.get(claim);
    const key = keys[at];
    if (!figure || key === undefined) return unknownFigure();
    const known = knownAt(at);
    if (known) return shifted(known, claim.start);
    const reading = scope.sourcesFor(figure.sentence);
    if (keys[at + 1] !== undefined && !knownAt(at + 1)) scope.prepareFor(contexts.get(claims[at + 1]!)!.sentence);
    const sources = await reading;
    const weight = scope.weightFor(figure.sentence);
    const matches = matchesOf(draft, figure, sources, weight);
    const judged = judgeFigure(
      draft,
      figure,
      matches,
      () => derivationOf(draft, figure, sources, weight),
      (other) => matchesOf(draft, other, sources, weight),
    );
    const doubt = !scope.isWhole
      ? undefined
      : judged.code === 'figure.found'
        ? misplacedDate(draft, figure, matches, sources)
        : judged.code === 'figure.unknown' && unheardWeekday(figure, matches, sources);
    const finding = lasting(doubt || judged);
    const kept = shifted(finding, -claim.start);
    cache.findings.set(key, kept);
    if (sources.length === scope.documentsFor(figure.sentence).length)
      cache.earlier.set(key, { finding: kept, weights: scope.weightsKey(figure.sentence) });
    return finding;
  });
  const figures = claims.map((claim) => contexts.get(claim));
  return withInconsistencies(draft, figures, withHeadlines(draft, figures, findings));
}
