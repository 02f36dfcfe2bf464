import type { Span } from '../../text/offsets.ts';
import { classOf, DIGIT, LOWER, MARK, OTHER, UPPER } from '../../text/unitClasses.ts';
import { isParticle } from './organisations.ts';
import { isAbbreviatedTitle, isTitleWord } from './titles.ts';

/** A word of running text as the name extractor looks at it. */
export interface NameWord extends Span {
  /** As it stands in the text, without a possessive ending. */
  readonly text: string;
  readonly lower: string;
  readonly shape: 'lower' | 'capital' | 'capitals' | 'number';
  /** Stands where any word would have a capital: at the start of a sentence, a cell, a quotation. */
  readonly initial: boolean;
  readonly possessive: boolean;
  /** What stands between the word before and this one. */
  readonly before: 'space' | 'point' | 'ampersand' | 'break';
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}

const SPACES = /^[ \u00a0\u2009\u202f\t]+$/u;
const ENDS_SENTENCE = /[.!?:…|•*\n"“‘„«([{>]|(?:^|\s)['’]$/u;

/**
 * The words of `text` between `start` and `end`, in order; spans are in `text`. Web addresses, e-mail addresses, handles
 * and hashtags give no words. Linear.
 */
export function nameWords(text: string, start: number, end: number): NameWord[] {
  const words: NameWord[] = [];
  let at = start;
  let previousEnd = start;
  while (at < end) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === OTHER || kind === MARK) {
      at++;
      continue;
    }
    const from = at;
    const small = smallWordEnd(text, from, end);
    if (small > 0) {
      const own = text.slice(from, small);
      const spelling = { text: own, lower: own, shape: 'lower', possessive: false } as const;
      words.push(placed(spelling, text, from, small, previousEnd, words.at(-1)));
      previousEnd = at = small;
      continue;
    }
    at = wordEnd(text, from, end);
    const address = addressEnd(text, from, at, end);
    if (address > 0) {
      at = address;
      continue;
    }
    // `US$7.1bn`: the letters are the currency's.
    if (text[at] === '$' || text[at] === '£') continue;
    const word = wordAt(text, from, at, previousEnd, words.at(-1));
    previousEnd = word.end;
    words.push(word);
  }
  return words;
}

const SPACE = 0x20;

/** Behind a word of small letters alone between two spaces, as most words are; 0 if there is another at `from`. */
function smallWordEnd(text: string, from: number, end: number): number {
  if (from > 0 && text.charCodeAt(from - 1) !== SPACE) return 0;
  let at = from;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) continue;
    return code === SPACE ? at : 0;
  }
  return at;
}

/** Behind the last unit of the word that starts at `from`: hyphens, apostrophes, `&` and points of acronyms join. */
function wordEnd(text: string, from: number, end: number): number {
  let at = from;
  let segment = from;
  let dotted = false;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (classOf(code) !== OTHER) {
      at++;
      continue;
    }
    const next = at + 1 < end ? classOf(text.charCodeAt(at + 1)) : OTHER;
    const joins =
      (isHyphen(code) && (next === LOWER || next === UPPER || next === DIGIT)) ||
      (isApostrophe(code) && (next === LOWER || next === UPPER)) ||
      (code === 0x26 && next === UPPER && at - segment <= 3 && classOf(text.charCodeAt(at - 1)) === UPPER);
    if (joins) {
      at++;
      segment = at;
      continue;
    }
    if (code === 0x2e && isAcronymPoint(text, segment, at, end)) {
      at++;
      segment = at;
      dotted = true;
      continue;
    }
    if (code === 0x2e && dotted && at - segment === 1) at++;
    break;
  }
  return at;
}

/** `U.S`, `Ph.D`: a point between single capitals. */
function isAcronymPoint(text: string, segment: number, at: number, end: number): boolean {
  const length = at - segment;
  if (length < 1 || length > 2 || at + 1 >= end) return false;
  if (classOf(text.charCodeAt(segment)) !== UPPER || classOf(text.charCodeAt(at + 1)) !== UPPER) return false;
  if (length === 2 && text.slice(segment, at) !== 'Ph') return false;
  return at + 2 >= end || classOf(text.charCodeAt(at + 2)) !== LOWER;
}

/** Behind an address or handle that the word at `from` begins or belongs to; 0 if it does not. */
function addressEnd(text: string, from: number, wordEnds: number, end: number): number {
  const before = from > 0 ? text.charCodeAt(from - 1) : 0;
  const after = text.charCodeAt(wordEnds);
  const handle = before === 0x40 || before === 0x23;
  const email = after === 0x40 && classOf(text.charCodeAt(wordEnds + 1)) !== OTHER;
  const scheme = after === 0x3a && text.startsWith('//', wordEnds + 1);
  const site = after === 0x2e && text.slice(from, wordEnds).toLowerCase() === 'www';
  if (!handle && !email && !scheme && !site) return 0;
  let at = wordEnds;
  while (at < end && !/[\s)>\]"”]/u.test(text[at]!)) {
    if (handle && !/[\p{L}\p{N}_.]/u.test(text[at]!)) break;
    at++;
  }
  return at;
}

function wordAt(text: string, from: number, to: number, previousEnd: number, previous: NameWord | undefined): NameWord {
  let end = to;
  let possessive = false;
  if (
    to - from > 2 &&
    isApostrophe(text.charCodeAt(to - 2)) &&
    (text.charCodeAt(to - 1) | 0x20) === 0x73 // 's or 'S
  ) {
    end = to - 2;
    possessive = true;
  } else if (isApostrophe(text.charCodeAt(to)) && (text.charCodeAt(to - 1) | 0x20) === 0x73) {
    possessive = true;
  }
  const own = text.slice(from, end);
  const spelling = { text: own, lower: own.toLowerCase(), shape: shapeOf(text, from, end), possessive };
  return placed(spelling, text, from, end, previousEnd, previous);
}

/** The word as it is spelled, with what stands before it. */
function placed(
  { text: own, lower, shape, possessive }: Pick<NameWord, 'text' | 'lower' | 'shape' | 'possessive'>,
  text: string,
  start: number,
  end: number,
  previousEnd: number,
  previous: NameWord | undefined,
): NameWord {
  const before = previous ? gapBefore(text, previousEnd, start, previous) : 'break';
  const initial = previous ? before === 'break' && startsSentence(text, previousEnd, start, previous) : true;
  return { start, end, text: own, lower, shape, initial, possessive, before };
}

function gapBefore(text: string, from: number, to: number, previous: NameWord): NameWord['before'] {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return 'space';
  let gap = text.slice(from, to);
  if (previous.possessive) gap = gap.replace(/^['’][sS]?/u, '');
  if (SPACES.test(gap)) return 'space';
  if (/^\.[ \u00a0\u202f]?$/u.test(gap) && takesPoint(previous)) return 'point';
  if (/^[ \u00a0]&[ \u00a0]$/u.test(gap)) return 'ampersand';
  return 'break';
}

/** May a point behind the word be anything but the end of a sentence? */
function takesPoint(word: NameWord): boolean {
  if (word.shape === 'lower' || word.shape === 'number') return false;
  // `World War I. However`: a number, not an initial.
  if (word.text === 'I') return false;
  return word.text.length === 1 || isTitleWord(word.lower) || isAbbreviatedTitle(word.lower);
}

function startsSentence(text: string, from: number, to: number, previous: NameWord): boolean {
  const gap = text.slice(previous.possessive ? from + 1 : from, to);
  // After a quotation a sentence may begin without a point before it.
  if (!ENDS_SENTENCE.test(gap) && !/['"’”»]\s$/u.test(gap)) return false;
  // `Inc.`, `U.S.`: the point may be theirs; a lower-case word would tell, a capital one does not.
  return true;
}

function shapeOf(text: string, from: number, end: number): NameWord['shape'] {
  const first = classOf(text.charCodeAt(from));
  if (first === DIGIT) return 'number';
  let upper = 0;
  let lower = 0;
  for (let at = from; at < end; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === UPPER) upper++;
    else if (kind === LOWER) lower++;
  }
  if (upper === 0) return 'lower';
  if (lower === 0 && upper > 1) return 'capitals';
  // `iPhone`, `al-Qaeda` and `anti-Taliban` hold a capital that is not the first letter; `don'T` is no word.
  return 'capital';
}

/** Is it written with a capital? */
export function isCapital(word: NameWord | undefined): boolean {
  return word !== undefined && (word.shape === 'capital' || word.shape === 'capitals');
}

/** Index of the capital word behind a row of particles that starts at `at`; 0 if there is none. */
export function particleEnd(words: readonly NameWord[], at: number): number {
  for (let i = at; i < at + 3; i++) {
    const next = words[i + 1];
    if (!isParticle(words[i]!.lower) || next?.before !== 'space') return 0;
    if (isCapital(next)) return i + 1;
  }
  return 0;
}
