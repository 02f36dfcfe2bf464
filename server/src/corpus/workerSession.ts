import { Worker } from 'node:worker_threads';
import { flagsOfStart } from '../memory.ts';
import { readersFor, threadAtWork } from './freeCores.ts';
import type { FromIndexWorker, IndexWorkerData, ToIndexWorker } from './indexMessages.ts';
import type { WantedSources } from './orderOfNeed.ts';
import { forgetThread } from './sqlite/indexFile.ts';
import type { IndexSession } from './sqlite/indexSession.ts';
import type { SyncHooks, SyncResult } from './sync.ts';

/** How often it is looked whether a running round should stop, or should read something else first. */
const LOOK_MILLISECONDS = 30;

/** A worker that is deep in a long source is not waited for longer; nothing is being written then. */
const CLOSE_MILLISECONDS = 1500;

/**
 * Left to itself, a thread that makes so much garbage grows to hundreds of megabytes. With a small young generation it
 * collects sooner, at no cost that could be measured; beside WebAssembly half of it is enough, while the other driver would
 * take longer.
 */
const YOUNG_MEGABYTES = { node: 24, wasm: 12 };
const OLD_MEGABYTES = 768;

/**
 * Starts a worker thread that writes an index file. Throws if the thread cannot be started or the file cannot be kept. So many
 * `readers` read beside it where there is something to read; by default as many as there are cores for.
 */
export async function startIndexWorker(
  data: IndexWorkerData,
  onReplaced: () => void,
  readers?: number,
): Promise<IndexSession> {
  // Whatever is printed there must not get into the protocol that this process may speak on its standard output.
  const limits = { maxYoungGenerationSizeMb: YOUNG_MEGABYTES[data.driver], maxOldGenerationSizeMb: OLD_MEGABYTES };
  const options = { name: 'source-check index', resourceLimits: limits, stdout: true };
  const worker = new Worker(new URL(data.program), { ...options, workerData: data });
  const loaded = flagsOfStart();
  worker.stdout.pipe(process.stderr, { end: false });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  let hooks: SyncHooks | undefined;
  /** What is waited for; the worker answers in order. */
  const waiting: { resolve: (result: SyncResult | undefined) => void; reject: (error: Error) => void }[] = [];
  let ended: Error | undefined;

  const next = () =>
    new Promise<SyncResult | undefined>((resolve, reject) => {
      if (ended) reject(ended);
      else waiting.push({ resolve, reject });
    });
  const failAll = () => {
    for (const { reject } of waiting.splice(0)) reject(ended!);
  };
  const beside = readersBeside(worker, (bytes) => readers ?? readersFor(bytes, data.driver));
  worker.on('message', (message: FromIndexWorker) => {
    switch (message.type) {
      case 'loaded':
        return loaded();
      case 'opened':
        return waiting.shift()?.resolve(undefined);
      case 'done':
        return waiting.shift()?.resolve(message.result);
      case 'failed':
        return waiting.shift()?.reject(new Error(message.message));
      case 'progress':
        return hooks?.onProgress?.(message.progress);
      case 'committed':
        return hooks?.onCommit?.(message.generation, message.last);
      case 'replaced':
        return onReplaced();
      case 'beside':
        return beside.allow(message.bytes);
      case 'started':
        return beside.started();
      case 'alone':
        return beside.end();
    }
  });
  worker.on('error', (error) => {
    ended = error instanceof Error ? error : new Error(String(error));
    failAll();
  });
  const { threadId } = worker;
  worker.on('exit', () => {
    loaded();
    beside.end();
    forgetThread(data.file, threadId);
    ended ??= new Error('the index worker has ended');
    failAll();
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
      let known: WantedSources | undefined;
      const look = () => {
        if (roundHooks.isCancelled()) worker.postMessage({ type: 'cancel' } satisfies ToIndexWorker);
        const wanted = roundHooks.wanted?.();
        if (wanted && wanted !== known) worker.postMessage({ type: 'want', wanted } satisfies ToIndexWorker);
        known = wanted;
      };
      look();
      const rest = threadAtWork();
      const timer = setInterval(look, LOOK_MILLISECONDS);
      try {
        return (await ask({ type: 'round', ...(only && { only }) }))!;
      } finally {
        clearInterval(timer);
        rest();
        hooks = undefined;
      }
    },
    clear: async () => void (await ask({ type: 'clear' })),
    replace: async () => void (await ask({ type: 'replace' })),
    async close() {
      worker.postMessage({ type: 'cancel' } satisfies ToIndexWorker);
      void ask({ type: 'close' }).catch(() => undefined);
      const timer = setTimeout(() => void worker.terminate(), CLOSE_MILLISECONDS);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** What this thread has to do with those that read for the worker. */
function readersBeside(worker: Worker, readersFor: (bytes: number) => number) {
  let rest = (): void => undefined;
  let started = (): void => undefined;
  const end = () => {
    started();
    rest();
  };
  return {
    allow(bytes: number): void {
      end();
      const threads = readersFor(bytes);
      if (threads === 0) return;
      rest = threadAtWork(threads);
      started = flagsOfStart();
      worker.postMessage({ type: 'beside', threads } satisfies ToIndexWorker);
    },
    started: () => started(),
    end,
  };
}
