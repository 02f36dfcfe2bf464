import { detached } from '../../text/detached.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';
import { atOnce, type Steps } from '../../text/turns.ts';

/** A word of a quotation as it is compared: free of case, diacritics, typography and house style. Clean coordinates. */
export interface QuoteWord extends Span {
  readonly kind: 'word';
  readonly key: string;
  /** Part of it stands in square brackets: `[e]verything`, `walk[ed]`. */
  readonly edited?: true;
}

/** A place where a quotation says that words were left out or replaced: an ellipsis, or words in square brackets. */
export interface QuoteGap extends Span {
  readonly kind: 'ellipsis' | 'bracket';
}

export type QuoteItem = QuoteWord | QuoteGap;

const ITEM =
  /(?<ellipsis>\[\s*(?:…|\.\s?\.\s?\.)\s*\]|…|\.\s?\.\s?\.(?:\s?\.)?)|(?<edited>\p{L}*\[\p{L}+\]\p{L}+|\p{L}+\[\p{L}+\])|(?<bracket>\[[^\]]{0,200}\])|(?<initials>(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?)|(?<number>[$£€¥₹]?\d+(?:[.,]\d+)*)|(?<word>[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|(?<sign>[%&])/gu;

const ONES =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`.split(/\s+/u);
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const NUMBERS: ReadonlyMap<string, number> = new Map([
  ...ONES.map((word, i) => [word, i] as const),
  ...TENS.map((word, i) => [word, 20 + 10 * i] as const),
]);
const SCALES: Readonly<Record<string, string>> = {
  bn: 'billion', b: 'billion', m: 'million', mn: 'million', mln: 'million', k: 'thousand', tn: 'trillion', trn: 'trillion',
}; // prettier-ignore

const WORDS_A_STEP = 500;

/** The words of a quotation, with its gaps. `offset` is added to the spans. */
export function quoteItems(text: string, offset = 0): QuoteItem[] {
  const items: QuoteItem[] = [];
  for (const match of text.matchAll(ITEM)) {
    const { ellipsis, edited, bracket, initials, number, word, sign } = match.groups!;
    const start = offset + match.index;
    const end = start + match[0].length;
    if (ellipsis !== undefined) items.push({ kind: 'ellipsis', start, end });
    else if (bracket !== undefined) items.push({ kind: 'bracket', start, end });
    else if (edited !== undefined)
      items.push({ kind: 'word', key: keyOf(edited.replace(/[[\]]/gu, '')), edited: true, start, end });
    else if (initials !== undefined) items.push({ kind: 'word', key: initialsKey(initials), start, end });
    else if (number !== undefined) items.push({ kind: 'word', key: numberKey(number), start, end });
    else if (sign !== undefined) items.push({ kind: 'word', key: sign === '%' ? 'percent' : 'and', start, end });
    else pushWord(items, word!, start, end);
  }
  return items;
}

/** The words of a source's text; what it sets in brackets are words like the others. */
export function sourceWordsOf(text: string): QuoteWord[] {
  const words: QuoteWord[] = [];
  atOnce(sourceWordSteps(text, (word) => words.push(word)));
  return words;
}

/** {@link sourceWordsOf}, some words at a time, each given to `take`: those of a long text are not all held as objects. */
export function* sourceWordSteps(text: string, take: (word: QuoteWord) => void): Steps<void> {
  // The last of them may become one with the next.
  const words: QuoteWord[] = [];
  for (let at = 0; at < text.length;) {
    if (words.length > WORDS_A_STEP) {
      for (const word of words.splice(0, WORDS_A_STEP)) take(word);
      yield;
    }
    const start = nextSign(text, at);
    const plain = plainWordEnd(text, start);
    if (plain > start) pushWord(words, text.slice(start, plain), start, plain);
    else {
      SOURCE_WORD.lastIndex = start;
      const word = SOURCE_WORD.exec(text)?.[0];
      if (word === undefined) {
        // Half of a letter outside of the first plane is none.
        at = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
        continue;
      }
      pushSourceWord(words, word, start);
    }
    at = words.at(-1)!.end;
  }
  words.forEach(take);
}

/** From `at` on the first sign that may begin a word: most others are spaces and stops. */
function nextSign(text: string, at: number): number {
  let start = at;
  while (start < text.length - 1 && isSkipped(text.charCodeAt(start))) start++;
  return start;
}

function isSkipped(unit: number): boolean {
  return unit < 128 && !isAsciiLetter(unit) && !(unit >= 48 && unit < 58) && unit !== 36 && unit !== 37 && unit !== 38;
}

/**
 * Where a word of plain letters ends, behind which stands neither an apostrophe nor a letter of another kind; `start` itself
 * where there is none, or perhaps initials. Most words are such, and a pattern of Unicode's letters takes three times as long.
 */
function plainWordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length && isAsciiLetter(text.charCodeAt(end))) end++;
  const next = end < text.length ? text.charCodeAt(end) : 0;
  const isPlain = next < 128 && next !== APOSTROPHE && !(next === STOP && end - start === 1);
  return isPlain ? end : start;
}

function isAsciiLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

function pushSourceWord(words: QuoteWord[], word: string, start: number): void {
  const end = start + word.length;
  if (word === '%' || word === '&') words.push({ kind: 'word', key: word === '%' ? 'percent' : 'and', start, end });
  else if (NUMBER_START.test(word)) words.push({ kind: 'word', key: numberKey(word), start, end });
  else if (word.includes('.')) words.push({ kind: 'word', key: initialsKey(word), start, end });
  else pushWord(words, word, start, end);
}

/** Initials, numbers, words and signs; which of them it is the first sign tells, and a point in it. */
const SOURCE_WORD =
  /(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?|[$£€¥₹]?\d+(?:[.,]\d+)*|[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*|[%&]/uy;
const NUMBER_START = /^[$£€¥₹\d]/u;
const APOSTROPHE = "'".charCodeAt(0);
const STOP = '.'.charCodeAt(0);

function initialsKey(initials: string): string {
  return fold(initials).replaceAll('.', '');
}

function pushWord(items: QuoteItem[], word: string, start: number, end: number): void {
  const key = keyOf(word);
  const number = NUMBERS.get(key);
  const last = items.at(-1);
  if (last?.kind === 'word') {
    const joined = endsInDigit(last.key) ? joinedNumber(last, key, number, start) : undefined;
    // `twenty-two` is 22, `per cent` is one word.
    if (joined !== undefined || (key === 'cent' && last.key === 'per')) {
      items[items.length - 1] = { kind: 'word', key: joined ?? 'percent', start: last.start, end };
      return;
    }
    // `£16m` are two.
    const scale = start === last.end && endsInDigit(last.key) ? SCALES[key] : undefined;
    if (scale !== undefined) {
      items.push({ kind: 'word', key: scale, start, end });
      return;
    }
  }
  items.push({ kind: 'word', key: number === undefined ? key : String(number), start, end });
}

/** The number that a word makes with the one before it, if there is one sign between them. */
function joinedNumber(last: QuoteWord, key: string, number: number | undefined, start: number): string | undefined {
  if (start - last.end !== 1) return undefined;
  if (number !== undefined && number > 0 && number < 10 && TENS_KEY.test(last.key))
    return String(Number(last.key) + number);
  // `two thousand` is 2,000, `three hundred` 300.
  const factor = FACTORS.get(key);
  return factor !== undefined && /^[1-9]\d?$/u.test(last.key) ? String(Number(last.key) * factor) : undefined;
}

function endsInDigit(key: string): boolean {
  const unit = key.charCodeAt(key.length - 1);
  return unit >= 48 && unit < 58;
}

const TENS_KEY = /^[2-9]0$/u;

function numberKey(number: string): string {
  const sign = /^[$£€¥₹]/u.test(number) ? number[0]! : '';
  const digits = number.slice(sign.length);
  const plain = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(digits)
    ? digits.replaceAll(',', '')
    : digits.replace(/[.,]+$/u, '');
  return sign + plain;
}

const KEYS = new Map<string, string>();
const KEYS_LIMIT = 60_000;

/** Folded, and in one of the spellings that house styles choose between. */
function keyOf(word: string): string {
  const known = KEYS.get(word);
  if (known !== undefined) return known;
  // A word cut out of a text would keep the whole of it in memory.
  const own = detached(word);
  const key = houseStyle(fold(own));
  if (KEYS.size >= KEYS_LIMIT) KEYS.clear();
  KEYS.set(own, key);
  return key;
}

/** By their keys: house style makes another word of `hundred`. */
const FACTORS: ReadonlyMap<string, number> = new Map([
  [keyOf('hundred'), 100],
  [keyOf('thousand'), 1000],
]);

/** British and American spelling are the same word: a paper sets what others say in its own. */
function houseStyle(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|ed|es|ing|ation|ations)$/u, 'iz$1')
    .replace(/our(s|ed|ing|able|ite|ites|ful|hood|er|ers)?$/u, 'or$1')
    .replace(/([^aeiou])re(s|d)?$/u, '$1er$2');
}
