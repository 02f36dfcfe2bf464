import { attributionBefore } from '../../extract/quotes/attribution.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import { sourceSpan, type Alignment } from './alignment.ts';
import type { SourceSpeaker } from './speakers.ts';

/**
 * Whom a sentence of a source's own text has say the words, without quotation marks: `in the words of one veteran …`, `X said that …`.
 * Undefined where the sentence tells it for itself, or of somebody by a pronoun.
 */
export function reportedSpeaker(alignment: Alignment): SourceSpeaker | undefined {
  const { document, analysis } = alignment.source.source;
  const span = sourceSpan(alignment);
  const sentence = sentenceAt(analysis.sentences, span.start);
  if (!sentence || span.end > sentence.end) return undefined;
  const quotations = analysis.quotes.map(({ outer }) => outer);
  const found = attributionBefore(
    { text: document.text, names: analysis.names, quotations },
    sentence.start,
    span,
    false,
  );
  if (!found?.cue || found.inferred) return undefined;
  const { start, end, kind } = found.subject;
  if (kind === 'pronoun') return undefined;
  return { name: { start, end, text: document.text.slice(start, end) }, kind, certain: true, reported: true };
}
