import { detached } from '../text/detached.ts';
import type {
  CorpusIndex,
  DocumentId,
  NameFormRow,
  NameOccurrence,
  Passage,
  PassageQuery,
  SourceRecord,
} from './corpusIndex.ts';
import type { IndexedDocument } from './indexedDocument.ts';
import { indexWords } from './indexWords.ts';
import type { IndexBatch, IndexWriter, StoredFile } from './indexWriter.ts';
import { prepareQuery, rankingRuns, weightOf, type PreparedQuery, type Run } from './passageRanking.ts';

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
  const byPath = new Map<string, DocumentId>();
  const passages = new Map<number, StoredPassage>();
  const postings = new Map<string, Set<number>>();
  let nextDocument = 1;
  let nextPassage = 1;
  let generation = 0;

  function put({ record, passages: cut, names }: IndexedDocument): void {
    const key = keyOf(record);
    const before = byPath.get(key);
    if (before !== undefined) remove(before);
    const id = nextDocument++ as DocumentId;
    const numbers = cut.map(({ start, end, words }) => {
      const number = nextPassage++;
      passages.set(number, { document: id, start, end, words });
      for (const word of new Set(words)) {
        const posting = postings.get(word);
        if (posting) posting.add(number);
        else postings.set(word, new Set([number]));
      }
      return number;
    });
    byPath.set(key, id);
    documents.set(id, {
      record: { ...record, id },
      passages: numbers,
      names: names.map((name) => ({ ...name, form: detached(name.form), document: id })),
    });
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
    documents.delete(id);
    byPath.delete(keyOf(stored.record));
  }

  const frequency = (word: string) => postings.get(word)?.size ?? 0;

  function matches(run: Run, passage: StoredPassage): boolean {
    return run.length === 1 ? passage.words.includes(run[0]!) : holdsRun(passage.words, run);
  }

  /** The passages that the rarest necessary part of the query allows. */
  function candidates(query: PreparedQuery): Iterable<number> {
    const parts = query.phrases.length > 0 ? [...query.groups, query.phrases] : query.groups;
    const lists = parts.map((runs) => runs.map((run) => rarestPosting(run)));
    const size = (list: readonly ReadonlySet<number>[]) => list.reduce((sum, posting) => sum + posting.size, 0);
    const rarest = lists.reduce((a, b) => (size(b) < size(a) ? b : a));
    return new Set(rarest.flatMap((posting) => [...posting]));
  }

  function rarestPosting(run: Run): ReadonlySet<number> {
    const sets = run.map((word) => postings.get(word) ?? new Set<number>());
    return sets.reduce((a, b) => (b.size < a.size ? b : a));
  }

  function answer(query: PassageQuery): readonly Passage[] {
    const prepared = prepareQuery(query);
    if (!prepared) return [];
    const weights = rankingRuns(prepared).map((run) => ({ run, weight: weightOf(run, passages.size, frequency) }));
    const hits: { passage: StoredPassage; score: number; path: string }[] = [];
    for (const number of candidates(prepared)) {
      const passage = passages.get(number)!;
      if (query.within && !query.within.has(passage.document)) continue;
      if (!prepared.groups.every((runs) => runs.some((run) => matches(run, passage)))) continue;
      if (prepared.phrases.length > 0 && !prepared.phrases.some((run) => matches(run, passage))) continue;
      const score = weights.reduce((sum, { run, weight }) => (matches(run, passage) ? sum + weight : sum), 0);
      hits.push({ passage, score, path: keyOf(documents.get(passage.document)!.record) });
    }
    hits.sort((a, b) => b.score - a.score || compare(a.path, b.path) || a.passage.start - b.passage.start);
    return hits.slice(0, query.limit).map(({ passage: { document, start, end } }) => ({ document, start, end }));
  }

  return {
    generation: () => Promise.resolve(generation),
    documents: () => Promise.resolve([...documents.values()].map(({ record }) => record)),
    passages: (queries) => Promise.resolve(queries.map(answer)),
    frequencies: (words) =>
      Promise.resolve({
        passages: passages.size,
        counts: words.map((word) => Math.min(...[...indexWords(word).map(frequency), passages.size])),
      }),
    nameForms: (within) => Promise.resolve(formsOf(documents, within)),
    nameOccurrences: (forms, within, limit) => Promise.resolve(occurrencesOf(documents, forms, within, limit)),
    storedFiles: () => Promise.resolve([...documents.values()].map(({ record }): StoredFile => record)),
    apply(batch: IndexBatch) {
      for (const id of batch.remove) remove(id);
      for (const document of batch.put) put(document);
      for (const { id, size, modified } of batch.touch) {
        const stored = documents.get(id);
        if (stored) documents.set(id, { ...stored, record: { ...stored.record, size, modified } });
      }
      return Promise.resolve(++generation);
    },
    close: () => Promise.resolve(),
  };
}

function keyOf(record: { readonly folder: string; readonly path: string }): string {
  return `${record.folder}\n${record.path}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function holdsRun(words: readonly string[], run: Run): boolean {
  for (let at = words.indexOf(run[0]!); at !== -1; at = words.indexOf(run[0]!, at + 1)) {
    if (run.every((word, i) => words[at + i] === word)) return true;
  }
  return false;
}

function formsOf(
  documents: ReadonlyMap<DocumentId, StoredDocument>,
  within: ReadonlySet<DocumentId> | undefined,
): NameFormRow[] {
  const rows = new Map<
    string,
    { form: string; entityType: NameFormRow['entityType']; demonym?: true; mentions: number; in: Set<DocumentId> }
  >();
  for (const [id, { names }] of documents) {
    if (within && !within.has(id)) continue;
    for (const { form, entityType, demonym } of names) {
      const key = `${entityType}\n${demonym ?? ''}\n${form}`;
      const row = rows.get(key) ?? { form, entityType, ...(demonym && { demonym }), mentions: 0, in: new Set() };
      row.mentions++;
      row.in.add(id);
      rows.set(key, row);
    }
  }
  return [...rows.values()].map(({ in: found, ...row }) => ({ ...row, documents: found.size }));
}

function occurrencesOf(
  documents: ReadonlyMap<DocumentId, StoredDocument>,
  forms: readonly string[],
  within: ReadonlySet<DocumentId> | undefined,
  limit: number,
): NameOccurrence[] {
  const found = new Map(forms.map((form) => [form, [] as NameOccurrence[]]));
  for (const [id, { names }] of [...documents].reverse()) {
    if (within && !within.has(id)) continue;
    for (const name of names) {
      const list = found.get(name.form);
      if (list && list.length < limit) list.push(name);
    }
  }
  return [...found.values()].flat();
}
