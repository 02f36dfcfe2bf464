// The file that tests start the index worker from: a thread of its own has to load TypeScript for itself.
import { register } from 'tsx/esm/api';

register();
const { runWorkerThread } = await import('../../../server/src/corpus/workerThread.ts');
await runWorkerThread();
