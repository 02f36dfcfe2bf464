import type { Severity } from '../verify/severity.ts';
import { sourceName } from './pretty.ts';
import { findingsOf, type Report } from './report.ts';

/** The report as workflow commands of GitHub Actions, which show as annotations on the lines of a pull request. */
export function githubReport(report: Report): string {
  const commands = report.drafts.flatMap((draft) => [
    ...draft.problems.map(({ range, message }) =>
      command('warning', { file: draft.draft, line: range.start.line + 1, col: range.start.character + 1 }, message),
    ),
    ...findingsOf(draft).map((claim) => {
      const [best] = claim.evidence;
      const passage = best ? `\n${sourceName(best)}: ${best.text}` : '';
      const { start, end } = claim.range;
      const properties = {
        file: draft.draft,
        line: start.line + 1,
        endLine: end.line + 1,
        // Columns may only be given within one line.
        ...(start.line === end.line ? { col: start.character + 1, endColumn: end.character + 1 } : {}),
        title: claim.code,
      };
      return command(levelOf(claim.severity), properties, claim.message + passage);
    }),
  ]);
  return commands.map((line) => `${line}\n`).join('');
}

function command(level: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${level} ${list.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function levelOf(severity: Severity): string {
  return severity === 'error' || severity === 'warning' ? severity : 'notice';
}
