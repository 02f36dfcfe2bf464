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
  return atOnce(itemSteps(text, offset, ITEM));
}

/** The words of a source's text; what it sets in brackets are words like the others. */
export function sourceWordsOf(text: string): QuoteWord[] {
  return atOnce(sourceWordSteps(text));
}

/** {@link sourceWordsOf}, some words at a time. */
export function* sourceWordSteps(text: string): Steps<QuoteWord[]> {
  return (yield* itemSteps(text, 0, SOURCE_ITEM)).filter((item) => item.kind === 'word');
}

function* itemSteps(text: string, offset: number, pattern: RegExp): Steps<QuoteItem[]> {
  const items: QuoteItem[] = [];
  for (const match of text.matchAll(pattern)) {
    if (items.length % WORDS_A_STEP === 0) yield;
    const { ellipsis, edited, bracket, initials, number, word, sign } = match.groups!;
    const start = offset + match.index;
    const span = { start, end: start + match[0].length };
    if (ellipsis !== undefined) items.push({ kind: 'ellipsis', ...span });
    else if (bracket !== undefined) items.push({ kind: 'bracket', ...span });
    else if (edited !== undefined)
      items.push({ kind: 'word', key: keyOf(edited.replace(/[[\]]/gu, '')), edited: true, ...span });
    else if (initials !== undefined) items.push({ kind: 'word', key: fold(initials).replaceAll('.', ''), ...span });
    else if (number !== undefined) items.push({ kind: 'word', key: numberKey(number), ...span });
    else if (sign !== undefined) items.push({ kind: 'word', key: sign === '%' ? 'percent' : 'and', ...span });
    else pushWord(items, word!, span);
  }
  return items;
}

const SOURCE_ITEM =
  /(?<initials>(?:\p{L}\.){2,}(?:\p{L}(?!\p{L}))?)|(?<number>[$£€¥₹]?\d+(?:[.,]\d+)*)|(?<word>[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*)|(?<sign>[%&])/gu;

function pushWord(items: QuoteItem[], word: string, span: Span): void {
  const key = keyOf(word);
  const last = items.at(-1);
  if (last?.kind === 'word') {
    // `twenty-two` is 22, `per cent` is one word, `£16m` are two.
    const ones = NUMBERS.get(key);
    if (ones !== undefined && ones > 0 && ones < 10 && span.start - last.end === 1 && TENS_KEY.test(last.key)) {
      items[items.length - 1] = {
        kind: 'word',
        key: String(Number(last.key) + ones),
        start: last.start,
        end: span.end,
      };
      return;
    }
    // `two thousand` is 2,000, `three hundred` 300.
    const factor = { hundred: 100, thousand: 1000 }[key];
    if (factor !== undefined && /^[1-9]\d?$/u.test(last.key) && span.start - last.end === 1) {
      items[items.length - 1] = {
        kind: 'word',
        key: String(Number(last.key) * factor),
        start: last.start,
        end: span.end,
      };
      return;
    }
    if (key === 'cent' && last.key === 'per') {
      items[items.length - 1] = { kind: 'word', key: 'percent', start: last.start, end: span.end };
      return;
    }
    const scale = SCALES[key];
    if (scale !== undefined && /\d$/u.test(last.key) && span.start === last.end) {
      items.push({ kind: 'word', key: scale, ...span });
      return;
    }
  }
  items.push({ kind: 'word', key: NUMBERS.has(key) ? String(NUMBERS.get(key)!) : key, ...span });
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
  const key = houseStyle(fold(word));
  if (KEYS.size >= KEYS_LIMIT) KEYS.clear();
  KEYS.set(word, key);
  return key;
}

/** British and American spelling are the same word: a paper sets what others say in its own. */
function houseStyle(word: string): string {
  if (word.length < 6) return word;
  return word
    .replace(/is(e|ed|es|ing|ation|ations)$/u, 'iz$1')
    .replace(/our(s|ed|ing|able|ite|ites|ful|hood|er|ers)?$/u, 'or$1')
    .replace(/([^aeiou])re(s|d)?$/u, '$1er$2');
}
