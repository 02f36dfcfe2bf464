import { composeMaps, identityMap, type OffsetMap, type OffsetPiece } from './offsets.ts';
import { windows1252Byte } from './windows1252.ts';

/** A text whose mojibake has been undone, and where its units stand in the text as it was. */
export interface RepairedText {
  readonly text: string;
  readonly map: OffsetMap;
  /** How many characters were repaired. */
  readonly repairs: number;
}

/** A first byte of two to four before another one; the pieces of a quotation mark; a letter before a space. */
const SUSPICIOUS =
  /[\u00c2-\u00f4](?=[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122])|[ÃÂ](?= )/g;
/** What may well follow a capital at the end of a word: `“MAÇÃ”`, `MAÇÃ…`, `MAÇÃ®`. */
const CLOSING = /^[’”–—…»›™®© ]/;

/** Texts that were broken twice are repaired twice; more often is not met. */
const ROUNDS = 3;

/**
 * Undoes mojibake: UTF-8 that somebody once read as windows-1252 or Latin-1 and saved again (`â€™` for `’`, `Ã©` for `é`),
 * in the whole text or in single characters. A sequence that may be meant as it stands is left alone unless the text holds
 * some that cannot. Returns undefined where there is nothing to repair.
 */
export function repairMojibake(text: string): RepairedText | undefined {
  let result: RepairedText | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const before: RepairedText = result ?? { text, map: identityMap(text.length), repairs: 0 };
    const found = brokenIn(before.text);
    if (found.length === 0) break;
    const { text: repaired, map } = replace(before.text, found);
    result = {
      text: repaired,
      map: result ? composeMaps(result.map, map) : map,
      repairs: before.repairs + found.length,
    };
  }
  return result;
}

interface Broken {
  readonly at: number;
  readonly length: number;
  readonly char: string;
}

function brokenIn(text: string): Broken[] {
  const certain: Broken[] = [];
  const possible: Broken[] = [];
  let behind = 0;
  for (const { index: at } of text.matchAll(SUSPICIOUS)) {
    if (at < behind) continue;
    const broken = sequenceAt(text, at) ?? mutilatedAt(text, at);
    if (!broken) continue;
    const certainty = certaintyOf(text, broken);
    if (certainty === 'none') continue;
    (certainty === 'certain' ? certain : possible).push(broken);
    behind = at + broken.length;
  }
  if (certain.length === 0) return [];
  return [...certain, ...possible].sort((a, b) => a.at - b.at);
}

/** A whole UTF-8 sequence written in windows-1252 characters. */
function sequenceAt(text: string, at: number): Broken | undefined {
  const lead = text.charCodeAt(at);
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  let point = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = windows1252Byte(text.charCodeAt(at + i));
    if (byte === undefined || byte < 0x80 || byte > 0xbf) return undefined;
    point = (point << 6) | (byte & 0x3f);
  }
  const least = length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000;
  const isCharacter = point >= least && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
  return isCharacter ? { at, length, char: String.fromCodePoint(point) } : undefined;
}

/** Sequences that have lost a byte on the way, because windows-1252 has no character for 0x9D, or it became a space. */
function mutilatedAt(text: string, at: number): Broken | undefined {
  if (text.startsWith('â€', at)) return { at, length: text[at + 2] === '\ufffd' ? 3 : 2, char: '”' };
  if (text[at + 1] !== ' ') return undefined;
  if (text[at] === 'Ã') return { at, length: 2, char: 'à' };
  return text[at] === 'Â' ? { at, length: 2, char: '\u00a0' } : undefined;
}

/** How sure it is that these characters do not stand for themselves. Accented letters before closing marks may well. */
function certaintyOf(text: string, { at, length, char }: Broken): 'certain' | 'possible' | 'none' {
  if (text.startsWith('â€', at)) return 'certain';
  const rest = text.slice(at + 1, at + length);
  const closes = [...rest].every((mark) => CLOSING.test(mark));
  if (length > 2) return closes ? 'none' : 'certain';
  const isInWord = /\p{Ll}/u.test(text.slice(at - 1, at)) || /^\p{Ll}/u.test(text.slice(at + 2, at + 4));
  if (text[at] === 'Ã' || text[at] === 'Â') return rest !== ' ' && (isInWord || !closes) ? 'certain' : 'possible';
  // Of other alphabets' letters only those that are met in names, and only inside a word.
  if (!isInWord || !/[\u0100-\u017f\u0370-\u04ff]/u.test(char)) return 'none';
  return closes ? 'possible' : 'certain';
}

function replace(text: string, found: readonly Broken[]): { text: string; map: OffsetMap } {
  const parts: string[] = [];
  const pieces: OffsetPiece[] = [];
  let clean = 0;
  let raw = 0;
  const keep = (end: number) => {
    if (end > raw) pieces.push({ clean, raw, length: end - raw });
    parts.push(text.slice(raw, end));
    clean += end - raw;
  };
  for (const { at, length, char } of found) {
    keep(at);
    pieces.push({ clean, raw: at, length: char.length, rawLength: length });
    parts.push(char);
    clean += char.length;
    raw = at + length;
  }
  keep(text.length);
  return { text: parts.join(''), map: { pieces, cleanLength: clean, rawLength: text.length } };
}
