import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { FrontMatter } from '../text/markdownParser.ts';
import type { Span } from '../text/offsets.ts';
import type { DraftProblem } from './draft.ts';

/** What the front matter says that concerns a check. */
export interface DraftSettings {
  readonly sources?: readonly string[];
  readonly problems: readonly DraftProblem[];
}

/** Reads `sources` from the front matter that was found in `raw`, if any was. */
export function readFrontMatter(raw: string, front: FrontMatter | undefined): DraftSettings {
  if (!front) return { problems: unclosedFrontMatter(raw) };
  const document = parseDocument(raw.slice(front.start, front.end), { prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) {
    const span = { start: front.start + error.pos[0], end: front.start + error.pos[1] };
    return {
      problems: [{ span: shown(raw, span), message: `The front matter is not valid YAML: ${plain(error.message)}` }],
    };
  }
  const { contents } = document;
  const pair = isMap(contents) ? contents.items.find(({ key }) => isScalar(key) && key.value === 'sources') : undefined;
  return pair ? readSources(pair.value, front, shown(raw, place(pair.key, front))) : { problems: [] };
}

function readSources(value: unknown, front: FrontMatter, key: Span): DraftSettings {
  const message = '“sources” must be a list of files or patterns, such as [minutes.txt, "reports/*.md"].';
  if (isScalar(value) && typeof value.value === 'string') return { sources: [value.value], problems: [] };
  if (!isSeq(value))
    return { problems: [{ span: isScalar(value) && value.value !== null ? place(value, front) : key, message }] };
  const sources: string[] = [];
  const problems: DraftProblem[] = [];
  for (const item of value.items) {
    if (isScalar(item) && typeof item.value === 'string') sources.push(item.value);
    else problems.push({ span: place(item, front), message });
  }
  return { sources, problems };
}

/** Raw span of a YAML node. */
function place(node: unknown, front: FrontMatter): Span {
  const range = node !== null && typeof node === 'object' && 'range' in node ? (node.range as number[] | null) : null;
  return { start: front.start + (range?.[0] ?? 0), end: front.start + (range?.[1] ?? 0) };
}

/** Where there is no width to underline, the rest of the line before. */
function shown(raw: string, span: Span): Span {
  if (span.end > span.start && raw.slice(span.start, span.end).trim() !== '') return span;
  const before = raw.slice(0, span.start).trimEnd().length;
  return { start: Math.max(0, before - 1), end: Math.max(1, before) };
}

function plain(message: string): string {
  const sentence = message.split('\n')[0]!.trim().replace(/[:.]$/, '');
  return `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}.`;
}

function unclosedFrontMatter(raw: string): DraftProblem[] {
  const open = /^\ufeff?(---)[ \t]*(?:\r\n|[\n\r])[ \t]*sources[ \t]*:/.exec(raw);
  if (!open) return [];
  const start = open[0].indexOf('---');
  const message = 'The front matter is not closed: put a line of three hyphens behind it.';
  return [{ span: { start, end: start + 3 }, message }];
}
