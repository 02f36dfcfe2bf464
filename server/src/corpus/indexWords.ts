import { detached } from '../text/detached.ts';
import { fold } from '../text/fold.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /'s$/;
const JOINERS = /[^\p{L}\p{N}]+/gu;

// eslint-disable-next-line no-control-regex -- ASCII is meant
const BEYOND_ASCII = /[^\u0000-\u007f]/;
const TYPOGRAPHY = /[\u00a0\u2010-\u2018\u201c-\u2026]/g;
const ASCII_POSSESSIVE = /(?<=[a-z0-9])'s(?!'?[a-z0-9])/g;
const ASCII_APOSTROPHE = /(?<=[a-z0-9])'(?=[a-z0-9])/g;
const ASCII_WORD = /[a-z0-9]+/g;
const NO_ASCII_WORD = /[^a-z0-9]+/g;

/**
 * The words of `text` as the index knows them: folded, without possessive and apostrophes, parts of hyphenated words by
 * themselves. So `Anwaar-ul-Haq’s` and `Anwaar ul Haq` are the same three words, and both are found by either.
 */
export function indexWords(text: string): string[] {
  const plain = plainAscii(text);
  return plain === undefined ? wordsBeyondAscii(text) : (plain.match(ASCII_WORD) ?? []);
}

/** As {@link indexWords}, in one string with a space between two words: for long texts, of which no word is looked at. */
export function indexText(text: string): string {
  const plain = plainAscii(text);
  return plain === undefined ? wordsBeyondAscii(text).join(' ') : plain.replace(NO_ASCII_WORD, ' ').trim();
}

/** How many words an index text has. */
export function indexTextLength(words: string): number {
  if (words === '') return 0;
  let count = 1;
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) count++;
  return count;
}

/** Most texts in English are ASCII but for their typography, and then there is nothing to fold. In lower case. */
function plainAscii(text: string): string | undefined {
  let plain = text;
  if (BEYOND_ASCII.test(plain)) {
    plain = plain.replace(TYPOGRAPHY, ' ').replaceAll('’', "'");
    if (BEYOND_ASCII.test(plain)) return undefined;
  }
  plain = plain.toLowerCase();
  return plain.includes("'") ? plain.replace(ASCII_POSSESSIVE, '').replace(ASCII_APOSTROPHE, '') : plain;
}

function wordsBeyondAscii(text: string): string[] {
  const words: string[] = [];
  for (const match of text.match(WORD) ?? []) {
    const word = BEYOND_ASCII.test(match) || match.includes("'") ? indexWord(match) : match.toLowerCase();
    if (word) words.push(word);
  }
  return words;
}

const CACHE_LIMIT = 20_000;
let cache = new Map<string, string>();

/** One word between hyphens. The same words come again and again; folding one costs ten times a look-up. */
function indexWord(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const own = detached(word);
  const folded = fold(own).replace(POSSESSIVE, '').replace(JOINERS, '');
  if (cache.size >= CACHE_LIMIT) cache = new Map();
  cache.set(own, folded);
  return folded;
}
