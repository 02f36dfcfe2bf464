// One measurement in a process of its own: `main.cjs NAME FOLDER DRIVER STORAGE`; prints what was measured as JSON.
import { isMainThread } from 'node:worker_threads';
import { runIndexWorker } from '../../server/src/corpus/indexWorker.ts';
import { measureFloor } from './floor.ts';
import { measureIndexing } from './indexing.ts';
import { measureLookups } from './lookups.ts';
import { measureSearchEngine } from './searchEngines.ts';

async function run(name: string, folder: string, driver: 'node' | 'wasm', place: string): Promise<unknown> {
  switch (name) {
    case 'floor':
      return measureFloor(folder, driver, place);
    case 'indexing':
      return measureIndexing(folder, driver, place);
    case 'lookups':
      return measureLookups(folder, driver, place);
    case 'minisearch':
    case 'flexsearch':
      return measureSearchEngine(folder, name);
    default:
      throw new Error(`There is no measurement ${name}.`);
  }
}

if (!isMainThread) runIndexWorker();
else {
  const [, , name = '', folder = '', driver = '', place = ''] = process.argv;
  void run(name, folder, driver as 'node' | 'wasm', place).then((result) =>
    process.stdout.write(`${JSON.stringify(result)}\n`),
  );
}
