import type { Span } from '../../text/offsets.ts';
import { blockAt, type Block } from '../../text/structuredText.ts';
import { attributionBefore, type FoundAttribution } from './attribution.ts';
import { isSignature, type FoundQuote } from './blockQuotes.ts';
import { clauseTokens, type ClauseText, type ClauseToken } from './clauseTokens.ts';
import { sentenceBefore } from './sentencePlaces.ts';
import { subjectOfSentence } from './sentenceSubjects.ts';
import type { Scene } from './speakerResolution.ts';
import { mainSubject, nounPhraseEndingAt, type Subject } from './subjects.ts';

/** So much of the paragraph that leads to a quotation is read. */
const LEAD = 700;
/** Longest line that signs a quotation. */
const LONGEST = 140;

/**
 * The speaker in the line that signs a quotation: `— X, doctor`, behind it in its paragraph or in the next one. Only where
 * nothing but the signature follows.
 */
export function signedBy({ document, source }: Scene, quote: FoundQuote, block: Block): FoundAttribution | undefined {
  const { text } = document;
  const rest = text.slice(quote.outer.end, block.end);
  let span: Span | undefined;
  if (/^[.,]?\s*(?:—|–|--|―)\s*(?=\p{Lu})/u.test(rest) && rest.length < LONGEST) {
    span = { start: quote.outer.end, end: block.end };
  } else if (!/[\p{L}\p{N}]/u.test(rest)) {
    let next = blockAt(document.blocks, block.end + 1);
    // The paragraphs of one block quotation are signed together.
    while (block.kind === 'blockquote' && next?.kind === 'blockquote' && next.quotation === block.quotation) {
      if (isSignature(text.slice(next.start, next.end))) break;
      next = blockAt(document.blocks, next.end + 1);
    }
    if (next && next.kind !== 'heading' && isSignature(text.slice(next.start, next.end))) span = next;
  }
  const subject = span && signatureSubject(source, span);
  return subject && { subject, position: 'after' };
}

/** `X commented:` as a paragraph of its own before the quotation's. */
export function ledByParagraph(scene: Scene, quote: FoundQuote, block: Block): FoundAttribution | undefined {
  const { document, source } = scene;
  const { text } = document;
  if (/\p{L}/u.test(text.slice(block.start, quote.outer.start))) return undefined;
  const lead = blockAt(document.blocks, block.start - 2);
  if (!lead || lead.kind === 'heading' || !/[:,]\s*$/u.test(text.slice(lead.start, lead.end))) return undefined;
  const sentence = sentenceBefore(scene.sentences, block.start) ?? lead;
  return attributionBefore(
    source,
    Math.max(sentence.start, lead.start, lead.end - LEAD),
    { start: lead.end, end: lead.end },
    true,
  );
}

const FIRST_PERSON = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b/u;

/**
 * The person of the sentence that ends the paragraph before a block quotation, where that asks (`What did he save?`) or the
 * quotation speaks of itself as `I` or `we`. A guess: nobody is said to have spoken.
 */
export function introducedBy({ document, source, sentences }: Scene, block: Block): FoundAttribution | undefined {
  const { text, blocks } = document;
  const lead = blockAt(blocks, block.start - 2);
  const sentence = sentenceBefore(sentences, block.start);
  if (lead?.kind !== 'paragraph' || !sentence || sentence.start < lead.start) return undefined;
  const asks = /\?\s*$/u.test(text.slice(sentence.start, sentence.end));
  if (!asks && !FIRST_PERSON.test(text.slice(block.start, block.end))) return undefined;
  const subject = subjectOfSentence(source, sentence);
  return subject && { subject, position: 'before', inferred: true };
}

function signatureSubject(source: ClauseText, span: Span): Subject | undefined {
  const tokens = clauseTokens(source, span.start, span.end, false);
  return (
    mainSubject(tokens.filter((token) => token.kind !== 'punctuation' || token.lower === ',')) ??
    namedFirst(tokens) ??
    nounPhraseEndingAt(tokens, tokens.length - 1)
  );
}

function namedFirst(tokens: readonly ClauseToken[]): Subject | undefined {
  const left = tokens.findIndex((token) => token.kind === 'name');
  const token = tokens[left];
  return token && { start: token.start, end: token.end, kind: 'name', left, ...(token.name && { name: token.name }) };
}

/** `| Mumtaz Baloch, Foreign Office | “…” |`: whoever the first cell of a row begins with, where the quotation is all of another. */
export function besideCell({ text, names }: ClauseText, quote: Span, block: Block): FoundAttribution | undefined {
  if (block.kind !== 'table-row') return undefined;
  const { cells } = block;
  const [first] = cells;
  const own = cells.find((cell) => cell !== first && cell.start <= quote.start && quote.end <= cell.end);
  if (!first || !own || /\p{L}/u.test(text.slice(own.start, quote.start) + text.slice(quote.end, own.end)))
    return undefined;
  const name = names.find(({ start, end, entityType }) => {
    return (
      entityType === 'person' &&
      end <= first.end &&
      start >= first.start &&
      !/\p{L}/u.test(text.slice(first.start, start))
    );
  });
  if (!name) return undefined;
  return { subject: { start: name.start, end: name.end, kind: 'name', name, left: 0 }, position: 'before' };
}
