import { parentPort, workerData } from 'node:worker_threads';
import type { FromIndexWorker, IndexWorkerData, ToIndexWorker } from './indexMessages.ts';
import type { WantedSources } from './orderOfNeed.ts';
import { openIndexSession, type IndexSession } from './sqlite/indexSession.ts';
import { sqliteDriver } from './sqlite/openIndexFile.ts';
import type { SyncResult } from './sync.ts';

/** Progress is told at most so often. */
const PROGRESS_MILLISECONDS = 50;

/**
 * Keeps an index file in step with its folders, in this worker thread, as the messages of {@link ToIndexWorker} say. To be
 * called once by the file that the worker was started from.
 */
export function runIndexWorker(): void {
  const port = parentPort!;
  const { driver, file, scope } = workerData as IndexWorkerData;
  const send = (message: FromIndexWorker) => port.postMessage(message);
  send({ type: 'loaded' });
  let isCancelled = false;
  let wanted: WantedSources | undefined;
  let work: Promise<unknown> = Promise.resolve();

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
    const hooks = {
      isCancelled: () => isCancelled,
      wanted: () => wanted,
      onCommit: (generation: number, last: boolean) => send({ type: 'committed', generation, last }),
      onProgress(progress: Parameters<NonNullable<Parameters<IndexSession['round']>[0]['onProgress']>>[0]) {
        if (Date.now() - told < PROGRESS_MILLISECONDS) return;
        told = Date.now();
        send({ type: 'progress', progress });
      },
    };
    return session.round(hooks, only);
  }

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
    else work = work.then(() => answer(message));
  });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
