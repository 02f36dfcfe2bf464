import { moved, perBlock, type BlockText } from '../../text/blockText.ts';
import type { FigureMention, NameMention } from '../mention.ts';

/** Reads the figures of a block. Spans, those of the names included, are in the block. */
export type BlockReading = (block: BlockText, names: readonly NameMention[]) => readonly FigureMention[];

/**
 * `read` for a block that starts at `start`, with spans in the document. What it finds depends on the block and on the names
 * in it, and so is kept with both.
 */
export function readingFigures(
  read: BlockReading,
): (block: BlockText, start: number, names: readonly NameMention[]) => readonly FigureMention[] {
  const figuresOf = perBlock(
    (block, names: readonly NameMention[]) => ({ names, figures: read(block, names) }),
    (before, names) => before.names.length === names.length && before.names.every((name, i) => isSame(name, names[i]!)),
  );
  return (block, start, names) =>
    figuresOf(
      block,
      names.map((name) => moved(name, -start)),
    ).figures.map((figure) => ({
      ...moved(figure, start),
      ...(figure.hedge && { hedge: moved(figure.hedge, start) }),
    }));
}

/** Is all the same that a figure may depend on of a name? */
function isSame(a: NameMention, b: NameMention): boolean {
  return a.start === b.start && a.end === b.end && a.entityType === b.entityType && a.demonym === b.demonym;
}
