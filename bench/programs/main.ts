// One measurement in a process of its own: `main.cjs NAME FOLDER DRIVER STORAGE [READERS]`; prints what was measured as JSON.
import { isMainThread } from 'node:worker_threads';
import { runWorkerThread } from '../../server/src/corpus/workerThread.ts';
import { setEngineFlags } from '../../server/src/engineFlags.ts';

async function run(
  name: string,
  folder: string,
  driver: 'node' | 'wasm',
  place: string,
  readers: string | undefined,
): Promise<unknown> {
  switch (name) {
    case 'floor':
      return (await import('./floor.ts')).measureFloor(folder, driver, place);
    case 'indexing':
      return (await import('./indexing.ts')).measureIndexing(
        folder,
        driver,
        place,
        readers === undefined ? undefined : Number(readers),
      );
    case 'lookups':
      return (await import('./lookups.ts')).measureLookups(folder, driver, place);
    case 'minisearch':
    case 'flexsearch':
      return (await import('./searchEngines.ts')).measureSearchEngine(folder, name);
    default:
      throw new Error(`There is no measurement ${name}.`);
  }
}

if (!isMainThread) void runWorkerThread();
else {
  setEngineFlags();
  const [, , name = '', folder = '', driver = '', place = '', readers] = process.argv;
  void run(name, folder, driver as 'node' | 'wasm', place, readers).then((result) =>
    process.stdout.write(`${JSON.stringify(result)}\n`),
  );
}
