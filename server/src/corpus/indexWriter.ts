import type { DocumentId, SourceRecord } from './corpusIndex.ts';
import type { IndexedDocument } from './indexedDocument.ts';

/** One step of bringing an index in line with the folders. All of it is seen at once, or none. */
export interface IndexBatch {
  /** Take the place of documents of the same folder and path, if there are such, under a new number. */
  readonly put: readonly IndexedDocument[];
  readonly remove: readonly DocumentId[];
  /** Same content, another time stamp. */
  readonly touch: readonly { readonly id: DocumentId; readonly size: number; readonly modified: number }[];
  /** Same content, in another place; the document gets a new number. */
  readonly move?: readonly MovedFile[];
}

/** Where a document that was elsewhere is now. */
export interface MovedFile extends Pick<SourceRecord, 'folder' | 'path' | 'size' | 'modified'> {
  /** Its number before. */
  readonly id: DocumentId;
  /** The document as the file has it, for where another process has removed or moved that one meanwhile. */
  readonly read: () => IndexedDocument;
}

/** What the index knows of a file, to tell whether it has changed. */
export type StoredFile = Pick<SourceRecord, 'id' | 'folder' | 'path' | 'size' | 'modified' | 'hash'>;

/** The write side of an index. One writer at a time. */
export interface IndexWriter {
  /** All files; with `only`, at least those at these absolute paths and below them. */
  storedFiles(only?: readonly string[]): Promise<readonly StoredFile[]>;
  /** Commits the batch and returns the new generation. */
  apply(batch: IndexBatch): Promise<number>;
  close(): Promise<void>;
}
