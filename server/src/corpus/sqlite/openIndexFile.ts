import path from 'node:path';
import { makeFolder } from '../../makeFolder.ts';
import { failureOf, inTransaction, transact, type SqlDatabase, type SqlDriver } from './driver.ts';
import { discardIndexFile, discardOldIndexFiles, recoverWasmFile, registerUser } from './indexFile.ts';
import { nodeSqliteDriver } from './nodeSqlite.ts';
import { createTables, prepareReader, prepareWriter, schemaState } from './schema.ts';
import { wasmSqliteDriver } from './wasmSqlite.ts';

/** The driver asked for; by default Node's own SQLite where the runtime has it. Undefined if it has not. */
export async function sqliteDriver(kind: SqlDriver['kind'] | undefined): Promise<SqlDriver | undefined> {
  const node = kind === 'wasm' ? undefined : nodeSqliteDriver();
  return node ?? (kind === 'node' ? undefined : await wasmSqliteDriver());
}

/** A connection to an index file with its tables. */
export interface OpenIndexFile {
  readonly database: SqlDatabase;
  /** What was there before was damaged, and has been thrown away. */
  readonly discarded: boolean;
}

const PATIENCE_MILLISECONDS = 15_000;

/**
 * Opens an index file for writing, making folder, file and tables where they are not there. A damaged file and one of
 * another program are thrown away. Throws if nothing can be kept there, or if the file stays locked for `patience`
 * milliseconds.
 */
export async function openForWriting(
  driver: SqlDriver,
  file: string,
  patience = PATIENCE_MILLISECONDS,
): Promise<OpenIndexFile> {
  makeFolder(path.dirname(file));
  discardOldIndexFiles(file);
  const { note, release } = registerUser(file);
  let discarded = driver.kind === 'wasm' && recoverWasmFile(file, note);
  for (const since = Date.now(); ;) {
    let database: SqlDatabase | undefined;
    try {
      database = driver.open(file, { readOnly: false });
      prepareWriter(database, driver.kind);
      const opened = database;
      const isUsable = inTransaction(opened, 'write', () => {
        const state = schemaState(opened);
        if (state === 'fresh') createTables(opened);
        return state !== 'other';
      });
      if (isUsable) return { database: releasing(opened, release), discarded };
      database.close();
      database = undefined;
      discardIndexFile(file);
    } catch (error) {
      close(database);
      const failure = failureOf(error);
      if (failure === 'damaged' && !discarded) {
        discarded = true;
        discardIndexFile(file);
      } else if (failure !== 'busy' || Date.now() - since > patience) {
        release();
        throw error;
      } else {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  }
}

/** Opens an index file that a writer has open, for reading. Throws if there is none, or if it stays locked. */
export async function openForReading(driver: SqlDriver, file: string): Promise<SqlDatabase> {
  const { release } = registerUser(file);
  let database: SqlDatabase | undefined;
  try {
    database = driver.open(file, { readOnly: true });
    const opened = database;
    await transact(opened, 'read', () => prepareReader(opened));
    return releasing(opened, release);
  } catch (error) {
    close(database);
    release();
    throw error;
  }
}

function releasing(database: SqlDatabase, release: () => void): SqlDatabase {
  return {
    ...database,
    close() {
      database.close();
      release();
    },
  };
}

function close(database: SqlDatabase | undefined): void {
  try {
    database?.close();
  } catch {
    // It was not really open.
  }
}
