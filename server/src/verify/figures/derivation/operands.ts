import { isNamed, isTogether } from './places.ts';
import type { Operands } from './steps.ts';
import { sentenceLikeness, type Asked } from '../context/align.ts';
import type { FigureContext } from '../context/context.ts';
import type { SourceFigures } from '../matches.ts';
import { relationOf } from '../values/quantities.ts';
import { sentencesToSearch } from '../searching.ts';

/** Sentences of a source that are searched for operands. */
const SEARCHED = 12;
/** Share of the draft sentence's words that the operands' passage must have. */
const PASSAGE = 0.25;

/** The sentences with two figures or more that speak of the draft's matter, best first. */
export function operandsFor(asked: Asked, claim: FigureContext, sources: readonly SourceFigures[]): Operands[] {
  const found: (Operands & { score: number })[] = [];
  const time = claim.figure.quantity.type === 'duration';
  const mentioned = (asked.document.figuresOf.get(claim.sentence) ?? []).filter((other) => other !== claim);
  for (const place of sources) {
    const { document } = place;
    const { text } = document.analysis.document;
    const searched = sentencesToSearch(asked, document);
    for (const [sentence, own] of document.figuresOf) {
      if (searched && !searched.has(sentence)) continue;
      const next = isTogether(document, sentence) ? document.figuresOf.get(sentence + 1) : undefined;
      const third =
        next && time && isTogether(document, sentence + 1) ? document.figuresOf.get(sentence + 2) : undefined;
      if (own.length < 2 && !next) continue;
      const figures = [...own, ...(next ?? []), ...(third ?? [])];
      const like = sentenceLikeness(asked, document, sentence);
      const shared = mentioned.filter((other) =>
        figures.some((figure) => relationOf(other.figure, figure.figure).kind === 'same'),
      ).length;
      // Of two rows the second may be the one that the draft speaks of.
      const other = next && time ? sentenceLikeness(asked, document, sentence + 1).passage : 0;
      const passage =
        Math.max(like.passage, other) +
        0.3 * like.lead +
        (mentioned.length > 0 ? (0.4 * shared) / mentioned.length : 0);
      const row = document.analysis.document.blocks[document.sentences[sentence]!.block]?.kind === 'table-row';
      const named = row && isNamed(asked, document.sentences[sentence]!.keys);
      if (passage < PASSAGE && !named) continue;
      const { start, end } = document.sentences[sentence]!;
      const score = passage + 0.5 * like.sentence + (named ? 0.5 : 0);
      if (own.length > 1)
        found.push({ place, figures: own, passage, text: text.slice(start, end), kind: 'sentence', score });
      if (next) {
        const wide = text.slice(start, document.sentences[sentence + 1]!.end);
        found.push({ place, figures, passage, text: wide, kind: 'wide', score: score - 0.3 });
      }
    }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, SEARCHED);
}
