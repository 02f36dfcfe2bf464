/** Strings by the trigrams they are made of, for finding those that share most with another. */
export interface TrigramIndex {
  /** The strings that share most trigrams with `text`, for their length, best first; equal ones in order of the alphabet. */
  nearest(text: string, limit: number): string[];
}

/** Two marks before and one behind, so that beginnings count more than ends. */
function trigramsOf(text: string): string[] {
  const padded = `\u0001\u0001${text}\u0002`;
  const trigrams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) trigrams.add(padded.slice(i, i + 3));
  return [...trigrams];
}

/** The letters in order of the alphabet: equal for words that differ in the order of their letters only. */
function lettersOf(text: string): string {
  return [...text].sort().join('');
}

/**
 * An index of the given strings, in memory. Linear to build; a question costs the postings of its own trigrams. Words with
 * two letters transposed share too few trigrams where they are short, so they are found by their letters.
 */
export function createTrigramIndex(strings: Iterable<string>): TrigramIndex {
  const all: string[] = [];
  const sizes: number[] = [];
  const postings = new Map<string, number[]>();
  const byLetters = new Map<string, number[]>();
  for (const text of strings) {
    const id = all.push(text) - 1;
    const trigrams = trigramsOf(text);
    sizes.push(trigrams.length);
    for (const trigram of trigrams) append(postings, trigram, id);
    append(byLetters, lettersOf(text), id);
  }
  const shared = new Uint16Array(all.length);
  return {
    nearest(text, limit) {
      const trigrams = trigramsOf(text);
      const touched: number[] = [];
      for (const trigram of trigrams) {
        for (const id of postings.get(trigram) ?? []) {
          if (shared[id] === 0) touched.push(id);
          shared[id]!++;
        }
      }
      for (const id of byLetters.get(lettersOf(text)) ?? []) {
        if (shared[id] === 0) touched.push(id);
        shared[id]! += trigrams.length;
      }
      const scored = touched.map((id) => ({ id, score: shared[id]! / (trigrams.length + sizes[id]!) }));
      for (const id of touched) shared[id] = 0;
      scored.sort((a, b) => b.score - a.score || (all[a.id]! < all[b.id]! ? -1 : 1));
      return scored.slice(0, limit).map(({ id }) => all[id]!);
    },
  };
}

function append(lists: Map<string, number[]>, key: string, id: number): void {
  const list = lists.get(key);
  if (list) list.push(id);
  else lists.set(key, [id]);
}
