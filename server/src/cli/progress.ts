import type { IndexProgress } from '../corpus/corpusHandle.ts';
import type { Console } from './console.ts';

/** Tells a waiting user how far the index is. */
export interface ProgressLine {
  readonly show: (progress: IndexProgress) => void;
  readonly clear: () => void;
}

/** A line on standard error that is written over and over, where that is a terminal; elsewhere nothing. */
export function progressLine(console: Console): ProgressLine {
  let shownAt = 0;
  let shown = false;
  return {
    show({ phase, done, total }) {
      const now = Date.now();
      // Twenty times a second is smooth; more would cost time of its own.
      if (!console.errIsTerminal || phase === 'done' || now - shownAt < 50) return;
      shownAt = now;
      shown = true;
      const what = phase === 'listing' ? 'Looking for sources' : 'Reading sources';
      console.err(`\r\u001b[K${what} … ${done} of ${total}`);
    },
    clear() {
      if (shown) console.err('\r\u001b[K');
      shown = false;
    },
  };
}
