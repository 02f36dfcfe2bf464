import type { OffsetMap, Span } from './offsets.ts';
import type { Block, StructuredText } from './structuredText.ts';

/** A block by itself, as it is read without the rest of its document. Spans are in `text`. */
export interface BlockText {
  readonly kind: Block['kind'];
  readonly text: string;
  /** Of a table row. */
  readonly cells: readonly Span[];
  /** Where markup was left out: the offset of the unit before it, -1 before the block, and its length in raw units. */
  readonly marks: readonly Mark[];
  /** What was read from the block, by who read it; only of blocks that are kept. */
  readonly kept?: Map<unknown, unknown>;
}

interface Mark {
  readonly at: number;
  readonly length: number;
}

const NONE: readonly never[] = [];

/** The blocks of a document, each by itself. */
export function blockTexts({ text, blocks, map }: StructuredText): readonly BlockText[] {
  const marks = marksOf(map);
  let next = 0;
  return blocks.map((block) => {
    const { start, end, kind } = block;
    while (next < marks.length && marks[next]!.at < start - 1) next++;
    const own: Mark[] = [];
    for (; next < marks.length && marks[next]!.at < end; next++) {
      const { at, length } = marks[next]!;
      own.push({ at: at - start, length });
    }
    const cells = kind === 'table-row' ? block.cells.map((cell) => moved(cell, -start)) : NONE;
    return { kind, text: text.slice(start, end), cells, marks: own.length > 0 ? own : NONE };
  });
}

/** Where raw units are left out between two units of the clean text. */
function marksOf({ pieces }: OffsetMap): Mark[] {
  const marks: Mark[] = [];
  for (let i = 1; i < pieces.length; i++) {
    const before = pieces[i - 1]!;
    const length = pieces[i]!.raw - before.raw - (before.rawLength ?? before.length);
    if (length !== 0) marks.push({ at: pieces[i]!.clean - 1, length });
  }
  return marks;
}

/** How many raw units were left out between the unit at `at` and the next. */
export function markedBehind({ marks }: BlockText, at: number): number {
  for (const mark of marks) if (mark.at === at) return mark.length;
  return 0;
}

/** The same stretch so many units further on. */
export function moved<Stretch extends Span>(stretch: Stretch, by: number): Stretch {
  return { ...stretch, start: stretch.start + by, end: stretch.end + by };
}

/**
 * `read`, which for a block that is kept from one version of a draft to the next reads it once; again where what was found
 * does not hold with the rest of what it is read with.
 */
export function perBlock<Found, Rest extends readonly unknown[]>(
  read: (block: BlockText, ...rest: Rest) => Found,
  holds: (found: Found, ...rest: Rest) => boolean = () => true,
): (block: BlockText, ...rest: Rest) => Found {
  return (block, ...rest) => {
    if (!block.kept) return read(block, ...rest);
    const before = block.kept.get(read) as Found | undefined;
    if (before !== undefined && holds(before, ...rest)) return before;
    const found = read(block, ...rest);
    block.kept.set(read, found);
    return found;
  };
}
