import { parentPort, workerData } from 'node:worker_threads';
import type { FromIndexWorker, IndexWorkerData, ToIndexWorker } from './indexMessages.ts';
import type { WantedSources } from './orderOfNeed.ts';
import { startReadingThread } from './readingThread.ts';
import { openIndexSession, type IndexSession } from './sqlite/indexSession.ts';
import { sqliteDriver } from './sqlite/openIndexFile.ts';
import type { ReadBeside, SyncHooks, SyncResult } from './sync.ts';

/** Progress is told at most so often. */
const PROGRESS_MILLISECONDS = 50;

/**
 * Keeps an index file in step with its folders, in this worker thread, as the messages of {@link ToIndexWorker} say. To be
 * called once by the file that the worker was started from.
 */
export function runIndexWorker(): void {
  const port = parentPort!;
  const { driver, file, scope, program } = workerData as IndexWorkerData;
  const send = (message: FromIndexWorker) => port.postMessage(message);
  send({ type: 'loaded' });
  let isCancelled = false;
  let wanted: WantedSources | undefined;
  let work: Promise<unknown> = Promise.resolve();
  /** Starts so many threads that read; nobody has asked for them at first. */
  let startThreads = (_: number): void => undefined;

  const opening = openSession();
  async function openSession(): Promise<IndexSession> {
    const sqlite = await sqliteDriver(driver);
    if (!sqlite) throw new Error(`this runtime has no SQLite of kind ${driver}`);
    return openIndexSession(sqlite, file, scope, () => send({ type: 'replaced' }));
  }
  opening.then(
    () => send({ type: 'opened' }),
    (error: unknown) => send({ type: 'failed', message: messageOf(error) }),
  );

  async function round(only: readonly string[] | undefined): Promise<SyncResult> {
    const session = await opening;
    isCancelled = false;
    let told = 0;
    const hooks: SyncHooks = {
      isCancelled: () => isCancelled,
      wanted: () => wanted,
      readBeside,
      onCommit: (generation, last) => send({ type: 'committed', generation, last }),
      onProgress(progress) {
        if (Date.now() - told < PROGRESS_MILLISECONDS) return;
        told = Date.now();
        send({ type: 'progress', progress });
      },
    };
    return session.round(hooks, only);
  }

  const readBeside: ReadBeside = (bytes, onLoaded) => {
    const ends: (() => void)[] = [];
    let isOver = false;
    startThreads = (threads) => {
      startThreads = () => undefined;
      let starting = threads;
      const onSettled = () => {
        if (--starting === 0 && !isOver) send({ type: 'started' });
      };
      for (let i = 0; i < threads; i++) ends.push(startReadingThread(new URL(program), onLoaded, onSettled));
    };
    send({ type: 'beside', bytes });
    return () => {
      isOver = true;
      startThreads = () => undefined;
      for (const end of ends) end();
      send({ type: 'alone' });
    };
  };

  async function answer(message: ToIndexWorker): Promise<void> {
    try {
      if (message.type === 'round') send({ type: 'done', result: await round(message.only) });
      else {
        const session = await opening;
        if (message.type === 'clear') await session.clear();
        if (message.type === 'replace') await session.replace();
        if (message.type === 'close') await session.close();
        send({ type: 'done' });
      }
    } catch (error) {
      send({ type: 'failed', message: messageOf(error) });
    }
    if (message.type === 'close') port.close();
  }

  port.on('message', (message: ToIndexWorker) => {
    if (message.type === 'cancel') isCancelled = true;
    else if (message.type === 'want') ({ wanted } = message);
    else if (message.type === 'beside') startThreads(message.threads);
    else work = work.then(() => answer(message));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
