import type { SqlDatabase } from '../server/src/corpus/sqlite/driver.ts';

/** How much an index was asked and gave: the same on every machine. */
export interface WorkCount {
  /** Statements run for what they give, and for what they change. */
  statements: number;
  writes: number;
  /** Rows that statements gave, those handed over within one text included. */
  rows: number;
}

/** A connection that adds what is read over it to `count`. */
export function countedDatabase(database: SqlDatabase, count: WorkCount): SqlDatabase {
  return {
    ...database,
    prepare(sql) {
      const statement = database.prepare(sql);
      const counted = <Row>(rows: Row[]): Row[] => {
        count.statements++;
        for (const row of rows) count.rows += rowsIn(row);
        return rows;
      };
      return {
        run: (...values) => {
          count.writes++;
          statement.run(...values);
        },
        all: <Row>(...values: Parameters<typeof statement.all>) => counted(statement.all<Row>(...values)),
        get: <Row>(...values: Parameters<typeof statement.get>) => {
          const row = statement.get<Row>(...values);
          counted(row === undefined ? [] : [row]);
          return row;
        },
      };
    },
  };
}

/** Some statements give many rows as one text, as a list of numbers or as JSON. */
function rowsIn(row: unknown): number {
  const { rows, ids } = row as { rows?: string | null; ids?: string };
  const text = rows === undefined ? ids : (rows ?? '');
  if (text === undefined) return 1;
  if (text === '') return 0;
  return text.startsWith('[[') ? text.split('],[').length : text.split(',').length;
}
