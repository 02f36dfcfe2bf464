import assert from 'node:assert/strict';
import type { CorpusHandle } from '../../../server/src/corpus/corpusHandle.ts';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import type { OpenProject } from '../../../server/src/lsp/openProjects.ts';
import { isOnNetwork, isRemote } from '../../../server/src/lsp/networkFolders.ts';
import { createWatching, type Watching } from '../../../server/src/lsp/watching.ts';
import { temporaryFolder } from '../corpus/corpusFolders.ts';

describe('Folders on a network', () => {
  it('are told by their file system, and where that has no name by their place', () => {
    assert.ok(isRemote('linux', '/mnt/news', 0x6969));
    assert.ok(isRemote('linux', '/mnt/news', 0xff534d42 | 0));
    assert.ok(isRemote('win32', '\\\\server\\news', 0));
    assert.ok(isRemote('darwin', '/Volumes/news', 23));
  });

  it('are not those of the machine itself', () => {
    assert.ok(!isRemote('linux', '/home/ann/news', 0xef53));
    assert.ok(!isRemote('win32', 'C:\\Users\\ann\\news', 0));
    assert.ok(!isRemote('darwin', '/Users/ann/news', 26));
  });

  it('are there', async () => {
    assert.equal(await isOnNetwork('/nowhere/at/all'), false);
  });
});

describe('Sources that a client watches', function () {
  this.timeout(20_000);
  let folder: ReturnType<typeof temporaryFolder>;
  let handle: CorpusHandle;
  let watching: Watching;
  beforeEach(async () => {
    folder = temporaryFolder({ 'sources/a.txt': 'Ann Field counted 7 boats.\n' });
    handle = await openCorpus({ folders: [`${folder.path}/sources`], storage: 'memory' });
    await handle.ready;
  });
  afterEach(async () => {
    watching.dispose();
    await handle.close();
    folder.remove();
  });

  /** As in an editor that has agreed to watch the folders, and never tells anything. */
  function watch(isSilent: boolean): Watching {
    const project = { folders: [`${folder.path}/sources`], handle } as unknown as OpenProject['project'];
    const open = { root: folder.path, project, found: {} } as unknown as OpenProject;
    return createWatching({
      connection: {
        client: { register: () => Promise.resolve({ dispose: () => undefined }) },
        console: { warn: (message: string) => assert.fail(message) },
      } as unknown as Parameters<typeof createWatching>[0]['connection'],
      support: { registersWatchers: true, relativePatterns: true },
      projects: () => [open],
      workspaceFolders: () => [folder.path],
      onConfiguration: () => undefined,
      isSilent: () => Promise.resolve(isSilent),
    });
  }

  it('are looked at all the same where they lie on a network, which tells the client nothing', async () => {
    watching = watch(true);
    watching.update();
    const changed = new Promise<void>((resolve) => handle.onChange(resolve));
    folder.write('sources/b.txt', 'Bo Hill counted 8 boats.\n');
    await changed;
    assert.equal(handle.sources().length, 2);
    const again = new Promise<void>((resolve) => handle.onChange(resolve));
    folder.write('sources/c.txt', 'Bo Hill counted 9 boats.\n');
    await again;
    assert.equal(handle.sources().length, 3);
  });

  it('are not looked at where the client will tell', async () => {
    watching = watch(false);
    watching.update();
    folder.write('sources/b.txt', 'Bo Hill counted 8 boats.\n');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.equal(handle.sources().length, 1);
  });
});
