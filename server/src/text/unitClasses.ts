/** What a UTF-16 code unit is, as far as one unit tells. Halves of a pair are `OTHER`. */
export const OTHER = 0;
export const LOWER = 1;
export const UPPER = 2;
export const DIGIT = 3;
export const MARK = 4;
const UNSEEN = 255;

/** Filled in as they are met: Unicode property tests are slow. */
const classes = new Uint8Array(65_536).fill(UNSEEN);

/** The class of a code unit; `LOWER` is any letter that is no capital, `DIGIT` any number. */
export function classOf(code: number): number {
  const known = classes[code]!;
  if (known !== UNSEEN) return known;
  const found = classOfCharacter(String.fromCharCode(code));
  classes[code] = found;
  return found;
}

/** {@link classOf} a whole character, which may be a pair. */
export function classOfCharacter(character: string): number {
  if (/\p{Lu}|\p{Lt}/u.test(character)) return UPPER;
  if (/\p{L}/u.test(character)) return LOWER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /\p{M}/u.test(character) ? MARK : OTHER;
}

/** Is it the first half of a pair? */
export function opensPair(code: number): boolean {
  return code >= 0xd800 && code < 0xdc00;
}
