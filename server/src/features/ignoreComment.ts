import type { Draft } from '../draft/draft.ts';
import { toRaw, type Span } from '../text/offsets.ts';
import { blockAt, type Block } from '../text/structuredText.ts';

/**
 * The comment that makes a code ignored in the block which holds a claim, and where it goes: raw offset of the line that
 * the block begins on. Rows of a table and paragraphs of a block quotation cannot have a comment between them, so there it
 * goes before the whole of it.
 */
export function ignoreComment(draft: Draft, claim: Span, code: string): { readonly at: number; readonly text: string } {
  const { blocks, map } = draft.analysis.document;
  const block = blockAt(blocks, claim.start);
  const first = block ? firstOf(block, blocks) : undefined;
  const at = first ? lineStart(draft.raw, toRaw(map, first.start)) : 0;
  const lineEnd = draft.raw.includes('\r\n') ? '\r\n' : '\n';
  const indent = /^[ \t]*/u.exec(draft.raw.slice(at))![0];
  return { at, text: `${indent}<!-- source-check-ignore ${code} -->${lineEnd}` };
}

function firstOf(block: Block, blocks: readonly Block[]): Block {
  if (block.kind === 'table-row') {
    return blocks.find((other) => other.kind === 'table-row' && other.table === block.table) ?? block;
  }
  if (block.kind === 'blockquote') {
    return blocks.find((other) => other.kind === 'blockquote' && other.quotation === block.quotation) ?? block;
  }
  return block;
}

function lineStart(raw: string, offset: number): number {
  if (offset === 0) return 0;
  return Math.max(raw.lastIndexOf('\n', offset - 1), raw.lastIndexOf('\r', offset - 1)) + 1;
}
