import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rmSync } from 'node:fs';
import path from 'node:path';
import type { Corpus } from '../../server/src/corpus/corpus.ts';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import { readDraft } from '../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../server/src/verify/checkDraft.ts';
import { drivers, keptIn, temporaryFolder } from '../unit/corpus/corpusFolders.ts';
import { shownClaims } from '../unit/verify/shownClaims.ts';

/** What sources and draft are put together from: they agree, contradict each other, or speak of others. */
const SENTENCES = [
  'Lena Moorgate opened lock 4 of the Tarrow Canal in 2005.',
  'Lena Moorgate opened lock 4 of the Tarrow Canal in 2006.',
  'Otto Saltmarsh met Viktor Hale in Brinby.',
  'Engineer Otto Saltmarsh heads the Canal and Locks Trust (CLT).',
  'The CLT paid $4 million for lock 4.',
  'The CLT paid $5 million for lock 4.',
  '“It leaks every spring,” Viktor Hale said.',
  '“It leaks each spring,” said Lena Moorgat.',
  'Some 412 boats passed lock 4 in 2006.',
];
const NAMES = ['a.txt', 'b.md', 'c/d.txt', 'c/e.md'];

const name = fc.constantFrom(...NAMES);
const text = fc
  .array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 4 })
  .map((sentences) => sentences.join('\n\n'));
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ type: fc.constant('write' as const), name, text }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('remove' as const), name }) },
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('edit' as const),
      at: fc.nat(1000),
      length: fc.constantFrom(0, 0, 1, 60),
      put: fc.oneof(fc.constantFrom('s', '7', '.', '\n\n'), fc.constantFrom(...SENTENCES)),
    }),
  },
);

async function findings(draft: string, corpus: Corpus): Promise<unknown> {
  return shownClaims(await checkDraft(readDraft(draft), corpus));
}

for (const storage of ['memory', ...drivers] as const) {
  describe(`A draft and its sources, both being changed (${storage})`, function () {
    this.timeout(60_000);

    it('are found to agree and differ as if both were read for the first time', async () => {
      await fc.assert(
        fc.asyncProperty(text, fc.array(step, { minLength: 1, maxLength: 10 }), async (start, steps) => {
          const sources = temporaryFolder({ 'a.txt': SENTENCES[0]!, 'c/d.txt': SENTENCES[3]! });
          const kept = temporaryFolder();
          const handle = await openCorpus({ folders: [sources.path], ...keptIn(storage, kept.path) });
          try {
            await handle.ready;
            let draft = start;
            await findings(draft, handle.corpus);
            for (const action of steps) {
              if (action.type === 'edit') {
                const at = action.at % (draft.length + 1);
                draft = draft.slice(0, at) + action.put + draft.slice(at + action.length);
              } else {
                const file = path.join(sources.path, action.name);
                if (action.type === 'write') sources.write(action.name, action.text);
                else rmSync(file, { force: true });
                await handle.refresh([file]);
              }
              const fresh = await openCorpus({ folders: [sources.path], storage: 'memory' });
              await fresh.ready;
              assert.deepEqual(await findings(draft, handle.corpus), await findings(draft, fresh.corpus));
              await fresh.close();
            }
          } finally {
            await handle.close();
            sources.remove();
            kept.remove();
          }
        }),
        { numRuns: 25 },
      );
    });
  });
}
