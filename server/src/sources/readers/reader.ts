import type { StructuredText } from '../../text/structuredText.ts';
import type { Steps } from '../../text/turns.ts';
import type { SourceMetadata } from '../sourceDocument.ts';

/** What a reader makes of one file's text: its structure, and what it says of itself. */
export interface ReadText {
  readonly structure: StructuredText;
  readonly metadata: Pick<SourceMetadata, 'title' | 'publisher' | 'date'>;
}

/** A text format: its name, the extensions it is known by, and how a decoded file of it is read. */
export interface TextReader {
  readonly format: string;
  /** In lower case, with the point. */
  readonly extensions: readonly string[];
  /** `text` is the decoded file; the map of the structure leads to it. */
  read(text: string): Steps<ReadText>;
}
