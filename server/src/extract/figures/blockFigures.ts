import { detached } from '../../text/detached.ts';
import type { Block } from '../../text/structuredText.ts';
import type { FigureMention, NameMention } from '../mention.ts';

/** Reads the figures of a block. Spans, those of the names included, are in the block. */
export type BlockReading = (text: string, block: Block, names: readonly NameMention[]) => readonly FigureMention[];

/** So many blocks are kept twice over, and no longer ones: those of a draft are asked for again at each edit. */
const CAPACITY = 800;
const LONGEST = 5000;

/**
 * `read`, remembering what was found in the blocks of late. The figures of a block depend on its words and kind and on the
 * names in it, and an edit leaves most blocks as they were. Takes and gives spans in the document.
 */
export function rememberedBlocks(read: BlockReading): BlockReading {
  let recent = new Map<string, readonly FigureMention[]>();
  let before = new Map<string, readonly FigureMention[]>();

  function figuresIn(part: string, block: Block, names: readonly NameMention[]): readonly FigureMention[] {
    if (part.length > LONGEST) return read(part, block, names);
    const key = `${block.kind} ${names.map(nameKey).join(' ')}\n${part}`;
    let figures = recent.get(key) ?? before.get(key);
    if (!figures) figures = read(detached(part), block, names);
    if (recent.size >= CAPACITY) {
      before = recent;
      recent = new Map();
    }
    recent.set(key, figures);
    return figures;
  }

  return (text, block, names) => {
    const { start, end } = block;
    const own = names.map((name) => ({ ...name, start: name.start - start, end: name.end - start }));
    return figuresIn(text.slice(start, end), block, own).map((figure) => ({
      ...figure,
      start: figure.start + start,
      end: figure.end + start,
      ...(figure.hedge && {
        hedge: { ...figure.hedge, start: figure.hedge.start + start, end: figure.hedge.end + start },
      }),
    }));
  };
}

/** What a figure may depend on of a name. */
function nameKey({ start, end, entityType, demonym }: NameMention): string {
  return `${start},${end},${entityType}${demonym ? ',demonym' : ''}`;
}
