import type { IndexProgress } from '../corpus/corpusHandle.ts';

/** An estimate is made from so many milliseconds of work, and not before. */
const ESTIMATED_AFTER = 2000;

/** `, about 40 seconds left`; nothing where it cannot be told yet, or is over in a moment. `elapsed` in milliseconds. */
export function timeLeft({ done, total }: IndexProgress, from: number, elapsed: number): string {
  if (elapsed < ESTIMATED_AFTER || done <= from) return '';
  const seconds = ((elapsed / (done - from)) * (total - done)) / 1000;
  if (seconds < 5) return '';
  if (seconds < 60) return `, about ${Math.ceil(seconds / 5) * 5} seconds left`;
  const minutes = Math.round(seconds / 60);
  return `, about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} left`;
}
