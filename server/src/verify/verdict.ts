import type { DocumentId } from '../corpus/corpusIndex.ts';
import type { FigureMention, NameMention, QuoteMention } from '../extract/mention.ts';
import type { Span } from '../text/offsets.ts';

/** AVeriTeC's labels. */
export type Verdict = 'supported' | 'refuted' | 'conflicting-evidence' | 'not-enough-evidence';

/** Why. Public: settings, ignores and SARIF rules use these. */
export type Code =
  /** The sources write it so. */
  | 'name.found'
  /** No source writes it so, and a name that the sources do write is a slip away. */
  | 'name.misspelt'
  /** The title or role given to the person is another one in the sources. */
  | 'name.role'
  /** The sources write the same name in several ways. */
  | 'name.variant'
  /** No source knows the name. */
  | 'name.unknown'
  /** The sources know the name, and say of another what the draft says of this one. */
  | 'name.misplaced'
  /** One person or body is spelt in two ways within the draft. */
  | 'name.inconsistent'
  | 'figure.found'
  /** The sources give another value for the same quantity. */
  | 'figure.mismatch'
  /** A fair rounding or approximation of a source's value. */
  | 'figure.rounded'
  /** Follows by arithmetic from source values. */
  | 'figure.derived'
  /** No source gives such a quantity. */
  | 'figure.unknown'
  /** The sources give several values for the quantity; the draft has one of them. */
  | 'figure.conflict'
  /** The draft gives one quantity two values. */
  | 'figure.inconsistent'
  | 'quote.found'
  /** Words inside the quotation marks differ from what the source quotes. */
  | 'quote.altered'
  /** The words are right and the speaker is not. */
  | 'quote.misattributed'
  /** Separate passages run together as one quotation without an ellipsis. */
  | 'quote.stitched'
  /** No source has these words. */
  | 'quote.unknown'
  | 'quote.conflict';

export type Claim = NameMention | FigureMention | QuoteMention;

/** A passage of a source that bears on a claim. */
export interface Evidence {
  readonly document: DocumentId;
  /** Path relative to the corpus folder. */
  readonly source: string;
  /** In the extracted text of the source (raw coordinates, see SourceDocument.raw). */
  readonly start: number;
  readonly end: number;
  /** From 1, for formats with pages. */
  readonly page: number | null;
  /** The words of the span. */
  readonly text: string;
  /** The part of the span that is the value, the name or the words themselves (raw coordinates), for marking it. */
  readonly focus?: Span;
  /** What this passage says in this matter, where sources disagree: `58 patients`. */
  readonly says?: string;
}

export interface Suggestion {
  readonly title: string;
  /** Takes the place of the finding's span, in the draft's own style. */
  readonly newText: string;
  /** Raw span of the draft that it replaces, where that is not the finding's: the target of a citation. */
  readonly at?: Span;
}

/** What the sources say of one claim. */
export interface Finding {
  readonly verdict: Verdict;
  readonly code: Code;
  /** One plain English sentence that says why, with the source's value. */
  readonly message: string;
  /** What was compared, step by step, for the hover. */
  readonly explanation: readonly string[];
  /** Best first. */
  readonly evidence: readonly Evidence[];
  readonly suggestions: readonly Suggestion[];
  /** Clean span of the draft, where it differs from the claim's: title and name for a wrong title, hedge and number. */
  readonly span?: Span;
  /** True where only a part of the corpus was asked: says "not fully checked". */
  readonly partial?: true;
  /** True of a weekday that nothing in the sources falls on: it is shown though weekdays are no claims. */
  readonly unheard?: true;
  /** True where the draft cites a source for it and only others have it. */
  readonly elsewhere?: true;
}

/** A claim of a draft with its finding. */
export interface CheckedClaim {
  readonly claim: Claim;
  readonly finding: Finding;
  /** Raw span in the draft file (UTF-16). */
  readonly span: Span;
}
