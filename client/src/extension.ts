import { type Disposable, type ExtensionContext, type Uri, window, workspace } from 'vscode';
import type { ClaimCounts } from '../../server/src/lsp/messages.ts';
import { registerCommands } from './commands.ts';
import { type ServerOnDemand, serverOnDemand } from './serverOnDemand.ts';
import { createStatusItem } from './statusItem.ts';

/** What other extensions, and the tests, may ask. */
export interface SourceCheckApi {
  /** The counts of an open draft; undefined until it has been checked. */
  counts(draft: Uri): ClaimCounts | undefined;
  /** The text of the status bar item; undefined while it is hidden. */
  statusText(): string | undefined;
}

let onDemand: ServerOnDemand | undefined;

/**
 * Called by VS Code when the first Markdown file is opened. The server is started only where there is something to check
 * against, and only in a trusted workspace; all that decides this is watched.
 */
export function activate(context: ExtensionContext): SourceCheckApi {
  const log = window.createOutputChannel('Source Check', { log: true });
  const status = createStatusItem(log);
  const running = serverOnDemand(context, log, status);
  onDemand = running;
  context.subscriptions.push(
    log,
    status,
    ...registerCommands(() => running.server(), log),
    ...whenThingsChange(() => void running.decide()),
  );
  void running.decide();
  return {
    counts: (draft) => running.server()?.status()?.drafts[draft.toString()],
    statusText: () => status.text(),
  };
}

/** Called by VS Code when it closes. */
export async function deactivate(): Promise<void> {
  await onDemand?.stop();
}

/** Calls `decide` whenever the answer to "is there something to check?" may have become another one. */
function whenThingsChange(decide: () => void): Disposable[] {
  const created = workspace.createFileSystemWatcher('**/{source-check.json,sources,seeds}', false, true, true);
  return [
    created,
    created.onDidCreate(decide),
    workspace.onDidOpenTextDocument((document) => {
      if (document.languageId === 'markdown') decide();
    }),
    workspace.onDidChangeWorkspaceFolders(decide),
    workspace.onDidGrantWorkspaceTrust(decide),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('sourceCheck')) decide();
    }),
  ];
}
