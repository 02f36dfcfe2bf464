import type { Span } from '../text/offsets.ts';

/** A stretch of text cut to the width of a line, with the marked part in it. */
export interface Excerpt {
  readonly text: string;
  /** In `text`. */
  readonly mark: Span;
}

/**
 * The part of `text` around `mark` that fits into `width` columns, in one line: white space becomes single spaces, and `…`
 * stands where something was cut. A mark that is wider than the line is cut at its end.
 */
export function excerptOf(text: string, mark: Span, width: number): Excerpt {
  const [before, marked, after] = [
    oneLine(text.slice(0, mark.start)).trimStart(),
    oneLine(text.slice(mark.start, mark.end)),
    oneLine(text.slice(mark.end)).trimEnd(),
  ];
  const inside = cutEnd(marked, width);
  if (inside !== marked) return { text: inside, mark: { start: 0, end: inside.length } };
  const room = width - columnsOf(inside);
  // Where one side is short the other may have its room; what stands before a value matters more than what comes after.
  const left = cutStart(before, Math.max(Math.floor(room * 0.6), room - columnsOf(after)));
  const right = cutEnd(after, room - columnsOf(left));
  return { text: left + inside + right, mark: { start: left.length, end: left.length + inside.length } };
}

/** How many columns of a terminal a text takes: wide characters two, combining marks none. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += columnsOfCharacter(character);
  return columns;
}

const NO_WIDTH = /[\p{M}\p{Cf}]/u;
const WIDE =
  /[\p{Extended_Pictographic}\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

function columnsOfCharacter(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x300) return 1;
  return NO_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1;
}

function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, ' ');
}

/** The beginning of `text`, at most `width` columns, cut at a word where one is near. */
export function cutEnd(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  return width < 1 ? '' : `${fitting([...text], width - 1).join('')}…`;
}

/** The end of `text`, at most `width` columns. */
function cutStart(text: string, width: number): string {
  if (columnsOf(text) <= width) return text;
  return width < 1
    ? ''
    : `…${fitting([...text].reverse(), width - 1)
        .reverse()
        .join('')}`;
}

/** The first characters that fit, up to a space if one is among the last of them. */
function fitting(characters: readonly string[], width: number): string[] {
  let columns = 0;
  let kept = 0;
  while (kept < characters.length && columns + columnsOfCharacter(characters[kept]!) <= width) {
    columns += columnsOfCharacter(characters[kept]!);
    kept++;
  }
  for (let at = kept; at > Math.max(kept - WORD, 0); at--) {
    if (characters[at] === ' ') return characters.slice(0, at);
  }
  return characters.slice(0, kept);
}

const WORD = 12;
