import type { Analysis } from '../extract/analysis.ts';
import type { MarkedWords } from '../text/markdown.ts';
import type { Span } from '../text/offsets.ts';

/** A draft read for checking. Clean coordinates are those of `analysis.document.text`, raw ones those of `raw`. */
export interface Draft {
  readonly raw: string;
  readonly analysis: Analysis;
  /** `sources:` of the front matter; undefined if it has none. */
  readonly sources?: readonly string[];
  readonly citations: readonly Citation[];
  readonly ignores: readonly Ignore[];
  /** Emphasised and linked words, for {@link rawSpanOf}. */
  readonly marked: readonly MarkedWords[];
  readonly problems: readonly DraftProblem[];
}

/** What is wrong with the front matter or with an ignore comment. */
export interface DraftProblem {
  /** Raw. */
  readonly span: Span;
  /** One sentence that says what to do. */
  readonly message: string;
}

/** A link or footnote that points at something that may be a source. */
export interface Citation {
  /** Clean span of what the citation stands by: its sentence, or the whole of its block quotation. */
  readonly covers: Span;
  /** Raw span of the link's target. */
  readonly target: Span;
  /** As written. */
  readonly url: string;
}

/** A stretch of the draft in which findings are not reported. Raw span. */
export interface Ignore extends Span {
  /** All codes, if empty. A code without a point (`figure`) stands for its family. */
  readonly codes: readonly string[];
  readonly reason?: string;
}
