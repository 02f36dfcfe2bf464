import { findingsOf, type Report } from './report.ts';

/** The report for a terminal. */
export function prettyReport(report: Report): string {
  return report.drafts
    .flatMap((draft) =>
      findingsOf(draft).map(
        ({ range, message, code }) =>
          `${draft.draft}:${range.start.line + 1}:${range.start.character + 1}: ${message} (${code})\n`,
      ),
    )
    .join('');
}
