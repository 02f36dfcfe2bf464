import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { tallyOf, type Tally } from './labelledClaims.ts';

const CASES = fileURLToPath(new URL('cases', import.meta.url));

/** What is reached, less a margin: share of right verdicts, of mistakes caught, and of alarms that are right. */
const FLOORS = {
  name: { verdict: 0.98, recall: 0.97, precision: 0.98 },
  figure: { verdict: 0.91, recall: 0.84, precision: 0.93 },
  quote: { verdict: 0.98, recall: 0.96, precision: 0.98 },
};

describe('drafts about invented events, with every claim labelled', () => {
  it('are judged at least as well as before', async function () {
    this.timeout(300_000);
    const sums: Partial<Record<keyof typeof FLOORS, Tally>> = {};
    const missed: string[] = [];
    for (const name of readdirSync(CASES).sort()) {
      const { tallies, misses } = await tallyOf(path.join(CASES, name));
      missed.push(...misses);
      for (const kind of Object.keys(FLOORS) as (keyof typeof FLOORS)[]) {
        const sum = (sums[kind] ??= { claims: 0, right: 0, wrong: 0, caught: 0, alarms: 0 });
        for (const key of Object.keys(sum) as (keyof Tally)[]) sum[key] += tallies[kind][key];
      }
    }
    for (const [kind, floor] of Object.entries(FLOORS)) {
      const { claims, right, wrong, caught, alarms } = sums[kind as keyof typeof FLOORS]!;
      const reached = { verdict: right / claims, recall: caught / wrong, precision: caught / (caught + alarms) };
      for (const [measure, least] of Object.entries(floor)) {
        const value = reached[measure as keyof typeof reached];
        assert.ok(value >= least, `${kind} ${measure} ${value.toFixed(3)} < ${least}\n${missed.join('\n')}`);
      }
    }
  });
});
