import assert from 'node:assert/strict';
import type { ListedFile } from '../../../server/src/corpus/listSources.ts';
import { inOrderOfNeed, type WantedSources } from '../../../server/src/corpus/orderOfNeed.ts';

/** Files of these names in one folder, each changed a day after the one before. */
function filesOf(...names: string[]): ListedFile[] {
  return names.map((path, i) => ({ folder: '/s', path, absolute: `/s/${path}`, size: 1, modified: i }));
}

const files = filesOf('old.txt', 'letters/1.txt', 'letters/2.txt', 'new.txt');
const none: WantedSources = { files: [], globs: [] };

function orderOf(wanted: () => WantedSources | undefined): string[] {
  return [...inOrderOfNeed(files, wanted)].map(({ path }) => path);
}

describe('The order in which sources are read', () => {
  it('is that of their time, the newest first', () => {
    assert.deepEqual(
      orderOf(() => undefined),
      ['new.txt', 'letters/2.txt', 'letters/1.txt', 'old.txt'],
    );
    assert.deepEqual(
      orderOf(() => none),
      ['new.txt', 'letters/2.txt', 'letters/1.txt', 'old.txt'],
    );
  });

  it('begins with what is wanted, by name or by glob, whether all of it is there or not', () => {
    const wanted = { files: ['/s/old.txt', '/s/missing.txt'], globs: ['/s/letters/*'] };
    assert.deepEqual(
      orderOf(() => wanted),
      ['letters/2.txt', 'letters/1.txt', 'old.txt', 'new.txt'],
    );
  });

  it('follows what is wanted while it is under way, and gives each once', () => {
    const later = { files: ['/s/old.txt', '/s/new.txt'], globs: [] };
    let asked = 0;
    assert.deepEqual(
      orderOf(() => (asked++ < 1 ? none : later)),
      ['new.txt', 'old.txt', 'letters/2.txt', 'letters/1.txt'],
    );
  });
});
