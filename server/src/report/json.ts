import type { Report } from './report.ts';

/** The report as programs read it; the form is a public contract (`version` grows if it changes incompatibly). */
export function jsonReport(report: Report): string {
  return `${JSON.stringify(
    {
      version: 1,
      corpus: report.corpus,
      drafts: report.drafts.map((draft) => ({
        draft: draft.draft,
        claims: draft.claims.map((claim) => ({
          kind: claim.kind,
          text: claim.text,
          start: claim.start,
          end: claim.end,
          range: claim.range,
          verdict: claim.verdict,
          code: claim.code,
          severity: claim.severity,
          message: claim.message,
          ...(claim.partial ? { partial: true } : {}),
          evidence: claim.evidence.map(({ source, start, end, page, text, says }) => ({
            source,
            start,
            end,
            page,
            text,
            ...(says === undefined ? {} : { says }),
          })),
          suggestions: claim.suggestions.map(({ title, newText }) => ({ title, newText })),
        })),
        ...(draft.problems.length > 0 ? { problems: draft.problems } : {}),
      })),
    },
    undefined,
    1,
  )}\n`;
}
