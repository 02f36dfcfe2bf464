import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from './chromium.ts';
import { PROJECT } from './packages.ts';
import type { SuiteProgress } from './suiteProgress.ts';
import { installVscode, startVscode } from './vscodeServer.ts';

export interface SuiteRun {
  /** Folder of the extension. */
  readonly extension: string;
  /** The built entry of the suite. */
  readonly entry: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string>>;
  readonly progress: SuiteProgress;
  readonly timeout: number;
}

/**
 * Runs the suite in VS Code's server with its workbench in a headless browser: the same extension host as on a desktop.
 * Resolves when the suite has ended; rejects when it cannot end.
 */
export async function runInServer(run: SuiteRun): Promise<void> {
  const [installation, browser] = await Promise.all([installVscode(), launchBrowser()]);
  process.stdout.write(`VS Code ${installation.version} (server), Chromium ${browser.version()}\n`);
  const server = await startVscode(installation, { testDriver: true, env: run.env }).catch(async (error: unknown) => {
    await browser.close();
    throw error;
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    let trouble: string | undefined;
    let hostEnded: number | undefined;
    void server.ended.then((status) => (trouble ??= `the VS Code server ended with status ${status}`));
    page.on('crash', () => (trouble ??= 'the page crashed'));
    // The driver calls these two when the tests end and for what they print. Both say less than the file of events.
    await page.exposeFunction('codeAutomationExit', () => {});
    await page.exposeFunction('codeAutomationLog', () => {});
    const response = await page.goto(
      server.url(run.workspace, {
        extensionDevelopmentPath: server.remote(run.extension),
        extensionTestsPath: server.remote(run.entry),
        skipWelcome: 'true',
      }),
    );
    if (!response?.ok()) throw new Error(`The workbench's page answered ${response?.status() ?? 'nothing'}.`);
    for (const end = Date.now() + run.timeout; !run.progress.hasEnded; await pause(100)) {
      run.progress.update();
      // VS Code itself takes a killed extension host for the good end of the tests.
      if (/Extension Host Process exited/.test(server.log())) hostEnded ??= Date.now();
      if (hostEnded && Date.now() > hostEnded + 3000) trouble ??= 'the extension host ended before the tests did';
      if (Date.now() > end) trouble ??= `no end after ${run.timeout / 1000} seconds`;
      if (!trouble || run.progress.hasEnded) continue;
      run.progress.update();
      if (run.progress.hasEnded) break;
      await savePicture(() => page.screenshot({ timeout: 5000 }));
      throw new Error(
        `${trouble}${run.progress.current ? ` in the test “${run.progress.current}”` : ''}\n${lastWords(server.log())}`,
      );
    }
    if (run.progress.result().failed > 0) await savePicture(() => page.screenshot({ timeout: 5000 }));
  } finally {
    await browser.close().catch(() => {});
    await server.stop();
  }
}

/** The server's last words, without stack traces and the files it does without. */
function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /^\[\d\d:/.test(line));
  return lines.slice(-8).join('\n');
}

async function savePicture(take: () => Promise<Buffer>): Promise<void> {
  const file = path.join(PROJECT, 'out/vscode/failure.png');
  try {
    const picture = await take();
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, picture);
    process.stdout.write(`The window as it was: ${path.relative(PROJECT, file)}\n`);
  } catch {
    // No picture of a page that is gone.
  }
}
