import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import { fold } from '../text/fold.ts';
import { inSpareTime } from '../text/turns.ts';
import type { NameFormRow, NameOccurrence } from './corpusIndex.ts';
import { createNameStore, type NameStore } from './nameStore.ts';
import { lettersOf, nameWordsOf } from './nameWords.ts';

/** The names that sources write, in memory, for exact and fuzzy look-up. */
export interface NameLexicon {
  /** All forms whose folded spelling is `key`. */
  exact(key: string): readonly NameFormRow[];
  /** All forms with the same letters as `name`, whatever its hyphens, points, spaces, accents and capitals. */
  sameLetters(name: string): readonly NameFormRow[];
  /** All forms that have `word` (see `nameWordsOf`) among their words. */
  withWord(word: string): readonly NameFormRow[];
  /** Words of names that share most with `word`, best first: candidates, never a verdict. */
  similarWords(word: string, limit: number): readonly string[];
  /** The forms nearest to `name`, best first: candidates, never a verdict. */
  similar(name: string, limit: number): readonly NameFormRow[];
  /**
   * Forms whose first letters are `acronym` (folded, three letters or more): `crss` for `Center for Research and Security
   * Studies`.
   */
  withInitials(acronym: string): readonly NameFormRow[];
  /** Mentions of a form, for titles, roles and evidence. */
  occurrences(form: string, limit?: number): Promise<readonly NameOccurrence[]>;
  /** Puts names into order for fuzzy look-up, in spare time, so that the first of them need not wait for it. */
  prepare(): Promise<void>;
}

/** So many candidates are ranked. */
const CANDIDATES = 64;
/** Of a name that no source has: so many words near each of its words are looked for in other names, in so many of each. */
const NEAR_WORDS = 8;
const NEAR_FORMS = 200;

/** So many answers of each kind are kept. */
const REMEMBERED = 4000;

/** A lexicon of the given forms; `occurrences` fetches the mentions of one from the index. */
export function createNameLexicon(rows: readonly NameFormRow[], occurrences: FetchOccurrences): NameLexicon {
  return lexiconOf(createNameStore(rows), occurrences);
}

type FetchOccurrences = (form: string, limit?: number) => Promise<readonly NameOccurrence[]>;

/**
 * A lexicon of what a store holds now; for what it holds later there has to be another. Exact look-ups take the same time
 * whatever the corpus; fuzzy ones grow with the words that share trigrams.
 */
export function lexiconOf(store: NameStore, occurrences: FetchOccurrences): NameLexicon {
  const nearKeys = kept((key) => ranked(key, sharing(key)));
  const nearWords = kept((word) => nearestFirst(word, store.nearestWords(word, CANDIDATES)));

  /** The names that have most words of this one, or words near them; of equals those used most. */
  function sharing(key: string): string[] {
    const shared = new Map<string, { count: number; readonly mentions: number }>();
    for (const word of nameWordsOf(key)) {
      const near = new Set([word, ...nearWords(word).slice(0, NEAR_WORDS)]);
      const forms = [...near].flatMap((other) => store.byWord.get(other).slice(0, NEAR_FORMS));
      for (const [form, mentions] of new Map(forms.map((row) => [fold(row.form), row.mentions]))) {
        const known = shared.get(form);
        if (known) known.count++;
        else shared.set(form, { count: 1, mentions });
      }
    }
    return [...shared]
      .sort(([a, one], [b, other]) => other.count - one.count || other.mentions - one.mentions || (a < b ? -1 : 1))
      .slice(0, CANDIDATES)
      .map(([form]) => form);
  }

  return {
    exact: (key) => store.byKey.get(key),
    sameLetters: (name) => store.byLetters.get(lettersOf(name)),
    withWord: (word) => store.byWord.get(word),
    withInitials: (acronym) => store.byInitials.get(acronym),
    similarWords: (word, limit) => nearWords(word).slice(0, limit),
    similar: (name, limit) =>
      nearKeys(fold(name))
        .slice(0, limit)
        .flatMap((other) => store.byKey.get(other)),
    occurrences: remembered(occurrences),
    prepare: () => inSpareTime(store.prepare()),
  };
}

/** The words of a name are asked for again when the next letter of it is typed. */
function kept(ask: (text: string) => readonly string[]): (text: string) => readonly string[] {
  const answers = new Map<string, readonly string[]>();
  return (text) => {
    let answer = answers.get(text);
    if (!answer) {
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(text, (answer = ask(text)));
    }
    return answer;
  };
}

/** The same names are asked for at each keystroke; the lexicon is of one generation of the index, so answers stay right. */
function remembered(occurrences: FetchOccurrences): NameLexicon['occurrences'] {
  const answers = new Map<string, Promise<readonly NameOccurrence[]>>();
  return (form, limit) => {
    const key = `${limit ?? ''} ${form}`;
    let answer = answers.get(key);
    if (!answer) {
      answer = occurrences(form, limit);
      answer.catch(() => answers.delete(key));
      answers.set(key, answer);
      if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value!);
    }
    return answer;
  };
}

/**
 * Candidates by likeness. Fuse finds a pattern in a text, so a short name in a long one is a full match and the other way
 * round is none: both ways are asked, and the letters that differ are counted.
 */
function ranked(name: string, candidates: readonly string[]): string[] {
  if (candidates.length < 2) return [...candidates];
  const options = { includeScore: true, threshold: 1, ignoreLocation: true };
  const there = new Map(new Fuse(candidates, options).search(name).map(({ item, score }) => [item, score ?? 1]));
  const back = new Fuse([name], options);
  const scores = new Map(
    candidates.map((candidate) => {
      const apart = distance(name, candidate) / Math.max(name.length, candidate.length, 1);
      const found = back.search(candidate)[0]?.score ?? 1;
      return [candidate, 2 * apart + (there.get(candidate) ?? 1) + found] as const;
    }),
  );
  return [...candidates].sort((a, b) => scores.get(a)! - scores.get(b)!);
}

/** Words by the letters that differ: what a slip makes is near, whatever the rest. */
function nearestFirst(word: string, candidates: readonly string[]): string[] {
  const apart = new Map(candidates.map((candidate) => [candidate, distance(word, candidate)] as const));
  return [...candidates].sort((a, b) => apart.get(a)! - apart.get(b)!);
}
