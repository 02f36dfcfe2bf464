import type { CheckedClaim, Code, Evidence, Suggestion, Verdict } from '../verify/verdict.ts';
import { lineIndexOf, positionAt, type Position } from '../text/lines.ts';
import { severityOf, type Severity, type SeveritySettings } from '../verify/severity.ts';

/** What one run of the checker has to say, whatever form it is written in. */
export interface Report {
  readonly corpus: CorpusReport;
  /** In the order of their checking. */
  readonly drafts: readonly DraftReport[];
}

export interface CorpusReport {
  readonly documents: number;
  readonly passages: number;
  readonly coverage: 'full' | 'partial';
}

export interface DraftReport {
  /** The path as given or found; `-` for standard input. */
  readonly draft: string;
  /** The file's text without byte order mark; `range` leads into it. */
  readonly raw: string;
  /** How many units of the file come before `raw`: 1 for a byte order mark. */
  readonly shift: number;
  /** In order of their start. */
  readonly claims: readonly ClaimReport[];
  /** What is wrong with the draft's own notation: front matter, ignore comments. */
  readonly problems: readonly DraftProblem[];
}

export interface DraftProblem extends RangedSpan {
  readonly message: string;
}

/** UTF-16 code units of the file, and the same as lines and characters from 0. */
export interface RangedSpan {
  readonly start: number;
  readonly end: number;
  readonly range: { readonly start: Position; readonly end: Position };
}

export interface ClaimReport extends RangedSpan {
  readonly kind: CheckedClaim['claim']['kind'];
  readonly text: string;
  readonly verdict: Verdict;
  readonly code: Code;
  readonly severity: Severity;
  readonly message: string;
  readonly partial: boolean;
  readonly explanation: readonly string[];
  readonly evidence: readonly EvidenceReport[];
  readonly suggestions: readonly Suggestion[];
}

export interface EvidenceReport extends Evidence {
  readonly place?: EvidencePlace;
}

/** Where a passage stands, for showing it to people. */
export interface EvidencePlace {
  /** Of the source, as the user would write it from where they are. */
  readonly file: string;
  /** Of the passage's focus, else of its beginning, in the extracted text. */
  readonly position: Position;
  /** Whether lines of the extracted text are those of the file. */
  readonly linesAreOfFile: boolean;
}

/** What there is to tell of one draft. `problems` are raw spans. */
export interface CheckedDraft {
  readonly draft: string;
  /** Without byte order mark. */
  readonly raw: string;
  /** Whether the file has one, which counts as a unit of the file. */
  readonly byteOrderMark?: boolean;
  readonly claims: readonly CheckedClaim[];
  readonly problems?: readonly {
    readonly span: { readonly start: number; readonly end: number };
    readonly message: string;
  }[];
  readonly severity?: SeveritySettings;
  readonly placeOf?: (evidence: Evidence) => EvidencePlace | undefined;
}

/** Adds positions, texts and severities to what the checker found. */
export function reportDraft(checked: CheckedDraft): DraftReport {
  const lines = lineIndexOf(checked.raw);
  const shift = checked.byteOrderMark ? 1 : 0;
  const ranged = (start: number, end: number): RangedSpan => ({
    start: start + shift,
    end: end + shift,
    range: { start: positionAt(lines, start), end: positionAt(lines, end) },
  });
  return {
    draft: checked.draft,
    raw: checked.raw,
    shift,
    claims: checked.claims.map((one) => ({
      kind: one.claim.kind,
      text: checked.raw.slice(one.span.start, one.span.end),
      ...ranged(one.span.start, one.span.end),
      verdict: one.finding.verdict,
      code: one.finding.code,
      severity: severityOf(one, checked.severity),
      message: one.finding.message,
      partial: one.finding.partial === true,
      explanation: one.finding.explanation,
      evidence: one.finding.evidence.map((evidence) => {
        const place = checked.placeOf?.(evidence);
        return place ? { ...evidence, place } : evidence;
      }),
      suggestions: one.finding.suggestions,
    })),
    problems: (checked.problems ?? []).map(({ span, message }) => ({ ...ranged(span.start, span.end), message })),
  };
}

/** The claims that a report shows to people: everything but what has severity `none`. */
export function findingsOf(draft: DraftReport): readonly ClaimReport[] {
  return draft.claims.filter((claim) => claim.severity !== 'none');
}

/** How many claims of a report have which verdict. */
export interface Counts {
  readonly claims: number;
  readonly supported: number;
  readonly refuted: number;
  readonly conflicting: number;
  readonly unknown: number;
}

export function countsOf(drafts: readonly DraftReport[]): Counts {
  const claims = drafts.flatMap((draft) => draft.claims);
  const of = (verdict: Verdict): number => claims.filter((claim) => claim.verdict === verdict).length;
  return {
    claims: claims.length,
    supported: of('supported'),
    refuted: of('refuted'),
    conflicting: of('conflicting-evidence'),
    unknown: of('not-enough-evidence'),
  };
}

/** `1 claim`, `2 claims`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}

/** The counts in words: `31 claims: 20 found in the sources, 10 contradicted, 1 in no source`. */
export function summaryOf(report: Report): string {
  const counts = countsOf(report.drafts);
  const parts = [
    [counts.supported, 'found in the sources'],
    [counts.refuted, 'contradicted by them'],
    [counts.conflicting, 'on which they disagree'],
    [counts.unknown, report.corpus.coverage === 'full' ? 'in no source' : 'not found so far'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString('en')} ${what}`);
  return `${counted(counts.claims, 'claim')}${told.length > 0 ? `: ${told.join(', ')}` : ''}`;
}
