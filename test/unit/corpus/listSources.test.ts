import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { askedPaths, listSources } from '../../../server/src/corpus/listSources.ts';
import { temporaryFolder } from './corpusFolders.ts';

describe('Listing the sources', () => {
  it('gives each as it comes to it, and looks no further than it is asked', () => {
    const folder = temporaryFolder({ 'a/1.txt': '', 'a/2.txt': '', 'b/3.txt': '' });
    const listing = listSources({ folders: [folder.path], exclude: [], excludePaths: [] }, () => true);
    const seen: string[] = [];
    for (const found of listing) {
      if (found?.kind === 'file') seen.push(found.file.path);
      // What has not been come to has not been looked at.
      if (found?.kind === 'file' && seen.length === 1) rmSync(path.join(folder.path, 'b'), { recursive: true });
      if (found?.kind === 'unreadable') seen.push('gone');
    }
    assert.deepEqual(seen, ['a/1.txt', 'a/2.txt', 'gone']);
    folder.remove();
  });

  it('of some paths asks each path about its own folders only', () => {
    const at = (file: string) => path.resolve('/corpus', file);
    const asked = askedPaths([at('a/1.txt'), at('b')]);
    assert.ok(asked.isBelow(at('.')) && asked.isBelow(at('a')) && !asked.isBelow(at('c')));
    assert.ok(asked.holds(at('a/1.txt')) && asked.holds(at('b/deep/2.txt')));
    assert.ok(!asked.holds(at('a/2.txt')) && !asked.holds(at('bb/2.txt')));
  });
});
