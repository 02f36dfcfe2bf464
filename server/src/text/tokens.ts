import { fold } from './fold.ts';
import type { Span } from './offsets.ts';

/** A word or a number of a text. Hyphens and apostrophes inside a word (`co-operation`, `don’t`) join its parts. */
export interface Token extends Span {
  /** As it stands in the text. */
  readonly text: string;
  /** See {@link fold}. */
  readonly folded: string;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:['’‐‑-][\p{L}\p{N}\p{M}]+)*/gu;

/** The words and numbers of `text`, in order; `offset` is added to their spans. */
export function tokenise(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const start = offset + match.index;
    tokens.push({ start, end: start + match[0].length, text: match[0], folded: fold(match[0]) });
  }
  return tokens;
}
