import { distance } from 'fastest-levenshtein';
import Fuse from 'fuse.js';
import { fold } from '../text/fold.ts';
import type { NameFormRow, NameOccurrence } from './corpusIndex.ts';
import { createTrigramIndex, type TrigramIndex } from './trigrams.ts';

/** The names that sources write, in memory, for exact and fuzzy look-up. */
export interface NameLexicon {
  /** All forms whose folded spelling is `key`. */
  exact(key: string): readonly NameFormRow[];
  /** All forms with the same letters as `name`, whatever its hyphens, points, spaces, accents and capitals. */
  sameLetters(name: string): readonly NameFormRow[];
  /** All forms that have `word` (see {@link nameWordsOf}) among their words. */
  withWord(word: string): readonly NameFormRow[];
  /** Words of names that share most with `word`, best first: candidates, never a verdict. */
  similarWords(word: string, limit: number): readonly string[];
  /** The forms nearest to `name`, best first: candidates, never a verdict. */
  similar(name: string, limit: number): readonly NameFormRow[];
  /** Forms whose first letters are `acronym` (folded, letters only): `crss` for `Center for Research and Security Studies`. */
  withInitials(acronym: string): readonly NameFormRow[];
  /** Mentions of a form, for titles, roles and evidence. */
  occurrences(form: string, limit?: number): Promise<readonly NameOccurrence[]>;
}

/** So many candidates from trigrams are ranked. */
const CANDIDATES = 64;

/** So many answers of the index are kept. */
const REMEMBERED = 4000;

/** The words of a name as they are compared: folded, without points, commas and brackets around them. */
export function nameWordsOf(name: string): string[] {
  const key = fold(name);
  return (
    key.includes('.') || key.includes(',')
      ? key.replace(/[.,]/gu, (mark, at: number) => (/\S/u.test(key[at + 1] ?? '') && mark === '.' ? '' : ' '))
      : key
  )
    .split(' ')
    .filter((word) => word !== '' && word !== '&');
}

/** The letters and digits of a name, folded. */
export function lettersOf(name: string): string {
  return fold(name)
    .replace(/&/gu, 'and')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

const SMALL = new Set([
  'of',
  'the',
  'and',
  'for',
  'on',
  'in',
  'at',
  'to',
  'a',
  'an',
  'de',
  'la',
  'le',
  'du',
  'des',
  'et',
  'y',
  'e',
]);

/**
 * What an acronym of the name may be: first letters of its words, small words left out or all taken (`Transport for London`:
 * TFL); of a hyphened word, of its parts or of the whole; without what an `and` adds (`Centers for Disease Control and
 * Prevention`: CDC).
 */
export function initialsOf(name: string): string[] {
  const all = nameWordsOf(name);
  const words = all.filter((word) => !SMALL.has(word));
  const of = (parts: readonly string[]): string => parts.map((part) => part.slice(0, 1)).join('');
  const parts = words.flatMap((word) => word.split('-')).filter((part) => !SMALL.has(part));
  const added = all.indexOf('and');
  const short = of(added < 0 ? [] : all.slice(0, added).filter((word) => !SMALL.has(word)));
  return [...new Set([of(words), of(parts), of(all), ...(short.length > 2 ? [short] : [])])];
}

/**
 * A lexicon of the given forms; `occurrences` fetches the mentions of one from the index. Each part of it is built when first
 * asked for. Exact look-ups take the same time whatever the corpus; fuzzy ones grow with the words that share trigrams.
 */
export function createNameLexicon(
  rows: readonly NameFormRow[],
  occurrences: (form: string, limit?: number) => Promise<readonly NameOccurrence[]>,
): NameLexicon {
  const none: readonly NameFormRow[] = [];
  const byKey = once(() => grouped(rows, ({ form }) => [fold(form)]));
  const byLetters = once(() => grouped(rows, ({ form }) => [lettersOf(form)]));
  const byWord = once(() => grouped(rows, ({ form }) => new Set(nameWordsOf(form))));
  const byInitials = once(() =>
    grouped(
      rows.filter(({ form }) => form.includes(' ')),
      ({ form }) => initialsOf(form),
    ),
  );
  const words = once(() => createTrigramIndex([...byWord().keys()].sort()));
  const ranks = new Map<string, readonly string[]>();
  const names = once((): TrigramIndex => createTrigramIndex([...byKey().keys()].sort()));
  return {
    exact: (key) => byKey().get(key) ?? none,
    sameLetters: (name) => byLetters().get(lettersOf(name)) ?? none,
    withWord: (word) => byWord().get(word) ?? none,
    withInitials: (acronym) => byInitials().get(acronym) ?? none,
    similarWords: (word, limit) => nearestFirst(word, words().nearest(word, CANDIDATES)).slice(0, limit),
    similar(name, limit) {
      const key = fold(name);
      let near = ranks.get(key);
      if (!near) {
        near = ranked(key, names().nearest(key, CANDIDATES));
        if (ranks.size > REMEMBERED) ranks.clear();
        ranks.set(key, near);
      }
      return near.slice(0, limit).flatMap((other) => byKey().get(other) ?? none);
    },
    occurrences: remembered(occurrences),
  };
}

/** The same names are asked for at each keystroke; the lexicon is of one generation of the index, so answers stay right. */
function remembered(
  occurrences: (form: string, limit?: number) => Promise<readonly NameOccurrence[]>,
): NameLexicon['occurrences'] {
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

/** Rows by key. Most keys have one row, which is then kept without a list around it. */
function grouped(
  rows: readonly NameFormRow[],
  keys: (row: NameFormRow) => Iterable<string>,
): { get(key: string): readonly NameFormRow[] | undefined; keys(): Iterable<string> } {
  const groups = new Map<string, NameFormRow | NameFormRow[]>();
  for (const row of rows) {
    for (const key of keys(row)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, row);
      else if (Array.isArray(group)) group.push(row);
      else groups.set(key, [group, row]);
    }
  }
  return {
    get(key) {
      const group = groups.get(key);
      return group === undefined || Array.isArray(group) ? group : [group];
    },
    keys: () => groups.keys(),
  };
}

function once<T>(build: () => T): () => T {
  let built: { value: T } | undefined;
  return () => (built ??= { value: build() }).value;
}
