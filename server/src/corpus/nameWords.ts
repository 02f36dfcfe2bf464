import { fold } from '../text/fold.ts';

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
  const key = fold(name);
  if (PLAIN.test(key)) return key.replaceAll(' ', '');
  return key.replace(/&/gu, 'and').replace(/[^\p{L}\p{N}]/gu, '');
}

const PLAIN = /^[a-z0-9 ]*$/;

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

/** `World War II` is WWII. */
const ROMAN = /^[ivx]{1,4}$/u;

/**
 * What an acronym of the name may be: first letters of its words, small words left out or all taken (`Transport for London`:
 * TFL); of a hyphened word, of its parts or of the whole; without what an `and` adds (`Centers for Disease Control and
 * Prevention`: CDC).
 */
export function initialsOf(name: string): string[] {
  const all = nameWordsOf(name);
  const words = all.filter((word) => !SMALL.has(word));
  const of = (parts: readonly string[]): string =>
    parts.map((part) => (ROMAN.test(part) ? part : part.slice(0, 1))).join('');
  const parts = words.flatMap((word) => word.split('-')).filter((part) => !SMALL.has(part));
  const added = all.indexOf('and');
  const short = of(added < 0 ? [] : all.slice(0, added).filter((word) => !SMALL.has(word)));
  return [...new Set([of(words), of(parts), of(all), ...(short.length > 2 ? [short] : [])])];
}
