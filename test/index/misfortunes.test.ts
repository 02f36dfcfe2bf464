import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CorpusHandle } from '../../server/src/corpus/corpusHandle.ts';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import { registerUser } from '../../server/src/corpus/sqlite/indexFile.ts';
import { sqliteDriver } from '../../server/src/corpus/sqlite/openIndexFile.ts';
import { answersOf, drivers, temporaryFolder } from '../unit/corpus/corpusFolders.ts';

const ONCE = fileURLToPath(new URL('./indexOnce.ts', import.meta.url));
const WORDS = ['port', 'report', 'ellis', 'boats', '7'];

interface Outcome {
  readonly backend: string;
  readonly coverage: string;
  readonly documents: number;
  readonly problems: readonly { readonly code: string; readonly message: string }[];
}

/** What a program that indexes once in a process of its own tells. `limit`: the most KiB that a file may have. */
async function indexOnce(storage: string, driver: string, folder: string, limit?: number): Promise<Outcome> {
  const command = [process.execPath, '--import', 'tsx', ONCE, storage, driver, folder];
  const limited = ['sh', '-c', `ulimit -f ${(limit ?? 0) * 2}; exec "$@"`, 'sh', ...command];
  const [program, ...args] = limit === undefined ? command : limited;
  const child = spawn(program!, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.on('data', (data: Buffer) => (out += data.toString()));
  const status = await new Promise((resolve) => child.on('close', (code, signal) => resolve(code ?? signal)));
  assert.equal(status, 0, out);
  return JSON.parse(out) as Outcome;
}

function reports(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `reports/${i}.txt`,
      `Report ${i} of Port Ellis.\n\nAnn Field counted ${i} boats.\n\n${`Nobody ${i} had seen as many as that. `.repeat(20)}\n`,
    ]),
  );
}

/** What an index in memory answers, which nothing can have happened to. */
async function answersInMemory(folder: string): Promise<unknown> {
  const handle = await openCorpus({ folders: [folder], storage: 'memory' });
  await handle.ready;
  const answers = await answersOf(handle.corpus, WORDS);
  await handle.close();
  return answers;
}

/** A disk of 200 KB in the place of a folder; undefined where that is not allowed. */
function smallDisk(place: string): { grow(): void; remove(): void } | undefined {
  const mount = (options: string) => spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', place]).status === 0;
  if (process.platform !== 'linux' || !mount('size=200k')) return undefined;
  return {
    grow: () => assert.ok(mount('remount,size=20m')),
    remove: () => void spawnSync('umount', ['-l', place]),
  };
}

function indexFiles(storage: string): string[] {
  return readdirSync(storage).filter((name) => name.endsWith('.db'));
}

for (const driver of drivers) {
  describe(`An index (${driver})`, function () {
    this.timeout(60_000);
    const folders: { remove(): void }[] = [];
    const handles: CorpusHandle[] = [];
    const folder = (files: Record<string, string> = {}) => {
      const made = temporaryFolder(files);
      folders.push(made);
      return made;
    };
    const open = async (sources: string, storage: string) => {
      const handle = await openCorpus({ folders: [sources], storage, driver });
      handles.push(handle);
      return handle;
    };
    /** An index of three reports, and a connection to it such as another process has. */
    const indexHeldByAnother = async () => {
      const sources = folder(reports(3));
      const storage = folder();
      const first = await open(sources.path, storage.path);
      await first.ready;
      await first.close();
      const file = path.join(storage.path, indexFiles(storage.path)[0]!);
      const { release } = registerUser(file);
      const other = (await sqliteDriver(driver))!.open(file, { readOnly: false });
      return { sources, storage, other, release };
    };
    afterEach(async () => {
      await Promise.all(handles.splice(0).map((handle) => handle.close()));
      for (const made of folders.splice(0)) made.remove();
    });

    it('that two processes write at a time is the same as one that nobody shares', async () => {
      const sources = folder(reports(120));
      const storage = folder();
      const outcomes = await Promise.all([1, 2].map(() => indexOnce(storage.path, driver, sources.path)));
      for (const outcome of outcomes) {
        assert.deepEqual(outcome, { backend: driver, coverage: 'full', documents: 120, problems: [] });
      }
      assert.equal(indexFiles(storage.path).length, 1);
      const handle = await open(sources.path, storage.path);
      await handle.ready;
      assert.deepEqual(await answersOf(handle.corpus, WORDS), await answersInMemory(sources.path));
    });

    it('that another process holds for a moment is waited for', async () => {
      const { sources, storage, other, release } = await indexHeldByAnother();
      other.exec('begin immediate');
      setTimeout(() => {
        other.exec('commit');
        other.close();
        release();
      }, 700);
      sources.write('new.txt', 'Report 7 of Port Ellis.');
      const second = await open(sources.path, storage.path);
      await second.ready;
      assert.equal(second.backend, driver);
      assert.deepEqual(second.problems, []);
      assert.equal(second.corpus.documents.size, 4);
    });

    it('that another process does not give free is left alone: what is needed is held in memory', async () => {
      const { sources, storage, other, release } = await indexHeldByAnother();
      other.exec('begin exclusive');
      const second = await openCorpus({ folders: [sources.path], storage: storage.path, driver, patience: 100 });
      handles.push(second);
      await second.ready;
      assert.equal(second.backend, 'memory');
      assert.match(second.problems[0]!.message, /locked/u);
      assert.deepEqual(await answersOf(second.corpus, WORDS), await answersInMemory(sources.path));
      other.exec('commit');
      other.close();
      release();
      const third = await open(sources.path, storage.path);
      assert.equal((await third.ready).unchanged, 3);
    });

    it('of which a part is damaged says nothing of what is absent, and is built anew', async () => {
      const sources = folder(reports(200));
      const storage = folder();
      const expected = await answersInMemory(sources.path);
      const before = await open(sources.path, storage.path);
      await before.ready;
      await before.close();
      const file = path.join(storage.path, indexFiles(storage.path)[0]!);
      const bytes = readFileSync(file);
      // The first page says that it is a database with the right tables; the rest, or only the end of it, is no good.
      for (const from of [8192, bytes.length - 6 * 8192]) {
        writeFileSync(file, Buffer.from(bytes).fill(0xa5, from));
        const handle = await open(sources.path, storage.path);
        await handle.ready;
        const { corpus } = handle;
        const first = await answersOf(corpus, WORDS);
        if (corpus.coverage === 'full') assert.deepEqual(first, expected);
        await handle.refresh();
        assert.equal(handle.backend, driver);
        assert.deepEqual(
          handle.problems.map(({ code }) => code),
          ['index-rebuilt'],
        );
        assert.deepEqual(await answersOf(handle.corpus, WORDS), expected);
        await handle.close();
      }
    });

    it('of another schema is left aside, whether it is older or newer', async () => {
      const sources = folder(reports(3));
      const storage = folder();
      for (const version of [0, 99]) {
        const before = await open(sources.path, storage.path);
        await before.ready;
        await before.close();
        const file = path.join(storage.path, indexFiles(storage.path)[0]!);
        const database = (await sqliteDriver(driver))!.open(file, { readOnly: false });
        database.exec(`pragma user_version = ${version}; drop table name_form`);
        database.close();
        const handle = await open(sources.path, storage.path);
        await handle.ready;
        assert.equal(handle.backend, driver);
        assert.deepEqual(await answersOf(handle.corpus, WORDS), await answersInMemory(sources.path));
      }
    });

    for (const [limit, when] of [
      [2, 'from the first'],
      [120, 'in the middle'],
    ] as const) {
      it(`that the disk has no room for ${when} says so, goes on in memory, and is right once there is room`, async function () {
        if (process.platform === 'win32') this.skip();
        const sources = folder(reports(400));
        const storage = folder();
        const { problems, ...outcome } = await indexOnce(storage.path, driver, sources.path, limit);
        assert.deepEqual(outcome, { backend: 'memory', coverage: 'full', documents: 400 });
        assert.deepEqual(
          problems.map(({ code }) => code),
          ['storage-unusable'],
        );
        const room = await open(sources.path, storage.path);
        await room.ready;
        assert.equal(room.backend, driver);
        assert.deepEqual(await answersOf(room.corpus, WORDS), await answersInMemory(sources.path));
      });
    }

    it('that fills up its disk goes on in memory, follows what changes, and is right once there is room', async function () {
      const sources = folder(reports(400));
      const storage = folder();
      const disk = smallDisk(storage.path);
      if (!disk) this.skip(); // Only the superuser may make one.
      try {
        const handle = await open(sources.path, storage.path);
        await handle.ready;
        assert.equal(handle.backend, 'memory');
        assert.match(handle.problems[0]!.message, /full|disk I\/O/u);
        assert.deepEqual(await answersOf(handle.corpus, WORDS), await answersInMemory(sources.path));
        sources.write('later.txt', 'Report 7 of Port Ellis.');
        assert.equal((await handle.refresh([path.join(sources.path, 'later.txt')])).added, 1);
        await handle.close();
        disk.grow();
        const next = await open(sources.path, storage.path);
        await next.ready;
        assert.equal(next.backend, driver);
        assert.deepEqual(await answersOf(next.corpus, WORDS), await answersInMemory(sources.path));
        await next.close();
      } finally {
        disk.remove();
      }
    });

    it('follows a folder that is moved away and back', async () => {
      const sources = folder({ ...reports(5), 'other.txt': 'Port Ellis has a quay.' });
      const elsewhere = folder();
      const storage = folder();
      const handle = await open(sources.path, storage.path);
      await handle.ready;
      const before = await answersOf(handle.corpus, WORDS);
      const [here, there] = [path.join(sources.path, 'reports'), path.join(elsewhere.path, 'reports')];
      renameSync(here, there);
      assert.equal((await handle.refresh([here])).removed, 5);
      assert.deepEqual(
        handle.sources().map(({ path: name }) => name),
        ['other.txt'],
      );
      renameSync(there, here);
      assert.equal((await handle.refresh([here])).added, 5);
      assert.deepEqual(await answersOf(handle.corpus, WORDS), before);
    });

    it('takes a file that is written beside its place and renamed into it', async () => {
      const sources = folder(reports(3));
      const storage = folder();
      const handle = await open(sources.path, storage.path);
      await handle.ready;
      const [temporary, place] = ['.0.txt.tmp', 'reports/0.txt'].map((name) => path.join(sources.path, name));
      sources.write('.0.txt.tmp', 'Bo Hill counted 77 boats.');
      renameSync(temporary!, place!);
      const summary = await handle.refresh([temporary!, place!]);
      assert.deepEqual(summary, { added: 0, changed: 1, moved: 0, removed: 0, unchanged: 0, cancelled: false });
      assert.equal(handle.sources().length, 3);
    });

    it('takes a burst of changes in a few rounds', async () => {
      const sources = folder(reports(2));
      const storage = folder();
      const handle = await open(sources.path, storage.path);
      await handle.ready;
      mkdirSync(path.join(sources.path, 'burst'));
      const rounds = new Set<object>();
      const told: Promise<unknown>[] = [];
      for (let i = 0; i < 500; i++) {
        const file = sources.write(`burst/${i}.txt`, `Report ${i} of Port Ellis.`);
        told.push(handle.refresh([file]).then((summary) => rounds.add(summary)));
      }
      await Promise.all(told);
      assert.equal(handle.corpus.documents.size, 502);
      assert.ok(rounds.size <= 4, `${rounds.size} rounds`);
    });
  });
}
