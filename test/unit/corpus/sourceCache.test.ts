import assert from 'node:assert/strict';
import path from 'node:path';
import { createMemoryIndex } from '../../../server/src/corpus/memoryIndex.ts';
import { createSourceCache } from '../../../server/src/corpus/sourceCache.ts';
import { indexed } from './backends.ts';
import { temporaryFolder } from './corpusFolders.ts';

const SENTENCE = 'The mill by the river was sold again in the spring.\n\n';

describe('The sources in memory', () => {
  it('are fewer while sources are indexed than afterwards', async () => {
    // Each takes some 0.7 MB.
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, i) => [`mill-${i}.txt`, `Mill ${i}\n\n${SENTENCE.repeat(800)}`]),
    );
    const folder = temporaryFolder(files);
    try {
      const index = createMemoryIndex();
      const put = Object.entries(files).map(([name, text]) => indexed(name, text));
      await index.apply({ put, touch: [], remove: [] });
      const records = (await index.documents()).map((record) => ({ ...record, folder: path.resolve(folder.path) }));
      let isIndexing = true;
      const cache = createSourceCache(() => isIndexing);
      const read = async () => {
        for (const record of records) assert.ok(await cache.get(record));
      };
      await read();
      const first = await cache.get(records[0]!);
      await read();
      assert.notEqual(await cache.get(records[0]!), first, 'It is not kept until all are read.');
      isIndexing = false;
      await read();
      const kept = await cache.get(records[0]!);
      await read();
      assert.equal(await cache.get(records[0]!), kept);
    } finally {
      folder.remove();
    }
  });
});
