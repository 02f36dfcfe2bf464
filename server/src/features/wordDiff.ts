import { diff } from 'fast-myers-diff';
import { tokenise } from '../text/tokens.ts';

/** A run of words that both texts have, or only one of them. */
export interface DiffRun {
  readonly kind: 'same' | 'removed' | 'added';
  /** With the punctuation behind its words, as the text has it. */
  readonly text: string;
}

/** Words of either side beyond which no diff is made: its cost grows with the square of the differences. */
const MOST_WORDS = 1500;

/**
 * How `before` becomes `after`, word by word. Typography and case make no difference; the words that both have are given as
 * `after` writes them. Undefined where a text is too long to compare.
 */
export function wordDiff(before: string, after: string): readonly DiffRun[] | undefined {
  const old = wordsOf(before);
  const now = wordsOf(after);
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return undefined;
  const runs: DiffRun[] = [];
  const put = (kind: DiffRun['kind'], words: readonly Word[]): void => {
    const text = words.map((word) => word.text).join('');
    if (text !== '') runs.push({ kind, text });
  };
  let at = 0;
  for (const [oldStart, oldEnd, nowStart, nowEnd] of diff(
    old.map(({ folded }) => folded),
    now.map(({ folded }) => folded),
  )) {
    put('same', now.slice(at, nowStart));
    put('removed', old.slice(oldStart, oldEnd));
    put('added', now.slice(nowStart, nowEnd));
    at = nowEnd;
  }
  put('same', now.slice(at));
  return runs;
}

/** A diff without what only the second text has before the first word and behind the last one that count. */
export function withoutSurroundings(runs: readonly DiffRun[]): readonly DiffRun[] {
  let start = 0;
  let end = runs.length;
  while (start < end && runs[start]!.kind === 'added') start++;
  while (end > start && runs[end - 1]!.kind === 'added') end--;
  // A replacement at either edge is a difference of the quotation, not what stands around it.
  if (start > 0 && runs[start]?.kind === 'removed') start--;
  if (end < runs.length && runs[end - 1]?.kind === 'removed') end++;
  return runs.slice(start, end);
}

interface Word {
  readonly folded: string;
  readonly text: string;
}

function wordsOf(text: string): Word[] {
  const tokens = tokenise(text);
  return tokens.map((token, i) => ({
    folded: token.folded,
    text: text.slice(i === 0 ? 0 : token.start, tokens[i + 1]?.start ?? text.length),
  }));
}
