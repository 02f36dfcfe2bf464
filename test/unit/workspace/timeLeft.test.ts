import assert from 'node:assert/strict';
import { timeLeft } from '../../../server/src/workspace/timeLeft.ts';

const progress = (done: number, total: number) => ({ phase: 'indexing' as const, done, total });

describe('The time that indexing will take', () => {
  it('is estimated from what has been read since it was looked at', () => {
    assert.equal(timeLeft(progress(300, 1000), 100, 10_000), ', about 35 seconds left');
    assert.equal(timeLeft(progress(1000, 10_000), 0, 20_000), ', about 3 minutes left');
  });

  it('is not told before anything is known of it, and not at the end', () => {
    assert.equal(timeLeft(progress(100, 1000), 0, 500), '');
    assert.equal(timeLeft(progress(100, 1000), 100, 9000), '');
    assert.equal(timeLeft(progress(990, 1000), 0, 9000), '');
  });
});
