import assert from 'node:assert/strict';
import { join } from 'node:path';
import { NO_CONFIGURATION } from '../../../server/src/workspace/configuration.ts';
import { findConfiguration } from '../../../server/src/workspace/configurationFile.ts';
import { corpusFolders } from '../../../server/src/workspace/corpusFolders.ts';
import { findDrafts, isDraft } from '../../../server/src/workspace/draftFiles.ts';
import { globsWithin } from '../../../server/src/workspace/excludeGlobs.ts';
import { Unusable } from '../../../server/src/workspace/unusable.ts';
import { folderWith, removeFolders } from './files.ts';

describe('the folders of a project', () => {
  after(removeFolders);

  it('have their configuration in the nearest folder above the draft', async () => {
    const folder = folderWith({ 'source-check.json': '{ "corpus": "a" }', 'b/c/draft.md': '' });
    const found = await findConfiguration(join(folder, 'b/c'));
    assert.equal(found.file, join(folder, 'source-check.json'));
    assert.deepEqual(found.configuration.corpus, ['a']);
  });

  it('have the nearer configuration of two', async () => {
    const folder = folderWith({ 'source-check.json': '{ "corpus": "a" }', 'b/source-check.json': '{ "corpus": "c" }' });
    assert.deepEqual((await findConfiguration(join(folder, 'b'))).configuration.corpus, ['c']);
  });

  it('take sources from the option, else the configuration, else “sources”, else “seeds”', async () => {
    const folder = folderWith({ 'given/a.txt': '', 'named/a.txt': '', 'sources/a.txt': '', 'seeds/a.txt': '' });
    const found = {
      file: join(folder, 'source-check.json'),
      configuration: { ...NO_CONFIGURATION, corpus: ['named'] },
      problems: [],
    };
    const none = { configuration: NO_CONFIGURATION, problems: [] };
    assert.deepEqual(await corpusFolders(['given'], found, folder, [folder]), [join(folder, 'given')]);
    assert.deepEqual(await corpusFolders([], found, folder, [folder]), [join(folder, 'named')]);
    assert.deepEqual(await corpusFolders([], none, folder, [folder]), [join(folder, 'sources')]);
    const seedsOnly = folderWith({ 'seeds/a.txt': '' });
    assert.deepEqual(await corpusFolders([], none, seedsOnly, [seedsOnly]), [join(seedsOnly, 'seeds')]);
  });

  it('are an error for the user where there are no sources', async () => {
    const folder = folderWith({ 'draft.md': '' });
    const none = { configuration: NO_CONFIGURATION, problems: [] };
    await assert.rejects(corpusFolders([], none, folder, [folder]), Unusable);
  });

  it('hold as drafts the Markdown files, but neither hidden ones nor those of installed packages', async () => {
    const folder = folderWith({
      'a.md': '',
      'b/c.markdown': '',
      'b/d.txt': '',
      '.git/e.md': '',
      'node_modules/f/g.md': '',
    });
    const found = await findDrafts(['.'], folder);
    assert.deepEqual(
      found.map(({ path }) => path),
      [join(folder, 'a.md'), join(folder, 'b/c.markdown')],
    );
  });

  it('give each draft once, in the order of naming', async () => {
    const folder = folderWith({ 'a.md': '', 'b.md': '' });
    const found = await findDrafts(['b.md', '*.md', './b.md'], folder);
    assert.deepEqual(
      found.map(({ shown }) => shown),
      ['b.md', 'a.md'],
    );
  });

  it('keep sources and excluded files from being drafts, unless the configuration calls them so', () => {
    const home = '/work';
    const folders = ['/work/sources'];
    const configuration = { exclude: ['old/**'], drafts: ['sources/story.md'] };
    assert.equal(isDraft('/work/a.md', home, folders, configuration), true);
    assert.equal(isDraft('/work/sources/note.md', home, folders, configuration), false);
    assert.equal(isDraft('/work/sources/story.md', home, folders, configuration), true);
    assert.equal(isDraft('/work/old/a.md', home, folders, configuration), false);
    assert.equal(isDraft('/work/sources-list.md', home, folders, configuration), true);
  });

  it('read globs of the configuration from within a corpus folder', () => {
    assert.deepEqual(globsWithin('/work/sources', '/work', ['sources/old/**', 'drafts/*.md', '**/*.tmp', '*/new/**']), [
      'old/**',
      '**/*.tmp',
      'new/**',
    ]);
    assert.deepEqual(globsWithin('/work', '/work', ['./drafts/*.md']), ['drafts/*.md']);
    assert.deepEqual(globsWithin('/work/a/b', '/work', ['a']), ['**']);
    assert.deepEqual(globsWithin('/archive', '/work', ['a/**']), []);
  });
});
