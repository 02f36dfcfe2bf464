import { createCorpusView } from '../server/src/corpus/corpusView.ts';
import type { Corpus } from '../server/src/corpus/corpus.ts';
import { createLexiconCache } from '../server/src/corpus/lexiconCache.ts';
import { createSourceCache } from '../server/src/corpus/sourceCache.ts';
import type { SqlDriver } from '../server/src/corpus/sqlite/driver.ts';
import { openForReading } from '../server/src/corpus/sqlite/openIndexFile.ts';
import { createSqliteIndex } from '../server/src/corpus/sqlite/sqliteIndex.ts';
import { countedDatabase, type WorkCount } from './countedWork.ts';

/** What answering took, counted. */
export interface CorpusWork extends WorkCount {
  /** Passages that the index proposed. */
  passages: number;
  /** Sources read for comparing. */
  sources: number;
  /** Milliseconds in the index and in the names held in memory. */
  milliseconds: number;
}

/** The corpus of an index file that is complete, with a count of what is read. */
export async function openCountedCorpus(
  driver: SqlDriver,
  file: string,
): Promise<{ readonly corpus: Corpus; readonly work: CorpusWork; close(): Promise<void> }> {
  const work: CorpusWork = { statements: 0, writes: 0, rows: 0, passages: 0, sources: 0, milliseconds: 0 };
  const index = createSqliteIndex(countedDatabase(await openForReading(driver, file), work));
  const documents = new Map((await index.documents()).map((record) => [record.id, record]));
  const timed = async <Result>(ask: () => Promise<Result>): Promise<Result> => {
    const started = performance.now();
    try {
      return await ask();
    } finally {
      work.milliseconds += performance.now() - started;
    }
  };
  const counted = {
    ...index,
    frequencies: (words: readonly string[]) => timed(() => index.frequencies(words)),
    passages: async (queries: Parameters<typeof index.passages>[0]) => {
      const answers = await timed(() => index.passages(queries));
      for (const answer of answers) work.passages += answer.length;
      return answers;
    },
  };
  const view = createCorpusView({
    index: counted,
    sources: createSourceCache(() => false),
    lexicons: createLexiconCache(counted),
    documents,
    generation: 1,
    coverage: 'full',
  });
  const corpus: Corpus = {
    ...view,
    lexicon: (within) => timed(() => view.lexicon(within)),
    source(id) {
      work.sources++;
      return view.source(id);
    },
  };
  return { corpus, work, close: () => index.close() };
}
