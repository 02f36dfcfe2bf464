import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { execFile } from 'node:child_process';
import { programCommand } from '../cli/program.ts';

const SHARED = fileURLToPath(new URL('../../../shared/evaluation', import.meta.url));

/** What is reached, less a margin: a change that loses more than a claim or two shows here. */
const FLOORS = { detected: 0.99, verdict: 0.97, recall: 0.96, precision: 0.97, evidence: 0.97, fix: 0.95 };

interface Scores {
  readonly cases: number;
  readonly rows: readonly (Readonly<Record<keyof typeof FLOORS, string>> & { readonly kind: string })[];
  readonly problems: readonly string[];
}

describe('the visible cases', () => {
  it('are judged at least as well as before', async function () {
    this.timeout(300_000);
    if (!existsSync(join(SHARED, 'score.mjs'))) {
      console.log('      skipped: the cases are not in ../shared/evaluation');
      this.skip();
    }
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [join(SHARED, 'score.mjs'), '--json', '--cli', programCommand().join(' ')],
      { maxBuffer: 1 << 26 },
    );
    const { rows, problems } = JSON.parse(stdout) as Scores;
    const all = rows.find(({ kind }) => kind === 'all')!;
    const below = Object.entries(FLOORS).filter(
      ([measure, floor]) => !(Number(all[measure as keyof typeof FLOORS]) >= floor),
    );
    const reached = Object.keys(FLOORS).map((measure) => `${measure} ${all[measure as keyof typeof FLOORS]}`);
    assert.deepEqual(below, [], `reached: ${reached.join(', ')}\n${problems.join('\n')}`);
  });
});
