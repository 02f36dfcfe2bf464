import type { SourceWords } from './sources.ts';
import type { QuoteItem, QuoteWord } from './words.ts';
import { sameWord } from './alignment.ts';

/** A stretch of a source that has some of a quotation's words one behind the other. Word indices. */
export interface ExactRun {
  readonly source: SourceWords;
  readonly from: number;
  readonly to: number;
}

interface LongRun extends ExactRun {
  /** How many of the quotation's words. */
  readonly length: number;
}

/** Words that each of the passages must have, and together. */
const LEAST_PART = 4;
/** Words left out between them that make them separate passages; fewer are an alteration. */
const LEAST_APART = 6;
const MOST_PARTS = 4;

/**
 * Are the quotation's words two or three separate passages run together? All of its words must be found, cut at any place.
 */
export function stitchedFrom(items: readonly QuoteItem[], sources: readonly SourceWords[]): ExactRun[] | undefined {
  const segments = segmentsOf(items);
  const size = segments.reduce((sum, words) => sum + words.length, 0);
  if (size < 2 * LEAST_PART) return undefined;
  const runs: ExactRun[] = [];
  for (const words of segments) {
    for (let at = 0; at < words.length;) {
      if (runs.length >= MOST_PARTS) return undefined;
      const run = longestRun(words, at, sources, runs.at(-1));
      if (!run) return undefined;
      if (run.length < LEAST_PART) return undefined;
      runs.push(run);
      at += run.length;
    }
  }
  if (runs.length < 2) return undefined;
  for (let i = 1; i < runs.length; i++) {
    const before = runs[i - 1]!;
    const after = runs[i]!;
    const apart = after.from - before.to - 1;
    if (before.source === after.source && apart >= 0 && apart < LEAST_APART) return undefined;
  }
  return runs;
}

/** The words between the gaps. */
function segmentsOf(items: readonly QuoteItem[]): QuoteWord[][] {
  const segments: QuoteWord[][] = [[]];
  for (const item of items) {
    if (item.kind === 'word') segments.at(-1)!.push(item);
    else if (segments.at(-1)!.length > 0) segments.push([]);
  }
  return segments.filter((words) => words.length > 0);
}

/** The longest run of the words from `at` on that a source has, in the source of `previous` and quoted if it may be. */
function longestRun(
  words: readonly QuoteWord[],
  at: number,
  sources: readonly SourceWords[],
  previous: ExactRun | undefined,
): LongRun | undefined {
  let best: LongRun | undefined;
  let bestScore = 0;
  for (const source of sources) {
    for (const place of source.places(words[at]!.key)) {
      let length = 0;
      let to = place;
      for (let i = place; at + length < words.length && i < source.keys.length; i++) {
        if (sameWord(words[at + length]!, source.keys[i]!)) {
          length++;
          to = i;
        } else if (!source.skippable[i]) break;
      }
      if (length === 0) continue;
      const score = length + (source.quotes[place] === -1 ? 0 : 0.3) + (previous?.source === source ? 0.2 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = { source, from: place, to, length };
      }
    }
  }
  return best;
}
