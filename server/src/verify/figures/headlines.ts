import type { Finding } from '../verdict.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { relationOf } from './values/quantities.ts';

/** Sentences of the article in which a headline's figure is looked for. */
const SENTENCES = 12;

/**
 * Findings with those on a heading that repeats a figure of the text below it: the heading has too few words to find the
 * sources by, so what was found for the text holds for it.
 */
export function withHeadlines(
  draft: DocumentContext,
  figures: readonly (FigureContext | undefined)[],
  findings: readonly Finding[],
): Finding[] {
  const { blocks } = draft.analysis.document;
  return findings.map((finding, i) => {
    const figure = figures[i];
    if (!figure || finding.code !== 'figure.unknown' || finding.partial) return finding;
    if (blocks[draft.sentences[figure.sentence]!.block]?.kind !== 'heading') return finding;
    const body = figures.findIndex((other, at) => {
      if (!other || other.sentence <= figure.sentence || other.sentence > figure.sentence + SENTENCES) return false;
      return findings[at]!.verdict === 'supported' && isRepeated(figure, other);
    });
    return body < 0 ? finding : findings[body]!;
  });
}

function isRepeated({ figure: a }: FigureContext, { figure: b }: FigureContext): boolean {
  if (a.quantity.type !== b.quantity.type || a.quantity.type === 'date') return false;
  const relation = relationOf(a, b);
  if (relation.kind !== 'same' || relation.loose || relation.how !== 'found') return false;
  return a.quantity.type !== 'number' || a.quantity.unit !== undefined || a.quantity.low >= 13;
}
