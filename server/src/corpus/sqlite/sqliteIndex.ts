import type { CorpusIndex } from '../corpusIndex.ts';
import { documentTableOf } from './documentTable.ts';
import type { SqlDatabase } from './driver.ts';
import { nameReaderOf } from './nameReader.ts';
import { passageReaderOf } from './passageReader.ts';
import { sharedReadsOf } from './sharedReads.ts';

/** The read side of an index file whose tables exist. The connection is closed with it. */
export function createSqliteIndex(database: SqlDatabase): CorpusIndex {
  const documents = documentTableOf(database);
  const passages = passageReaderOf(database, documents);
  const names = nameReaderOf(database, documents);

  const reads = sharedReadsOf(database, () => documents.refresh());

  return {
    generation: () => reads.readLatest(() => documents.generation()),
    documents: () => reads.readLatest(() => documents.records()),
    passages: (queries) => reads.read(() => queries.map((query) => passages.answer(query))),
    frequencies: (words) =>
      reads.read(() => ({ passages: documents.passages(), counts: words.map((word) => passages.frequency(word)) })),
    nameForms: (within) => reads.readLatest(() => names.forms(within)),
    namesSince: (since) => reads.readLatest(() => names.changes(since)),
    nameOccurrences: (forms, within, limit) =>
      reads.read(() => forms.flatMap((form) => names.occurrences(form, within, limit))),
    async close() {
      reads.end();
      database.close();
    },
  };
}
