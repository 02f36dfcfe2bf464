import { availableParallelism } from 'node:os';
import type { SqlDriver } from './sqlite/driver.ts';

/** Less is read before a thread has been started for it and works at full speed. */
const BYTES_FOR_A_THREAD = 4_000_000;

/**
 * Each takes 40 MB: with more, the server would come near 300 MB at 10,000 sources; and over WebAssembly, on the Node that needs
 * it, one already takes indexing above what FlexSearch takes there. See decision 0019.
 */
const MOST_READERS = { node: 1, wasm: 0 };

/** Threads of this process that index just now. */
let working = 0;

/** Of a thread that has something to do from now on, until the function returned is called. */
export function threadAtWork(threads = 1): () => void {
  working += threads;
  let isOver = false;
  return () => {
    if (!isOver) working -= threads;
    isOver = true;
  };
}

/** How many threads may read so many bytes beside the one that writes: one core is left free for what the user does. */
export function readersFor(bytes: number, driver: SqlDriver['kind']): number {
  const free = availableParallelism() - 1 - working;
  return Math.max(0, Math.min(free, MOST_READERS[driver], Math.floor(bytes / BYTES_FOR_A_THREAD)));
}
