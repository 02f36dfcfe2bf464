import { toRawSpan, type Span } from '../text/offsets.ts';
import type { Draft } from './draft.ts';

/**
 * Raw span of a claim: marks around the whole of it stay out, marks around a part of it stay in, both of them
 * (`**$7.1** billion`), and so does a link around a part, with its target.
 */
export function rawSpanOf(draft: Pick<Draft, 'analysis' | 'marked'>, clean: Span): Span {
  const { marked } = draft;
  let { start, end } = toRawSpan(draft.analysis.document.map, clean);
  for (let i = firstFrom(marked, clean.start); i < marked.length && marked[i]!.clean.start < clean.end; i++) {
    const words = marked[i]!;
    const isWhole = words.clean.start === clean.start && words.clean.end === clean.end;
    if (isWhole || words.clean.end > clean.end) continue;
    start = Math.min(start, words.raw.start);
    end = Math.max(end, words.raw.end);
  }
  return { start, end };
}

/** Index of the first marked words that start at or behind `offset`. */
function firstFrom(marked: Draft['marked'], offset: number): number {
  let low = 0;
  let high = marked.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marked[middle]!.clean.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
