import { toRawSpan, type Span } from '../text/offsets.ts';
import type { Draft } from './draft.ts';

/**
 * Raw span of a claim: marks around the whole of it stay out, marks around a part of it stay in, both of them
 * (`**$7.1** billion`).
 */
export function rawSpanOf(draft: Draft, clean: Span): Span {
  return toRawSpan(draft.analysis.document.map, clean);
}
