import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { MAXIMUM_SOURCE_BYTES, readSource, TOO_LARGE, unreadableSource } from '../sources/readSource.ts';
import type { SourceDocument } from '../sources/sourceDocument.ts';
import { indexedDocumentOf, type IndexedDocument } from './indexedDocument.ts';
import type { ListedFile } from './listSources.ts';

/** What a file that was listed is found to hold. */
export interface FoundContent {
  /** Empty if it cannot be read. */
  readonly hash: string;
  /** Undefined where the content is known. */
  readonly document: IndexedDocument | undefined;
  /** Length of the text. */
  readonly units: number;
}

/**
 * Reads a file, and prepares it for the index unless its hash is among those of known contents. A file that cannot be read
 * gives a document that says so.
 */
export function readListedFile(file: ListedFile, known: readonly string[]): FoundContent {
  const { folder, path, size, modified } = file;
  const { hash, source } = contentOf(file);
  // Of a file that could not be asked about, size and time are not known, and so neither is it known to be the same.
  if (known.includes(hash) && size !== undefined && modified !== undefined) {
    return { hash, document: undefined, units: 0 };
  }
  const read = source();
  const state = { folder, path, size: size ?? 0, modified: modified ?? 0, hash };
  return { hash, document: indexedDocumentOf(state, read), units: read.raw.length };
}

function contentOf(file: ListedFile): { hash: string; source: () => SourceDocument } {
  if ((file.size ?? 0) > MAXIMUM_SOURCE_BYTES) {
    return { hash: `size ${file.size}`, source: () => unreadableSource(file.path, TOO_LARGE) };
  }
  try {
    const bytes = readFileSync(file.absolute);
    return { hash: contentHash(bytes), source: () => readSource(file.path, bytes) };
  } catch (error) {
    return { hash: '', source: () => unreadableSource(file.path, reasonOf(error)) };
  }
}

/** The hash by which two versions of a file are told apart. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 32);
}

function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'EACCES' || code === 'EPERM') return 'there is no permission to read it';
  if (code === 'ENOENT') return 'it has gone';
  return `of a read error (${code ?? 'unknown'})`;
}
