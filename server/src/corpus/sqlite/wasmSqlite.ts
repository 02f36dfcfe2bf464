import type { SqlDriver, SqlValue } from './driver.ts';

/** SQLite compiled to WebAssembly: slower, one lock for readers and writers, but everywhere. */
export async function wasmSqliteDriver(): Promise<SqlDriver> {
  const { default: wasm } = await import('node-sqlite3-wasm');
  return {
    kind: 'wasm',
    open(file, { readOnly }) {
      const database = new wasm.Database(file, { readOnly, fileMustExist: readOnly });
      return {
        exec: (sql) => database.exec(sql),
        prepare(sql) {
          const statement = database.prepare(sql);
          return {
            run: (...values: SqlValue[]) => void statement.run(values),
            all: <Row>(...values: SqlValue[]) => statement.all(values) as Row[],
            // Not by its own `get`, which leaves the statement running.
            get: <Row>(...values: SqlValue[]) => statement.all(values)[0] as Row | undefined,
          };
        },
        close: () => database.close(),
      };
    },
  };
}
