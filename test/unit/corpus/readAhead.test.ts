import assert from 'node:assert/strict';
import type { DocumentId, SourceRecord } from '../../../server/src/corpus/corpusIndex.ts';
import { createCorpusView } from '../../../server/src/corpus/corpusView.ts';
import { createLexiconCache } from '../../../server/src/corpus/lexiconCache.ts';
import { createMemoryIndex } from '../../../server/src/corpus/memoryIndex.ts';
import { indexed } from './backends.ts';

describe('Reading ahead', () => {
  it('fetches the sources that there are, large ones excepted, and leaves faults to who asks for them', async () => {
    const index = createMemoryIndex();
    await index.apply({
      put: [
        indexed('small.txt', 'The mill burnt.'),
        indexed('gone.txt', 'The mill stood.'),
        indexed('large.txt', 'The mill was sold again. '.repeat(9000)),
      ],
      touch: [],
      remove: [],
    });
    const records = await index.documents();
    const fetched: string[] = [];
    const corpus = createCorpusView({
      index,
      sources: {
        get({ path }) {
          fetched.push(path);
          return path === 'gone.txt' ? Promise.reject(new Error('the disk is gone')) : Promise.resolve(undefined);
        },
        keep: () => undefined,
        clear: () => undefined,
      },
      lexicons: createLexiconCache(index),
      documents: new Map<DocumentId, SourceRecord>(records.map((record) => [record.id, record])),
      generation: 1,
      coverage: 'full',
    });
    corpus.readAhead([...corpus.documents.keys(), -1 as DocumentId]);
    assert.deepEqual(fetched.sort(), ['gone.txt', 'small.txt']);
    const gone = records.find(({ path }) => path === 'gone.txt')!;
    await assert.rejects(corpus.source(gone.id), /the disk is gone/u);
  });
});
