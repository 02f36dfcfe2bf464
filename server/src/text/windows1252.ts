/** The characters that windows-1252 has for the bytes 0x80 to 0x9F; the five it lacks stand for control characters. */
export const WINDOWS_1252_UPPER = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const BYTE_OF = new Map([...WINDOWS_1252_UPPER].map((char, i) => [char.charCodeAt(0), 0x80 + i]));

/** The byte that windows-1252 or Latin-1 has for a UTF-16 unit; undefined if neither has one. */
export function windows1252Byte(unit: number): number | undefined {
  return unit <= 0xff ? unit : BYTE_OF.get(unit);
}
