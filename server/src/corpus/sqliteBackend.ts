import { statSync } from 'node:fs';
import type { CorpusProblem } from './corpusHandle.ts';
import type { CorpusIndex, NameFormRow, NameOccurrence, Passage, SourceRecord } from './corpusIndex.ts';
import type { IndexBackend, ResolvedOptions } from './indexBackend.ts';
import type { IndexWorkerData } from './indexMessages.ts';
import { restingSession, type ReopenableSession } from './restingSession.ts';
import { failureOf, type SqlDriver } from './sqlite/driver.ts';
import { indexFilePath } from './sqlite/indexFile.ts';
import { openIndexSession, rebuilt, type IndexSession } from './sqlite/indexSession.ts';
import { openForReading, openForWriting, sqliteDriver } from './sqlite/openIndexFile.ts';
import { createSqliteIndex } from './sqlite/sqliteIndex.ts';
import { startIndexWorker } from './workerSession.ts';

/** An index file, written by a worker if there is a file to start one from. Throws if no file can be kept. */
export async function openSqliteBackend(options: ResolvedOptions): Promise<IndexBackend> {
  const driver = await sqliteDriver(options.driver);
  if (!driver) throw new Error('this runtime has no SQLite');
  const file = indexFilePath(options, driver.kind);
  let opened: string | undefined;
  const reader = replaceableIndex(async () => {
    const index = createSqliteIndex(await openForReading(driver, file));
    opened = identityOf(file);
    return index;
  });
  const replace = () => void reader.replace().catch(() => undefined);
  const { session, begin } = await openSession(driver, file, options, replace);
  try {
    await reader.replace();
    // Read before a thread starts, see decision 0017.
    await reader.index.documents();
  } catch (error) {
    begin();
    await session.close();
    throw error;
  }
  begin();
  return {
    kind: driver.kind,
    index: reader.index,
    file,
    problems: [],
    async round(hooks, only) {
      if (identityOf(file) !== opened) {
        // Readers would go on with a file that has been deleted. In its place may be the one of another process.
        await session.reopen();
        const result = await session.round(hooks);
        await reader.replace();
        return result;
      }
      const damaged = reader.takeDamage();
      if (damaged) await session.replace();
      return session.round(hooks, damaged ? undefined : only);
    },
    clear: () => session.clear(),
    onReplaced: reader.onReplaced,
    onDamaged: reader.onDamaged,
    async close() {
      await reader.index.close();
      await session.close();
    },
  };
}

/** Tells one file from another in its place; undefined if there is none. */
function identityOf(file: string): string | undefined {
  const found = statSync(file, { throwIfNoEntry: false });
  return found && `${found.dev} ${found.ino}`;
}

/** Returns when the file is there with its tables. Its worker, if there is one, starts when it is told to begin. */
async function openSession(
  driver: SqlDriver,
  file: string,
  options: ResolvedOptions,
  onReplaced: () => void,
): Promise<{ readonly session: ReopenableSession; readonly begin: () => void }> {
  const { folders, exclude, excludePaths, workerUrl, patience, readers } = options;
  const scope = { folders, exclude, excludePaths };
  if (!workerUrl) {
    const open = () => openIndexSession(driver, file, scope, onReplaced, patience);
    return { session: reopenable(await open(), open), begin: () => undefined };
  }
  const data: IndexWorkerData = {
    task: 'source-check-index',
    driver: driver.kind,
    file,
    scope,
    program: workerUrl.href,
  };
  const start = () => startIndexWorker(data, onReplaced, readers);
  const { database, discarded } = await openForWriting(driver, file, patience);
  database.close();
  let begin = (): void => undefined;
  const first = new Promise<void>((resolve) => (begin = resolve)).then(start);
  const session = restingSession(first, start);
  return { session: discarded ? tellingOnce(session, rebuilt(file)) : session, begin };
}

function reopenable(first: IndexSession, open: () => Promise<IndexSession>): ReopenableSession {
  let session = first;
  return {
    round: (hooks, only) => session.round(hooks, only),
    clear: () => session.clear(),
    replace: () => session.replace(),
    async reopen() {
      await session.close();
      session = await open();
    },
    close: () => session.close(),
  };
}

/** A session whose first round has `problem` beside those of its own. */
function tellingOnce(session: ReopenableSession, problem: CorpusProblem): ReopenableSession {
  let problems = [problem];
  return {
    ...session,
    async round(hooks, only) {
      const result = await session.round(hooks, only);
      const told = problems;
      problems = [];
      return { ...result, problems: [...told, ...result.problems] };
    },
  };
}

/**
 * An index whose file may become another one. Where the file turns out to be damaged it answers with nothing, and tells:
 * what follows then is a new file.
 */
function replaceableIndex(open: () => Promise<CorpusIndex>) {
  let current: CorpusIndex | undefined;
  let damaged = false;
  let tellReplaced: () => void = () => undefined;
  let tellDamaged: () => void = () => undefined;

  async function ask<Result>(question: (index: CorpusIndex) => Promise<Result>, nothing: Result): Promise<Result> {
    if (!current || damaged) return nothing;
    try {
      return await question(current);
    } catch (error) {
      if (failureOf(error) !== 'damaged') throw error;
      if (!damaged) tellDamaged();
      damaged = true;
      return nothing;
    }
  }

  const index: CorpusIndex = {
    generation: () => ask((asked) => asked.generation(), 0),
    documents: () => ask<readonly SourceRecord[]>((asked) => asked.documents(), []),
    passages: (queries) =>
      ask<readonly (readonly Passage[])[]>(
        (asked) => asked.passages(queries),
        queries.map(() => []),
      ),
    frequencies: (words) => ask((asked) => asked.frequencies(words), { passages: 0, counts: words.map(() => 0) }),
    nameForms: (within) => ask<readonly NameFormRow[]>((asked) => asked.nameForms(within), []),
    namesSince: (since) => ask((asked) => asked.namesSince(since), { generation: 0, whole: true, rows: [] }),
    nameOccurrences: (forms, within, limit) =>
      ask<readonly NameOccurrence[]>((asked) => asked.nameOccurrences(forms, within, limit), []),
    close: async () => current?.close(),
  };
  return {
    index,
    /** Opens the file that is there now. Throws what opening throws. */
    async replace(): Promise<void> {
      const before = current;
      current = undefined;
      if (before) tellReplaced();
      await before?.close().catch(() => undefined);
      current = await open();
      damaged = false;
      if (before) tellReplaced();
    },
    /** Has damage been found since the file was opened? */
    takeDamage: () => damaged,
    onReplaced: (listener: () => void) => void (tellReplaced = listener),
    onDamaged: (listener: () => void) => void (tellDamaged = listener),
  };
}
