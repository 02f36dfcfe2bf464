import { parentPort, Worker } from 'node:worker_threads';
import type { ListedFile } from './listSources.ts';
import { readListedFile, type FoundContent } from './readListedFile.ts';
import type { ReadingThread } from './readingQueue.ts';

/** What a thread that reads is started with. */
export interface ReadingThreadData {
  readonly task: 'source-check-read';
}

interface ToReadingThread {
  readonly file: ListedFile;
  readonly known: readonly string[];
}

type FromReadingThread =
  /** The program is there. */
  | { readonly type: 'loaded' }
  /** Each file is answered by one of these, in order. */
  | { readonly type: 'found'; readonly found: FoundContent }
  | { readonly type: 'failed' };

/** Such a thread holds one source and what is found in it. See `workerSession.ts` for why the young generation is small. */
const LIMITS = { maxYoungGenerationSizeMb: 6, maxOldGenerationSizeMb: 256 };

/** Reads, in this worker thread, the files that it is sent. To be called once by the file that it was started from. */
export function runReadingThread(): void {
  const port = parentPort!;
  const send = (message: FromReadingThread, moved: readonly ArrayBuffer[] = []) => port.postMessage(message, moved);
  port.on('message', ({ file, known }: ToReadingThread) => {
    try {
      const found = readListedFile(file, known);
      send({ type: 'found', found }, found.document ? [found.document.names.mentions.buffer as ArrayBuffer] : []);
    } catch {
      // Who reads it in its stead will come upon the same.
      send({ type: 'failed' });
    }
  });
  send({ type: 'loaded' });
}

/**
 * Starts a thread that reads, from the file that the index worker was started from. `onLoaded` is told when it can be used;
 * `onSettled` then, or when it never will. The function returned ends it, whatever it is about.
 */
export function startReadingThread(
  program: URL,
  onLoaded: (thread: ReadingThread) => void,
  onSettled: () => void,
): () => void {
  const workerData: ReadingThreadData = { task: 'source-check-read' };
  let worker: Worker;
  try {
    worker = new Worker(program, { name: 'source-check read', resourceLimits: LIMITS, stdout: true, workerData });
  } catch {
    onSettled();
    return () => undefined;
  }
  // As of the index worker, nothing of what is printed may get into the protocol.
  worker.stdout.pipe(process.stderr, { end: false });
  let waiting: { readonly resolve: (found: FoundContent) => void; readonly reject: (error: Error) => void }[] = [];
  let ended: Error | undefined;
  let isSettled = false;
  const settle = () => {
    if (!isSettled) onSettled();
    isSettled = true;
  };
  const end = (why: Error) => {
    ended ??= why;
    for (const { reject } of waiting) reject(ended);
    waiting = [];
    settle();
  };
  const thread: ReadingThread = {
    read: (file, known) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended);
        waiting.push({ resolve, reject });
        worker.postMessage({ file, known } satisfies ToReadingThread);
      }),
  };
  worker.on('message', (message: FromReadingThread) => {
    if (message.type === 'found') waiting.shift()?.resolve(message.found);
    else if (message.type === 'failed') waiting.shift()?.reject(new Error('the source could not be analysed'));
    else {
      onLoaded(thread);
      settle();
    }
  });
  worker.on('error', end);
  worker.on('exit', () => end(new Error('the thread has ended')));
  return () => void worker.terminate();
}
