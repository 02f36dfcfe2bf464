import { Tree } from '@lezer/common';
import { markdownParser } from './markdownParser.ts';

/** So many texts are remembered: as many drafts as are edited at one time. */
const REMEMBERED = 4;
/** A shorter text is parsed anew in no time. */
const SHORTEST = 2000;

/** A text with its tree, and the blocks that stand directly in the document. */
interface Parsed {
  readonly text: string;
  readonly tree: Tree;
  readonly blocks: readonly Tree[];
  /** Where each block begins. */
  readonly starts: readonly number[];
}

let remembered: readonly Parsed[] = [];

/**
 * The tree of a Markdown text that is perhaps another version of one parsed before. Where all that was edited lies in one
 * paragraph between empty lines, which is one still, only that is parsed again; else the whole text. The parser's own way
 * of using parts of an older tree is not taken: it does not always lead to the same tree.
 */
export function parseVersion(text: string): Tree {
  if (text.length < SHORTEST) return markdownParser.parse(text);
  for (const before of remembered) {
    const parsed = before.text === text ? before : withOneParagraph(before, text);
    if (!parsed) continue;
    remembered = [parsed, ...remembered.filter((other) => other !== before)];
    return parsed.tree;
  }
  const tree = markdownParser.parse(text);
  const parsed = withBlocks(text, tree);
  if (parsed) remembered = [parsed, ...remembered].slice(0, REMEMBERED);
  return tree;
}

function withBlocks(text: string, tree: Tree): Parsed | undefined {
  const blocks: Tree[] = [];
  const starts: number[] = [];
  const cursor = tree.cursor();
  if (cursor.firstChild()) {
    do {
      if (!cursor.tree) return undefined;
      blocks.push(cursor.tree);
      starts.push(cursor.from);
    } while (cursor.nextSibling());
  }
  return { text, tree, blocks, starts };
}

/** `before` with another paragraph in the place of one; undefined if the texts differ in more than that. */
function withOneParagraph(before: Parsed, text: string): Parsed | undefined {
  const prefix = commonPrefix(before.text, text);
  const at = lastAtOrBefore(before.starts, prefix);
  const start = before.starts[at];
  const block = before.blocks[at];
  if (start === undefined || block?.type.name !== 'Paragraph') return undefined;
  const longer = text.length - before.text.length;
  const end = start + block.length;
  // What follows the paragraph is the same, and it stands by itself between empty lines.
  if (prefix > end || end + longer < start || !isFree(before.text, start, end)) return undefined;
  if (before.text.slice(end) !== text.slice(end + longer)) return undefined;
  const paragraph = text.slice(start, end + longer);
  const [parsed, ...others] = markdownParser.parse(paragraph).children;
  if (!(parsed instanceof Tree) || others.length > 0) return undefined;
  if (parsed.type.name !== 'Paragraph' || parsed.length !== paragraph.length) return undefined;
  const blocks = before.blocks.with(at, parsed);
  const starts = before.starts.map((from, i) => (i > at ? from + longer : from));
  return { text, tree: new Tree(before.tree.type, blocks, starts, text.length), blocks, starts };
}

/** Is there nothing, or an empty line, directly before and behind the stretch? */
function isFree(text: string, start: number, end: number): boolean {
  return (
    (start === 0 || text.slice(start - 2, start) === '\n\n') && (end === text.length || text.startsWith('\n\n', end))
  );
}

function commonPrefix(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  let prefix = 0;
  while (prefix < shorter && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++;
  return prefix;
}

/** Index of the last of the ascending numbers that is not above `value`; -1 if all are. */
function lastAtOrBefore(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
