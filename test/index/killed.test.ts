import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import { answersOf, drivers, temporaryFolder } from '../unit/corpus/corpusFolders.ts';

const PROGRAM = fileURLToPath(new URL('./indexUntilKilled.ts', import.meta.url));
const WORDS = ['port', 'report', 'ellis', 'boats', '7'];

for (const driver of drivers) {
  describe(`An index whose writer is killed (${driver})`, () => {
    it('is right when it is next opened', async () => {
      const sources = temporaryFolder();
      for (let i = 0; i < 60; i++) {
        sources.write(`${i}.txt`, `Report ${i} of Port Ellis.\n\n`.repeat(20) + `Ann Field counted ${i} boats.\n`);
      }
      const fresh = await openCorpus({ folders: [sources.path], storage: 'memory' });
      await fresh.ready;
      const expected = await answersOf(fresh.corpus, WORDS);
      const storage = temporaryFolder();
      for (let i = 0; i < 6; i++) {
        const child = spawn(process.execPath, ['--import', 'tsx', PROGRAM, storage.path, driver, sources.path], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        const exited = once(child, 'exit');
        await once(child.stdout, 'data');
        await new Promise((resolve) => setTimeout(resolve, 20 + 67 * i));
        child.kill('SIGKILL');
        await exited;
        const handle = await openCorpus({ folders: [sources.path], storage: storage.path, driver });
        await handle.ready;
        assert.equal(handle.backend, driver);
        assert.deepEqual(await answersOf(handle.corpus, WORDS), expected);
        await handle.close();
      }
      await fresh.close();
      sources.remove();
      storage.remove();
    }).timeout(60_000);
  });
}
