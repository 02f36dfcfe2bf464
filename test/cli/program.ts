import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const LAUNCHER = join(ROOT, 'server/bin/source-check.js');
const BUNDLE = join(ROOT, 'dist/server.cjs');
const ENTRY = join(ROOT, 'server/src/main.ts');

/** What a run of the program gave. */
export interface Outcome {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder made for one test, and the program run in it. */
export interface Desk {
  readonly folder: string;
  write(path: string, content: string | Uint8Array): void;
  run(...args: readonly string[]): Promise<Outcome>;
  runWith(
    options: { readonly stdin?: string; readonly env?: NodeJS.ProcessEnv },
    ...args: readonly string[]
  ): Promise<Outcome>;
  clear(): void;
}

/** A fresh folder with the given files. */
export function desk(files: Readonly<Record<string, string>> = {}): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'source-check-cli-'));
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) write(path, content);
  const runWith: Desk['runWith'] = (options, ...args) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, SOURCE_CHECK_CACHE: join(folder, '.cache'), NO_COLOR: '1', ...options.env };
      const [node, ...command] = programCommand();
      const child = spawn(node!, [...command, ...args], { cwd: folder, env });
      let out = '';
      let err = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, out, err }));
      child.stdin.end(options.stdin ?? '');
    });
  return {
    folder,
    write,
    runWith,
    run: (...args) => runWith({}, ...args),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** The command that starts the program, without its arguments. */
export function programCommand(): string[] {
  return [process.execPath, ...program()];
}

/** The built program, by its launcher; the TypeScript files where there is no build of them as they are. */
function program(): string[] {
  return isBuilt()
    ? [LAUNCHER]
    : ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, ENTRY];
}

let built: boolean | undefined;

/** Is there a build of the TypeScript files as they are? */
export function isBuilt(): boolean {
  built ??= modified(BUNDLE) > newest(join(ROOT, 'server/src'));
  return built;
}

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
      entry.isDirectory() ? newest(join(folder, entry.name)) : modified(join(folder, entry.name)),
    ),
  );
}

function modified(file: string): number {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}
