import type { IndexProgress } from '../corpus/corpusHandle.ts';
import { timeLeft } from '../workspace/timeLeft.ts';
import type { Console } from './console.ts';

/** Tells a waiting user how far the work is. */
export interface ProgressLine {
  /** `more`: what is said after the numbers. */
  readonly show: (what: string, done: number, total: number, more?: string) => void;
  readonly clear: () => void;
}

/** Twenty times a second is smooth; more would cost time of its own. */
const PAUSE_MILLISECONDS = 50;

/** A line on standard error that is written over and over, where that is a terminal; elsewhere nothing. */
export function progressLine(console: Console): ProgressLine {
  let shownAt = 0;
  let shown = false;
  return {
    show(what, done, total, more = '') {
      const now = Date.now();
      if (!console.errIsTerminal || now - shownAt < PAUSE_MILLISECONDS) return;
      shownAt = now;
      shown = true;
      console.err(`\r\u001b[K${what} … ${done.toLocaleString('en')} of ${total.toLocaleString('en')}${more}`);
    },
    clear() {
      if (shown) console.err('\r\u001b[K');
      shown = false;
    },
  };
}

/** Shows how far the index is, and how long it will take. */
export function indexProgress(line: ProgressLine, now = Date.now): (progress: IndexProgress) => void {
  let began: { readonly at: number; readonly done: number } | undefined;
  return (progress) => {
    const { phase, done, total } = progress;
    if (phase === 'done') began = undefined;
    else if (phase === 'listing') line.show('Looking for sources', done, total);
    else {
      began ??= { at: now(), done };
      line.show('Reading sources', done, total, timeLeft(progress, began.done, now() - began.at));
    }
  };
}
