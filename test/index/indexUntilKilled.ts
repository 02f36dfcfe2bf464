// Indexes a folder again and again until it is killed: `indexUntilKilled.ts STORAGE DRIVER FOLDER`.
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';

const [storage, driver, folder] = process.argv.slice(2) as [string, 'node' | 'wasm', string];
const handle = await openCorpus({ folders: [folder], storage, driver });
process.stdout.write('started\n');
await handle.ready;
for (;;) await handle.rebuild();
