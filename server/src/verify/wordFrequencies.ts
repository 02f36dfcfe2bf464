import type { Corpus } from '../corpus/corpus.ts';

/** In how many passages folded words stand, in one state of the corpus. */
export interface WordFrequencies {
  /** How many passages there are; known once something has been asked. */
  readonly passages: number;
  /** Of the words asked for so far. */
  readonly counts: ReadonlyMap<string, number>;
  /** Asks the index for those of the words that it was not asked for before. */
  ask(words: Iterable<string>): Promise<void>;
}

const KNOWN = new WeakMap<Corpus['documents'], WordFrequencies>();
const WORDS = 100_000;

/** What is known of this state of the corpus. An edit mostly asks for no word that is new, and then the index is not asked. */
export function wordFrequencies({ documents, index }: Corpus): WordFrequencies {
  let known = KNOWN.get(documents);
  if (!known || known.counts.size > WORDS) KNOWN.set(documents, (known = asking(index)));
  return known;
}

function asking(index: Corpus['index']): WordFrequencies {
  const counts = new Map<string, number>();
  let total: number | undefined;
  return {
    counts,
    get passages() {
      return total ?? 0;
    },
    async ask(words) {
      const unknown = [...new Set(words)].filter((word) => !counts.has(word));
      if (total !== undefined && unknown.length === 0) return;
      const answer = await index.frequencies(unknown);
      unknown.forEach((word, i) => counts.set(word, answer.counts[i]!));
      total ??= answer.passages;
    },
  };
}
