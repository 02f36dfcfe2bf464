import {
  CodeActionKind,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { SHOW_EVIDENCE, type ShowEvidenceArguments } from '../lsp/messages.ts';
import { positionAt } from '../text/lines.ts';
import type { CheckedClaim } from '../verify/verdict.ts';
import { claimsIn, rangeOf, type CheckedDocument } from './checkedDocument.ts';
import { DIAGNOSTIC_SOURCE, shownSeverity } from './diagnostics.ts';
import { ignoreComment } from './ignoreComment.ts';
import { placesOf, type SourcePlaces } from './sourcePlaces.ts';

export interface CodeActionServices {
  readonly places: SourcePlaces;
  /** The client carries out the command that shows a passage. */
  readonly commands: boolean;
  /** The client takes edits that name the version they are for. */
  readonly documentChanges: boolean;
}

/** Passages that are offered to be shown, a finding. */
const MOST_PASSAGES = 3;

/**
 * What can be done about the findings in a range: put in the sources' own words or value, show the passage, or say in the
 * draft that the finding is to be ignored. A repair is preferred only where it is the only one and the sources are sure.
 */
export async function codeActionsIn(
  document: CheckedDocument,
  { range, context }: Pick<CodeActionParams, 'range' | 'context'>,
  services: CodeActionServices,
  token: CancellationToken,
): Promise<CodeAction[]> {
  if (context.only && !context.only.some(isQuickFix)) return [];
  const claims = claimsIn(document, range);
  const fixes: CodeAction[] = [];
  const shows: CodeAction[] = [];
  const ignores: CodeAction[] = [];
  for (const checked of claims) {
    if (token.isCancellationRequested) return [];
    const diagnostics = matching(checked, document, context.diagnostics);
    fixes.push(...repairs(checked, document, diagnostics, services));
    if (services.commands) shows.push(...(await passages(checked, document, diagnostics, services)));
    if (shownSeverity(checked, document) !== undefined)
      ignores.push(ignoring(checked, document, diagnostics, services));
  }
  return [...fixes, ...shows, ...withoutDoubles(ignores)];
}

function repairs(
  { finding, span }: CheckedClaim,
  document: CheckedDocument,
  diagnostics: Diagnostic[],
  services: CodeActionServices,
): CodeAction[] {
  const certain = finding.verdict === 'refuted' && !finding.partial && finding.suggestions.length === 1;
  return finding.suggestions.map(({ title, newText, at }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(certain ? { isPreferred: true } : {}),
    edit: editOf(document, [{ range: rangeOf(document.lines, at ?? span), newText }], services),
  }));
}

async function passages(
  { finding }: CheckedClaim,
  document: CheckedDocument,
  diagnostics: Diagnostic[],
  { places }: CodeActionServices,
): Promise<CodeAction[]> {
  const found = await placesOf(document.check.corpus, finding.evidence, places, MOST_PASSAGES);
  return found.map(({ place }) => {
    const title = `Show ${place.path}, line ${place.focus.start.line + 1}`;
    const target: ShowEvidenceArguments = { uri: place.uri, range: place.focus };
    return {
      title,
      kind: CodeActionKind.QuickFix,
      ...(diagnostics.length > 0 ? { diagnostics } : {}),
      command: { title, command: SHOW_EVIDENCE, arguments: [target] },
    };
  });
}

function ignoring(
  { claim, finding }: CheckedClaim,
  document: CheckedDocument,
  diagnostics: Diagnostic[],
  services: CodeActionServices,
): CodeAction {
  const { at, text } = ignoreComment(document.check.draft, claim, finding.code);
  const place = positionAt(document.lines, at);
  return {
    title: `Ignore ${finding.code} in this paragraph`,
    kind: CodeActionKind.QuickFix,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    edit: editOf(document, [{ range: { start: place, end: place }, newText: text }], services),
  };
}

function editOf(
  { uri, version }: CheckedDocument,
  edits: TextEdit[],
  { documentChanges }: CodeActionServices,
): WorkspaceEdit {
  return documentChanges
    ? { documentChanges: [{ textDocument: { uri, version }, edits }] }
    : { changes: { [uri]: edits } };
}

/** The diagnostics of the request that are this finding's. */
function matching(
  { finding, span }: CheckedClaim,
  document: CheckedDocument,
  all: readonly Diagnostic[],
): Diagnostic[] {
  const { start, end } = rangeOf(document.lines, span);
  return all.filter(
    ({ source, code, range }) =>
      source === DIAGNOSTIC_SOURCE &&
      code === finding.code &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
}

function withoutDoubles(actions: readonly CodeAction[]): CodeAction[] {
  const seen = new Set<string>();
  return actions.filter(({ title }) => !seen.has(title) && seen.add(title));
}

function isQuickFix(kind: string): boolean {
  return kind === '' || kind === CodeActionKind.QuickFix;
}
