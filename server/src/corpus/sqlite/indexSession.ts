import type { CorpusProblem } from '../corpusHandle.ts';
import type { SourceScope } from '../listSources.ts';
import { syncIndex, type SyncHooks, type SyncResult } from '../sync.ts';
import { failureOf, type SqlDriver } from './driver.ts';
import { discardIndexFile } from './indexFile.ts';
import { openForWriting } from './openIndexFile.ts';
import { createSqliteWriter, type SqliteWriter } from './sqliteWriter.ts';

/** What writes one index file: in a worker thread, or in the thread of its readers. */
export interface IndexSession {
  round(hooks: SyncHooks, only?: readonly string[]): Promise<SyncResult>;
  clear(): Promise<void>;
  /** Throws the file away and makes a new, empty one. */
  replace(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an index file for writing. Throws if nothing can be kept there. `onReplaced` is called when there is another file in
 * the place of a damaged one, which readers have to open.
 */
export async function openIndexSession(
  driver: SqlDriver,
  file: string,
  scope: SourceScope,
  onReplaced: () => void,
  patience?: number,
): Promise<IndexSession> {
  const opened = await openForWriting(driver, file, patience);
  let writer: SqliteWriter = createSqliteWriter(opened.database);
  let { discarded } = opened;

  async function replace(): Promise<void> {
    await writer.close().catch(() => undefined);
    discardIndexFile(file);
    writer = createSqliteWriter((await openForWriting(driver, file)).database);
    discarded = true;
    onReplaced();
  }

  async function round(hooks: SyncHooks, only?: readonly string[]): Promise<SyncResult> {
    let result: SyncResult;
    try {
      result = await syncIndex(writer, scope, hooks, only);
    } catch (error) {
      if (failureOf(error) !== 'damaged') throw error;
      await replace();
      result = await syncIndex(writer, scope, hooks);
    }
    if (!discarded) return result;
    discarded = false;
    return { ...result, problems: [rebuilt(file), ...result.problems] };
  }

  return { round, clear: () => writer.clear(), replace, close: () => writer.close() };
}

/** What is told of a file that was thrown away. */
export function rebuilt(file: string): CorpusProblem {
  return { code: 'index-rebuilt', message: `The index ${file} was damaged and has been built anew.`, path: file };
}
