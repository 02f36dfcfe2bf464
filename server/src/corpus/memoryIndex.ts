import {
  byPath,
  type CorpusIndex,
  type DocumentId,
  type NameOccurrence,
  type Passage,
  type PassageQuery,
  type SourceRecord,
} from './corpusIndex.ts';
import type { IndexedDocument } from './indexedDocument.ts';
import { indexWords } from './indexWords.ts';
import type { IndexBatch, IndexWriter, MovedFile, StoredFile } from './indexWriter.ts';
import { createMemoryNames, formsIn } from './memoryNames.ts';
import { occurrencesOf } from './packedNames.ts';
import type { Run } from './passageQuery.ts';
import { passageSearchOf } from './passageSearch.ts';

interface StoredDocument {
  readonly record: SourceRecord;
  readonly passages: readonly number[];
  readonly names: readonly NameOccurrence[];
}

interface StoredPassage extends Passage {
  readonly words: readonly string[];
}

/**
 * An index in memory, for where none can be kept on disk; and the reference for what the others must answer. It reads and
 * writes in the same place.
 */
export function createMemoryIndex(): CorpusIndex & IndexWriter {
  const documents = new Map<DocumentId, StoredDocument>();
  const numberByPath = new Map<string, DocumentId>();
  const passages = new Map<number, StoredPassage>();
  const postings = new Map<string, Set<number>>();
  const forms = createMemoryNames();
  let nextDocument = 1;
  let nextPassage = 1;
  let generation = 0;
  /** By path. */
  let ordered: readonly StoredDocument[] | undefined;
  let ranks: Map<DocumentId, number> | undefined;

  function put({ record, passages: cut, names }: IndexedDocument): void {
    const key = keyOf(record);
    const before = numberByPath.get(key);
    if (before !== undefined) remove(before);
    const id = nextDocument++ as DocumentId;
    const numbers = cut.map(({ start, end, words: text }) => {
      const number = nextPassage++;
      const words = text.split(' ');
      passages.set(number, { document: id, start, end, words });
      for (const word of new Set(words)) {
        const posting = postings.get(word);
        if (posting) posting.add(number);
        else postings.set(word, new Set([number]));
      }
      return number;
    });
    numberByPath.set(key, id);
    const occurrences = occurrencesOf(names, id);
    documents.set(id, { record: { ...record, id }, passages: numbers, names: occurrences });
    forms.add(occurrences);
  }

  function remove(id: DocumentId): void {
    const stored = documents.get(id);
    if (!stored) return;
    for (const number of stored.passages) {
      for (const word of new Set(passages.get(number)!.words)) {
        const posting = postings.get(word)!;
        posting.delete(number);
        if (posting.size === 0) postings.delete(word);
      }
      passages.delete(number);
    }
    forms.remove(stored.names);
    documents.delete(id);
    numberByPath.delete(keyOf(stored.record));
  }

  function move({ id, read, ...place }: MovedFile): void {
    const stored = documents.get(id);
    if (!stored) return put(read());
    const before = numberByPath.get(keyOf(place));
    if (before !== undefined && before !== id) remove(before);
    const to = nextDocument++ as DocumentId;
    for (const number of stored.passages) passages.set(number, { ...passages.get(number)!, document: to });
    const names = stored.names.map((name) => ({ ...name, document: to }));
    documents.delete(id);
    numberByPath.delete(keyOf(stored.record));
    documents.set(to, { ...stored, names, record: { ...stored.record, ...place, id: to } });
    numberByPath.set(keyOf(place), to);
  }

  const frequency = (word: string) => postings.get(word)?.size ?? 0;

  function posting(run: Run): number[] {
    const sets = run.map((word) => postings.get(word) ?? new Set<number>());
    const rarest = [...sets.reduce((a, b) => (b.size < a.size ? b : a))];
    return run.length === 1 ? rarest : rarest.filter((number) => holdsRun(passages.get(number)!.words, run));
  }

  const search = passageSearchOf({
    total: () => passages.size,
    end: () => nextPassage,
    frequency,
    posting,
    conjunction(groups) {
      const sets = groups.map((runs) => new Set(runs.flatMap(posting)));
      return [...sets[0]!].filter((number) => sets.every((set) => set.has(number))).sort((a, b) => a - b);
    },
    documentOf: (number) => passages.get(number)?.document,
    passagesOf(id) {
      const numbers = documents.get(id)?.passages;
      return numbers?.length ? { first: numbers[0]!, end: numbers.at(-1)! + 1 } : undefined;
    },
    order: (id) => (ranks ??= new Map(inOrder().map(({ record }, i) => [record.id, i]))).get(id) ?? 0,
  });

  function inOrder(): readonly StoredDocument[] {
    return (ordered ??= [...documents.values()].sort((a, b) => byPath(a.record, b.record)));
  }

  function answer(query: PassageQuery): readonly Passage[] {
    return search(query).map((number) => {
      const { document, start, end } = passages.get(number)!;
      return { document, start, end };
    });
  }

  return {
    generation: () => Promise.resolve(generation),
    documents: () => Promise.resolve(inOrder().map(({ record }) => record)),
    passages: (queries) => Promise.resolve(queries.map(answer)),
    frequencies: (words) =>
      Promise.resolve({
        passages: passages.size,
        counts: words.map((word) => Math.min(...[...indexWords(word).map(frequency), passages.size])),
      }),
    nameForms: (within) =>
      Promise.resolve(within ? formsIn([...within].map((id) => documents.get(id)?.names ?? [])) : forms.rows()),
    namesSince: (since) => Promise.resolve(forms.since(since)),
    nameOccurrences: (asked, within, limit) => Promise.resolve(occurrencesAmong(inOrder(), asked, within, limit)),
    storedFiles: () => Promise.resolve([...documents.values()].map(({ record }): StoredFile => record)),
    apply(batch: IndexBatch) {
      ordered = ranks = undefined;
      for (const id of batch.remove) remove(id);
      for (const file of batch.move ?? []) move(file);
      for (const document of batch.put) put(document);
      for (const { id, size, modified } of batch.touch) {
        const stored = documents.get(id);
        if (stored) documents.set(id, { ...stored, record: { ...stored.record, size, modified } });
      }
      forms.commit(++generation);
      return Promise.resolve(generation);
    },
    close: () => Promise.resolve(),
  };
}

function keyOf(record: { readonly folder: string; readonly path: string }): string {
  return `${record.folder}\n${record.path}`;
}

function holdsRun(words: readonly string[], run: Run): boolean {
  for (let at = words.indexOf(run[0]!); at !== -1; at = words.indexOf(run[0]!, at + 1)) {
    if (run.every((word, i) => words[at + i] === word)) return true;
  }
  return false;
}

function occurrencesAmong(
  documents: readonly StoredDocument[],
  forms: readonly string[],
  within: ReadonlySet<DocumentId> | undefined,
  limit: number,
): NameOccurrence[] {
  const found = new Map(forms.map((form) => [form, [] as NameOccurrence[]]));
  for (const { record, names } of documents.toReversed()) {
    if (within && !within.has(record.id)) continue;
    for (const name of names) {
      const list = found.get(name.form);
      if (list && list.length < limit) list.push(name);
    }
  }
  return [...found.values()].flat();
}
