import { type ExtensionContext, type LogOutputChannel, commands, workspace } from 'vscode';
import type { CheckServer } from './server.ts';
import type { StatusItem } from './statusItem.ts';
import { isEnabled, workspaceHasSources } from './workspaceSources.ts';

/** The server, which runs only while there is something to check. */
export interface ServerOnDemand {
  server(): CheckServer | undefined;
  /** Starts or stops the server, as the workspace and the settings are now. */
  decide(): Promise<void>;
  stop(): Promise<void>;
}

export function serverOnDemand(context: ExtensionContext, log: LogOutputChannel, status: StatusItem): ServerOnDemand {
  let server: CheckServer | undefined;
  // One decision after another: the next may come while the server starts or stops.
  let last: Promise<void> = Promise.resolve();

  function next(step: () => Promise<void>): Promise<void> {
    last = last.then(step).catch((error: unknown) => log.error(error instanceof Error ? error : String(error)));
    return last;
  }

  async function start(): Promise<void> {
    // Loaded here, since most of this bundle is the client's library, and most Markdown has no sources beside it.
    const { startServer } = await import('./server.ts');
    server = await startServer(context, log, (params) => status.show(params));
    await commands.executeCommand('setContext', 'sourceCheck.running', true);
  }

  async function end(): Promise<void> {
    const ending = server;
    server = undefined;
    status.hide();
    await commands.executeCommand('setContext', 'sourceCheck.running', false);
    await ending?.stop();
  }

  return {
    server: () => server,
    decide: () =>
      next(async () => {
        if (!workspace.isTrusted) status.showRestricted();
        else if (!isEnabled()) await end();
        else if (!server && (await workspaceHasSources())) await start();
      }),
    stop: () => next(end),
  };
}
