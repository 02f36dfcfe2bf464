import type { MarkdownDocument } from '../text/markdown.ts';
import { toRaw, toRawSpan, type Span } from '../text/offsets.ts';
import type { DraftProblem, Ignore } from './draft.ts';

/** What the ignore comments of a draft say, and what is wrong with them. */
export interface DraftIgnores {
  readonly ignores: readonly Ignore[];
  readonly problems: readonly DraftProblem[];
}

/** `<!-- source-check-ignore-line figure.mismatch name -- agreed with the desk -->`, taken apart. */
interface IgnoreComment extends Span {
  readonly scope: 'block' | 'line' | 'start' | 'end';
  readonly codes: readonly string[];
  readonly reason?: string;
}

const COMMENT = /^<!--\s*source-check-([\w-]*?)(?:\s+([^]*?))?\s*-->$/;
const SCOPES: ReadonlyMap<string, IgnoreComment['scope']> = new Map([
  ['ignore', 'block'],
  ['ignore-line', 'line'],
  ['ignore-start', 'start'],
  ['ignore-end', 'end'],
]);
const CODE = /^(?:name|figure|quote)(?:\.[a-z-]+)?$/;

/** The stretches of `raw` in which its comments ask that findings are not reported. Comments in code are none. */
export function ignoresOf(raw: string, markdown: MarkdownDocument): DraftIgnores {
  const ignores: Ignore[] = [];
  const problems: DraftProblem[] = [];
  const open: IgnoreComment[] = [];
  for (const span of markdown.comments) {
    const comment = readComment(raw, span, problems);
    if (!comment) continue;
    const { scope } = comment;
    if (scope === 'start') open.push(comment);
    else if (scope === 'end') {
      const start = open.pop();
      if (start) ignores.push(ignore(start, { start: start.end, end: span.start }));
      else
        problems.push({ span, message: 'There is no source-check-ignore-start before this source-check-ignore-end.' });
    } else {
      const covered = scope === 'line' ? lineOf(raw, span) : nextBlock(markdown, span);
      if (covered) ignores.push(ignore(comment, covered));
      else problems.push({ span, message: misplaced(markdown, span) });
    }
  }
  for (const start of open) {
    ignores.push(ignore(start, { start: start.end, end: raw.length }));
    problems.push({
      span: { start: start.start, end: start.end },
      message: 'There is no source-check-ignore-end behind this source-check-ignore-start, so all the rest is ignored.',
    });
  }
  ignores.sort((a, b) => a.start - b.start || a.end - b.end);
  return { ignores, problems: problems.sort((a, b) => a.span.start - b.span.start) };
}

function ignore({ codes, reason }: IgnoreComment, { start, end }: Span): Ignore {
  return { start, end, codes, ...(reason !== undefined && { reason }) };
}

/** What the comment at `span` says, if it is one of ours. */
function readComment(raw: string, span: Span, problems: DraftProblem[]): IgnoreComment | undefined {
  const match = COMMENT.exec(raw.slice(span.start, span.end));
  if (!match) return undefined;
  const scope = SCOPES.get(match[1]!);
  if (!scope) {
    const known = [...SCOPES.keys()].map((name) => `source-check-${name}`).join(', ');
    problems.push({ span, message: `There is no comment “source-check-${match[1]}”; the known ones are ${known}.` });
    return undefined;
  }
  const rest = match[2] ?? '';
  const dashes = /(?:^|\s)--(?:\s|$)/.exec(rest);
  const reason = dashes ? rest.slice(dashes.index + dashes[0].length).trim() : '';
  const codes = (dashes ? rest.slice(0, dashes.index) : rest).split(/[\s,]+/).filter((code) => code !== '');
  const wrong = codes.find((code) => !CODE.test(code));
  if (wrong !== undefined) {
    const message = `“${wrong}” is no code: write codes such as figure or figure.mismatch, and a reason behind two hyphens.`;
    problems.push({ span, message });
    return undefined;
  }
  return { ...span, scope, codes, ...(reason !== '' && { reason }) };
}

/** The line that a comment stands on; of a comment that has its line to itself, the next. */
function lineOf(raw: string, span: Span): Span | undefined {
  const start = lineStart(raw, span.start);
  const end = lineEnd(raw, span.end);
  if (raw.slice(start, span.start).trim() !== '' || raw.slice(span.end, end).trim() !== '') return { start, end };
  const next = afterLineEnd(raw, end);
  return next < raw.length ? { start: next, end: lineEnd(raw, next) } : undefined;
}

function lineStart(raw: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineEnd(raw[start - 1])) start--;
  return start;
}

function lineEnd(raw: string, at: number): number {
  let end = at;
  while (end < raw.length && !isLineEnd(raw[end])) end++;
  return end;
}

function afterLineEnd(raw: string, end: number): number {
  return raw[end] === '\r' && raw[end + 1] === '\n' ? end + 2 : end + 1;
}

function isLineEnd(unit: string | undefined): boolean {
  return unit === '\n' || unit === '\r';
}

/**
 * The block behind a comment: a whole list or table where the comment stands outside of it, else the next item, row or
 * paragraph within. Undefined if nothing follows, or if the comment stands within a paragraph.
 */
function nextBlock({ document, outerBlocks }: MarkdownDocument, comment: Span): Span | undefined {
  const outer = firstIndex(outerBlocks.length, (i) => outerBlocks[i]!.end > comment.start);
  const around = outerBlocks[outer];
  if (!around || around.start >= comment.end) return around;
  const { blocks, map } = document;
  const within = firstIndex(blocks.length, (i) => toRaw(map, blocks[i]!.start) >= comment.end);
  const before = blocks[within - 1];
  if (before && toRawSpan(map, before).end > comment.start) return undefined;
  const block = blocks[within];
  return block && toRawSpan(map, block);
}

/** The first of `length` indices for which `isBehind` holds, as it does for all after it. */
function firstIndex(length: number, isBehind: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBehind(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function misplaced({ document }: MarkdownDocument, comment: Span): string {
  const last = document.text.length > 0 ? toRaw(document.map, document.text.length - 1) : 0;
  if (last < comment.end) return 'Nothing follows that this comment could be about.';
  return 'Put this comment on a line of its own before the block, or write source-check-ignore-line.';
}
