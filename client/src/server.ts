import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import {
  CHECK,
  type CheckParams,
  type CheckResult,
  type InitializationOptions,
  REBUILD_INDEX,
  SHOW_EVIDENCE,
  SOURCES,
  type SourcesResult,
  STATUS,
  type StatusParams,
} from '../../server/src/lsp/messages.ts';

/** The language server as the client's other parts see it. */
export interface CheckServer {
  /** What the server said last of itself. */
  status(): StatusParams | undefined;
  check(uri: string): Promise<CheckResult>;
  sources(): Promise<SourcesResult>;
  rebuildIndex(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts the server of this extension in a process of its own, on VS Code's Node. */
export async function startServer(
  context: ExtensionContext,
  log: LogOutputChannel,
  onStatus: (status: StatusParams) => void,
): Promise<CheckServer> {
  const module = context.asAbsolutePath('dist/server.cjs');
  const run = { module, transport: TransportKind.ipc, args: ['language-server'] };
  // No folder for the index: in that of the platform, all windows and the command line share one.
  const initializationOptions: InitializationOptions = { showEvidence: true };
  const client = new LanguageClient(
    'sourceCheck',
    'Source Check',
    { run, debug: { ...run, options: { execArgv: ['--nolazy', '--inspect=6011'] } } },
    {
      documentSelector: [
        { scheme: 'file', language: 'markdown' },
        { scheme: 'untitled', language: 'markdown' },
      ],
      initializationOptions,
      outputChannel: log,
      traceOutputChannel: log,
      // Links in hovers may do one thing: open the passage.
      markdown: { isTrusted: { enabledCommands: [SHOW_EVIDENCE] } },
    },
  );
  let status: StatusParams | undefined;
  client.onNotification(STATUS, (params: StatusParams) => {
    status = params;
    onStatus(params);
  });
  await client.start();
  return {
    status: () => status,
    check: (uri) => client.sendRequest<CheckResult>(CHECK, { uri } satisfies CheckParams),
    sources: () => client.sendRequest<SourcesResult>(SOURCES),
    rebuildIndex: () => client.sendRequest<void>(REBUILD_INDEX),
    stop: () => client.dispose(),
  };
}
