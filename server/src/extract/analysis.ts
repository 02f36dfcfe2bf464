import type { Span } from '../text/offsets.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { StructuredText } from '../text/structuredText.ts';
import { extractFigures } from './figures.ts';
import type { FigureMention, NameMention, QuoteMention } from './mention.ts';
import { extractNames } from './names.ts';
import { extractQuotes } from './quotes.ts';

/** Everything the extractors find in one document, source or draft. All spans are in `document.text`. */
export interface Analysis {
  readonly document: StructuredText;
  readonly sentences: readonly Span[];
  readonly names: readonly NameMention[];
  readonly figures: readonly FigureMention[];
  readonly quotes: readonly QuoteMention[];
}

/** Runs all extractors over one document. Pure; linear in its length. */
export function analyse(document: StructuredText): Analysis {
  const sentences = sentencesOf(document);
  const names = extractNames(document, sentences);
  const figures = extractFigures(document, sentences, names);
  const quotes = extractQuotes(document, sentences, names);
  return { document, sentences, names, figures, quotes };
}
