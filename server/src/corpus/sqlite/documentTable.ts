import { byPath, type DocumentId, type SourceRecord } from '../corpusIndex.ts';
import { documentRowsOf } from './documentRows.ts';
import type { SqlDatabase } from './driver.ts';

/** The documents of an index file, held in memory and renewed when the file has changed. */
export interface DocumentTable {
  /** To be called inside a transaction, before anything else. */
  refresh(): void;
  generation(): number;
  has(id: DocumentId): boolean;
  /** In order of folder and path. */
  records(): readonly SourceRecord[];
  /** How many passages there are. */
  passages(): number;
  /** Numbers of a document's passages, from `first` to before `end`. */
  passagesOf(id: DocumentId): { readonly first: number; readonly end: number } | undefined;
  documentOf(passage: number): DocumentId | undefined;
  /** Above all numbers of passages. */
  endOfPassages(): number;
  /** The document's place among {@link records}. */
  order(id: DocumentId): number;
}

/** Compiles what is needed for reading documents. */
export function documentTableOf(database: SqlDatabase): DocumentTable {
  const meta = database.prepare("select key, value from meta where key in ('generation', 'passages')");
  const numbers = database.prepare('select json_group_array(id) as ids from document');
  const rowsBehind = documentRowsOf(database, ['words', 'health', 'first_passage', 'passages'], 'metadata');
  let records: readonly SourceRecord[] = [];
  const passages = new Map<DocumentId, { first: number; end: number }>();
  /** Of the documents with passages, in order of these. */
  let owners: { first: number; id: DocumentId }[] = [];
  let generation = -1;
  let total = 0;
  let end = 0;
  let order: Map<DocumentId, number> | undefined;
  let last = 0;

  /** The records behind the last one known. */
  function rowsAdded(): SourceRecord[] {
    const healths = new Map<string, SourceRecord['health']>();
    const added: SourceRecord[] = [];
    for (const { file, others, json } of rowsBehind(last)) {
      const [words, state, first, count] = others as [string, string, string, string];
      let health = healths.get(state);
      if (!health) healths.set(state, (health = JSON.parse(state) as SourceRecord['health']));
      passages.set(file.id, { first: Number(first), end: Number(first) + Number(count) });
      last = file.id;
      added.push({ ...file, words: Number(words), metadata: json as SourceRecord['metadata'], health });
    }
    return added;
  }

  function refresh(): void {
    const values = new Map(meta.all<{ key: string; value: number }>().map(({ key, value }) => [key, value]));
    const current = values.get('generation')!;
    if (current === generation) return;
    // Each version of a document has a number of its own, so a known row has not changed.
    const present = new Set(JSON.parse(numbers.get<{ ids: string }>()!.ids) as DocumentId[]);
    for (const id of [...passages.keys()]) if (!present.has(id)) passages.delete(id);
    const added = rowsAdded();
    records = merged(
      records.filter(({ id }) => present.has(id)),
      added.sort(byPath),
    );
    owners = [...passages].flatMap(([id, { first, end }]) => (end > first ? [{ first, id }] : []));
    // A document that was moved has a new number, and its passages have theirs.
    owners.sort((a, b) => a.first - b.first);
    end = owners.length > 0 ? passages.get(owners.at(-1)!.id)!.end : 0;
    order = undefined;
    total = values.get('passages')!;
    generation = current;
  }

  return {
    refresh,
    generation: () => generation,
    has: (id) => passages.has(id),
    records: () => records,
    passages: () => total,
    passagesOf: (id) => passages.get(id),
    endOfPassages: () => end,
    order: (id) => (order ??= new Map(records.map((record, i) => [record.id, i]))).get(id) ?? 0,
    documentOf(passage) {
      let low = 0;
      let high = owners.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        if (owners[middle]!.first <= passage) low = middle + 1;
        else high = middle - 1;
      }
      const owner = owners[high];
      return owner && passage < passages.get(owner.id)!.end ? owner.id : undefined;
    },
  };
}

/** Two lists in order of path made one. */
function merged(some: readonly SourceRecord[], others: readonly SourceRecord[]): readonly SourceRecord[] {
  if (others.length === 0) return some;
  const all: SourceRecord[] = [];
  let at = 0;
  for (const other of others) {
    while (at < some.length && byPath(some[at]!, other) < 0) all.push(some[at++]!);
    all.push(other);
  }
  return all.concat(some.slice(at));
}
