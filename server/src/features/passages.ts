import type { AnalysedSource, Corpus } from '../corpus/corpus.ts';
import { blockAt } from '../text/structuredText.ts';
import { toClean, type Span } from '../text/offsets.ts';
import type { Evidence } from '../verify/verdict.ts';

/** A sentence of a source around the words that matter. */
export interface MarkedPassage {
  readonly before: string;
  readonly focus: string;
  readonly after: string;
}

/** Units shown on either side of the words that matter. */
const SURROUNDINGS = 220;

/**
 * The sentence (in the clean text: without markup) that holds a piece of evidence, cut down around the part that matters.
 * Where the source cannot be read any more, the evidence as it was.
 */
export async function passageOf(corpus: Corpus, evidence: Evidence): Promise<MarkedPassage> {
  const source = await corpus.source(evidence.document);
  if (!source) return { before: '', focus: evidence.text, after: '' };
  const map = source.document.map;
  const span = { start: toClean(map, evidence.start), end: toClean(map, evidence.end) };
  const focus = evidence.focus
    ? { start: toClean(map, evidence.focus.start), end: toClean(map, evidence.focus.end) }
    : span;
  const sentence = sentenceAround(source, span);
  const text = source.analysis.document.text;
  return {
    before: fromWord(text.slice(sentence.start, focus.start)),
    focus: text.slice(focus.start, focus.end),
    after: toWord(text.slice(focus.end, sentence.end)),
  };
}

/** The words of the evidence that matter, from the clean text: without markup and line ends. */
export async function focusText(corpus: Corpus, evidence: Evidence): Promise<string> {
  const { focus } = await passageOf(corpus, evidence);
  return focus;
}

/** The sentences that a span shares a unit with, as one; for a table row the whole of it. */
function sentenceAround({ analysis }: AnalysedSource, span: Span): Span {
  const block = blockAt(analysis.document.blocks, span.start);
  if (block?.kind === 'table-row') return { start: block.start, end: Math.max(block.end, span.end) };
  let { start, end } = span;
  for (const sentence of analysis.sentences) {
    if (sentence.start >= span.end && sentence.start > span.start) break;
    if (sentence.end <= span.start) continue;
    start = Math.min(start, sentence.start);
    end = Math.max(end, sentence.end);
  }
  return { start, end };
}

function fromWord(text: string): string {
  if (text.length <= SURROUNDINGS) return text;
  return `…${text.slice(-SURROUNDINGS).replace(/^\S*\s/u, '')}`;
}

function toWord(text: string): string {
  if (text.length <= SURROUNDINGS) return text;
  return `${text.slice(0, SURROUNDINGS).replace(/\s\S*$/u, '')}…`;
}
