// An index worker of which some library prints what it does.
import { register } from 'tsx/esm/api';

console.log('a library says hello');
register();
const { runWorkerThread } = await import('../../../server/src/corpus/workerThread.ts');
await runWorkerThread();
