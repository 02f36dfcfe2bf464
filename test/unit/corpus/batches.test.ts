import assert from 'node:assert/strict';
import { truncateSync } from 'node:fs';
import type { IndexBatch } from '../../../server/src/corpus/indexWriter.ts';
import { createMemoryIndex } from '../../../server/src/corpus/memoryIndex.ts';
import { BATCH_UNITS, syncIndex } from '../../../server/src/corpus/sync.ts';
import { MAXIMUM_SOURCE_BYTES } from '../../../server/src/sources/readSource.ts';
import { temporaryFolder } from './corpusFolders.ts';

const neverCancelled = { isCancelled: () => false };

describe('What is held in memory while sources are put into an index', () => {
  it('is no more than a batch and one source, however many sources there are', async () => {
    const paragraph = `Nobody had seen as many boats as that. ${'x'.repeat(961)}\n\n`;
    const sources = temporaryFolder();
    for (let i = 0; i < 10; i++) sources.write(`${i}.txt`, paragraph.repeat(700));
    const index = createMemoryIndex();
    const batches: number[] = [];
    const apply = (batch: IndexBatch) => {
      batches.push(batch.put.reduce((sum, { record }) => sum + record.size, 0));
      return index.apply(batch);
    };
    const scope = { folders: [sources.path], exclude: [], excludePaths: [] };
    await syncIndex({ ...index, apply }, scope, neverCancelled);
    assert.equal((await index.documents()).length, 10);
    const largest = Math.max(...batches);
    assert.ok(largest <= BATCH_UNITS + 700 * paragraph.length, `${largest} bytes in one batch`);
    sources.remove();
  });

  it('is nothing of a file that is too large: it is not even opened', async function () {
    if (process.platform === 'win32') this.skip(); // Empty space takes room there.
    const sources = temporaryFolder({ 'small.txt': 'Ann Field counted 7 boats.' });
    truncateSync(sources.write('huge.txt', ''), 2 ** 40);
    const index = createMemoryIndex();
    await syncIndex(index, { folders: [sources.path], exclude: [], excludePaths: [] }, neverCancelled);
    const [huge, small] = await index.documents();
    assert.equal(huge!.health.status, 'unreadable');
    assert.ok(huge!.size > MAXIMUM_SOURCE_BYTES);
    assert.equal(small!.health.status, 'good');
    sources.remove();
  });
});
