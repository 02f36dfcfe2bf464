import { existsSync, readFileSync } from 'node:fs';
import type { SuiteEvent } from '../suite/events.ts';

/** What the events of a run add up to. */
export interface SuiteResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Follows the file of events, prints each once, and adds up. */
export interface SuiteProgress {
  /** Prints what is new. */
  update(): void;
  readonly hasEnded: boolean;
  /** The test that has begun and not ended. */
  readonly current: string | undefined;
  result(): SuiteResult;
}

export function followSuite(file: string): SuiteProgress {
  let seen = 0;
  let hasEnded = false;
  let current: string | undefined;
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const failures: string[] = [];

  function take(event: SuiteEvent): void {
    switch (event.event) {
      case 'suite':
        print(event.depth, event.title);
        break;
      case 'begin':
        current = event.title;
        break;
      case 'pass':
        counts.passed++;
        print(event.depth, `✔ ${event.title} (${event.milliseconds} ms)`);
        current = undefined;
        break;
      case 'skip':
        counts.skipped++;
        print(event.depth, `- ${event.title}`);
        break;
      case 'fail':
        counts.failed++;
        print(event.depth, `✘ ${event.title}`);
        failures.push(`${event.title}\n${event.error}`);
        current = undefined;
        break;
      case 'end':
        hasEnded = true;
        for (const [i, failure] of failures.entries()) process.stdout.write(`\n  ${i + 1}) ${failure}\n`);
        break;
    }
  }

  return {
    update() {
      if (!existsSync(file)) return;
      // The last piece is empty, or a line that is still being written.
      const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
      for (const line of lines.slice(seen)) take(JSON.parse(line) as SuiteEvent);
      seen = lines.length;
    },
    get hasEnded() {
      return hasEnded;
    },
    get current() {
      return current;
    },
    result: () => ({ ...counts }),
  };
}

function print(depth: number, text: string): void {
  process.stdout.write(`${'  '.repeat(depth + 1)}${text}\n`);
}
