import assert from 'node:assert/strict';
import path from 'node:path';
import { readFileOfSize } from '../../../server/src/corpus/readFileOfSize.ts';
import { temporaryFolder } from './corpusFolders.ts';

describe('Reading a file of a known size', () => {
  const folder = temporaryFolder();
  after(() => folder.remove());

  for (const [what, size] of [
    ['a file of that size', 14],
    ['the whole of a file that has become shorter', 300],
    ['one byte more of a file that has become longer', 3],
    ['no more than a byte of what was empty', 0],
  ] as const) {
    it(`gives ${what}`, async () => {
      const file = folder.write('mill.txt', 'The mill stood');
      assert.equal(new TextDecoder().decode(await readFileOfSize(file, size)), 'The mill stood'.slice(0, size + 1));
    });
  }

  it('gives nothing of an empty file', async () => {
    assert.equal((await readFileOfSize(folder.write('empty.txt', ''), 0)).length, 0);
  });

  it('rejects a file that is gone, and a folder', async () => {
    await assert.rejects(readFileOfSize(path.join(folder.path, 'gone.txt'), 5), /ENOENT/u);
    await assert.rejects(readFileOfSize(folder.path, 5), /EISDIR/u);
  });
});
