import { createConnection, ProposedFeatures, type Connection, type InitializeParams } from 'vscode-languageserver/node';
import packageJson from '../../package.json' with { type: 'json' };
import { cacheFolder } from '../cacheFolder.ts';
import { capabilitiesFor } from './capabilities.ts';
import { clientSupportOf } from './clientSupport.ts';
import { keepMemorySmall } from '../memory.ts';
import type { Session, SessionPlaces } from './session.ts';

/** What runs the index in a thread of its own: what has started this program, or the entry of the sources. */
const WORKER = new URL(import.meta.url.endsWith('.ts') ? '../main.ts' : 'server.cjs', import.meta.url);

/** So long the end of a session waits for index files to be closed. */
const ENDING_MILLISECONDS = 2000;

/** So long the answer to `initialize` has to get on its way before the thread is busy loading. */
const HEAD_START_MILLISECONDS = 5;

/**
 * Runs the language server on the transport that the command line names (`--stdio`, `--node-ipc`, `--pipe=…`, `--socket=…`).
 */
export function runLanguageServer(): void {
  keepMemorySmall();
  let connection: Connection;
  try {
    connection = createConnection(ProposedFeatures.all);
  } catch {
    process.stderr.write(
      'source-check-language-server: say how the editor talks to it: --stdio, --node-ipc, --pipe=NAME or --socket=PORT.\n',
    );
    process.exitCode = 2;
    return;
  }
  serve(connection, {
    storage: cacheFolder(),
    workerUrl: WORKER,
  });
  connection.listen();
}

/**
 * Serves one client. `initialize` is answered before anything is read from disk, and before the greater part of the program
 * is loaded: that happens while the answer is on its way, and is done before the next message is looked at.
 */
function serve(connection: Connection, places: SessionPlaces): void {
  let session: Promise<Session> | undefined;
  const fail = (error: unknown): void => {
    connection.console.error(`Source Check could not start: ${error instanceof Error ? error.stack : String(error)}`);
  };
  const load = async (params: InitializeParams): Promise<Session> => {
    const { createSession } = await import('./session.ts');
    return createSession(connection, params, places);
  };
  connection.onInitialize((params) => {
    setTimeout(() => void (session ??= load(params)).catch(fail), HEAD_START_MILLISECONDS);
    connection.onInitialized(() => {
      session ??= load(params);
      session.then((loaded) => loaded.begin()).catch(fail);
    });
    return {
      capabilities: capabilitiesFor(clientSupportOf(params)),
      serverInfo: { name: 'source-check', version: packageJson.version },
    };
  });
  connection.onShutdown(async () => {
    const patience = new Promise((resolve) => setTimeout(resolve, ENDING_MILLISECONDS).unref());
    await Promise.race([session?.then((loaded) => loaded.end()), patience]);
  });
}
