import { focusOf, sourceName } from './pretty.ts';
import { findingsOf, summaryOf, type ClaimReport, type EvidenceReport, type Report } from './report.ts';

/** The report as Markdown, for a comment or a note: one item a finding, the passage of the source quoted under it. */
export function markdownReport(report: Report): string {
  const parts = [`# Source Check\n\n${summaryOf(report)}.\n`];
  if (report.corpus.coverage === 'partial') parts.push('Not all sources could be asked.\n');
  for (const draft of report.drafts) {
    const findings = findingsOf(draft);
    if (findings.length + draft.problems.length === 0) continue;
    parts.push(`## ${escaped(draft.draft)}\n`);
    for (const { range, message } of draft.problems) {
      parts.push(`- **Line ${range.start.line + 1}**: ${escaped(message)}\n`);
    }
    for (const claim of findings) parts.push(item(claim));
  }
  return parts.join('\n');
}

function item(claim: ClaimReport): string {
  const lines = [
    `- **Line ${claim.range.start.line + 1}**, “${escaped(oneLine(claim.text))}”: ${escaped(claim.message)} \`${claim.code}\``,
  ];
  const [best] = claim.evidence;
  if (best) lines.push('', `  > ${passage(best)}`, `  > — ${escaped(sourceName(best))}`);
  return `${lines.join('\n')}\n`;
}

function passage(evidence: EvidenceReport): string {
  const { start, end } = focusOf(evidence);
  const { text } = evidence;
  if (end === start) return escaped(oneLine(text));
  const [before, focus, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)].map(oneLine);
  return `${escaped(before!)}**${escaped(focus!)}**${escaped(after!)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ');
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/gu, '\\$&');
}
