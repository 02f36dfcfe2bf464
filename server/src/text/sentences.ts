import { isAbbreviatedBefore, isAbbreviatedBeforeMark, startsSentences } from './abbreviations.ts';
import { blockTexts, perBlock, type BlockText } from './blockText.ts';
import type { Span } from './offsets.ts';
import type { StructuredText } from './structuredText.ts';
import { atOnce, type Steps } from './turns.ts';

/**
 * The sentences of a text, in order. None crosses a block; a table row is one sentence. Quotation marks stay with theirs:
 * a stop within a quotation ends a sentence as it does outside, but `“Why?” she asked.` is one.
 */
export function sentencesOf(document: StructuredText, parts?: readonly BlockText[]): Span[] {
  return atOnce(sentenceSteps(document, parts));
}

/** {@link sentencesOf}, block by block. */
export function* sentenceSteps(document: StructuredText, parts = blockTexts(document)): Steps<Span[]> {
  const sentences: Span[] = [];
  for (const [i, part] of parts.entries()) {
    yield;
    const { start } = document.blocks[i]!;
    for (const own of sentencesOfBlock(part)) sentences.push({ start: own.start + start, end: own.end + start });
  }
  return sentences;
}

const sentencesOfBlock = perBlock(({ kind, text }: BlockText): readonly Span[] => {
  const block = { start: 0, end: text.length };
  return kind === 'table-row' ? [block] : splitBlock(text, block);
});

function splitBlock(text: string, block: Span): Span[] {
  const sentences: Span[] = [];
  let start = block.start;
  for (let at = nextStop(text, block.start); at < block.end; at = nextStop(text, at)) {
    const stops = at;
    while (at < block.end && isStop(text.charCodeAt(at))) at++;
    const closing = at;
    while (at < block.end && isClosing(text, at)) at++;
    const next = skipSpace(text, at, block.end);
    if (next < block.end && (isPlainEnd(text, stops, next) || endsSentence(text, block, stops, closing, at, next))) {
      sentences.push({ start, end: at });
      start = next;
    }
    at = Math.max(closing, next);
  }
  if (start < block.end) sentences.push({ start, end: block.end });
  return sentences;
}

/** Longer than all that is ever cut short by a stop, except with stops inside. */
const LONG_WORD = 7;

/** `… the council. The …`: most sentences end so, and nothing else needs to be asked. */
function isPlainEnd(text: string, stop: number, next: number): boolean {
  if (next !== stop + 2 || text.charCodeAt(stop) !== 0x2e || text.charCodeAt(stop + 1) !== 0x20) return false;
  const first = text.charCodeAt(next);
  if (first < 0x41 || first > 0x5a || stop < LONG_WORD) return false;
  for (let at = stop - LONG_WORD; at < stop; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x61 || unit > 0x7a) return false;
  }
  return true;
}

/**
 * Does a sentence end with the stops from `stops` to `closing` and the closing marks from there to `end`, where the text goes
 * on at `next`?
 */
function endsSentence(text: string, block: Span, stops: number, closing: number, end: number, next: number): boolean {
  const follows = text.slice(next, Math.min(block.end, next + 60));
  if (next === end) return lacksSpace(text, stops, closing, end, follows);
  const opening = /^(?:["“”„«‹'‘([¿¡—–-][\u00a0\u202f]?)*/.exec(follows)![0];
  const bare = follows.slice(opening.length);
  if (/^[\s.!?…,;:%)\]]/.test(bare) || bare === '') return false;
  const lower = /^\p{Ll}/u.test(bare);
  if (lower && (opening === '' || /[—–([-]$/.test(opening) || end > closing)) return false;
  if (/^[—–-]/.test(opening) && (opening.length > 1 || !/^\p{Lu}/u.test(bare))) return false;
  const word = /^[\p{L}\p{N}][\p{L}\p{N}'’]*/u.exec(bare)?.[0] ?? '';
  const run = text.slice(stops, closing);
  if (/[!?]/.test(run)) return !lower && !(end > closing && isAttribution(follows));
  const before = wordBefore(text, stops, block.start);
  if (/…|\.\./.test(run) || /[.…]\s$/.test(text.slice(Math.max(block.start, stops - 2), stops))) {
    // An ellipsis leaves out words within a sentence as often as it ends one; four dots end one.
    return run === '....' || opening !== '' || end > closing || startsSentences(word);
  }
  if (end > closing)
    return !isAbbreviatedBefore(before, 'name') || !/^[)\]]/.test(text.slice(closing, end)) || startsSentences(word);
  if (opening !== '' && /^["“‘«„(]/.test(opening)) return !isAbbreviatedBeforeMark(before);
  if (isItemNumber(text, block.start, stops)) return false;
  return !isAbbreviatedBefore(before, word);
}

/** `reached.The council`: the space was lost. */
function lacksSpace(text: string, stops: number, closing: number, end: number, follows: string): boolean {
  const before = text.slice(Math.max(0, stops - 3), stops);
  const opened = end === closing ? follows : follows.replace(/^[“"‘]/, '');
  if (!/^\p{Lu}\p{Ll}+(?:[ ,’']|$)/u.test(opened) || closing - stops > 1) return false;
  return end > closing ? /[\p{L}\p{N}]$/u.test(before) : /\p{Ll}{3}$/u.test(before);
}

/** `2. Council tax` at the start of a block. */
function isItemNumber(text: string, start: number, stops: number): boolean {
  return stops - start <= 3 && /^\d+$/.test(text.slice(start, stops));
}

const SPEECH =
  /^(?:\p{Lu}[\p{L}.'’-]*\s+){1,5}(?:said|says|asked|asks|wondered|wrote|writes|added|adds|told|cried|shouted|exclaimed|replied)\b/u;

/** `Kakar asked.` behind a quotation that ends in a question mark. */
function isAttribution(follows: string): boolean {
  return SPEECH.test(follows);
}

/** The word, with stops within it, that ends at `end`. */
function wordBefore(text: string, end: number, from: number): string {
  let start = end;
  while (start > from && end - start < 20 && isWordUnit(text.charCodeAt(start - 1))) start--;
  return text.slice(start, end);
}

function isWordUnit(unit: number): boolean {
  if (unit < 128)
    return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 48 && unit <= 57) || unit === 46;
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit));
}

const STOP = /[.!?…]/g;

/** Where the first stop from `from` on stands; behind the text if there is none. */
function nextStop(text: string, from: number): number {
  STOP.lastIndex = from;
  return STOP.test(text) ? STOP.lastIndex - 1 : text.length;
}

/** Full stop, exclamation mark, question mark, ellipsis. */
function isStop(unit: number): boolean {
  return unit === 46 || unit === 33 || unit === 63 || unit === 0x2026;
}

/** A closing mark that stands directly behind a stop or, of guillemets, behind a no-break space. */
function isClosing(text: string, at: number): boolean {
  const unit = text[at]!;
  if ('"\'”’»›)]'.includes(unit)) return true;
  return (unit === '\u00a0' || unit === '\u202f') && text[at + 1] === '»';
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(text[at]!)) at++;
  return at;
}
