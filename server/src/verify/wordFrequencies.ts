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

/** So many words are asked for. */
const ASKED = 8;
/** Less rare words are left out once those asked for stand in so many passages; some are asked for in any case. */
const ROWS = 3000;
const ASKED_ALWAYS = 3;

/**
 * The first of some words, rarest first, that are worth asking the index for. In a large corpus a word that is everywhere
 * tells nothing, and reading where it stands takes longest of all.
 */
export function withinRows(words: readonly string[], counts: WordFrequencies['counts']): string[] {
  let rows = 0;
  return words.slice(0, ASKED).filter((word, i) => {
    const more = counts.get(word) ?? 0;
    if (i >= ASKED_ALWAYS && rows + more > ROWS) return false;
    rows += more;
    return true;
  });
}

/** Of words in any order, those that the sources have and that are worth asking the index for. */
export function rarestWords(words: readonly string[], counts: WordFrequencies['counts']): string[] {
  const known = words.filter((word) => (counts.get(word) ?? 0) > 0);
  return withinRows(
    known.sort((a, b) => counts.get(a)! - counts.get(b)!),
    counts,
  );
}
