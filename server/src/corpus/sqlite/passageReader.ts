import type { Passage, PassageQuery } from '../corpusIndex.ts';
import { indexWords } from '../indexWords.ts';
import type { Run } from '../passageQuery.ts';
import { passageSearchOf } from '../passageSearch.ts';
import type { DocumentTable } from './documentTable.ts';
import type { SqlDatabase } from './driver.ts';

/** Answers queries for passages. All calls are made inside the caller's transaction. */
export interface PassageReader {
  answer(query: PassageQuery): readonly Passage[];
  /** In how many passages the word occurs; of a hyphenated word, its rarest part. */
  frequency(word: string): number;
}

/** What is kept in memory until the index changes: counts of words, and numbers of passages. */
const KNOWN_FREQUENCIES = 30_000;
const KNOWN_ROWS = 2_000_000;

/** Compiles what is needed for asking for passages. */
export function passageReaderOf(database: SqlDatabase, documents: DocumentTable): PassageReader {
  // As one text: a row each takes five times as long to hand over.
  const rowsOf = database.prepare(
    `select group_concat(rowid) as rows
     from (select rowid from passage_words where passage_words match ? limit ?)`,
  );
  const span = database.prepare('select start, length from passage where id = ?');
  const vocabulary = database.prepare('select doc as count from passage_vocabulary where term = ?');
  let generation = -1;
  const frequencies = new Map<string, number>();
  const known = new Map<string, Int32Array>();
  let knownRows = 0;

  const search = passageSearchOf({
    total: () => documents.passages(),
    end: () => documents.endOfPassages(),
    frequency: wordFrequency,
    posting,
    conjunction: (groups) => rowsMatching(groups.map(anyOf).join(' AND '), -1),
    documentOf: (passage) => documents.documentOf(passage),
    passagesOf: (document) => documents.passagesOf(document),
    order: (document) => documents.order(document),
  });

  function forgetOld(): void {
    if (generation === documents.generation()) return;
    generation = documents.generation();
    frequencies.clear();
    known.clear();
    knownRows = 0;
  }

  function posting(run: Run, limit: number): Int32Array {
    return rowsMatching(anyOf([run]), limit);
  }

  function rowsMatching(match: string, limit: number): Int32Array {
    const key = `${limit} ${match}`;
    const before = known.get(key);
    if (before) {
      // Those asked for last are kept longest.
      known.delete(key);
      known.set(key, before);
      return before;
    }
    const rows = rowsIn(rowsOf.get<{ rows: string | null }>(match, limit)?.rows);
    known.set(key, rows);
    knownRows += rows.length;
    for (const [oldest, { length }] of known) {
      if (knownRows <= KNOWN_ROWS || oldest === key) break;
      known.delete(oldest);
      knownRows -= length;
    }
    return rows;
  }

  function wordFrequency(word: string): number {
    let count = frequencies.get(word);
    if (count === undefined) {
      count = vocabulary.get<{ count: number }>(word)?.count ?? 0;
      if (frequencies.size >= KNOWN_FREQUENCIES) frequencies.clear();
      frequencies.set(word, count);
    }
    return count;
  }

  return {
    answer(query) {
      forgetOld();
      return search(query).map((row) => {
        const { start, length } = span.get<{ start: number; length: number }>(row)!;
        return { document: documents.documentOf(row)!, start, end: start + length };
      });
    },
    frequency(word) {
      forgetOld();
      return Math.min(documents.passages(), ...indexWords(word).map(wordFrequency));
    },
  };
}

/** Runs as FTS5 has them: each a string of words, one of which must match. Index words hold no quotation marks. */
function anyOf(runs: readonly Run[]): string {
  return `(${runs.map((run) => `"${run.join(' ')}"`).join(' OR ')})`;
}

/** Numbers between commas. */
function rowsIn(text: string | null | undefined): Int32Array {
  if (!text) return new Int32Array(0);
  let count = 1;
  for (let at = text.indexOf(','); at !== -1; at = text.indexOf(',', at + 1)) count++;
  const rows = new Int32Array(count);
  let row = 0;
  let value = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 44) {
      rows[row++] = value;
      value = 0;
    } else value = value * 10 + unit - 48;
  }
  rows[row] = value;
  return rows;
}
