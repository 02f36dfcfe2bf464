import { blockTexts, type BlockText } from './blockText.ts';
import { detached } from './detached.ts';
import type { StructuredText } from './structuredText.ts';

/** The blocks of so many texts are remembered: as many drafts as are edited at one time. */
const REMEMBERED = 4;
/** Longer texts and blocks are nobody's article; what is read from them would take much memory. */
const LONGEST = 300_000;
const LONGEST_BLOCK = 5000;

type Version = ReadonlyMap<string, BlockText>;

let remembered: readonly Version[] = [];

/** The blocks of a text that is perhaps another version of one of late: those that it shares with that are the same objects. */
export function blocksOfVersion(document: StructuredText): readonly BlockText[] {
  const fresh = blockTexts(document);
  if (document.text.length > LONGEST) return fresh;
  const version = new Map<string, BlockText>();
  const shared = new Map<Version, number>();
  const blocks = fresh.map((block) => {
    if (block.text.length > LONGEST_BLOCK) return block;
    const source = remembered.find((before) => isSame(before.get(block.text), block));
    if (source) shared.set(source, (shared.get(source) ?? 0) + 1);
    const own = source?.get(block.text) ?? { ...block, text: detached(block.text), kept: new Map<unknown, unknown>() };
    version.set(own.text, own);
    return own;
  });
  // The version before this one is not asked for again; another draft may have a few of its blocks as well.
  const before = remembered.find((other) => 2 * (shared.get(other) ?? 0) >= other.size);
  remembered = [version, ...remembered.filter((other) => other !== before)].slice(0, REMEMBERED);
  return blocks;
}

/** Blocks with the same words may be of different kinds, or have other words in italics. */
function isSame(a: BlockText | undefined, b: BlockText): boolean {
  return (
    a !== undefined &&
    a.kind === b.kind &&
    a.cells.length === b.cells.length &&
    a.marks.length === b.marks.length &&
    a.cells.every(({ start, end }, i) => start === b.cells[i]!.start && end === b.cells[i]!.end) &&
    a.marks.every(({ at, length }, i) => at === b.marks[i]!.at && length === b.marks[i]!.length)
  );
}
