import { extractNames } from '../extract/names.ts';
import type { SourceDocument, SourceMetadata } from '../sources/sourceDocument.ts';
import { detached } from '../text/detached.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { SourceRecord } from './corpusIndex.ts';
import { packNames, type PackedNames } from './packedNames.ts';
import { passagesOf, type PassageWords } from './passages.ts';

/** A source as an index takes it in. Many wait together to be written, so nothing here keeps the source's text in memory. */
export interface IndexedDocument {
  readonly record: Omit<SourceRecord, 'id'>;
  readonly passages: readonly PassageWords[];
  readonly names: PackedNames;
}

/** Prepares a source for the index: its passages and the names in it. Pure. */
export function indexedDocumentOf(
  file: Pick<SourceRecord, 'folder' | 'path' | 'size' | 'modified' | 'hash'>,
  document: SourceDocument,
): IndexedDocument {
  const sentences = sentencesOf(document);
  const passages = passagesOf(document, sentences);
  const names = packNames(extractNames(document, sentences));
  const words = passages.reduce((sum, passage) => sum + passage.own, 0);
  return {
    record: { ...file, words, metadata: ownMetadata(document.metadata), health: document.health },
    passages,
    names,
  };
}

function ownMetadata(metadata: SourceMetadata): SourceMetadata {
  const { title, publisher } = metadata;
  return {
    ...metadata,
    ...(title && { title: detached(title) }),
    ...(publisher && { publisher: detached(publisher) }),
  };
}
