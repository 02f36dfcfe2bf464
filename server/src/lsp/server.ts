import envPaths from 'env-paths';
import { createConnection, ProposedFeatures, type Connection } from 'vscode-languageserver/node';
import packageJson from '../../package.json' with { type: 'json' };
import { startSession } from './session.ts';

/** What runs the index in a thread of its own: the bundle that this file is part of, or the entry of the sources. */
const WORKER = import.meta.url.endsWith('.ts') ? new URL('../main.ts', import.meta.url) : new URL(import.meta.url);

/**
 * Runs the language server on the transport that the command line names (`--stdio`, `--node-ipc`, `--pipe=…`, `--socket=…`).
 */
export function runLanguageServer(): void {
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
  startSession(connection, {
    storage: process.env['SOURCE_CHECK_CACHE'] ?? envPaths('source-check', { suffix: '' }).cache,
    workerUrl: WORKER,
    version: packageJson.version,
  });
  connection.listen();
}
