// What must hold before a commit: format, lint with the layer bans, types, no dead code, unit tests. Under a minute.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const require = createRequire(import.meta.url);

/** What tools remember of files that have not changed since. */
const CACHE = 'node_modules/.cache';

/** A step that takes longer hangs. */
const MINUTES = 5;

const STEPS = [
  [
    ['format', 'prettier', '--check', '--log-level', 'warn', '--cache', '.'],
    ['dead code', 'knip', '--no-progress'],
    ['unit tests', 'mocha', '--parallel', '--jobs', '2', '--reporter', 'dot', 'test/unit/**/*.test.ts'],
  ],
  [
    ['types', 'typescript:tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', `${CACHE}/types.tsbuildinfo`],
    ['lint', 'eslint', '--cache', '--cache-location', `${CACHE}/eslint/`, '.'],
  ],
];

// Two lanes, since the machines this runs on have at least two cores; each lane's steps follow one another.
const failed = (await Promise.all(STEPS.map(lane))).flat();
process.stdout.write(failed.length ? `\nFailed: ${failed.join(', ')}\n` : '\nAll in order.\n');
process.exitCode = failed.length ? 1 : 0;

/** @param {string[][]} steps */
async function lane(steps) {
  const bad = [];
  for (const [title, tool, ...args] of steps) {
    const started = performance.now();
    const { status, output } = await run(bin(tool), args);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${status === 0 ? '✔' : '✘'} ${title} (${seconds} s)\n${status === 0 ? '' : output}`);
    if (status !== 0) bad.push(title);
  }
  return bad;
}

/**
 * The script of an installed tool. Started directly, since npx costs half a second each.
 * @param {string} tool `package`, `package:bin` or a script of this project
 */
function bin(tool) {
  if (tool.endsWith('.mjs')) return path.join(root, tool);
  const [name, binName = name] = tool.split(':');
  const manifest = path.join(root, 'node_modules', name, 'package.json');
  const { bin: bins } = require(manifest);
  return path.join(path.dirname(manifest), typeof bins === 'string' ? bins : bins[binName]);
}

/** @returns {Promise<{status: number | null, output: string}>} */
function run(script, args) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const timer = setTimeout(() => {
      output += `No end after ${MINUTES} minutes.\n`;
      child.kill();
    }, MINUTES * 60_000);
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('close', (status) => {
      clearTimeout(timer);
      resolve({ status, output });
    });
  });
}
