import { workerData } from 'node:worker_threads';
import type { IndexWorkerData } from './indexMessages.ts';
import type { ReadingThreadData } from './readingThread.ts';

/** Does in this worker thread what it was started for. To be called once by the file that it was started from. */
export async function runWorkerThread(): Promise<void> {
  const { task } = workerData as IndexWorkerData | ReadingThreadData;
  if (task === 'source-check-read') {
    const { runReadingThread } = await import('./readingThread.ts');
    runReadingThread();
  } else {
    const { runIndexWorker } = await import('./indexWorker.ts');
    runIndexWorker();
  }
}
