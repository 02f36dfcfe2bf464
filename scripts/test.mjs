// Everything: build, unit, index, command line, protocol, all but build and most of unit again on VS Code's Node, accuracy, VS Code.
// The last line adds up: `N passed, N failed`. A phase that crashes, or in which no test ran, fails the run.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const temporary = mkdtempSync(path.join(os.tmpdir(), 'source-check-test-'));
const mochaBin = path.join(path.dirname(createRequire(import.meta.url).resolve('mocha')), 'bin/mocha.js');
const PHASE_MINUTES = 20;
/** What tests leave open is told by the reporter sooner; a Node that is silent for so long has run into its own fault. */
const CLOSING_MINUTES = 1;

const sum = { passed: 0, failed: 0, skipped: 0 };

const build = await run('build', [process.execPath, 'scripts/build.mjs'], { counts: false });
if (build) {
  // VS Code is fetched while the first suites run.
  const vscodeNode = installVscode();
  await run('unit', mocha(process.execPath, 'test/unit/**/*.test.ts'));
  await run('index', mocha(process.execPath, 'test/index/**/*.test.ts'));
  await run('command line', mocha(process.execPath, 'test/cli/**/*.test.ts'));
  await run('protocol', mocha(process.execPath, 'test/protocol/**/*.test.ts'));
  const node = await vscodeNode;
  if (node)
    await run(
      'index, command line and protocol on VS Code’s Node',
      mocha(
        node,
        'test/unit/corpus/**/*.test.ts',
        'test/index/**/*.test.ts',
        'test/cli/**/*.test.ts',
        'test/protocol/**/*.test.ts',
      ),
    );
  await run('accuracy', mocha(process.execPath, 'test/evaluation/**/*.test.ts'));
  await run('VS Code', [process.execPath, '--import', 'tsx', 'test/vscode/host/run.ts']);
}
rmSync(temporary, { recursive: true, force: true });
process.stdout.write(
  `\n${sum.passed} passed, ${sum.failed} failed${sum.skipped > 0 ? `, ${sum.skipped} skipped` : ''}\n`,
);
process.exitCode = sum.failed > 0 ? 1 : 0;

/** The command that runs mocha on the given Node, independent of .mocharc.json. */
function mocha(node, ...specs) {
  const options = ['--no-config', '--timeout', '60000', '--reporter', 'test/specWithCounts.ts'];
  return [node, '--import', 'tsx', mochaBin, ...options, ...specs];
}

/**
 * Runs one phase, adds its counts, and says whether it went well.
 * @param {string} title
 * @param {string[]} command
 * @param {{counts?: boolean}} [options] `counts`: whether the phase runs tests
 */
async function run(title, command, { counts = true } = {}) {
  process.stdout.write(`\n=== ${title} ===\n`);
  const started = performance.now();
  const file = path.join(temporary, 'counts.json');
  rmSync(file, { force: true });
  const status = await statusOf(command, file);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const found = counts && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  for (const key of Object.keys(sum)) sum[key] += found?.[key] ?? 0;
  const trouble = troubleOf(status, counts, found);
  if (trouble) {
    // Failed tests are counted already.
    if (!found?.failed) sum.failed++;
    process.stdout.write(`✘ ${title}: ${trouble} (${seconds} s)\n`);
  } else {
    process.stdout.write(`✔ ${title} (${seconds} s)\n`);
  }
  return !trouble;
}

function troubleOf(status, counts, found) {
  if (found?.failed) return `${found.failed} failed`;
  if (status !== 0) return `ended with ${status}`;
  if (counts && !found) return 'left no counts';
  if (counts && found.passed + found.skipped === 0) return 'no test ran';
  return undefined;
}

/** The exit status of a command, or what ended it. */
async function statusOf([program, ...args], countsFile) {
  const child = spawn(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, SOURCE_CHECK_COUNTS: countsFile },
  });
  const end = () => {
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
  };
  const timer = setTimeout(end, PHASE_MINUTES * 60_000);
  let through;
  let isStuck = false;
  const look = setInterval(() => {
    if (isStuck || !existsSync(countsFile)) return;
    through ??= performance.now();
    if (performance.now() - through < CLOSING_MINUTES * 60_000) return;
    // https://github.com/nodejs/node/issues/54918: rarely, Node waits for itself when it should end.
    process.stdout.write('All tests are through, but the process does not end, and is ended.\n');
    isStuck = true;
    end();
  }, 1000);
  try {
    return await new Promise((resolve) => {
      child.once('error', (error) => resolve(error.message));
      child.once('close', (status, signal) => resolve(isStuck ? 0 : (status ?? signal)));
    });
  } finally {
    clearTimeout(timer);
    clearInterval(look);
  }
}

/** Installs the VS Code under test and returns its Node; undefined, and a failure, where that does not work. */
function installVscode() {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', 'test/vscode/host/install.ts'], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.once('close', (status) => {
      if (status === 0) return resolve(output.trim());
      sum.failed++;
      process.stdout.write('✘ VS Code could not be installed, so nothing is run on its Node.\n');
      resolve(undefined);
    });
  });
}
