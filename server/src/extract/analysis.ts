import { blockTexts, type BlockText } from '../text/blockText.ts';
import type { Span } from '../text/offsets.ts';
import { once } from '../text/once.ts';
import { sentencesOf, sentenceSteps } from '../text/sentences.ts';
import type { StructuredText } from '../text/structuredText.ts';
import type { Steps } from '../text/turns.ts';
import { extractFigures, figureSteps } from './figures.ts';
import type { FigureMention, NameMention, QuoteMention } from './mention.ts';
import { extractNames, nameSteps } from './names.ts';
import { extractQuotes, quoteSteps } from './quotes.ts';

/** Everything the extractors find in one document, source or draft. All spans are in `document.text`. */
export interface Analysis {
  readonly document: StructuredText;
  readonly sentences: readonly Span[];
  readonly names: readonly NameMention[];
  readonly figures: readonly FigureMention[];
  readonly quotes: readonly QuoteMention[];
}

/**
 * What the extractors find in one document; each runs when what it finds is first asked for, since most sources are asked
 * for one kind of mention only. Pure; linear in its length. `blocksOf` gives its blocks; of a draft, of which version after
 * version is read, those that are kept.
 */
export function analyse(
  document: StructuredText,
  blocksOf: (document: StructuredText) => readonly BlockText[] = blockTexts,
): Analysis {
  const parts = once(() => blocksOf(document));
  const sentences = once(() => sentencesOf(document, parts()));
  const names = once(() => extractNames(document, sentences(), parts()));
  const figures = once(() => extractFigures(document, sentences(), names(), parts()));
  const quotes = once(() => extractQuotes(document, sentences(), names()));
  return {
    document,
    get sentences() {
      return sentences();
    },
    get names() {
      return names();
    },
    get figures() {
      return figures();
    },
    get quotes() {
      return quotes();
    },
  };
}

/** All of {@link analyse}, block by block: a document of a megabyte takes a second. */
export function* analysisSteps(document: StructuredText): Steps<Analysis> {
  const parts = blockTexts(document);
  const sentences = yield* sentenceSteps(document, parts);
  const names = yield* nameSteps(document, parts);
  const figures = yield* figureSteps(document, names, parts);
  const quotes = yield* quoteSteps(document, sentences, names);
  return { document, sentences, names, figures, quotes };
}
