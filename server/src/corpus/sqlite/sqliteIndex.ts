import type { CorpusIndex } from '../corpusIndex.ts';
import { documentTableOf } from './documentTable.ts';
import { transact, type SqlDatabase } from './driver.ts';
import { nameReaderOf } from './nameReader.ts';
import { passageReaderOf } from './passageReader.ts';

/** The read side of an index file whose tables exist. The connection is closed with it. */
export function createSqliteIndex(database: SqlDatabase): CorpusIndex {
  const documents = documentTableOf(database);
  const passages = passageReaderOf(database, documents);
  const names = nameReaderOf(database, documents);

  /** Reads one committed state. */
  const read = <Result>(work: () => Result): Promise<Result> =>
    transact(database, 'read', () => {
      documents.refresh();
      return work();
    });

  return {
    generation: () => read(() => documents.generation()),
    documents: () => read(() => documents.records()),
    passages: (queries) => read(() => queries.map((query) => passages.answer(query))),
    frequencies: (words) =>
      read(() => ({ passages: documents.passages(), counts: words.map((word) => passages.frequency(word)) })),
    nameForms: (within) => read(() => names.forms(within)),
    namesSince: (since) => read(() => names.changes(since)),
    nameOccurrences: (forms, within, limit) =>
      read(() => forms.flatMap((form) => names.occurrences(form, within, limit))),
    close: async () => database.close(),
  };
}
