import { installVscode } from './vscodeServer.ts';

// Prints where VS Code's own Node is, for running other tests on it.
process.stdout.write(`${(await installVscode()).node}\n`);
