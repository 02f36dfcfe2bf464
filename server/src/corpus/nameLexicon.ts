import type { NameFormRow, NameOccurrence } from './corpusIndex.ts';

/** The names that sources write, in memory, for exact and fuzzy look-up. */
export interface NameLexicon {
  /** All forms whose folded spelling is `key`. */
  exact(key: string): readonly NameFormRow[];
  /** The forms nearest to `name`, best first: candidates, never a verdict. */
  similar(name: string, limit: number): readonly NameFormRow[];
  /** Mentions of a form, for titles, roles and evidence. */
  occurrences(form: string, limit?: number): Promise<readonly NameOccurrence[]>;
}
