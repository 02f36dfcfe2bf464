import type { SqlDatabase, SqlDriver, SqlStatement, SqlValue } from './driver.ts';

type Wasm = typeof import('node-sqlite3-wasm');
type WasmDatabase = InstanceType<Wasm['Database']>;
type WasmStatement = ReturnType<WasmDatabase['prepare']>;

/** SQLite compiled to WebAssembly: slower, one lock for readers and writers, but everywhere. */
export async function wasmSqliteDriver(): Promise<SqlDriver> {
  const { default: wasm } = await import('node-sqlite3-wasm');
  return {
    kind: 'wasm',
    open: (file, { readOnly }) => wrap(new wasm.Database(file, { readOnly, fileMustExist: readOnly })),
  };
}

function wrap(database: WasmDatabase): SqlDatabase {
  const compiled = new Set<WasmStatement>();

  function drop(statement: WasmStatement): void {
    compiled.delete(statement);
    try {
      statement.finalize();
    } catch {
      // It tells once more of the failure it was stopped by.
    }
  }

  function prepare(sql: string): SqlStatement {
    let statement: WasmStatement | undefined;
    // A statement that was stopped by a lock counts as running, and would keep the lock that it gets the next time.
    const use = <Result>(work: (ready: WasmStatement) => Result): Result => {
      statement ??= database.prepare(sql);
      compiled.add(statement);
      try {
        return work(statement);
      } catch (error) {
        drop(statement);
        statement = undefined;
        throw error;
      }
    };
    const all = (values: SqlValue[]) => use((ready) => ready.all(values));
    return {
      run: (...values: SqlValue[]) => void use((ready) => ready.run(values)),
      all: <Row>(...values: SqlValue[]) => all(values) as Row[],
      // Not by its own `get`, which leaves the statement running.
      get: <Row>(...values: SqlValue[]) => all(values)[0] as Row | undefined,
    };
  }

  return {
    exec: (sql) => database.exec(sql),
    prepare,
    // A text it measures and writes letter by letter; bytes are copied.
    longText: (text) => Buffer.from(text),
    close() {
      // The file stays open until its last statement is gone.
      for (const statement of [...compiled]) drop(statement);
      database.close();
    },
  };
}
