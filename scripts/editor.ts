// Opens a real VS Code with the extension and seeds/ in the browser, for people who have no VS Code at hand. It comes from
// npm, listens on loopback only, behind a token, and forgets everything when it ends.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildPackage } from '../test/vscode/host/extensionPackage.ts';
import { PROJECT } from '../test/vscode/host/packages.ts';
import { installVscode, startVscode } from '../test/vscode/host/vscodeServer.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));

const vsix = buildPackage();
const server = await startVscode(await installVscode(), { vsix });
const seeds = path.join(PROJECT, 'seeds');
const url = server.url(seeds, { openFile: server.remote(path.join(seeds, 'draft.md')) });
process.stdout.write(
  (await openInBrowser(url))
    ? `VS Code is opening in your browser. If it does not: ${url}\n`
    : `Open this in a browser on this computer:\n${url}\n`,
);
process.stdout.write('Ctrl+C ends it.\n');
const status = await server.ended;
process.stderr.write(`The VS Code server ended with status ${status}.\n`);
process.exitCode = 1;

/** Whether a browser was told to open the page. */
function openInBrowser(page: string): Promise<boolean> {
  const isDesktop = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!isDesktop) return Promise.resolve(false);
  const command = process.platform === 'darwin' ? 'open' : 'xdg-open';
  return new Promise((resolve) => {
    const child = spawn(command, [page], { stdio: 'ignore' });
    child.once('error', () => resolve(false));
    child.once('close', (code) => resolve(code === 0));
  });
}
