import type { NameChanges, NameFormRow, NameOccurrence } from './corpusIndex.ts';

/** So many batches are kept in mind; who has missed more gets all forms. */
const KEPT = 100;

/** Name forms counted over documents that come and go. */
export interface MemoryNames {
  add(names: readonly NameOccurrence[]): void;
  remove(names: readonly NameOccurrence[]): void;
  /** Ends a batch, which makes this generation. */
  commit(generation: number): void;
  rows(): NameFormRow[];
  /** See {@link CorpusIndex.namesSince}. */
  since(generation: number | undefined): NameChanges;
}

/** Counts of no names yet. */
export function createMemoryNames(): MemoryNames {
  const rows = new Map<string, NameFormRow>();
  let changed = new Map<string, NameFormRow>();
  let batches: { readonly generation: number; readonly rows: readonly NameFormRow[] }[] = [];
  let current = 0;

  function count(names: readonly NameOccurrence[], sign: 1 | -1): void {
    for (const { documents, mentions, ...form } of formsIn([names])) {
      const key = keyOf(form);
      const before = rows.get(key) ?? { mentions: 0, documents: 0 };
      const row = {
        ...form,
        mentions: before.mentions + sign * mentions,
        documents: before.documents + sign * documents,
      };
      if (row.documents > 0) rows.set(key, row);
      else rows.delete(key);
      changed.set(key, row);
    }
  }

  return {
    add: (names) => count(names, 1),
    remove: (names) => count(names, -1),
    commit(generation) {
      batches.push({ generation, rows: [...changed.values()] });
      batches = batches.slice(-KEPT);
      changed = new Map();
      current = generation;
    },
    rows: () => [...rows.values()],
    since(generation) {
      const missed = generation === undefined ? [] : batches.filter((batch) => batch.generation > generation);
      if (generation !== undefined && missed.length === current - generation) {
        return { generation: current, whole: false, rows: missed.flatMap((batch) => batch.rows) };
      }
      return { generation: current, whole: true, rows: [...rows.values()] };
    },
  };
}

/** The forms of some documents, by the names of each. */
export function formsIn(documents: Iterable<readonly NameOccurrence[]>): NameFormRow[] {
  const rows = new Map<string, NameFormRow & { mentions: number; documents: number; last: unknown }>();
  for (const names of documents) {
    for (const { form, entityType, demonym } of names) {
      const kind = { form, entityType, ...(demonym && { demonym }) };
      const key = keyOf(kind);
      const row = rows.get(key) ?? { ...kind, mentions: 0, documents: 0, last: undefined };
      row.mentions++;
      if (row.last !== names) row.documents++;
      row.last = names;
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ last: _, ...row }) => row);
}

function keyOf({ form, entityType, demonym }: Omit<NameFormRow, 'mentions' | 'documents'>): string {
  return `${entityType}\n${demonym ?? ''}\n${form}`;
}
