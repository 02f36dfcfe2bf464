import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { answersOf, drivers, keptIn, temporaryFolder } from './corpusFolders.ts';

const SENTENCES = [
  'The harbour of Port Ellis is silting up, said Ann Field.',
  'Councillor Łukasz Nowak met Ann Field in June 2024.',
  'A storm sank 14 boats off Port Ellis.',
  'The Coast Guard (CG) counted them twice.',
];
const WORDS = ['port', 'ellis', 'field', 'nowak', 'storm', 'coast', '14', 'nobody'];
const NAMES = ['a.txt', 'b.md', 'c/d.txt', 'c/e.md'];

const name = fc.constantFrom(...NAMES);
const text = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 4 }).map((sentences) => sentences.join('\n\n'));
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ type: fc.constant('write' as const), name, text }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), name }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('move' as const), name, to: name }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('refresh' as const), told: fc.boolean() }) },
);

for (const storage of ['memory', ...drivers] as const) {
  describe(`Bringing an index up to date (${storage})`, () => {
    it('comes to the same as building it anew', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
          const sources = temporaryFolder();
          const kept = temporaryFolder();
          const handle = await openCorpus({ folders: [sources.path], ...keptIn(storage, kept.path) });
          try {
            await handle.ready;
            let changed: string[] = [];
            for (const action of steps) {
              if (action.type === 'refresh') {
                await handle.refresh(action.told ? changed : undefined);
                changed = [];
                continue;
              }
              changed.push(path.join(sources.path, action.name));
              if (action.type === 'write') sources.write(action.name, action.text);
              else if (action.type === 'move') {
                changed.push(path.join(sources.path, action.to));
                sources.move(action.name, action.to);
              } else rmSync(path.join(sources.path, action.name), { force: true });
            }
            await handle.refresh(changed);
            const fresh = await openCorpus({ folders: [sources.path], storage: 'memory' });
            await fresh.ready;
            assert.deepEqual(await answersOf(handle.corpus, WORDS), await answersOf(fresh.corpus, WORDS));
            await fresh.close();
          } finally {
            await handle.close();
            sources.remove();
            kept.remove();
          }
        }),
        { numRuns: 40 },
      );
    });
  });
}
