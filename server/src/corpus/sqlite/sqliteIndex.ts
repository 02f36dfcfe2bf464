import type { CorpusIndex } from '../corpusIndex.ts';
import { documentTableOf } from './documentTable.ts';
import { failureOf, inTransaction, type SqlDatabase } from './driver.ts';
import { nameReaderOf } from './nameReader.ts';
import { passageReaderOf } from './passageReader.ts';

/** How long a read tries again while a writer holds the file, and how long it rests in between. */
const PATIENCE_MILLISECONDS = 20_000;
const REST_MILLISECONDS = 3;

/** The read side of an index file whose tables exist. The connection is closed with it. */
export function createSqliteIndex(database: SqlDatabase): CorpusIndex {
  const documents = documentTableOf(database);
  const passages = passageReaderOf(database, documents);
  const names = nameReaderOf(database, documents);

  /** Reads one committed state. Waits while a writer holds the file, without holding up this thread. */
  async function read<Result>(work: () => Result): Promise<Result> {
    for (const since = Date.now(); ;) {
      try {
        return inTransaction(database, 'read', () => {
          documents.refresh();
          return work();
        });
      } catch (error) {
        if (failureOf(error) !== 'busy' || Date.now() - since > PATIENCE_MILLISECONDS) throw error;
        await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
      }
    }
  }

  return {
    generation: () => read(() => documents.generation()),
    documents: () => read(() => [...documents.records().values()]),
    passages: (queries) => read(() => queries.map((query) => passages.answer(query))),
    frequencies: (words) =>
      read(() => ({ passages: documents.passages(), counts: words.map((word) => passages.frequency(word)) })),
    nameForms: (within) => read(() => names.forms(within)),
    nameOccurrences: (forms, within, limit) =>
      read(() => forms.flatMap((form) => names.occurrences(form, within, limit))),
    close: async () => database.close(),
  };
}
