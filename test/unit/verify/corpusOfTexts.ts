import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { DocumentId } from '../../../server/src/corpus/corpusIndex.ts';
import { createCorpusView } from '../../../server/src/corpus/corpusView.ts';
import { indexedDocumentOf } from '../../../server/src/corpus/indexedDocument.ts';
import { createLexiconCache } from '../../../server/src/corpus/lexiconCache.ts';
import { createMemoryIndex } from '../../../server/src/corpus/memoryIndex.ts';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { readSource } from '../../../server/src/sources/readSource.ts';

/** A corpus of these texts, by path, in memory. */
export async function corpusOfTexts(texts: Readonly<Record<string, string>>): Promise<Corpus> {
  const index = createMemoryIndex();
  const read = new Map(
    Object.entries(texts).map(([path, text]) => [path, readSource(path, new TextEncoder().encode(text))]),
  );
  await index.apply({
    put: [...read].map(([path, document]) =>
      indexedDocumentOf({ folder: '/sources', path, size: document.raw.length, modified: 0, hash: path }, document),
    ),
    touch: [],
    remove: [],
  });
  const records = await index.documents();
  const analysed = new Map(
    records.map((record) => {
      const document = read.get(record.path)!;
      return [record.id, { record, document, analysis: analyse(document) }];
    }),
  );
  return createCorpusView({
    index,
    sources: {
      get: (record) => Promise.resolve(analysed.get(record.id)),
      keep: () => undefined,
      clear: () => undefined,
    },
    lexicons: createLexiconCache(index),
    documents: new Map<DocumentId, (typeof records)[number]>(records.map((record) => [record.id, record])),
    generation: await index.generation(),
    coverage: 'full',
  });
}
