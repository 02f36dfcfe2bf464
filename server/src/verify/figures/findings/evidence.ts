import { toRawSpan, type Span } from '../../../text/offsets.ts';
import type { FigurePlace } from '../matches.ts';
import type { Evidence } from '../../verdict.ts';

/** Longest passage that is shown as evidence. */
const LONGEST = 500;

/** The sentence, table row or clause of a source that gives a figure, with the figure as its focus. */
export function figureEvidence(match: FigurePlace, says?: string): Evidence {
  const { source, document } = match.in;
  const { text, map } = document.analysis.document;
  const { figure } = match.context;
  const span = shown(document.sentences[match.context.sentence]!, figure, text);
  const raw = toRawSpan(map, span);
  return {
    document: source.record.id,
    source: source.record.path,
    start: raw.start,
    end: raw.end,
    page: null,
    text: source.document.raw.slice(raw.start, raw.end),
    focus: toRawSpan(map, figure),
    ...(says !== undefined && { says }),
  };
}

/** The sentence, or of an endless one the words around the figure. */
function shown(sentence: Span, figure: Span, text: string): Span {
  if (sentence.end - sentence.start <= LONGEST) return { start: sentence.start, end: sentence.end };
  let start = Math.max(sentence.start, figure.start - LONGEST / 2);
  let end = Math.min(sentence.end, figure.end + LONGEST / 2);
  while (start > sentence.start && /\S/u.test(text[start - 1]!)) start--;
  while (end < sentence.end && /\S/u.test(text[end]!)) end++;
  return { start, end };
}

/** The source's figure with its hedge and some of the words behind it: `more than 100 people in a bomb attack`. */
export function quotedFigure({ context, in: { document } }: FigurePlace): string {
  const { text } = document.analysis.document;
  const { figure } = context;
  const start =
    figure.hedge && figure.hedge.start < figure.start && figure.start - figure.hedge.end <= 2
      ? figure.hedge.start
      : figure.start;
  const sentence = document.sentences[context.sentence]!;
  const rest = text.slice(figure.end, Math.min(sentence.end, figure.end + 70));
  const border = /[,;:()–—.!?"“”]| {2}|\s+(?:and|while|but|which|who|when)\s/u.exec(rest);
  const words = rest
    .slice(0, border ? border.index : rest.length)
    .trimEnd()
    .split(/(?<=\s)/u)
    .slice(0, 7)
    .join('');
  return (text.slice(start, figure.end) + words).replace(/\s+/gu, ' ').trim();
}
