// npm run bench [-- --sizes 100,1000,10000] [--drivers node,wasm] [--repetitions N] [--json FILE] [--write]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { endAll } from '../test/protocol/languageClient.ts';
import { buildPrograms, PROGRAMS, runtimes } from './measures/programs.ts';
import { measureSize, type Measured, type MeasuredSize } from './measures/size.ts';
import { editsInTurns, type EditsInTurns } from './measures/turns.ts';
import { isJudged } from './report/rows.ts';
import { tablesOf } from './report/tables.ts';
import { writePage } from './report/page.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '100,1000,10000' },
    drivers: { type: 'string', default: 'node,wasm' },
    repetitions: { type: 'string', default: '3' },
    json: { type: 'string', default: 'out/bench.json' },
    write: { type: 'boolean', default: false },
  },
});
const sizes = values.sizes.split(',').map(Number);
const repetitions = Number(values.repetitions);
if (sizes.some((size) => !(size >= 100)) || !(repetitions >= 1)) {
  process.stderr.write('Sizes are numbers of documents from 100, and there is at least one repetition.\n');
  process.exit(2);
}

const tell = (line: string): void => void process.stderr.write(`${line}\n`);
const used = runtimes().filter(({ driver }) => values.drivers.split(',').includes(driver));
await buildPrograms();
const measured: MeasuredSize[] = [];
const inTurns: EditsInTurns[] = [];
try {
  for (const size of [...sizes].sort((a, b) => a - b)) {
    for (const runtime of used) measured.push(await measureSize(size, runtime, repetitions, tell));
  }
  const compared = sizes.filter((size) => size === Math.min(...sizes) || size === Math.max(...sizes.filter(isJudged)));
  for (const runtime of compared.length > 1 ? used : []) {
    inTurns.push(...(await editsInTurns(compared, runtime)));
    tell(`edits in turns (${runtime.driver}): ${inTurns.map(({ p95 }) => p95.toFixed(1)).join(', ')} ms`);
  }
} finally {
  await endAll();
  rmSync(PROGRAMS, { force: true });
}
const result: Measured = {
  machine: `${cpus()[0]?.model.trim() ?? 'unknown'}, ${cpus().length} cores`,
  date: new Date().toISOString().slice(0, 10),
  measured,
  inTurns,
};
mkdirSync(dirname(values.json), { recursive: true });
writeFileSync(values.json, `${JSON.stringify(result, undefined, 2)}\n`);
const tables = tablesOf(result);
process.stdout.write(`${tables}\n`);
if (values.write) writePage(result, tables);
