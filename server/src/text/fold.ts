const COMBINING = /\p{M}+/gu;
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
const SPECIAL = /[łđøßæœıðþħŧ]/gu;
const PLAIN = /^[a-z0-9 ]*$/;

/**
 * A word or phrase as two spellings of it are compared: lower case, no diacritics, straight quotes and hyphens, one space
 * between words. Idempotent. Lengths change, so offsets into a folded text mean nothing in the text it was made from.
 */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower) && !lower.includes('  ')) return lower.trim();
  return lower
    .normalize('NFKD')
    .replace(COMBINING, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(/[‘’‛ʼ′`´]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim();
}
