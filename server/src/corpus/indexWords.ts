import { fold } from '../text/fold.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /'s$/;
const JOINERS = /[^\p{L}\p{N}]+/gu;

/**
 * The words of `text` as the index knows them: folded, without possessive and apostrophes, parts of hyphenated words by
 * themselves. So `Anwaar-ul-Haq’s` and `Anwaar ul Haq` are the same three words, and both are found by either.
 */
export function indexWords(text: string): string[] {
  const words: string[] = [];
  for (const match of text.match(WORD) ?? []) {
    const word = indexWord(match);
    if (word) words.push(word);
  }
  return words;
}

const CACHE_LIMIT = 50_000;
let cache = new Map<string, string>();

/** One word between hyphens. The same words come again and again; folding one costs ten times a look-up. */
function indexWord(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const folded = fold(word).replace(POSSESSIVE, '').replace(JOINERS, '');
  if (cache.size >= CACHE_LIMIT) cache = new Map();
  cache.set(word, folded);
  return folded;
}
