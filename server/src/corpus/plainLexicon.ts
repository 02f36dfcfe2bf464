import { distance } from 'fastest-levenshtein';
import { fold } from '../text/fold.ts';
import type { NameFormRow, NameOccurrence } from './corpusIndex.ts';
import type { NameLexicon } from './nameLexicon.ts';

/** A lexicon of these forms that compares a name with each of them. */
export function createNameLexicon(
  rows: readonly NameFormRow[],
  occurrences: (form: string, limit?: number) => Promise<readonly NameOccurrence[]>,
): NameLexicon {
  const byKey = new Map<string, NameFormRow[]>();
  for (const row of rows) {
    const key = fold(row.form);
    const list = byKey.get(key);
    if (list) list.push(row);
    else byKey.set(key, [row]);
  }
  return {
    exact: (key) => byKey.get(key) ?? [],
    similar(name, limit) {
      const key = fold(name);
      return [...byKey.keys()]
        .map((other) => ({ other, apart: distance(key, other) }))
        .filter(({ other, apart }) => apart <= Math.max(2, Math.min(key.length, other.length) / 3))
        .sort((a, b) => a.apart - b.apart)
        .slice(0, limit)
        .flatMap(({ other }) => byKey.get(other)!);
    },
    occurrences,
  };
}
