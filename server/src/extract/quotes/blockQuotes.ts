import type { BlockQuote, StructuredText } from '../../text/structuredText.ts';
import type { QuoteMention } from '../mention.ts';
import type { QuotedSpan } from './quotationMarks.ts';

/** A quotation before it is ascribed to anybody. */
export interface FoundQuote extends QuotedSpan {
  readonly form: QuoteMention['form'];
  /** Of a block quotation whose words are ascribed by a line of its own or by the paragraph before. */
  readonly block?: BlockQuote;
}

/** Adds block quotations without marks; whether they are ascribed to somebody is seen later. */
export function withBlockQuotes(document: StructuredText, found: readonly FoundQuote[]): FoundQuote[] {
  const added: FoundQuote[] = [];
  let next = 0;
  for (const block of document.blocks) {
    if (block.kind !== 'blockquote') continue;
    while (next < found.length && found[next]!.outer.end <= block.start) next++;
    const marked = next < found.length && found[next]!.outer.start < block.end;
    if (marked || isSignature(document.text.slice(block.start, block.end))) continue;
    const end = block.start + (signatureWithin(document.text.slice(block.start, block.end)) ?? block.end - block.start);
    const span = { start: block.start, end };
    added.push({ ...span, outer: span, unclosed: false, resumes: false, form: 'block', block });
  }
  return added.length === 0 ? [...found] : [...found, ...added].sort((a, b) => a.start - b.start);
}

/** `— Jonas Achterberg, St Brannoc’s Hospital`, `— the court’s ruling` */
export function isSignature(text: string): boolean {
  return /^\s*(?:(?:—|–|--?|―)\s*\p{Lu}|(?:—|–|―)\s*(?:the|an?|from)\s)/u.test(text) && text.length < 200;
}

/** Where a signature starts that stands behind the words in the same paragraph. */
function signatureWithin(text: string): number | undefined {
  const match = /[.!?…”"’,]?\s+(?:—|–|--|―)\s*\p{Lu}[^.!?]{2,80}\.?\s*$/u.exec(text);
  if (!match) return undefined;
  const kept = /^[.!?…”"’,]/u.test(match[0]) ? 1 : 0;
  return kept ? match.index + kept : undefined;
}
