import picocolors from 'picocolors';
import type { Span } from '../text/offsets.ts';
import type { Severity } from '../verify/severity.ts';
import { columnsOf, excerptOf } from './excerpt.ts';
import { lineIndexOf } from '../text/lines.ts';
import {
  counted,
  findingsOf,
  summaryOf,
  type ClaimReport,
  type DraftReport,
  type EvidenceReport,
  type Report,
} from './report.ts';

export interface PrettyOptions {
  readonly colour: boolean;
  /** Of the terminal. */
  readonly columns: number;
}

type Colours = ReturnType<typeof picocolors.createColors>;

const WORDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'hint',
  none: '',
};
const INDENT = '    ';
const MAX_WIDTH = 140;
/** Passages shown under one finding; where sources disagree, both sides must be among them. */
const PASSAGES = 2;

/**
 * The report for a terminal: for each finding where it is and why, the line with the claim underlined, and the passage of
 * the source under it.
 */
export function prettyReport(report: Report, options: PrettyOptions): string {
  const colours = picocolors.createColors(options.colour);
  const width = Math.min(Math.max(options.columns, 40), MAX_WIDTH) - INDENT.length;
  const parts = report.drafts.flatMap((draft) => [
    ...draft.problems.map(
      ({ range, message }) => `${place(draft, range.start, colours)} ${colours.yellow('warning')} ${message}\n`,
    ),
    ...findingsOf(draft).map((claim) => finding(draft, claim, width, colours)),
  ]);
  const { documents, coverage } = report.corpus;
  const drafts = report.drafts.length === 1 ? report.drafts[0]!.draft : counted(report.drafts.length, 'draft');
  const partial = coverage === 'full' ? '' : ' Not all sources could be asked.';
  const summary = `${drafts}: ${summaryOf(report)} (${counted(documents, 'source')}).${partial}`;
  return [...parts, `${colours.bold(summary)}\n`].join('\n');
}

function finding(draft: DraftReport, claim: ClaimReport, width: number, colours: Colours): string {
  const paint = painter(claim.severity, colours);
  const head =
    `${place(draft, claim.range.start, colours)} ${paint(WORDS[claim.severity])} ${claim.message} ` +
    colours.dim(claim.code);
  const lines = [head, ...marked(linesOf(draft, claim), width, paint)];
  for (const evidence of passagesOf(claim)) {
    lines.push(`${INDENT}${colours.cyan(sourceName(evidence))}`);
    lines.push(...marked({ text: evidence.text, mark: focusOf(evidence) }, width, colours.green));
  }
  const [first] = claim.suggestions;
  if (first && claim.verdict === 'refuted') lines.push(`${INDENT}${colours.dim('fix:')} ${first.title}`);
  return `${lines.join('\n')}\n`;
}

/** The best passage; the two that were run together; or one for each thing that the sources say. */
function passagesOf(claim: ClaimReport): readonly EvidenceReport[] {
  if (claim.code === 'quote.stitched') return claim.evidence.slice(0, PASSAGES);
  if (claim.verdict !== 'conflicting-evidence') return claim.evidence.slice(0, 1);
  const sides = new Map<string, EvidenceReport>();
  for (const evidence of claim.evidence) {
    const side = evidence.says ?? evidence.source;
    if (!sides.has(side)) sides.set(side, evidence);
  }
  return [...sides.values()].slice(0, PASSAGES);
}

/** The lines of the draft that the claim stands in, and the claim in them. */
function linesOf({ raw, shift }: DraftReport, claim: ClaimReport): { text: string; mark: Span } {
  const lines = lineIndexOf(raw);
  const from = lines.starts[claim.range.start.line] ?? 0;
  const to = lines.starts[claim.range.end.line + 1] ?? raw.length;
  return { text: raw.slice(from, to), mark: { start: claim.start - shift - from, end: claim.end - shift - from } };
}

function marked(
  { text, mark }: { text: string; mark: Span },
  width: number,
  paint: (text: string) => string,
): string[] {
  const excerpt = excerptOf(text, mark, width);
  const inside = excerpt.text.slice(excerpt.mark.start, excerpt.mark.end);
  const before = excerpt.text.slice(0, excerpt.mark.start);
  const after = excerpt.text.slice(excerpt.mark.end);
  if (inside === '') return [`${INDENT}${excerpt.text}`];
  const underline = '^'.repeat(Math.max(columnsOf(inside), 1));
  return [`${INDENT}${before}${paint(inside)}${after}`, `${INDENT}${' '.repeat(columnsOf(before))}${paint(underline)}`];
}

/** The focus within the passage's own words. */
export function focusOf({ text, start, end, focus }: EvidenceReport): Span {
  // Where the words were repaired they are not as long as their span, and a part of it cannot be told.
  if (!focus || end - start !== text.length || focus.start < start || focus.end > end) return { start: 0, end: 0 };
  return { start: focus.start - start, end: focus.end - start };
}

/** `sources/note.md:14` or `report.pdf, page 3`. */
export function sourceName({ source, page, place }: EvidenceReport): string {
  if (page !== null) return `${place?.file ?? source}, page ${page}`;
  if (!place) return source;
  return place.linesAreOfFile ? `${place.file}:${place.position.line + 1}` : place.file;
}

function place(
  { draft }: DraftReport,
  { line, character }: { line: number; character: number },
  colours: Colours,
): string {
  return colours.bold(`${draft}:${line + 1}:${character + 1}`);
}

function painter(severity: Severity, colours: Colours): (text: string) => string {
  switch (severity) {
    case 'error':
      return colours.red;
    case 'warning':
      return colours.yellow;
    case 'information':
      return colours.blue;
    case 'hint':
    case 'none':
      return colours.dim;
  }
}
