import { isMainThread } from 'node:worker_threads';

/** How clients ask for a language server: by name, or by a transport alone. */
const TRANSPORT = /^--(?:stdio|node-ipc|pipe|socket)(?:=|$)/;

/**
 * The one entry of the bundle. A worker thread started from this file builds the index, or reads for one that does; a process is the language server
 * or the command line. Each part is loaded only where it runs.
 */
async function run(argv: readonly string[]): Promise<void> {
  const [first = ''] = argv;
  if (!isMainThread) {
    const { runWorkerThread } = await import('./corpus/workerThread.ts');
    await runWorkerThread();
  } else if (first === 'language-server' || TRANSPORT.test(first)) {
    const { runLanguageServer } = await import('./lsp/server.ts');
    runLanguageServer();
  } else {
    const { runCommandLine } = await import('./cli/main.ts');
    process.exitCode = await runCommandLine([...argv]);
  }
}

void run(process.argv.slice(2));
