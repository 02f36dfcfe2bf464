// Runs the suites in a real VS Code: the desktop one where it can be had, else its server with a headless browser.
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeCounts } from '../../counts.ts';
import { EVENTS_FILE } from '../suite/events.ts';
import { buildSuite } from './buildSuite.ts';
import { findDesktop, runInDesktop } from './desktopHost.ts';
import { copyPackage } from './extensionPackage.ts';
import { PROJECT } from './packages.ts';
import { runInServer } from './serverHost.ts';
import { followSuite } from './suiteProgress.ts';

const TIMEOUT = 5 * 60_000;

// An orderly exit, so that what was started ends too.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

if (!existsSync(path.join(PROJECT, 'dist/client.cjs'))) throw new Error('Not built yet: run "npm run build" first.');
const temporary = mkdtempSync(path.join(os.tmpdir(), 'source-check-suite-'));
try {
  // The suite edits drafts: it gets a copy.
  const workspace = path.join(temporary, 'seeds');
  cpSync(path.join(PROJECT, 'seeds'), workspace, { recursive: true });
  const extension = path.join(temporary, 'extension');
  await copyPackage(extension);
  const events = path.join(temporary, 'events.jsonl');
  const progress = followSuite(events);
  const run = {
    extension,
    entry: await buildSuite(),
    workspace,
    env: { [EVENTS_FILE]: events, SOURCE_CHECK_CACHE: path.join(temporary, 'cache') },
    progress,
    timeout: TIMEOUT,
  };
  const desktop = await findDesktop();
  let crashed = false;
  try {
    await (desktop ? runInDesktop(desktop, run) : runInServer(run));
    progress.update();
    if (!progress.hasEnded) throw new Error('VS Code ended before the tests did.');
  } catch (error) {
    crashed = true;
    process.stdout.write(`✘ The tests in VS Code did not come to their end: ${String(error)}\n`);
  }
  const { passed, failed, skipped } = progress.result();
  process.stdout.write(`\n  ${passed} passing, ${failed} failing\n`);
  writeCounts({ passed, failed: failed + (crashed ? 1 : 0), skipped });
  process.exitCode = crashed || failed > 0 || passed === 0 ? 1 : 0;
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
