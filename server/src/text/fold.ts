import { detached } from './detached.ts';

/** Marks above, below and through letters, of Latin, Greek, Cyrillic, Hebrew and Arabic; vowels of other scripts stay. */
const COMBINING =
  // eslint-disable-next-line no-misleading-character-class -- they are meant by themselves
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u064b-\u065f\u0670\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;
/** Letters that Unicode does not take apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ŧ: 't',
};
const SPECIAL = /[łđøßæœıðþħŧ]/g;
const APOSTROPHES = /[‘’‚‛ʼʻʽʹˈʾʿ′`´＇]/g;
const QUOTATION_MARKS = /[“”„‟″«»＂]/g;
const HYPHENS = /[‐‑‒–—―−﹘﹣－⁃]/g;
// eslint-disable-next-line no-misleading-character-class -- they are meant by themselves
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]+/g;
/** ASCII in lower case, without the grave accent, which may be an apostrophe, and with no other white space than spaces. */
const PLAIN = /^[ -@[-_a-~]*$/;

const CACHE_LIMIT = 50_000;
const LONGEST_CACHED = 40;
const cache = new Map<string, string>();

/**
 * A word or phrase as two spellings of it are compared: lower case, no diacritics, straight quotes and hyphens, one space
 * between words, nothing invisible. Idempotent. Lengths change, so offsets into a folded text mean nothing in the text it was
 * made from.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower) && !lower.includes('  ')) return lower.trim();
  if (text.length > LONGEST_CACHED) return foldSlowly(text);
  // The same names come again and again; folding one costs ten times a look-up.
  const known = cache.get(text);
  if (known !== undefined) return known;
  const own = detached(text);
  const folded = foldSlowly(own);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(own, folded);
  return folded;
}

function foldSlowly(text: string): string {
  // The acute accent that stands by itself is an apostrophe, and would be a space and a combining accent.
  const marked = text.replace(INVISIBLE, '').replace(APOSTROPHES, "'").replace(QUOTATION_MARKS, '"');
  return marked
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(APOSTROPHES, "'")
    .replace(QUOTATION_MARKS, '"')
    .replace(HYPHENS, '-')
    .replace(COMBINING, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}
