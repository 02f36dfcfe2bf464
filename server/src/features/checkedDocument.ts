import type { Position, Range } from 'vscode-languageserver';
import { offsetAt, positionAt, type LineIndex } from '../text/lines.ts';
import type { Span } from '../text/offsets.ts';
import type { SeveritySettings } from '../verify/severity.ts';
import type { CheckedClaim } from '../verify/verdict.ts';
import type { DraftCheck } from '../workspace/project.ts';

/** A draft as it stood at one version, with what the sources say of its claims. */
export interface CheckedDocument {
  readonly uri: string;
  /** The editor's version; null for a draft that is read from its file. */
  readonly version: number | null;
  /** Of the text that was checked. */
  readonly lines: LineIndex;
  readonly check: DraftCheck;
  readonly severity: SeveritySettings;
}

/** The range of a raw span. */
export function rangeOf(lines: LineIndex, span: Span): Range {
  return { start: positionAt(lines, span.start), end: positionAt(lines, span.end) };
}

/** The raw span of a range. */
export function spanOf(lines: LineIndex, range: Range): Span {
  return { start: offsetAt(lines, range.start), end: offsetAt(lines, range.end) };
}

/**
 * The claims that a position lies in or at the end of, shortest first: a name inside a quotation comes before the
 * quotation, and of two that only touch, the one the position lies inside.
 */
export function claimsAt(document: CheckedDocument, position: Position): readonly CheckedClaim[] {
  const offset = offsetAt(document.lines, position);
  return document.check.claims
    .filter(({ span }) => span.start <= offset && offset <= span.end)
    .sort(
      (a, b) =>
        Number(a.span.end === offset) - Number(b.span.end === offset) ||
        a.span.end - a.span.start - (b.span.end - b.span.start),
    );
}

/** The claims that share a unit with a range, or that an empty range touches, in order of the draft. */
export function claimsIn(document: CheckedDocument, range: Range): readonly CheckedClaim[] {
  const { start, end } = spanOf(document.lines, range);
  return document.check.claims.filter(({ span }) =>
    start === end ? span.start <= start && start <= span.end : span.start < end && start < span.end,
  );
}
