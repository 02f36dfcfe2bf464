import assert from 'node:assert/strict';
import { indexProgress } from '../../../server/src/cli/progress.ts';

describe('The progress that the command line shows', () => {
  it('has counts, and the time that is left once that can be told', () => {
    const shown: string[] = [];
    let now = 0;
    const show = (what: string, done: number, total: number, more = '') =>
      void shown.push(`${what}: ${done} of ${total}${more}`);
    const progress = indexProgress({ show, clear: () => undefined }, () => now);
    progress({ phase: 'listing', done: 0, total: 700 });
    progress({ phase: 'indexing', done: 0, total: 1000 });
    now = 10_000;
    progress({ phase: 'indexing', done: 200, total: 1000 });
    progress({ phase: 'done', done: 1000, total: 1000 });
    progress({ phase: 'indexing', done: 0, total: 1000 });
    assert.deepEqual(shown, [
      'Looking for sources: 0 of 700',
      'Reading sources: 0 of 1000',
      'Reading sources: 200 of 1000, about 40 seconds left',
      'Reading sources: 0 of 1000',
    ]);
  });
});
