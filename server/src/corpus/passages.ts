import type { Span } from '../text/offsets.ts';
import type { Block, StructuredText } from '../text/structuredText.ts';
import { indexWords } from './indexWords.ts';

/** A passage as it is put into the index. The span is in the clean text. */
export interface PassageWords extends Span {
  /** In order: those of the text, and behind them those of the heading and the table header that it stands under. */
  readonly words: readonly string[];
  /** How many of `words` are of the passage itself. */
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
  let open: { start: number; end: number; context: readonly string[] } | undefined;
  let next = 0;
  let heading: readonly string[] = [];
  let header: { table: number; words: readonly string[] } | undefined;

  const close = () => {
    if (!open) return;
    const own = indexWords(document.text.slice(open.start, open.end));
    if (own.length > 0)
      passages.push({ start: open.start, end: open.end, words: own.concat(open.context), own: own.length });
    open = undefined;
  };
  for (const block of document.blocks) {
    if (block.kind === 'heading') close();
    const context =
      block.kind === 'table-row' && header?.table === block.table ? heading.concat(header.words) : heading;
    const first = next;
    while (next < sentences.length && sentences[next]!.start < block.end) next++;
    for (const piece of piecesOf(block, sentences, first, next)) {
      if (open && piece.end - open.start > FULL) close();
      if (open) open.end = piece.end;
      else open = { start: piece.start, end: piece.end, context };
    }
    if (block.kind === 'heading') heading = indexWords(document.text.slice(block.start, block.end));
    if (block.kind === 'table-row' && block.header) {
      header = { table: block.table, words: indexWords(document.text.slice(block.start, block.end)) };
    }
  }
  close();
  return passages;
}

/** The block whole, if it is short; else its sentences, and of an endless sentence its lengths. */
function piecesOf(block: Block, sentences: readonly Span[], first: number, next: number): readonly Span[] {
  if (block.end - block.start <= FULL) return [block];
  const pieces: Span[] = [];
  let start = block.start;
  for (let i = first; i < next; i++) {
    // Up to the next sentence's start: nothing of the block is left out.
    const end = i + 1 < next ? sentences[i + 1]!.start : block.end;
    while (end - start > 2 * FULL) {
      pieces.push({ start, end: start + FULL });
      start += FULL;
    }
    pieces.push({ start, end });
    start = end;
  }
  if (start < block.end) pieces.push({ start, end: block.end });
  return pieces;
}
