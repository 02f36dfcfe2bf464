import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import type { CorpusHandle } from '../../../server/src/corpus/corpusHandle.ts';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { answersOf, drivers, keptIn, summaryOf, temporaryFolder } from './corpusFolders.ts';

const FILES = {
  'council/minutes.md': '# Minutes\n\nThe council of Port Ellis met Ann Field in June.\n',
  'council/budget.md': 'The council of Port Ellis spent $14 million, said Otto Lind.\n',
  'harbour.txt': 'The harbour of Port Ellis is silting up, said Ann Field.\n',
};
const WORDS = ['port', 'ellis', 'field', 'council', 'million', 'silting'];

for (const storage of ['memory', ...drivers] as const) {
  describe(`Sources that are moved (${storage})`, () => {
    let sources: ReturnType<typeof temporaryFolder>;
    let kept: ReturnType<typeof temporaryFolder>;
    let handle: CorpusHandle;

    beforeEach(async () => {
      sources = temporaryFolder(FILES);
      kept = temporaryFolder();
      handle = await openCorpus({ folders: [sources.path], ...keptIn(storage, kept.path) });
      await handle.ready;
    });
    afterEach(async () => {
      await handle.close();
      sources.remove();
      kept.remove();
    });

    async function isAsBuiltAnew(): Promise<void> {
      const fresh = await openCorpus({ folders: [sources.path], storage: 'memory' });
      await fresh.ready;
      assert.deepEqual(await answersOf(handle.corpus, WORDS), await answersOf(fresh.corpus, WORDS));
      await fresh.close();
    }

    it('are known again by their content, a folder and back', async () => {
      sources.move('council', 'archive/2024');
      assert.deepEqual(await handle.refresh(), summaryOf({ moved: 2, unchanged: 1 }));
      await isAsBuiltAnew();
      sources.move('archive/2024', 'council');
      assert.deepEqual(await handle.refresh(), summaryOf({ moved: 2, unchanged: 1 }));
      await isAsBuiltAnew();
    });

    it('are where they are now in what is found in them', async () => {
      const evidence = async () =>
        (await checkDraft(readDraft('The council spent $14 million.\n'), handle.corpus)).flatMap(({ finding }) =>
          finding.evidence.map(({ source }) => source),
        );
      assert.deepEqual(new Set(await evidence()), new Set(['council/budget.md']));
      sources.move('council/budget.md', 'budget.md');
      await handle.refresh();
      assert.deepEqual(new Set(await evidence()), new Set(['budget.md']));
    });

    it('take the place of another', async () => {
      sources.move('council/minutes.md', 'council/budget.md');
      assert.deepEqual(await handle.refresh(), summaryOf({ changed: 1, removed: 1, unchanged: 1 }));
      await isAsBuiltAnew();
    });

    it('are read again where their content is another too, or where they are of another kind now', async () => {
      sources.move('harbour.txt', 'port.txt');
      sources.write('port.txt', 'The harbour of Port Ellis is filling up, said Ann Field.\n');
      sources.move('council/minutes.md', 'council/minutes.txt');
      assert.deepEqual(await handle.refresh(), summaryOf({ added: 2, removed: 2, unchanged: 1 }));
      await isAsBuiltAnew();
    });

    it('are no copies of those that are there still, nor is one moved to two places', async () => {
      const at = (name: string) => path.join(sources.path, name);
      copyFileSync(at('harbour.txt'), at('copy.txt'));
      assert.deepEqual(await handle.refresh(), summaryOf({ added: 1, unchanged: 3 }));
      sources.move('council/budget.md', 'one.md');
      copyFileSync(at('one.md'), at('two.md'));
      assert.deepEqual(await handle.refresh(), summaryOf({ added: 1, moved: 1, unchanged: 3 }));
      await isAsBuiltAnew();
    });
  });
}
