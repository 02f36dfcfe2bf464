import type { Span } from '../text/offsets.ts';
import type { Block, StructuredText } from '../text/structuredText.ts';
import { indexText, indexTextLength } from './indexWords.ts';

/** A passage as it is put into the index. The span is in the clean text. */
export interface PassageWords extends Span {
  /**
   * The words of the text in order, as {@link indexText} has them, and behind them those of the heading and the table header
   * that it stands under.
   */
  readonly words: string;
  /** How many of the words are of the passage itself. */
  readonly own: number;
}

/** A passage is closed when it would become longer than this. */
const FULL = 800;

/**
 * Cuts a document into passages of about a paragraph: whole sentences, and short blocks together, because news texts have
 * a paragraph for each sentence. A heading begins a passage, and its words count for all passages under it.
 */
export function passagesOf(document: StructuredText, sentences: readonly Span[]): PassageWords[] {
  const passages: PassageWords[] = [];
  let open: { start: number; end: number; context: string } | undefined;
  let next = 0;
  let heading = '';
  let header: { table: number; words: string } | undefined;

  const close = () => {
    if (!open) return;
    const own = indexText(document.text.slice(open.start, open.end));
    if (own !== '') {
      const words = joined(own, open.context);
      passages.push({ start: open.start, end: open.end, words, own: indexTextLength(own) });
    }
    open = undefined;
  };
  for (const block of document.blocks) {
    if (block.kind === 'heading') close();
    const context =
      block.kind === 'table-row' && header?.table === block.table ? joined(heading, header.words) : heading;
    const first = next;
    while (next < sentences.length && sentences[next]!.start < block.end) next++;
    for (const piece of piecesOf(document.text, block, sentences, first, next)) {
      if (open && piece.end - open.start > FULL) close();
      if (open) open.end = piece.end;
      else open = { start: piece.start, end: piece.end, context };
    }
    if (block.kind === 'heading') heading = indexText(document.text.slice(block.start, block.end));
    if (block.kind === 'table-row' && block.header) {
      header = { table: block.table, words: indexText(document.text.slice(block.start, block.end)) };
    }
  }
  close();
  return passages;
}

function joined(words: string, others: string): string {
  return words && others ? `${words} ${others}` : words || others;
}

/** The block whole, if it is short; else its sentences, and of an endless sentence its lengths. */
function piecesOf(
  text: string,
  block: Block,
  sentences: readonly Span[],
  first: number,
  next: number,
): readonly Span[] {
  if (block.end - block.start <= FULL) return [block];
  const pieces: Span[] = [];
  let start = block.start;
  for (let i = first; i < next; i++) {
    // Up to the next sentence's start: nothing of the block is left out.
    const end = i + 1 < next ? sentences[i + 1]!.start : block.end;
    while (end - start > 2 * FULL) {
      const space = text.lastIndexOf(' ', start + FULL);
      const cut = space > start ? space + 1 : start + FULL;
      pieces.push({ start, end: cut });
      start = cut;
    }
    pieces.push({ start, end });
    start = end;
  }
  if (start < block.end) pieces.push({ start, end: block.end });
  return pieces;
}
