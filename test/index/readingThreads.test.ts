import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rmSync, truncateSync } from 'node:fs';
import path from 'node:path';
import type { IndexBatch } from '../../server/src/corpus/indexWriter.ts';
import { createMemoryIndex } from '../../server/src/corpus/memoryIndex.ts';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import type { ReadingThread } from '../../server/src/corpus/readingQueue.ts';
import { startReadingThread } from '../../server/src/corpus/readingThread.ts';
import { syncIndex, type ReadBeside, type SyncHooks } from '../../server/src/corpus/sync.ts';
import { answersOf, drivers, temporaryFolder, WORKER } from '../unit/corpus/corpusFolders.ts';

const WORDS = ['port', 'ellis', 'field', 'nowak', '14', 'boats', 'nobody', '7'];
const SENTENCES = [
  'The harbour of Port Ellis is silting up, said Ann Field.',
  'Councillor Łukasz Nowak met Ann Field in June 2024.',
  'A storm sank 14 boats off Port Ellis.',
  'The Coast Guard (CG) counted them twice.',
];

/** Soon read: a thousand letters. */
const PARAGRAPH = `Nobody had seen as many boats as that. ${'x'.repeat(959)}\n\n`;

type Folder = ReturnType<typeof temporaryFolder>;

function reports(count: number): Record<string, string> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, i) => [
      `${i % 5}/${i}.txt`,
      `Report ${i} of Port Ellis.\n\nAnn Field counted ${i} boats.\n\n${`Nobody ${i} had seen as many as that. `.repeat(20)}\n`,
    ]),
  );
}

/** An index in memory; `paths` are those of the documents that were put into it, in order. */
function watchedIndex() {
  const index = createMemoryIndex();
  const paths: string[] = [];
  const apply = (batch: IndexBatch) => {
    paths.push(...batch.put.map(({ record }) => record.path));
    return index.apply(batch);
  };
  return { writer: { ...index, apply }, index, paths };
}

async function answers(index: ReturnType<typeof createMemoryIndex>): Promise<unknown> {
  const documents = new Map((await index.documents()).map((record) => [record.id, record]));
  return answersOf({ index, documents, coverage: 'full' }, WORDS);
}

const sync = (writer: ReturnType<typeof watchedIndex>['writer'], folder: Folder, hooks: Partial<SyncHooks> = {}) =>
  syncIndex(writer, { folders: [folder.path], exclude: [], excludePaths: [] }, { isCancelled: () => false, ...hooks });

/** What an index holds that one thread alone has made. */
async function answersOfOne(folder: Folder): Promise<unknown> {
  const { writer, index } = watchedIndex();
  await sync(writer, folder);
  return answers(index);
}

interface Started {
  readonly thread: ReadingThread;
  readonly end: () => void;
}

const startThread = () =>
  new Promise<Started>((resolve, reject) => {
    const end = startReadingThread(
      WORKER,
      (thread) => resolve({ thread, end }),
      () => reject(new Error('the thread has ended')),
    );
  });

/** For a round in which these read too, from the first file on. */
const beside =
  (...threads: readonly ReadingThread[]): ReadBeside =>
  (_, onLoaded) => {
    threads.forEach(onLoaded);
    return () => undefined;
  };

describe('Sources that several threads read', function () {
  this.timeout(60_000);
  let started: Started[];
  let threads: ReadingThread[];
  const folders: Folder[] = [];
  const folder = (files: Record<string, string | Uint8Array> = {}) => {
    const made = temporaryFolder(files);
    folders.push(made);
    return made;
  };
  before(async () => {
    started = await Promise.all([startThread(), startThread(), startThread()]);
    threads = started.map(({ thread }) => thread);
  });
  after(() => started.forEach(({ end }) => end()));
  afterEach(() => folders.splice(0).forEach((made) => made.remove()));

  it('give the index that one thread makes, in the same order', async () => {
    const sources = folder({ ...reports(300), 'empty.txt': '', 'picture.txt': Uint8Array.from([0x89, 0x50, 0, 0, 1]) });
    const alone = watchedIndex();
    await sync(alone.writer, sources);
    const together = watchedIndex();
    let read = 0;
    const counted = threads.map((thread): ReadingThread => ({
      read: (...file) => (read++, thread.read(...file)),
    }));
    const told: number[] = [];
    const onProgress: SyncHooks['onProgress'] = ({ phase, done, total }) => {
      if (phase === 'indexing') told.push(done);
      assert.ok(done <= total);
    };
    const result = await sync(together.writer, sources, { onProgress, readBeside: beside(...counted) });
    assert.equal(result.readingThreads, 3);
    assert.deepEqual(
      told,
      told.toSorted((a, b) => a - b),
    );
    assert.ok(read > 100, `${read} were read by other threads`);
    assert.deepEqual(together.paths, alone.paths);
    assert.deepEqual(await answers(together.index), await answers(alone.index));
  });

  it('come to the same, however many read, and whatever was there before', async () => {
    const text = fc.array(fc.constantFrom(...SENTENCES), { maxLength: 4 }).map((sentences) => sentences.join('\n\n'));
    const files = fc.dictionary(fc.constantFrom('a.txt', 'b.md', 'c/d.txt', 'c/e.md', 'f.txt', 'g.txt'), text);
    await fc.assert(
      fc.asyncProperty(files, files, fc.nat(3), async (first, then, count) => {
        const sources = temporaryFolder(first);
        const { writer, index } = watchedIndex();
        await sync(writer, sources, { readBeside: beside(...threads.slice(0, count)) });
        for (const name of Object.keys(first)) if (!(name in then)) rmSync(path.join(sources.path, name));
        for (const [name, content] of Object.entries(then)) sources.write(name, content);
        await sync(writer, sources, { readBeside: beside(...threads.slice(0, count)) });
        assert.deepEqual(await answers(index), await answersOfOne(sources));
        sources.remove();
      }),
      { numRuns: 25 },
    );
  });

  it('are told of where they cannot be read, and the others are read', async function () {
    if (process.platform === 'win32') this.skip(); // Empty space takes room there.
    const sources = folder(reports(40));
    truncateSync(sources.write('huge.txt', ''), 2 ** 40);
    const { writer, index } = watchedIndex();
    const readBeside: ReadBeside = (...asked) => {
      // It has been listed by now.
      rmSync(path.join(sources.path, '3/13.txt'));
      return beside(...threads)(...asked);
    };
    const { summary } = await sync(writer, sources, { readBeside });
    assert.deepEqual(summary, { added: 41, changed: 0, moved: 0, removed: 0, unchanged: 0, cancelled: false });
    const health = new Map((await index.documents()).map((record) => [record.path, record.health]));
    assert.deepEqual(health.get('3/13.txt'), { status: 'unreadable', detail: 'it has gone' });
    assert.equal(health.get('huge.txt')!.status, 'unreadable');
    assert.equal([...health.values()].filter(({ status }) => status === 'good').length, 39);
  });

  it('are read though a thread is ended in the middle of it', async () => {
    const sources = folder(reports(300));
    const { thread, end } = await startThread();
    let given = 0;
    const mortal: ReadingThread = {
      read(...file) {
        if (++given === 50) end();
        return thread.read(...file);
      },
    };
    const { writer, index } = watchedIndex();
    const { summary } = await sync(writer, sources, { readBeside: beside(mortal, threads[0]!) });
    assert.ok(given >= 50);
    assert.equal(summary.added, 300);
    assert.deepEqual(await answers(index), await answersOfOne(sources));
  });

  it('are read though a thread cannot be started', async () => {
    const sources = folder(reports(30));
    const missing = new URL('./no-such-program.mjs', import.meta.url);
    const settled: unknown[] = [];
    const { writer, index } = watchedIndex();
    const readBeside: ReadBeside = (_, onLoaded) => startReadingThread(missing, onLoaded, () => settled.push(missing));
    const { readingThreads } = await sync(writer, sources, { readBeside });
    assert.equal(readingThreads, 0);
    assert.deepEqual(await answers(index), await answersOfOne(sources));
    while (settled.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  });

  it('stop being read when that is cancelled, whatever the threads are about, and are read on later', async () => {
    const sources = folder(reports(300));
    const { writer, index, paths } = watchedIndex();
    let given = 0;
    const slow: ReadingThread = {
      read: (...file) => (++given > 60 ? new Promise(() => undefined) : threads[0]!.read(...file)),
    };
    const isCancelled = () => given > 60;
    const stopped = await sync(writer, sources, { isCancelled, readBeside: beside(slow, threads[1]!) });
    assert.equal(stopped.summary.cancelled, true);
    assert.equal(stopped.complete, false);
    assert.equal(stopped.summary.added, paths.length);
    assert.ok(paths.length < 300);
    const { summary } = await sync(writer, sources, { readBeside: beside(...threads) });
    assert.equal(summary.added + stopped.summary.added, 300);
    assert.equal(summary.unchanged, stopped.summary.added);
    assert.deepEqual(await answers(index), await answersOfOne(sources));
  });

  it('are committed first where somebody waits for them, and soon where they are wanted later', async () => {
    const sources = folder();
    const text = PARAGRAPH.repeat(50);
    for (let i = 0; i < 200; i++) sources.write(`${i}.txt`, text);
    const absolute = (name: string) => path.join(sources.path, name);
    const { writer, paths } = watchedIndex();
    const first = { files: [absolute('150.txt')], globs: [] };
    const later = { files: [absolute('0.txt'), absolute('1.txt')], globs: [] };
    let before: number | undefined;
    const onCommit = () => {
      // The first time it is the one that was waited for.
      if (paths.length > 1) before ??= paths.length;
    };
    const wanted = () => (before === undefined ? first : later);
    await sync(writer, sources, { wanted, onCommit, readBeside: beside(...threads) });
    assert.equal(paths.length, 200);
    assert.equal(paths[0], '150.txt');
    const places = [paths.indexOf('0.txt'), paths.indexOf('1.txt')].sort((a, b) => a - b);
    assert.equal(places[1]! - places[0]!, 1);
    // Four million bytes are under way.
    assert.ok(places[0]! <= before! + 4_000_000 / text.length + 1, `${before}, then ${places.join(', ')}`);
  });

  it('are under way only so many bytes at a time, and large ones alone', async () => {
    const sources = folder();
    const text = PARAGRAPH.repeat(100);
    for (let i = 0; i < 80; i++) sources.write(`${i}.txt`, text);
    sources.write('large.txt', text.repeat(12));
    let [now, most, largest] = [0, 0, 0];
    const counted = threads.map((thread): ReadingThread => ({
      async read(file, known) {
        now += file.size!;
        most = Math.max(most, now);
        largest = Math.max(largest, file.size!);
        const found = await thread.read(file, known);
        now -= file.size!;
        return found;
      },
    }));
    const { writer } = watchedIndex();
    const { summary } = await sync(writer, sources, { readBeside: beside(...counted) });
    assert.equal(summary.added, 81);
    assert.equal(largest, text.length);
    assert.ok(most <= 3 * (1_000_000 + text.length), `${most} bytes were with the threads`);
  });
});

for (const driver of drivers) {
  describe(`The index worker (${driver})`, function () {
    this.timeout(60_000);

    it('starts as many threads that read as it is told, and the index is the same', async () => {
      const storage = temporaryFolder();
      const sources = temporaryFolder(reports(1500));
      let reading = 0;
      const onRound = (_: unknown, __: number, readingThreads: number) => (reading = readingThreads);
      const options = {
        folders: [sources.path],
        storage: storage.path,
        driver,
        workerUrl: WORKER,
        readers: 3,
        onRound,
      };
      const handle = await openCorpus(options);
      await handle.ready;
      // They take a while to start, and few files are read before that.
      for (let count = 3000; reading < 3 && count < 20_000; count *= 2) {
        for (const [name, text] of Object.entries(reports(count))) sources.write(name, text);
        await handle.rebuild();
      }
      assert.equal(reading, 3);
      const alone = await openCorpus({ folders: [sources.path], storage: 'memory' });
      await alone.ready;
      assert.deepEqual(await answersOf(handle.corpus, WORDS), await answersOf(alone.corpus, WORDS));
      await Promise.all([handle.close(), alone.close()]);
      storage.remove();
      sources.remove();
    });
  });
}
