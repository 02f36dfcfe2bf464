import { roleOf } from './role.ts';

/** The one entry of the program. Each part is loaded only where it runs. */
async function run(argv: readonly string[]): Promise<void> {
  switch (roleOf(argv)) {
    case 'index-worker': {
      const { runIndexWorker } = await import('./corpus/indexWorker.ts');
      return runIndexWorker();
    }
    case 'language-server': {
      const { runLanguageServer } = await import('./lsp/server.ts');
      return runLanguageServer();
    }
    case 'command-line': {
      const { runCommandLine } = await import('./cli/main.ts');
      process.exitCode = await runCommandLine([...argv]);
    }
  }
}

void run(process.argv.slice(2));
