import type { SqlDatabase } from './driver.ts';
import type { COUNTERS } from './schema.ts';

/** The numbers of `meta`, read at the beginning of a transaction and written back at its end. */
export interface Counters {
  load(): void;
  /** Gives the next number, or the first of so many. */
  take(counter: (typeof COUNTERS)[number], count?: number): number;
  get(key: 'generation' | 'passages'): number;
  set(key: 'generation' | 'passages', value: number): void;
  store(): void;
}

/** Compiles what is needed for reading and writing `meta`. */
export function countersOf(database: SqlDatabase): Counters {
  const all = database.prepare('select key, value from meta');
  const set = database.prepare('update meta set value = ? where key = ?');
  let values = new Map<string, number>();
  return {
    load() {
      values = new Map(all.all<{ key: string; value: number }>().map(({ key, value }) => [key, value]));
    },
    take(counter, count = 1) {
      const next = values.get(counter)!;
      values.set(counter, next + count);
      return next;
    },
    get: (key) => values.get(key)!,
    set: (key, value) => void values.set(key, value),
    store() {
      for (const [key, value] of values) set.run(value, key);
    },
  };
}
