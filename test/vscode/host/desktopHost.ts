import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { CACHE } from './packages.ts';
import type { SuiteRun } from './serverHost.ts';

/** Milliseconds without any data after which a download counts as impossible. */
const PATIENCE = 4000;

/**
 * The desktop VS Code, downloaded if need be; undefined where none can run (no display) or be had. Said once, in a line.
 * `VSCODE_UNDER_TEST` = `desktop` or `server` decides by itself; a run in CI or offline (`npm_config_offline`) does not try.
 */
export async function findDesktop(): Promise<string | undefined> {
  const wish = process.env.VSCODE_UNDER_TEST;
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (wish === 'server') return undefined;
  if (wish !== 'desktop' && (!hasDisplay || process.env.CI || process.env.npm_config_offline)) return undefined;
  try {
    return await downloadAndUnzipVSCode({ version: 'stable', cachePath: CACHE, timeout: PATIENCE });
  } catch (error) {
    if (wish === 'desktop') throw error;
    process.stdout.write('The desktop VS Code cannot be downloaded here; its server from npm is used instead.\n');
    return undefined;
  }
}

/** Runs the suite in a desktop VS Code. Resolves when it has ended, however it went: the events say how. */
export async function runInDesktop(vscodeExecutablePath: string, run: SuiteRun): Promise<void> {
  const data = mkdtempSync(path.join(os.tmpdir(), 'source-check-vscode-'));
  const following = setInterval(() => run.progress.update(), 200);
  try {
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath: run.extension,
      extensionTestsPath: run.entry,
      extensionTestsEnv: run.env,
      launchArgs: [run.workspace, '--disable-workspace-trust', '--user-data-dir', data, '--disable-extensions'],
    });
  } catch (error) {
    run.progress.update();
    if (!run.progress.hasEnded) throw error;
  } finally {
    clearInterval(following);
    run.progress.update();
    rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}
