import type { IndexProgress } from '../corpus/corpusHandle.ts';
import type { Console } from './console.ts';

/** Tells a waiting user how far the work is. */
export interface ProgressLine {
  readonly show: (what: string, done: number, total: number) => void;
  readonly clear: () => void;
}

/** Twenty times a second is smooth; more would cost time of its own. */
const PAUSE_MILLISECONDS = 50;

/** A line on standard error that is written over and over, where that is a terminal; elsewhere nothing. */
export function progressLine(console: Console): ProgressLine {
  let shownAt = 0;
  let shown = false;
  return {
    show(what, done, total) {
      const now = Date.now();
      if (!console.errIsTerminal || now - shownAt < PAUSE_MILLISECONDS) return;
      shownAt = now;
      shown = true;
      console.err(`\r\u001b[K${what} … ${done.toLocaleString('en')} of ${total.toLocaleString('en')}`);
    },
    clear() {
      if (shown) console.err('\r\u001b[K');
      shown = false;
    },
  };
}

/** Shows how far the index is. */
export function indexProgress(line: ProgressLine): (progress: IndexProgress) => void {
  return ({ phase, done, total }) => {
    if (phase !== 'done') line.show(phase === 'listing' ? 'Looking for sources' : 'Reading sources', done, total);
  };
}
