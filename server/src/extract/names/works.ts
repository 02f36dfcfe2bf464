import { markedBehind, type BlockText } from '../../text/blockText.ts';
import type { Segment } from './capitalisation.ts';
import { announcesWork, isConnector, isOrganisationHead } from './organisations.ts';
import { isDemonym, isKnownPlace } from './places.ts';
import { isRoleWord, isTitleWord } from './titles.ts';
import { isCapital, type NameWord } from './words.ts';

/** Word indexes of a segment, end exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'", '«': '»', '„': '“' };
const LONGEST = 10;

/** Titles of works in quotation marks or italics: a capital on each word but the small ones, no end of a sentence inside. */
export function markedWorks(block: BlockText, segment: Segment): WordRange[] {
  const { text } = block;
  const { words } = segment;
  const works: WordRange[] = [];
  for (let i = 0; i < words.length; i++) {
    const closing = openedBefore(text, words, i);
    const to = closing && !isTerm(words, i) ? closedBehind(text, words, i, closing) : italicsEnd(block, words, i);
    if (to === 0) continue;
    works.push({ from: i, to });
    i = to - 1;
  }
  return works;
}

/** Words for what is meant by a term, which is no title: `the doctrine of “Forward Defence”`. */
const TERMS = /^(?:term|phrase|word|words|expression|doctrine|strategy|concept|notion|idea|theory|so-called)$/u;
const TERM_REACH = 12;

function isTerm(words: readonly NameWord[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - TERM_REACH); i--) {
    if (announcesWork(words[i]!.lower)) return false;
    if (TERMS.test(words[i]!.lower)) return true;
    if (words[i]!.initial) return false;
  }
  return false;
}

/**
 * Index behind the last word of a name in italics that starts at `from` and that by its words alone would be cut: one with a
 * possessive or a small word inside, `*Patients’ Council*`, `*Homes for Ostrey*`; 0 if there is none. Italics take one unit
 * before and one behind, which the text does not have.
 */
function italicsEnd(block: BlockText, words: readonly NameWord[], from: number): number {
  const { text } = block;
  const first = words[from]!;
  if (!isCapital(first) || markedBehind(block, first.start - 1) !== 1) return 0;
  if (isTitleWord(first.lower) || (isRoleWord(first.lower) && !first.possessive)) return 0;
  let cut = false;
  // `*Ann Tolland of the State Department*` is two names.
  let of = false;
  for (let i = from; i < words.length && i < from + LONGEST; i++) {
    const word = words[i]!;
    if (i > from) {
      if (text.slice(words[i - 1]!.end, word.start).replace(/^['’]s?/u, '') !== ' ') return 0;
      if (markedBehind(block, word.start - 1) !== 0) return 0;
    }
    const isCap = isCapital(word);
    if (!isCap && !(word.shape === 'lower' && isSmall(word.lower))) return 0;
    const end = word.end + (/^['’]s?/u.exec(text.slice(word.end, word.end + 2))?.[0].length ?? 0);
    const marks = markedBehind(block, end - 1);
    if (marks === 1) return cut && isCap && i > from && !(of && isOrganisationHead(word.lower)) ? i + 1 : 0;
    if (marks > 1) return 0;
    of ||= word.lower === 'of' || word.lower === 'at';
    // The article at the start of a sentence is else dropped: `*The Economist*`.
    cut ||= i === from && word.initial && word.lower === 'the';
    cut ||= !isCap || (word.possessive && !isKnownPlace(word.lower) && !isDemonym(word.lower));
  }
  return 0;
}

function openedBefore(text: string, words: readonly NameWord[], i: number): string | undefined {
  const word = words[i]!;
  // Behind a space stands no mark, as most words do.
  if (!isCapital(word) || text.charCodeAt(word.start - 1) === 0x20) return undefined;
  const closing = CLOSING[text[word.start - 1] ?? ''];
  if (!closing) return undefined;
  return word.start < 2 || /[\s([{—–-]/u.test(text[word.start - 2]!) ? closing : undefined;
}

/** Index behind the last word of the title that starts at `from`; 0 if the quotation is none. */
function closedBehind(text: string, words: readonly NameWord[], from: number, closing: string): number {
  let capitals = 0;
  for (let i = from; i < words.length && i < from + LONGEST; i++) {
    const word = words[i]!;
    if (
      i > from &&
      !/^(?: |: | - | – |, | & |['’] )$/u.test(text.slice(words[i - 1]!.end, word.start).replace(/^['’]s/u, ''))
    )
      return 0;
    if (isCapital(word)) capitals++;
    else if (word.shape === 'lower' && !isSmall(word.lower)) return 0;
    const behind = /[!?,.]/u.test(text[word.end] ?? '') ? word.end + 1 : word.end;
    if (text[behind] !== closing || (closing === "'" && /\p{L}/u.test(text[behind + 1] ?? ''))) continue;
    if (word.shape === 'lower') return 0;
    const announced = from > 0 && words.slice(Math.max(0, from - 2), from).some(({ lower }) => announcesWork(lower));
    return capitals >= 2 || announced ? i + 1 : 0;
  }
  return 0;
}

/** Words that titles write small. */
function isSmall(lower: string): boolean {
  return (
    isConnector(lower) ||
    /^(?:a|an|with|from|by|or|as|vs|v|de|la|le|du|der|die|das|und|et|into|over|under|upon|is|nor)$/u.test(lower)
  );
}

/**
 * Behind the title that a noun announces without quotation marks (`her book Soft Power and Public Diplomacy in Asia`), where
 * a run of words from `from` to `end` starts; 0 if none does. Short runs are names like others.
 */
export function announcedWorkEnd(words: readonly NameWord[], from: number, end: number): number {
  const noun = words[from - 1];
  if (
    !noun ||
    words[from]!.before !== 'space' ||
    noun.shape !== 'lower' ||
    !announcesWork(noun.lower) ||
    end - from < 4
  )
    return 0;
  let to = end;
  while (to > from && !isCapital(words[to - 1])) to--;
  return to - from >= 4 && words.slice(from, to).some(({ shape }) => shape === 'lower') ? to : 0;
}
