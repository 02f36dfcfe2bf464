import type { OffsetMap, Span } from './offsets.ts';

/**
 * A document as the extractors read it, whatever its format: running text without markup, cut into blocks.
 *
 * Coordinates: every span of the extractors is in `text` ("clean" offsets); `map` leads back to the decoded file ("raw"
 * offsets). In `text` a line feed stands between two blocks and nowhere else: soft line breaks and tabs are spaces. Characters
 * are otherwise kept as they are (no-break spaces, curly quotes), except for decoded entities and repaired mojibake, and for
 * what nobody sees (soft hyphens, zero-width spaces, marks of direction), which is left out.
 */
export interface StructuredText {
  readonly text: string;
  /** In order, none empty; exactly one line feed stands between two, and nothing before the first and behind the last. */
  readonly blocks: readonly Block[];
  readonly map: OffsetMap;
}

export type Block = Heading | Paragraph | ListItem | BlockQuote | TableRow | Footnote;

interface BlockBase extends Span {}

export interface Heading extends BlockBase {
  readonly kind: 'heading';
  /** 1 to 6. */
  readonly level: number;
}

export interface Paragraph extends BlockBase {
  readonly kind: 'paragraph';
}

export interface ListItem extends BlockBase {
  readonly kind: 'list-item';
}

/** One paragraph of a Markdown block quotation (`>`). */
export interface BlockQuote extends BlockBase {
  readonly kind: 'blockquote';
  /** The same number for the paragraphs of one block quotation. */
  readonly quotation: number;
}

/** One row of a table; in the text its cells stand one behind the other, two spaces apart. */
export interface TableRow extends BlockBase {
  readonly kind: 'table-row';
  /** The same number for the rows of one table. */
  readonly table: number;
  readonly header: boolean;
  readonly cells: readonly Span[];
}

/** The text of a footnote, without its label. */
export interface Footnote extends BlockBase {
  readonly kind: 'footnote';
  readonly label: string;
}

/** The block that holds `offset`, by binary search; undefined between blocks. */
export function blockAt(blocks: readonly Block[], offset: number): Block | undefined {
  let low = 0;
  let high = blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = blocks[middle]!;
    if (offset < block.start) high = middle - 1;
    else if (offset >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}
