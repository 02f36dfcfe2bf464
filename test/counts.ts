import { writeFileSync } from 'node:fs';

/** How many tests of a phase went how. */
export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Leaves the counts where scripts/test.mjs asks for them; nowhere, if nobody asks. */
export function writeCounts(counts: Counts): void {
  const file = process.env.SOURCE_CHECK_COUNTS;
  if (file) writeFileSync(file, JSON.stringify(counts));
}
