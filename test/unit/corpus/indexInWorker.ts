// Indexes a folder in a worker thread, and starts one that reads: `indexInWorker.ts STORAGE WORKER FOLDER`.
import { pathToFileURL } from 'node:url';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';
import { startReadingThread } from '../../../server/src/corpus/readingThread.ts';

const [storage, worker, folder] = process.argv.slice(2) as [string, string, string];
const handle = await openCorpus({ folders: [folder], storage, workerUrl: pathToFileURL(worker) });
await handle.ready;
process.stderr.write(`${handle.corpus.documents.size} indexed\n`);
await handle.close();
await new Promise<void>((resolve) => {
  const end = startReadingThread(
    pathToFileURL(worker),
    () => {
      process.stderr.write('a thread reads\n');
      end();
    },
    resolve,
  );
});
