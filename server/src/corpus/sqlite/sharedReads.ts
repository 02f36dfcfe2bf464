import { unlessBusy, type SqlDatabase } from './driver.ts';

/** Transactions for reading, which what is asked in one turn of the thread has in common. */
export interface SharedReads {
  /** Reads one committed state: the one that was read before in this turn. */
  read<Result>(work: () => Result): Promise<Result>;
  /** Reads the state that was committed last. */
  readLatest<Result>(work: () => Result): Promise<Result>;
  /** To be called before the connection is closed. */
  end(): void;
}

/**
 * A check asks hundreds of small questions, one behind the other. A transaction of its own for each took longer than most
 * answers, above all over WebAssembly, where each makes and removes a folder as its lock. `begun` is called in each
 * transaction, before anything else.
 */
export function sharedReadsOf(database: SqlDatabase, begun: () => void): SharedReads {
  let ending: NodeJS.Immediate | undefined;

  function begin(): void {
    if (ending) return;
    database.exec('begin');
    ending = setImmediate(end);
    begun();
  }

  function end(): void {
    if (!ending) return;
    clearImmediate(ending);
    ending = undefined;
    try {
      database.exec('commit');
    } catch {
      undo();
    }
  }

  function undo(): void {
    if (ending) clearImmediate(ending);
    ending = undefined;
    try {
      database.exec('rollback');
    } catch {
      // SQLite has undone it already.
    }
  }

  const read = <Result>(work: () => Result): Promise<Result> =>
    unlessBusy(() => {
      try {
        begin();
        return work();
      } catch (error) {
        undo();
        throw error;
      }
    });

  return {
    read,
    readLatest(work) {
      end();
      return read(work);
    },
    end,
  };
}
