// Indexes a folder once: `indexOnce.ts STORAGE DRIVER FOLDER`; tells of its documents and problems in JSON.
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';

// Where a file may grow no further, as on a full disk, the system would end the process.
process.on('SIGXFSZ', () => undefined);

const [storage, driver, folder] = process.argv.slice(2) as [string, 'node' | 'wasm', string];
const handle = await openCorpus({ folders: [folder], storage, driver });
await handle.ready;
const { coverage, documents } = handle.corpus;
const problems = handle.problems.map(({ code, message }) => ({ code, message }));
process.stdout.write(`${JSON.stringify({ backend: handle.backend, coverage, documents: documents.size, problems })}\n`);
await handle.close();
