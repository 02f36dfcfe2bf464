import type { PassageQuery } from './corpusIndex.ts';
import { indexWords } from './indexWords.ts';

/** A run of index words that must stand one behind the other; mostly a single word. */
export type Run = readonly string[];

/** A query in the words of the index. */
export interface PreparedQuery {
  /** Each must match by one of its runs. */
  readonly groups: readonly (readonly Run[])[];
  /** If there are any, one must match. */
  readonly phrases: readonly Run[];
}

/**
 * The query in index words: a word with a hyphen becomes a run of its parts. Undefined if it cannot match, because a group
 * or all phrases are left without a word, or because it asks for nothing.
 */
export function prepareQuery(query: PassageQuery): PreparedQuery | undefined {
  const groups = (query.groups ?? []).map((words) => distinct(words.map((word) => indexWords(word))));
  const phrases = distinct((query.phrases ?? []).map((words) => words.flatMap((word) => indexWords(word))));
  if (groups.some((runs) => runs.length === 0)) return undefined;
  if (groups.length === 0 && phrases.length === 0) return undefined;
  if (query.phrases && query.phrases.length > 0 && phrases.length === 0) return undefined;
  if (query.limit <= 0 || query.within?.size === 0) return undefined;
  return { groups, phrases };
}

function distinct(runs: readonly Run[]): Run[] {
  const byText = new Map(runs.filter((run) => run.length > 0).map((run) => [run.join(' '), run]));
  return [...byText.values()];
}
