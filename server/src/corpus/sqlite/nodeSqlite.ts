import type { SqlDatabase, SqlDriver, SqlValue } from './driver.ts';

type NodeSqlite = typeof import('node:sqlite');

/** Node's own SQLite, where this runtime has it with FTS5; undefined elsewhere. */
export function nodeSqliteDriver(): SqlDriver | undefined {
  const sqlite = loadQuietly();
  if (!sqlite || !hasFts5(sqlite)) return undefined;
  return {
    kind: 'node',
    open(file, { readOnly }) {
      const database = new sqlite.DatabaseSync(file, { readOnly });
      return wrap(database);
    },
  };
}

function wrap(database: InstanceType<NodeSqlite['DatabaseSync']>): SqlDatabase {
  return {
    exec: (sql) => database.exec(sql),
    prepare(sql) {
      let statement: ReturnType<typeof database.prepare> | undefined;
      const compiled = () => (statement ??= database.prepare(sql));
      return {
        run: (...values: SqlValue[]) => void compiled().run(...values),
        all: <Row>(...values: SqlValue[]) => compiled().all(...values) as Row[],
        get: <Row>(...values: SqlValue[]) => compiled().get(...values) as Row | undefined,
      };
    },
    longText: (text) => text,
    close: () => database.close(),
  };
}

/** Some versions of Node warn on standard error that the module is new; nobody can do anything about it. */
function loadQuietly(): NodeSqlite | undefined {
  const emit = Object.getOwnPropertyDescriptor(process, 'emitWarning')!;
  const emitWarning = (emit.value as (...all: unknown[]) => void).bind(process);
  const quiet = (warning: unknown, ...rest: unknown[]) => {
    if (!/SQLite is an experimental feature/.test(String(warning))) emitWarning(warning, ...rest);
  };
  Object.defineProperty(process, 'emitWarning', { ...emit, value: quiet });
  try {
    return process.getBuiltinModule('node:sqlite');
  } catch {
    return undefined;
  } finally {
    Object.defineProperty(process, 'emitWarning', emit);
  }
}

function hasFts5(sqlite: NodeSqlite): boolean {
  try {
    const database = new sqlite.DatabaseSync(':memory:');
    database.exec("create virtual table probe using fts5(words, content='', contentless_delete=1)");
    database.close();
    return true;
  } catch {
    return false;
  }
}
