/** A value as both drivers take and give it. */
export type SqlValue = number | string | Uint8Array | null;

/** A statement, compiled when it is first used. Synchronous, as both drivers are. */
export interface SqlStatement {
  run(...values: SqlValue[]): void;
  all<Row>(...values: SqlValue[]): Row[];
  get<Row>(...values: SqlValue[]): Row | undefined;
}

/** An open database file. */
export interface SqlDatabase {
  exec(sql: string): void;
  /** Does not touch the file. */
  prepare(sql: string): SqlStatement;
  /** A text of hundreds of letters as a statement takes it soonest, which has `cast(? as text)` for it. */
  longText(text: string): SqlValue;
  close(): void;
}

/** One of the two ways to SQLite. */
export interface SqlDriver {
  readonly kind: 'node' | 'wasm';
  /**
   * Opens a file, making it if it is not there and `readOnly` is not set. Throws what the driver throws; see
   * {@link failureOf}.
   */
  open(file: string, options: { readonly readOnly: boolean }): SqlDatabase;
}

/** What a failed call means for who made it: try again later; the file is no good; nothing can be kept there; a fault. */
export type SqlFailure = 'busy' | 'damaged' | 'unusable' | 'other';

/** Sorts what a driver, or the file system below it, has thrown. */
export function failureOf(error: unknown): SqlFailure {
  const text = error instanceof Error ? error.message : String(error);
  if (/database (?:table )?is locked|SQLITE_BUSY|SQLITE_LOCKED/i.test(text)) return 'busy';
  if (
    /malformed|not a database|corrupt|no such (?:table|column)|has no column|unexpected end of|missing row|disk image/i.test(
      text,
    )
  ) {
    return 'damaged';
  }
  return UNUSABLE.test(text) ? 'unusable' : 'other';
}

const UNUSABLE =
  /disk is full|disk I\/O error|readonly database|read-only|unable to open|SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN)|\bE(?:NOSPC|DQUOT|FBIG|ROFS|ACCES|PERM|IO|NOENT|NOTDIR)\b/i;

/** How long a call is tried again while somebody else holds the file, and how long it rests in between. */
const PATIENCE_MILLISECONDS = 20_000;
const REST_MILLISECONDS = 3;

/**
 * Runs `work` in a transaction, again and again while somebody else holds the file; others have their turn on this thread
 * in between. Throws what `work` or the driver throws.
 */
export function transact<Result>(database: SqlDatabase, kind: 'read' | 'write', work: () => Result): Promise<Result> {
  return unlessBusy(() => inTransaction(database, kind, work));
}

/** Does something again and again while somebody else holds the file. */
export async function unlessBusy<Result>(work: () => Result): Promise<Result> {
  for (const since = Date.now(); ;) {
    try {
      return work();
    } catch (error) {
      if (failureOf(error) !== 'busy' || Date.now() - since > PATIENCE_MILLISECONDS) throw error;
      await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
    }
  }
}

/** Runs `work` in a transaction that is undone if it throws. */
export function inTransaction<Result>(database: SqlDatabase, kind: 'read' | 'write', work: () => Result): Result {
  database.exec(kind === 'write' ? 'begin immediate' : 'begin');
  try {
    const result = work();
    database.exec('commit');
    return result;
  } catch (error) {
    try {
      database.exec('rollback');
    } catch {
      // SQLite has undone it already.
    }
    throw error;
  }
}
