import { MarkupKind, type InitializeParams } from 'vscode-languageserver';
import type { InitializationOptions } from './messages.ts';

/** What the client can do, as far as the server's answers depend on it. */
export interface ClientSupport {
  /** Asks for diagnostics by itself; all others are sent them. */
  readonly pullDiagnostics: boolean;
  /** Asks again when it is told that they may have changed. */
  readonly refreshDiagnostics: boolean;
  readonly relatedInformation: boolean;
  readonly markdownHover: boolean;
  readonly definitionLinks: boolean;
  /** Takes code actions that carry an edit; others would need a command for each. */
  readonly codeActions: boolean;
  readonly documentChanges: boolean;
  /** Carries out the command that shows a passage. */
  readonly showEvidence: boolean;
  /** Answers `workspace/configuration`. */
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly workspaceFolders: boolean;
  readonly registersWatchers: boolean;
  readonly relativePatterns: boolean;
  readonly registersReferences: boolean;
  readonly progress: boolean;
}

export function clientSupportOf({ capabilities, initializationOptions }: InitializeParams): ClientSupport {
  const { textDocument, workspace, window } = capabilities;
  return {
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    relatedInformation:
      textDocument?.diagnostic?.relatedInformation === true ||
      textDocument?.publishDiagnostics?.relatedInformation === true,
    markdownHover: textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    codeActions: textDocument?.codeAction?.codeActionLiteralSupport !== undefined,
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    showEvidence: initializationOptionsOf(initializationOptions).showEvidence === true,
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    registersWatchers: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relativePatterns: workspace?.didChangeWatchedFiles?.relativePatternSupport === true,
    registersReferences: textDocument?.references?.dynamicRegistration === true,
    progress: window?.workDoneProgress === true,
  };
}

/** The options that the client gave; of a value of another type, none. */
export function initializationOptionsOf(value: unknown): InitializationOptions {
  if (typeof value !== 'object' || value === null) return {};
  const { storagePath, showEvidence } = value as Record<string, unknown>;
  return {
    ...(typeof storagePath === 'string' && storagePath !== '' ? { storagePath } : {}),
    ...(showEvidence === true ? { showEvidence } : {}),
  };
}
