import type { Segment } from './capitalisation.ts';
import { announcesWork, isConnector } from './organisations.ts';
import { isCapital, type NameWord } from './words.ts';

/** Word indexes of a segment, end exclusive. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const CLOSING: Readonly<Record<string, string>> = { '“': '”', '‘': '’', '"': '"', "'": "'", '«': '»', '„': '“' };
const LONGEST = 10;

/** Titles of works in quotation marks: a capital on each word but the small ones, no end of a sentence inside. */
export function quotedWorks(text: string, segment: Segment): WordRange[] {
  const { words } = segment;
  const works: WordRange[] = [];
  for (let i = 0; i < words.length; i++) {
    const closing = openedBefore(text, words, i);
    if (!closing) continue;
    const to = closedBehind(text, words, i, closing);
    if (to === 0) continue;
    works.push({ from: i, to });
    i = to - 1;
  }
  return works;
}

function openedBefore(text: string, words: readonly NameWord[], i: number): string | undefined {
  const word = words[i]!;
  const closing = CLOSING[text[word.start - 1] ?? ''];
  if (!closing || !isCapital(word)) return undefined;
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
