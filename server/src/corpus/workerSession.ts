import { Worker } from 'node:worker_threads';
import type { FromIndexWorker, IndexWorkerData, ToIndexWorker } from './indexMessages.ts';
import type { IndexSession } from './sqlite/indexSession.ts';
import type { SyncHooks, SyncResult } from './sync.ts';

/** How often a running round is asked whether it should stop. */
const CANCEL_MILLISECONDS = 30;

/**
 * Left to itself, a thread that makes so much garbage grows to hundreds of megabytes. With a small young generation it
 * collects sooner, at no cost that could be measured.
 */
const LIMITS = { maxYoungGenerationSizeMb: 24, maxOldGenerationSizeMb: 768 };

/** Starts a worker thread that writes an index file. Throws if the thread cannot be started or the file cannot be kept. */
export async function startIndexWorker(
  workerUrl: URL,
  data: IndexWorkerData,
  onReplaced: () => void,
): Promise<IndexSession> {
  const worker = new Worker(workerUrl, { workerData: data, name: 'source-check index', resourceLimits: LIMITS });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let hooks: SyncHooks | undefined;
  let settle: { resolve: (result: SyncResult | undefined) => void; reject: (error: Error) => void } | undefined;
  let ended: Error | undefined;

  const next = () =>
    new Promise<SyncResult | undefined>((resolve, reject) => {
      if (ended) reject(ended);
      else settle = { resolve, reject };
    });
  const fail = (error: Error) => settle?.reject(error);
  worker.on('message', (message: FromIndexWorker) => {
    switch (message.type) {
      case 'opened':
        return settle?.resolve(undefined);
      case 'done':
        return settle?.resolve(message.result);
      case 'failed':
        return fail(new Error(message.message));
      case 'progress':
        return hooks?.onProgress?.(message.progress);
      case 'committed':
        return hooks?.onCommit?.(message.generation);
      case 'replaced':
        return onReplaced();
    }
  });
  worker.on('error', (error) => {
    ended = error instanceof Error ? error : new Error(String(error));
    fail(ended);
  });
  worker.on('exit', () => {
    ended ??= new Error('the index worker has ended');
    fail(ended);
  });

  function ask(message: ToIndexWorker): Promise<SyncResult | undefined> {
    const answer = next();
    if (!ended) worker.postMessage(message);
    return answer;
  }

  try {
    await next();
  } catch (error) {
    await worker.terminate();
    throw error;
  }
  return {
    async round(roundHooks, only) {
      hooks = roundHooks;
      const timer = setInterval(() => {
        if (roundHooks.isCancelled()) worker.postMessage({ type: 'cancel' } satisfies ToIndexWorker);
      }, CANCEL_MILLISECONDS);
      try {
        return (await ask({ type: 'round', ...(only && { only }) }))!;
      } finally {
        clearInterval(timer);
        hooks = undefined;
      }
    },
    clear: async () => void (await ask({ type: 'clear' })),
    replace: async () => void (await ask({ type: 'replace' })),
    async close() {
      await ask({ type: 'close' }).catch(() => undefined);
      await exited;
    },
  };
}
