import assert from 'node:assert/strict';
import type { MovedFile } from '../../../server/src/corpus/indexWriter.ts';
import { backends, indexed } from './backends.ts';

const TEXT = 'Ann Field counted 7 boats off Port Ellis.';

for (const backend of backends) {
  describe(`A document that two processes find moved (${backend.name})`, () => {
    for (const what of ['moved', 'removed'] as const) {
      it(`is where it is now, once, though the other has ${what} it already`, async () => {
        const opened = await backend.open();
        const { index, writer } = opened;
        await writer.apply({ put: [indexed('old.txt', TEXT)], touch: [], remove: [] });
        const [{ id } = assert.fail()] = await index.documents();
        const read = () => indexed('new.txt', TEXT);
        const move: MovedFile = { id, folder: '/corpus', path: 'new.txt', size: TEXT.length, modified: 1, read };
        await writer.apply({
          put: [],
          touch: [],
          ...(what === 'moved' ? { move: [move], remove: [] } : { remove: [id] }),
        });
        await writer.apply({ put: [], touch: [], remove: [], move: [move] });
        assert.deepEqual(
          (await index.documents()).map(({ path }) => path),
          ['new.txt'],
        );
        assert.equal((await index.frequencies(['boats'])).counts[0], 1);
        assert.equal((await index.nameOccurrences(['Ann Field'], undefined, 9)).length, 1);
        await opened.close();
      });
    }
  });
}
