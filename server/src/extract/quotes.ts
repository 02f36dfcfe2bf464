import type { Span } from '../text/offsets.ts';
import { blockAt, type Block, type StructuredText } from '../text/structuredText.ts';
import { tokenise } from '../text/tokens.ts';
import { atOnce, type Steps } from '../text/turns.ts';
import { ascribe } from './quotes/ascription.ts';
import { withBlockQuotes, type FoundQuote } from './quotes/blockQuotes.ts';
import type { NameMention, QuoteMention } from './mention.ts';
import { quotedSpans, type QuotedSpan } from './quotes/quotationMarks.ts';

/**
 * The quotations of a document with who said them: words between quotation marks, outermost only, and block quotations
 * that are ascribed to somebody. Titles of works between marks are names and are left out.
 */
export function extractQuotes(
  document: StructuredText,
  sentences: readonly Span[],
  names: readonly NameMention[],
): QuoteMention[] {
  return atOnce(quoteSteps(document, sentences, names));
}

/** {@link extractQuotes}, block by block and quotation by quotation. */
export function* quoteSteps(
  document: StructuredText,
  sentences: readonly Span[],
  names: readonly NameMention[],
): Steps<QuoteMention[]> {
  const { text, blocks } = document;
  const found: FoundQuote[] = [];
  for (const span of yield* quotedSpans(document)) {
    yield;
    const block = blockAt(blocks, span.start);
    if (!block || !/[\p{L}\p{N}]/u.test(text.slice(span.start, span.end)) || isWork(text, span, block, names)) continue;
    found.push({ ...span, form: formOf(text, span, block) });
  }
  return yield* ascribe(document, sentences, names, withBlockQuotes(document, found));
}

function formOf(text: string, span: QuotedSpan, block: Block): QuoteMention['form'] {
  const words = tokenise(text.slice(span.start, span.end));
  const inner = text.slice(span.start, span.end).trim();
  const before = text.slice(Math.max(block.start, span.outer.start - 40), span.outer.start).trimEnd();
  const led = before === '' || /[:,.!?…–—"”’]$/u.test(before);
  const capital = /^[[("'‘“]*[\p{Lu}\p{N}]/u.test(inner) || /^\[\p{L}/u.test(inner);
  const closed = /[.!?…,;]["'”’)\]]*$/u.test(inner);
  if (span.unclosed || span.resumes) return 'full';
  if (words.length <= 3 && !(capital && closed)) return 'scare';
  if ((capital && (closed || led) && words.length > 1) || /[:]$/u.test(before)) return 'full';
  return words.length <= 3 ? 'scare' : 'partial';
}

const WORK_NOUN =
  '(?:film|movie|song|album|single|book|novel|play|poem|painting|series|show|programme|program|documentary|opera|musical|ballet|ep|track|episode|essay|sitcom|drama|comedy|exhibition|hit|hits|game|sequel|memoir|autobiography|anthem|hymn|ballad|report|paper|study|blog|column|podcast|magazine|newspaper|order|project|panel|lecture|sculpture)';
const TITLED_BEFORE = new RegExp(
  `\\b(?:${WORK_NOUN}s?,?|titled|entitled|named|nicknamed|directed|wrote|starred in|stars? in|author of|premiere of|version of)\\s*$`,
  'iu',
);
const TITLED_AFTER = new RegExp(
  `^[,.]?\\s*(?:\\(\\d{4}\\)|(?:is|was)\\s+(?:a|the|his|her|their)\\s+(?:[\\p{L}-]+\\s+){0,3}${WORK_NOUN}\\b|${WORK_NOUN}\\b)`,
  'iu',
);
const SMALL = new Set(
  `a an the and or but nor of in on at to for from with by as into over is it's vs de la le el da del und der die das`.split(
    ' ',
  ),
);

/** Longest title of a work, subtitle included. */
const LONGEST_TITLE = 160;

/** Is it the title of a work and so a name? By the extracted names, or by its capitals together with what stands around. */
function isWork(text: string, span: QuotedSpan, block: Block, names: readonly NameMention[]): boolean {
  if (span.end - span.start > LONGEST_TITLE) return false;
  const before = text.slice(Math.max(block.start, span.outer.start - 40), span.outer.start);
  if (/\b(?:so-called|describes?|described|calls it|called it|dubbed)\s*$/iu.test(before)) return false;
  for (const name of namesWithin(names, span)) {
    if (name.entityType === 'work' && name.end - name.start >= 0.8 * (span.end - span.start - 2)) return true;
  }
  const inner = text.slice(span.start, span.end).replace(/[,.;]$/u, '');
  const words = tokenise(inner);
  const significant = words.filter((word) => !SMALL.has(word.folded) && !/^\d+$/u.test(word.text));
  const titled =
    significant.length > 0 && significant.every((word) => /^\p{Lu}/u.test(word.text)) && !/[;:]\s*$/u.test(inner);
  if (!titled) return false;
  const after = text.slice(span.outer.end, Math.min(block.end, span.outer.end + 40));
  if (/[:]\s*$/u.test(before)) return false;
  const context = TITLED_BEFORE.test(before) || TITLED_AFTER.test(after);
  if (words.length === 1) return context && !/^\s*$/u.test(before);
  if (
    /\b(?:said|says|asked|replied|added|shouted|yelled|reads?|wrote),?\s*$/iu.test(before) ||
    /^,?\s*(?:said|says|he|she|they)\b/iu.test(after)
  )
    return false;
  const called = /\b(?:called|known as)\s*$/iu.test(before);
  if (/[!?]$/u.test(inner) && !context && !called) return false;
  return context || called || (words.length > 2 && significant.length >= 2);
}

function* namesWithin(names: readonly NameMention[], span: Span): Generator<NameMention> {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (names[middle]!.start < span.start - 1) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < names.length && names[i]!.start < span.end; i++) yield names[i]!;
}
