import type { StructuredText } from '../text/structuredText.ts';

/** One source as its reader gives it: text, structure, and what the file says of itself. */
export interface SourceDocument extends StructuredText {
  /**
   * The extracted text that `map` leads to: for .txt and .md the decoded file (without byte order mark), for other formats
   * what the reader extracted. Evidence offsets are in it.
   */
  readonly raw: string;
  readonly metadata: SourceMetadata;
  readonly health: SourceHealth;
}

export interface SourceMetadata {
  readonly format: string;
  readonly encoding?: string;
  readonly title?: string;
  readonly publisher?: string;
  /** ISO date of publication, from front matter, a dateline or the file's own metadata. */
  readonly date?: string;
}

/** What a user should know about how well a source could be read. */
export type SourceHealth =
  | { readonly status: 'good' }
  | { readonly status: 'repaired'; readonly detail: string }
  | { readonly status: 'empty' }
  | { readonly status: 'unreadable'; readonly detail: string };
