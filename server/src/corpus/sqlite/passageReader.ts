import type { DocumentId, Passage, PassageQuery } from '../corpusIndex.ts';
import { indexWords } from '../indexWords.ts';
import { prepareQuery, rankingRuns, weightOf, type PreparedQuery, type Run } from '../passageRanking.ts';
import type { DocumentTable } from './documentTable.ts';
import type { SqlDatabase } from './driver.ts';

/** Answers queries for passages. All calls are made inside the caller's transaction. */
export interface PassageReader {
  answer(query: PassageQuery): readonly Passage[];
  /** In how many passages the word occurs; of a hyphenated word, its rarest part. */
  frequency(word: string): number;
}

/** No statement reads more rows than this: what so many passages share says nothing about any of them. */
const MOST_ROWS = 4000;
/** Up to so many documents are each asked by itself. */
const FEW_DOCUMENTS = 24;
const KNOWN_FREQUENCIES = 20_000;

/** Compiles what is needed for asking for passages. */
export function passageReaderOf(database: SqlDatabase, documents: DocumentTable): PassageReader {
  const newest = database.prepare(
    'select rowid from passage_words where passage_words match ? order by rowid desc limit ?',
  );
  const between = database.prepare(
    'select rowid from passage_words where passage_words match ? and rowid between ? and ? limit ?',
  );
  const span = database.prepare('select start, length from passage where id = ?');
  const vocabulary = database.prepare('select doc as count from passage_vocabulary where term = ?');
  let known = { generation: -1, counts: new Map<string, number>() };

  function wordFrequency(word: string): number {
    if (known.generation !== documents.generation() || known.counts.size > KNOWN_FREQUENCIES) {
      known = { generation: documents.generation(), counts: new Map() };
    }
    let count = known.counts.get(word);
    if (count === undefined) {
      count = vocabulary.get<{ count: number }>(word)?.count ?? 0;
      known.counts.set(word, count);
    }
    return count;
  }

  function rows(match: string, within: ReadonlySet<DocumentId> | undefined): number[] {
    if (!within) return newest.all<{ rowid: number }>(match, MOST_ROWS).map(({ rowid }) => rowid);
    if (within.size > FEW_DOCUMENTS) {
      const all = newest.all<{ rowid: number }>(match, -1).map(({ rowid }) => rowid);
      return all.filter((row) => within.has(documents.documentOf(row)!)).slice(0, MOST_ROWS);
    }
    return [...within].flatMap((id) => {
      const passages = documents.passagesOf(id);
      if (!passages) return [];
      const found = between.all<{ rowid: number }>(match, passages.first, passages.end - 1, MOST_ROWS);
      return found.map(({ rowid }) => rowid);
    });
  }

  function scores(query: PreparedQuery, within: ReadonlySet<DocumentId> | undefined): Map<number, number> {
    const groups = query.groups.map(anyOf);
    const scored = new Map<number, number>();
    if (groups.length > 0) {
      const all = query.phrases.length > 0 ? [...groups, anyOf(query.phrases)] : groups;
      for (const row of rows(all.join(' AND '), within)) scored.set(row, 0);
      if (scored.size === 0) return scored;
    }
    const ranking = groups.length > 0 ? rankingRuns(query) : query.phrases;
    const weigh = scored.size !== 1;
    for (const run of weigh ? ranking : []) {
      const weight = ranking.length > 1 ? weightOf(run, documents.passages(), wordFrequency) : 0;
      for (const row of rows([...groups, anyOf([run])].join(' AND '), within)) {
        const before = scored.get(row);
        if (before !== undefined || groups.length === 0) scored.set(row, (before ?? 0) + weight);
      }
    }
    return scored;
  }

  function answer(query: PassageQuery): readonly Passage[] {
    const prepared = prepareQuery(query);
    if (!prepared) return [];
    const records = documents.records();
    const hits = [...scores(prepared, query.within)].flatMap(([row, score]) => {
      const document = documents.documentOf(row);
      const record = document && records.get(document);
      return record ? [{ row, score, document: record.id, path: `${record.folder}\n${record.path}` }] : [];
    });
    hits.sort((a, b) => b.score - a.score || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.row - b.row));
    return hits.slice(0, query.limit).map(({ row, document }) => {
      const { start, length } = span.get<{ start: number; length: number }>(row)!;
      return { document, start, end: start + length };
    });
  }

  return {
    answer,
    frequency: (word) => Math.min(documents.passages(), ...indexWords(word).map(wordFrequency)),
  };
}

/** Runs as FTS5 has them: each a string of words, one of which must match. Index words hold no quotation marks. */
function anyOf(runs: readonly Run[]): string {
  return `(${runs.map((run) => `"${run.join(' ')}"`).join(' OR ')})`;
}
