import type { ListedFile } from './listSources.ts';
import { readListedFile, type FoundContent } from './readListedFile.ts';

/** A thread that reads sources for the one that writes them. */
export interface ReadingThread {
  /** See {@link readListedFile}. Rejects where the thread fails or ends, of which the file need not be the cause. */
  read(file: ListedFile, known: readonly string[]): Promise<FoundContent>;
}

/** Files that are read by several threads and taken in the order in which they were added. */
export interface ReadingQueue {
  /** How many files are under way. */
  readonly size: number;
  /** From now on this thread reads too. */
  join(thread: ReadingThread): void;
  /** Returns when there is room for the next one. `known`: see {@link readListedFile}. */
  add(file: ListedFile, known: readonly string[]): Promise<void>;
  /** Returns when all are taken. */
  finish(): Promise<void>;
}

/**
 * A thread has files of so many bytes before it, so that it has something to do while the one that writes is busy with a
 * batch; and so many wait for that one itself. Larger files, which take much memory, are left to the one that writes.
 */
export const AHEAD_BYTES = 1_000_000;
/** What a file takes besides its content. */
const FILE_BYTES = 1000;
/** How soon it is noticed, while nothing comes from the threads, that the round is cancelled. */
const LOOK_MILLISECONDS = 20;

interface Job {
  readonly file: ListedFile;
  readonly known: readonly string[];
  readonly bytes: number;
  found?: FoundContent;
}

interface Seat {
  readonly thread: ReadingThread;
  /** Of the files it has before it. */
  bytes: number;
}

/**
 * What threads have read is held until all before it is taken, so only so many bytes are under way. The thread that writes reads
 * too, when it would have to wait: without other threads it reads all, one after the other. `take` puts what was found into
 * the index. When it is cancelled, nothing more is read or taken.
 */
export function readingQueue(
  take: (file: ListedFile, found: FoundContent) => Promise<void>,
  isCancelled: () => boolean,
): ReadingQueue {
  /** In order, those that are read included. */
  const underWay: Job[] = [];
  /** Those that nobody has begun, in order. */
  const free: Job[] = [];
  /** What other threads do not read, or have failed to. */
  const left: Job[] = [];
  let seats: readonly Seat[] = [];
  let bytes = 0;
  let wake = (): void => undefined;

  function handOut(): void {
    while (free.length > 0 && seats.length > 0) {
      const seat = seats.reduce((least, other) => (other.bytes < least.bytes ? other : least));
      if (seat.bytes >= AHEAD_BYTES) return;
      void handTo(seat, free.shift()!);
    }
  }

  async function handTo(seat: Seat, job: Job): Promise<void> {
    seat.bytes += job.bytes;
    try {
      job.found = await seat.thread.read(job.file, job.known);
    } catch {
      seats = seats.filter((other) => other !== seat);
      left.push(job);
    }
    seat.bytes -= job.bytes;
    handOut();
    wake();
  }

  /** Takes the first, if it is read; else reads one that no other thread reads, or waits. */
  async function step(): Promise<void> {
    const first = underWay[0]!;
    if (first.found) {
      underWay.shift();
      bytes -= first.bytes;
      return take(first.file, first.found);
    }
    const own = left.shift() ?? free.shift();
    if (own) own.found = readListedFile(own.file, own.known);
    if (own === first) return;
    if (own) await new Promise((resolve) => setImmediate(resolve));
    else await news();
  }

  function news(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LOOK_MILLISECONDS);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function takeUntil(most: () => number): Promise<void> {
    while (bytes > most() && !isCancelled()) await step();
  }

  return {
    get size() {
      return underWay.length;
    },
    join(thread) {
      seats = [...seats, { thread, bytes: 0 }];
    },
    add(file, known) {
      const job: Job = { file, known, bytes: (file.size ?? 0) + FILE_BYTES };
      bytes += job.bytes;
      underWay.push(job);
      (job.bytes > AHEAD_BYTES ? left : free).push(job);
      handOut();
      return takeUntil(() => (seats.length > 0 ? (seats.length + 1) * AHEAD_BYTES : 0));
    },
    finish: () => takeUntil(() => 0),
  };
}
