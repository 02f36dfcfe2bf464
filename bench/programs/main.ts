// One measurement in a process of its own: `main.cjs NAME FOLDER DRIVER STORAGE`; prints what was measured as JSON.
import { isMainThread } from 'node:worker_threads';
import { runIndexWorker } from '../../server/src/corpus/indexWorker.ts';
import { setEngineFlags } from '../../server/src/engineFlags.ts';

async function run(name: string, folder: string, driver: 'node' | 'wasm', place: string): Promise<unknown> {
  switch (name) {
    case 'floor':
      return (await import('./floor.ts')).measureFloor(folder, driver, place);
    case 'indexing':
      return (await import('./indexing.ts')).measureIndexing(folder, driver, place);
    case 'lookups':
      return (await import('./lookups.ts')).measureLookups(folder, driver, place);
    case 'minisearch':
    case 'flexsearch':
      return (await import('./searchEngines.ts')).measureSearchEngine(folder, name);
    default:
      throw new Error(`There is no measurement ${name}.`);
  }
}

if (!isMainThread) runIndexWorker();
else {
  setEngineFlags();
  const [, , name = '', folder = '', driver = '', place = ''] = process.argv;
  void run(name, folder, driver as 'node' | 'wasm', place).then((result) =>
    process.stdout.write(`${JSON.stringify(result)}\n`),
  );
}
