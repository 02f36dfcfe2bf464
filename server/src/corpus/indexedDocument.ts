import type { NameMention } from '../extract/mention.ts';
import { extractNames } from '../extract/names.ts';
import type { SourceDocument } from '../sources/sourceDocument.ts';
import { sentencesOf } from '../text/sentences.ts';
import type { DocumentId, NameOccurrence, SourceRecord } from './corpusIndex.ts';
import { passagesOf, type PassageWords } from './passages.ts';

/** A source as an index takes it in. */
export interface IndexedDocument {
  readonly record: Omit<SourceRecord, 'id'>;
  readonly passages: readonly PassageWords[];
  /** In order of their start. */
  readonly names: readonly NameMention[];
}

/** Prepares a source for the index: its passages and the names in it. Pure. */
export function indexedDocumentOf(
  file: Pick<SourceRecord, 'folder' | 'path' | 'size' | 'modified' | 'hash'>,
  document: SourceDocument,
): IndexedDocument {
  const sentences = sentencesOf(document);
  const passages = passagesOf(document, sentences);
  const names = extractNames(document, sentences);
  const words = passages.reduce((sum, passage) => sum + passage.own, 0);
  return { record: { ...file, words, metadata: document.metadata, health: document.health }, passages, names };
}

/** A mention as an index gives it back. */
export function nameOccurrenceOf(mention: NameMention, document: DocumentId): NameOccurrence {
  const { start, end, text, entityType, title, role, acronym, expansion, demonym } = mention;
  return {
    document,
    start,
    end,
    form: text,
    entityType,
    ...(title && { title: title.text }),
    ...(role && { role: role.text }),
    ...(acronym && { acronym: acronym.text }),
    ...(expansion && { expansion: expansion.text }),
    ...(demonym && { demonym }),
  };
}
