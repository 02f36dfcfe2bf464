import { toRaw, toRawSpan, type Span } from '../../text/offsets.ts';
import { blockAt } from '../../text/structuredText.ts';
import type { Draft } from '../../draft/draft.ts';
import type { Alignment } from './alignment.ts';
import { sourceSpan } from './alignment.ts';
import type { SourceWords } from './sources.ts';
import type { Evidence, Suggestion } from '../verdict.ts';
import { differencesOf, type DiffPart } from './wordDiff.ts';

/** Longest passage that is shown as evidence. */
const LONGEST = 1000;

/** The sentence or sentences of a source that hold `span` (clean), with the words themselves as its focus. */
export function quoteEvidence({ source }: SourceWords, span: Span, says?: string): Evidence {
  const { document, record, analysis } = source;
  let { start, end } = span;
  const block = blockAt(document.blocks, start);
  const sentences = analysis.sentences.filter((sentence) => sentence.end > span.start && sentence.start < span.end);
  const wide = {
    start: Math.min(start, sentences[0]?.start ?? start),
    end: Math.max(end, sentences.at(-1)?.end ?? end),
  };
  // A sentence more where the words are all of theirs, so that who said it is in sight.
  const after = analysis.sentences.find((sentence) => sentence.start >= wide.end);
  const withNext =
    after && block && after.start < block.end && after.end - wide.start <= LONGEST / 2
      ? { ...wide, end: after.end }
      : wide;
  for (const wider of [withNext, wide]) {
    if (wider.end - wider.start > LONGEST) continue;
    ({ start, end } = wider);
    break;
  }
  if (end - start > LONGEST) end = start + LONGEST;
  const raw = toRawSpan(document.map, { start, end });
  const focus = toRawSpan(document.map, { start: Math.max(start, span.start), end: Math.min(end, span.end) });
  return {
    document: record.id,
    source: record.path,
    start: raw.start,
    end: raw.end,
    page: null,
    text: document.raw.slice(raw.start, raw.end),
    focus,
    ...(says !== undefined && { says }),
  };
}

/** The evidence of an alignment. */
export function alignmentEvidence(alignment: Alignment, says?: string): Evidence {
  return quoteEvidence(alignment.source, sourceSpan(alignment), says);
}

/** The quotation with the source's words in place of those that differ, in the draft's typography; `claim` in clean text. */
export function repairOf(parts: readonly DiffPart[], claim: Span, draft: Draft): Suggestion | undefined {
  const { document } = draft.analysis;
  const curly = /[“”’]/u.test(document.text.slice(Math.max(0, claim.start - 1), claim.end + 1));
  const whole = toRawSpan(document.map, claim);
  let newText = '';
  let at = whole.start;
  const ordered = parts.map((part, i) => ({ part, next: parts[i + 1] }));
  for (const { part, next } of ordered) {
    if (!differencesOf([part]).length) continue;
    const words = inStyle(part.source, curly);
    let { start, end } = part.draftSpan;
    let inserted = words;
    if (part.kind === 'dropped') {
      if (next) {
        start = end = next.draftSpan.start;
        inserted = `${words} `;
      } else inserted = ` ${words}`;
    } else if (part.kind === 'added') {
      if (next) end = next.draftSpan.start;
      else start = parts[parts.indexOf(part) - 1]?.draftSpan.end ?? start;
    }
    const rawStart = toRaw(document.map, start);
    const rawEnd = end > start ? toRawSpan(document.map, { start, end }).end : rawStart;
    const replaced = part.kind === 'added' && next ? toRaw(document.map, end) : rawEnd;
    if (rawStart < at) return undefined;
    const sentenceStart = start === parts[0]!.draftSpan.start && /^\p{Lu}/u.test(document.text.slice(start, start + 1));
    newText += draft.raw.slice(at, rawStart) + (sentenceStart ? capitalised(inserted) : inserted);
    at = replaced;
  }
  newText += draft.raw.slice(at, whole.end);
  if (part0Removed(parts)) newText = capitalised(newText);
  return { title: 'Use the source’s words', newText };
}

/** The first word went: the next one begins the sentence. */
function part0Removed(parts: readonly DiffPart[]): boolean {
  return parts[0]?.kind === 'added' && /^\p{Lu}/u.test(parts[0].draft);
}

function capitalised(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** Apostrophes and inner marks as the draft writes them. */
function inStyle(words: string, curly: boolean): string {
  const oneLine = words.replace(/\s+/gu, ' ');
  if (!curly) return oneLine.replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"');
  return oneLine.replace(/(?<=\p{L})'(?=\p{L})/gu, '’');
}
