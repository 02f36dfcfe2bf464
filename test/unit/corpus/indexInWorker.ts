// Indexes a folder in a worker thread: `indexInWorker.ts STORAGE WORKER FOLDER`.
import { pathToFileURL } from 'node:url';
import { openCorpus } from '../../../server/src/corpus/openCorpus.ts';

const [storage, worker, folder] = process.argv.slice(2) as [string, string, string];
const handle = await openCorpus({ folders: [folder], storage, workerUrl: pathToFileURL(worker) });
await handle.ready;
process.stderr.write(`${handle.corpus.documents.size} indexed\n`);
await handle.close();
