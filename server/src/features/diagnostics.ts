import {
  DiagnosticSeverity,
  type CancellationToken,
  type Diagnostic,
  type DiagnosticRelatedInformation,
} from 'vscode-languageserver';
import { severityOf, type Severity } from '../verify/severity.ts';
import type { CheckedClaim } from '../verify/verdict.ts';
import { rangeOf, type CheckedDocument } from './checkedDocument.ts';
import { locationOf, placesOf, type SourcePlaces } from './sourcePlaces.ts';

/** What every diagnostic of this server says it comes from. */
export const DIAGNOSTIC_SOURCE = 'Source Check';

/** The code of a fault in the draft's own notation: front matter, ignore comments. */
const NOTATION = 'draft.notation';

/** An editor that gets thousands freezes; the rest is counted in one more. */
const MOST_DIAGNOSTICS = 1000;

/** Pieces of evidence listed under one diagnostic. */
const MOST_RELATED = 3;

export interface DiagnosticServices {
  readonly places: SourcePlaces;
  /** The client shows related information. */
  readonly relatedInformation: boolean;
}

/** What a client may hand back with a request for code actions. */
export interface DiagnosticData {
  readonly code: string;
  readonly verdict: string;
}

/**
 * The findings of a draft as squiggles, in order of the draft: everything whose severity is not `none`. While only a part
 * of the sources was asked, nothing is called absent, and what speaks against a claim is no more than information.
 */
export async function diagnosticsOf(
  document: CheckedDocument,
  services: DiagnosticServices,
  token: CancellationToken,
): Promise<Diagnostic[]> {
  const told = document.check.claims.flatMap((checked) => {
    const severity = shownSeverity(checked, document);
    return severity === undefined ? [] : [{ checked, severity }];
  });
  const shown =
    told.length <= MOST_DIAGNOSTICS
      ? told
      : told
          .map((one, order) => ({ ...one, order }))
          .sort((a, b) => a.severity - b.severity || a.order - b.order)
          .slice(0, MOST_DIAGNOSTICS)
          .sort((a, b) => a.order - b.order);
  const diagnostics: Diagnostic[] = document.check.problems.map(({ span, message }) => ({
    range: rangeOf(document.lines, span),
    severity: DiagnosticSeverity.Warning,
    source: DIAGNOSTIC_SOURCE,
    code: NOTATION,
    message,
  }));
  for (const { checked, severity } of shown) {
    if (token.isCancellationRequested) return [];
    diagnostics.push(await diagnosticOf(checked, severity, document, services));
  }
  if (shown.length < told.length) diagnostics.push(leftOut(told.length - shown.length));
  return diagnostics;
}

/** The severity as the client is told it; undefined where the finding is for the hover only. */
export function shownSeverity(checked: CheckedClaim, document: CheckedDocument): DiagnosticSeverity | undefined {
  const severity = SEVERITIES[severityOf(checked, document.severity)];
  if (!checked.finding.partial || severity === undefined) return severity;
  if (checked.finding.verdict === 'not-enough-evidence') return undefined;
  return severity > DiagnosticSeverity.Information ? severity : DiagnosticSeverity.Information;
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity | undefined>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
  none: undefined,
};

async function diagnosticOf(
  { finding, span }: CheckedClaim,
  severity: DiagnosticSeverity,
  document: CheckedDocument,
  { places, relatedInformation }: DiagnosticServices,
): Promise<Diagnostic> {
  const related: DiagnosticRelatedInformation[] = relatedInformation
    ? (await placesOf(document.check.corpus, finding.evidence, places, MOST_RELATED)).map(({ evidence, place }) => ({
        location: locationOf(place),
        message: evidence.says ? `${evidence.says}: ${oneLine(evidence.text)}` : oneLine(evidence.text),
      }))
    : [];
  const data: DiagnosticData = { code: finding.code, verdict: finding.verdict };
  return {
    range: rangeOf(document.lines, span),
    severity,
    source: DIAGNOSTIC_SOURCE,
    code: finding.code,
    message: finding.message,
    ...(related.length > 0 ? { relatedInformation: related } : {}),
    data,
  };
}

function leftOut(count: number): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    source: DIAGNOSTIC_SOURCE,
    message: `${count} more findings are not shown: “source-check check” lists all of them.`,
  };
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
