import { detached } from '../text/detached.ts';
import { fold } from '../text/fold.ts';

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’ʼ][\p{L}\p{N}\p{M}]+)*/gu;
const POSSESSIVE = /'s$/;
const JOINERS = /[^\p{L}\p{N}]+/gu;

// eslint-disable-next-line no-control-regex -- ASCII is meant
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/**
 * The words of `text` as the index knows them: folded, without possessive and apostrophes, parts of hyphenated words by
 * themselves. So `Anwaar-ul-Haq’s` and `Anwaar ul Haq` are the same three words, and both are found by either.
 */
export function indexWords(text: string): string[] {
  const words = indexText(text);
  return words === '' ? [] : words.split(' ');
}

/** As {@link indexWords}, in one string with a space between two words: for long texts, of which no word is looked at. */
export function indexText(text: string): string {
  return plainText(text) ?? wordsBeyondAscii(text).join(' ');
}

/** How many words an index text has. */
export function indexTextLength(words: string): number {
  if (words === '') return 0;
  let count = 1;
  for (let at = words.indexOf(' '); at !== -1; at = words.indexOf(' ', at + 1)) count++;
  return count;
}

const SPACE = 32;
const APOSTROPHE = 39;
/** What each UTF-16 unit up to U+2026 becomes: a letter in lower case or a digit, a space, an apostrophe; 0 for any other. */
const PLAIN = plainUnits();
const S = 's'.charCodeAt(0);

function plainUnits(): Uint8Array {
  const units = new Uint8Array(0x2027);
  units.fill(SPACE, 0, 0x80);
  for (const char of 'abcdefghijklmnopqrstuvwxyz0123456789') {
    units[char.charCodeAt(0)] = char.charCodeAt(0);
    units[char.toUpperCase().charCodeAt(0)] = char.charCodeAt(0);
  }
  for (const char of '\u00a0‐‑‒–—―‖‗‘“”„‟†‡•‣․‥…') units[char.charCodeAt(0)] = SPACE;
  units[APOSTROPHE] = units[0x2019] = APOSTROPHE;
  return units;
}

let buffer = new Uint8Array(4096);

/**
 * Most texts in English are ASCII but for their typography, and then there is nothing to fold: one pass over the units does
 * what the patterns above do in six. Undefined for other texts.
 */
function plainText(text: string): string | undefined {
  if (buffer.length < text.length) buffer = new Uint8Array(text.length * 2);
  const words = buffer;
  let length = 0;
  // As at the beginning, so behind each space there is no other.
  let before = SPACE;
  for (let at = 0; at < text.length; at++) {
    let unit = PLAIN[text.charCodeAt(at)];
    if (!unit) return undefined;
    if (unit === APOSTROPHE) {
      // Inside a word it goes; at the end of one with the `s` behind it.
      if (before === SPACE) continue;
      const next = plainAt(text, at + 1);
      if (next === S && isEnd(text, at + 2)) at++;
      else if (next > APOSTROPHE) continue;
      unit = SPACE;
    }
    if (unit === SPACE && before === SPACE) continue;
    words[length++] = unit;
    before = unit;
  }
  if (before === SPACE && length > 0) length--;
  return Buffer.from(words.buffer, 0, length).toString('latin1');
}

/** 0 where there is nothing, or nothing plain. */
function plainAt(text: string, at: number): number {
  return at < text.length ? (PLAIN[text.charCodeAt(at)] ?? 0) : 0;
}

/** Does no word go on at `at`, neither with a letter nor with an apostrophe and a letter? */
function isEnd(text: string, at: number): boolean {
  const unit = plainAt(text, at);
  return unit === APOSTROPHE ? plainAt(text, at + 1) <= APOSTROPHE : unit <= SPACE;
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
