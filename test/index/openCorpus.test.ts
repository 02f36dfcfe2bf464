import assert from 'node:assert/strict';
import { chmodSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { CorpusHandle, CorpusOptions } from '../../server/src/corpus/corpusHandle.ts';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import { answersOf, drivers, summaryOf, temporaryFolder, WORKER } from '../unit/corpus/corpusFolders.ts';

/** The user of that name on Linux and macOS. */
const NOBODY = 65_534;

const FILES = {
  'harbour.txt': 'The harbour of Port Ellis is silting up, said Ann Field.\n',
  'council/minutes.md': '# Minutes\n\nThe council of Port Ellis met Ann Field in June.\n',
  'council/notes.pdf': 'not looked at',
};

interface Variant {
  readonly title: string;
  readonly options: Partial<CorpusOptions>;
  readonly isWorker?: true;
}

const variants: readonly Variant[] = [
  { title: 'in memory', options: { storage: 'memory' } },
  ...drivers.flatMap((driver): Variant[] => [
    { title: `on disk (${driver})`, options: { driver } },
    { title: `on disk (${driver}), written by a worker`, options: { driver, workerUrl: WORKER }, isWorker: true },
  ]),
];

for (const { title, options, isWorker } of variants) {
  describe(`A corpus ${title}`, () => {
    let sources: ReturnType<typeof temporaryFolder>;
    let storage: ReturnType<typeof temporaryFolder>;
    const handles: CorpusHandle[] = [];

    async function open(more: Partial<CorpusOptions> = {}): Promise<CorpusHandle> {
      const handle = await openCorpus({ folders: [sources.path], storage: storage.path, ...options, ...more });
      handles.push(handle);
      return handle;
    }

    beforeEach(() => {
      sources = temporaryFolder(FILES);
      storage = temporaryFolder();
    });
    afterEach(async () => {
      for (const handle of handles.splice(0)) await handle.close();
      sources.remove();
      storage.remove();
    });

    const paths = (handle: CorpusHandle) => handle.sources().map((record) => record.path);
    const mentions = async (handle: CorpusHandle, word: string) => {
      const [found] = await handle.corpus.index.passages([{ groups: [[word]], limit: 10 }]);
      return found!.map(({ document }) => handle.corpus.documents.get(document)!.path).sort();
    };

    it('opens before it is indexed, and then has all sources', async () => {
      const handle = await open();
      assert.equal(handle.corpus.coverage, 'partial');
      let changes = 0;
      handle.onChange(() => changes++);
      assert.deepEqual(await handle.ready, summaryOf({ added: 2 }));
      assert.equal(handle.corpus.coverage, 'full');
      assert.ok(changes > 0);
      assert.deepEqual(paths(handle), ['council/minutes.md', 'harbour.txt']);
      assert.deepEqual(await mentions(handle, 'ellis'), ['council/minutes.md', 'harbour.txt']);
      assert.deepEqual(handle.problems, []);
    });

    it('gives a source with its analysis, and none that has changed since', async () => {
      const handle = await open();
      await handle.ready;
      const [minutes, harbour] = handle.sources();
      const source = await handle.corpus.source(harbour!.id);
      assert.ok(source!.analysis.names.some(({ text }) => text === 'Ann Field'));
      sources.write('council/minutes.md', 'The council has gone.\n');
      assert.equal(await handle.corpus.source(minutes!.id), undefined);
    });

    it('reads what is wanted first, then what is newest', async () => {
      ['a', 'b', 'c', 'd'].forEach((name, i) => {
        const moment = new Date(Date.UTC(2030, 0, 1 + i));
        utimesSync(sources.write(`${name}.txt`, `Report ${name}.\n`), moment, moment);
      });
      const wanted = { files: [path.join(sources.path, 'b.txt'), path.join(sources.path, 'none.txt')], globs: [] };
      const handle = await open({ wanted });
      await handle.ready;
      const asRead = handle.sources().toSorted((one, other) => one.id - other.id);
      assert.deepEqual(
        asRead.slice(0, 4).map((record) => record.path),
        ['b.txt', 'd.txt', 'c.txt', 'a.txt'],
      );
    });

    it('reads again only what has changed', async () => {
      const handle = await open();
      await handle.ready;
      sources.write('council/minutes.md', 'The council of Lower Ellis met nobody.\n');
      sources.write('new.txt', 'A new bridge at Lower Ellis.\n');
      rmSync(path.join(sources.path, 'harbour.txt'));
      assert.deepEqual(await handle.refresh(), summaryOf({ added: 1, changed: 1, removed: 1 }));
      assert.deepEqual(paths(handle), ['council/minutes.md', 'new.txt']);
      assert.deepEqual(await mentions(handle, 'lower'), ['council/minutes.md', 'new.txt']);
      assert.deepEqual(await mentions(handle, 'port'), []);
      assert.deepEqual(await handle.refresh(), summaryOf({ unchanged: 2 }));
    });

    it('looks only at the paths it is told of', async () => {
      const handle = await open();
      await handle.ready;
      const minutes = sources.write('council/minutes.md', 'The council of Lower Ellis met nobody.\n');
      sources.write('unseen.txt', 'A bridge.\n');
      const added = sources.write('reports/2024/storm.txt', 'A storm over Lower Ellis.\n');
      const summary = await handle.refresh([minutes, added]);
      assert.deepEqual(summary, summaryOf({ added: 1, changed: 1 }));
      assert.deepEqual(paths(handle), ['council/minutes.md', 'harbour.txt', 'reports/2024/storm.txt']);
      assert.equal(handle.corpus.coverage, 'full');
      rmSync(path.join(sources.path, 'reports'), { recursive: true });
      const removed = await handle.refresh([path.join(sources.path, 'reports')]);
      assert.deepEqual(removed, summaryOf({ removed: 1 }));
    });

    it('takes a new time stamp for no change', async () => {
      const handle = await open();
      await handle.ready;
      const before = handle.sources().map(({ id }) => id);
      utimesSync(path.join(sources.path, 'harbour.txt'), new Date(), new Date(Date.now() + 60_000));
      assert.deepEqual(await handle.refresh(), summaryOf({ unchanged: 2 }));
      assert.deepEqual(
        handle.sources().map(({ id }) => id),
        before,
      );
    });

    it('goes on answering from an older view while the sources change', async () => {
      const handle = await open();
      await handle.ready;
      const { corpus } = handle;
      sources.write('new.txt', 'A new quay at Port Ellis.\n');
      await handle.refresh();
      assert.notEqual(handle.corpus, corpus);
      assert.ok(handle.corpus.generation > corpus.generation);
      const [found] = await corpus.index.passages([{ groups: [['ellis']], limit: 10 }]);
      assert.ok(found!.every(({ document }) => corpus.documents.has(document)));
    });

    it('stops when it is told to, and says that it is not complete', async () => {
      for (let i = 0; i < 300; i++) sources.write(`many/${i}.txt`, `Report ${i} of Port Ellis. `.repeat(200));
      const stop = new AbortController();
      const handle = await open({ signal: stop.signal, onProgress: () => stop.abort() });
      const summary = await handle.ready;
      assert.equal(summary.cancelled, true);
      assert.equal(handle.corpus.coverage, 'partial');
    });

    it('is the same after a rebuild', async () => {
      const handle = await open();
      await handle.ready;
      const words = ['port', 'ellis', 'council', 'silting'];
      const before = await answersOf(handle.corpus, words);
      const ids = handle.sources().map(({ id }) => id);
      assert.equal((await handle.rebuild()).added, 2);
      assert.deepEqual(await answersOf(handle.corpus, words), before);
      assert.ok(handle.sources().every(({ id }) => !ids.includes(id)));
    });

    if (options.storage !== 'memory') {
      it('is kept between runs', async () => {
        const first = await open();
        await first.ready;
        await first.close();
        sources.write('new.txt', 'A new quay at Port Ellis.\n');
        const second = await open();
        assert.deepEqual(paths(second), ['council/minutes.md', 'harbour.txt']);
        assert.equal(second.corpus.coverage, 'partial');
        assert.deepEqual(await second.ready, summaryOf({ added: 1, unchanged: 2 }));
      });

      for (const [damage, content] of [
        ['overwritten', Buffer.alloc(20_000, 'no database')],
        ['empty', Buffer.alloc(0)],
      ] as const) {
        it(`is built anew where its file is ${damage}`, async () => {
          const first = await open();
          await first.ready;
          await first.close();
          writeFileSync(indexFile(storage.path), content);
          const second = await open();
          await second.ready;
          assert.deepEqual(paths(second), ['council/minutes.md', 'harbour.txt']);
          assert.deepEqual(await mentions(second, 'ellis'), ['council/minutes.md', 'harbour.txt']);
          const codes = second.problems.map(({ code }) => code);
          assert.deepEqual(codes, damage === 'empty' ? [] : ['index-rebuilt']);
        });
      }

      it('is made anew where its file is deleted while it is open', async () => {
        const handle = await open();
        await handle.ready;
        rmSync(storage.path, { recursive: true });
        sources.write('new.txt', 'A new quay at Port Ellis.\n');
        await handle.refresh([path.join(sources.path, 'new.txt')]);
        assert.equal(handle.backend, options.driver);
        assert.equal(handle.corpus.coverage, 'full');
        assert.deepEqual(await mentions(handle, 'ellis'), ['council/minutes.md', 'harbour.txt', 'new.txt']);
        sources.write('later.txt', 'A later quay at Port Ellis.\n');
        const later = await handle.refresh([path.join(sources.path, 'later.txt')]);
        assert.deepEqual(later, summaryOf({ added: 1 }));
        assert.equal(handle.sources().length, 4);
      });

      it('is taken over where another process has made it anew in the meantime', async () => {
        const first = await open();
        await first.ready;
        rmSync(storage.path, { recursive: true });
        sources.write('new.txt', 'A new quay at Port Ellis.\n');
        const second = await open();
        await second.ready;
        assert.equal((await first.refresh([path.join(sources.path, 'new.txt')])).unchanged, 3);
        assert.deepEqual(await mentions(first, 'ellis'), ['council/minutes.md', 'harbour.txt', 'new.txt']);
      });

      it('may be open twice', async () => {
        const [first, second] = await Promise.all([open(), open()]);
        await Promise.all([first.ready, second.ready]);
        const words = ['port', 'ellis'];
        await Promise.all([first.refresh(), second.refresh()]);
        assert.deepEqual(await answersOf(second.corpus, words), await answersOf(first.corpus, words));
        assert.equal(second.sources().length, 2);
      });
    }

    // What follows is the same whoever writes; starting a thread for each would take long.
    if (isWorker) return;

    it('says what is wrong with a source, and reads the others', async () => {
      sources.write('empty.txt', '');
      sources.write('picture.txt', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
      const handle = await open();
      await handle.ready;
      const health = Object.fromEntries(handle.sources().map((record) => [record.path, record.health.status]));
      assert.deepEqual(health, {
        'council/minutes.md': 'good',
        'empty.txt': 'empty',
        'harbour.txt': 'good',
        'picture.txt': 'unreadable',
      });
      assert.equal(handle.corpus.coverage, 'full');
    });

    it('says of a source that may not be read, and reads it once it may', async () => {
      const handle = await open();
      await handle.ready;
      const file = sources.write('secret.txt', 'A secret about Port Ellis.\n');
      chmodSync(file, 0);
      await withoutSuperuser([sources.path, storage.path], () => handle.refresh());
      const health = () => handle.sources().find((record) => record.path === 'secret.txt')!.health.status;
      assert.equal(health(), 'unreadable');
      assert.deepEqual(await mentions(handle, 'ellis'), ['council/minutes.md', 'harbour.txt']);
      chmodSync(file, 0o600);
      await handle.refresh();
      assert.equal(health(), 'good');
    });

    it('leaves out what is excluded, hidden, ignored by git or no source', async () => {
      sources.write('drafts/story.md', 'My draft about Port Ellis.\n');
      sources.write('old/draft.md', 'My old draft.\n');
      sources.write('.hidden/a.txt', 'Hidden.\n');
      sources.write('node_modules/a.md', 'A package.\n');
      sources.write('.gitignore', 'build/\n*.tmp.txt\n!keep.tmp.txt\n');
      sources.write('build/a.txt', 'Built.\n');
      sources.write('b.tmp.txt', 'Temporary.\n');
      sources.write('keep.tmp.txt', 'Kept.\n');
      sources.write('council/.gitignore', '/private.txt\n');
      sources.write('council/private.txt', 'Private.\n');
      sources.write('private.txt', 'Not private.\n');
      const handle = await open({ exclude: ['drafts/**'], excludePaths: [path.join(sources.path, 'old/draft.md')] });
      await handle.ready;
      assert.deepEqual(paths(handle), ['council/minutes.md', 'harbour.txt', 'keep.tmp.txt', 'private.txt']);
    });

    it('follows a link to a folder, and not in circles', async () => {
      const elsewhere = temporaryFolder({ 'far.txt': 'Far away.\n' });
      symlinkSync(elsewhere.path, path.join(sources.path, 'linked'));
      symlinkSync(sources.path, path.join(sources.path, 'circle'));
      symlinkSync('nowhere', path.join(sources.path, 'broken.txt'));
      const handle = await open();
      await handle.ready;
      assert.deepEqual(paths(handle), ['council/minutes.md', 'harbour.txt', 'linked/far.txt']);
      elsewhere.remove();
    });

    it('says that a folder does not exist, and that there is no source', async () => {
      const missing = path.join(sources.path, 'missing');
      const handle = await open({ folders: [missing] });
      await handle.ready;
      assert.deepEqual(
        handle.problems.map(({ code }) => code),
        ['folder-unreadable', 'no-sources'],
      );
      assert.ok(handle.problems[0]!.message.includes(missing));
    });

    it('reads several folders', async () => {
      const other = temporaryFolder({ 'harbour.txt': 'Another harbour.\n' });
      const handle = await open({ folders: [sources.path, other.path] });
      await handle.ready;
      assert.equal(handle.sources().length, 3);
      other.remove();
    });

    if (options.storage === 'memory') return;

    it('is held in memory where the folder for it may not be written to', async () => {
      chmodSync(storage.path, 0o555);
      await withoutSuperuser([sources.path], async () => {
        const handle = await open();
        await handle.ready;
        assert.equal(handle.backend, 'memory');
        assert.deepEqual(
          handle.problems.map(({ code }) => code),
          ['storage-unusable'],
        );
        assert.deepEqual(await mentions(handle, 'ellis'), ['council/minutes.md', 'harbour.txt']);
      });
      chmodSync(storage.path, 0o755);
      assert.deepEqual(readdirSync(storage.path), []);
    });

    it('is held in memory where nothing can be kept', async () => {
      const file = storage.write('a-file', '');
      const handle = await open({ storage: path.join(file, 'below') });
      await handle.ready;
      assert.equal(handle.backend, 'memory');
      assert.deepEqual(
        handle.problems.map(({ code }) => code),
        ['storage-unusable'],
      );
      assert.deepEqual(await mentions(handle, 'ellis'), ['council/minutes.md', 'harbour.txt']);
    });
  });
}

describe('Two drivers on one corpus', () => {
  it('keep a file each', async function () {
    if (drivers.length < 2) this.skip(); // This Node has no SQLite of its own.
    const sources = temporaryFolder(FILES);
    const storage = temporaryFolder();
    const handles = await Promise.all(
      drivers.map((driver) => openCorpus({ folders: [sources.path], storage: storage.path, driver })),
    );
    await Promise.all(handles.map(({ ready }) => ready));
    const [node, wasm] = await Promise.all(handles.map(({ corpus }) => answersOf(corpus, ['port', 'council'])));
    assert.deepEqual(wasm, node);
    assert.equal(readdirSync(storage.path).filter((name) => name.endsWith('.db')).length, 2);
    for (const handle of handles) await handle.close();
    sources.remove();
    storage.remove();
  });
});

function indexFile(folder: string): string {
  return path.join(
    folder,
    readdirSync(folder).find((name) => name.endsWith('.db'))!,
  );
}

/** Runs `work` as somebody whom file modes bind; the superuser, who may run tests in a container, may read everything. */
async function withoutSuperuser(folders: readonly string[], work: () => Promise<unknown>): Promise<void> {
  if (process.getuid?.() !== 0) return void (await work());
  for (const folder of folders) openToAll(folder);
  process.seteuid!(NOBODY);
  try {
    await work();
  } finally {
    process.seteuid!(0);
  }
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o777);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.name !== 'secret.txt') chmodSync(file, 0o777);
  }
}
