import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { asAscii } from '../../scripts/asAscii.mjs';
import { CACHE } from '../texts/corpusFolder.ts';

/** A runtime, and the SQLite that the program uses on it. */
export interface Runtime {
  readonly node: string;
  readonly driver: 'node' | 'wasm';
  readonly version: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = path.join(CACHE, `main-${process.pid}.cjs`);

/** Bundles what is run in processes of its own, so that loading and holding it costs about what it costs the product. */
export async function buildPrograms(): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  const wasm = createRequire(import.meta.url)
    .resolve('node-sqlite3-wasm')
    .replace(/\.js$/, '.wasm');
  copyFileSync(wasm, path.join(CACHE, path.basename(wasm)));
  await build({
    absWorkingDir: root,
    entryPoints: ['bench/programs/main.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    minify: true,
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: 'warning',
    mainFields: ['module', 'main'],
  });
  writeFileSync(bundle, asAscii(readFileSync(bundle, 'utf8')));
  execFileSync(process.execPath, [path.join(root, 'scripts/build.mjs')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The bundle of {@link buildPrograms}, to be removed in the end. */
export const PROGRAMS = bundle;

/** Runs one measurement in a process of its own. */
export function runProgram<Result>({ node, driver }: Runtime, name: string, folder: string, place: string): Result {
  const out = execFileSync(node, ['--no-warnings', bundle, name, folder, driver, place], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(out) as Result;
}

/** This runtime, and VS Code's own where the tests have installed it: one with each driver. */
export function runtimes(): Runtime[] {
  const others = [process.env['SOURCE_CHECK_TEST_NODE'], path.join(root, '.vscode-test/server/node_modules/.bin/node')];
  const found = new Map<string, Runtime>();
  for (const node of [process.execPath, ...others]) {
    const runtime = node && runtimeOf(node);
    if (runtime && !found.has(runtime.driver)) found.set(runtime.driver, runtime);
  }
  return [...found.values()].sort((a, b) => (a.driver < b.driver ? -1 : 1));
}

function runtimeOf(node: string): Runtime | undefined {
  const question = `process.stdout.write(JSON.stringify({
    version: process.version,
    driver: process.getBuiltinModule?.('node:sqlite') ? 'node' : 'wasm',
  }))`;
  try {
    const out = execFileSync(node, ['--no-warnings', '-e', question], { encoding: 'utf8' });
    return { node, ...(JSON.parse(out) as { version: string; driver: 'node' | 'wasm' }) };
  } catch {
    return undefined;
  }
}
