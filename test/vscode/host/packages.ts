import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/** Where programs that only tests need are kept between runs; git ignores it. */
export const CACHE = path.join(PROJECT, '.vscode-test');

/** A set of npm packages outside the project's own dependencies. */
export interface PackageSet {
  /** Folder below {@link CACHE}. */
  readonly name: string;
  /** Exact versions, by package name. */
  readonly packages: Readonly<Record<string, string>>;
  /** Said before a download begins. */
  readonly announcement: string;
  /** Counted up when `finish` changes, so that older installations are renewed. */
  readonly recipe: number;
  /** Carried out once after `npm install`, in the set's folder. */
  readonly finish?: (folder: string) => Promise<void>;
}

/**
 * Installs the set from npm unless it is there already, and returns its folder. The folder gets its final name only when
 * everything is in place, so that an interrupted install is never taken for a whole one.
 */
export async function installPackages(set: PackageSet): Promise<string> {
  const folder = path.join(CACHE, set.name);
  const manifest = JSON.stringify({ private: true, recipe: set.recipe, dependencies: set.packages }, null, 2);
  const manifestFile = path.join(folder, 'package.json');
  if (existsSync(manifestFile) && readFileSync(manifestFile, 'utf8') === manifest) return folder;

  process.stderr.write(`${set.announcement}\n`);
  const unfinished = `${folder}.unfinished-${process.pid}`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  try {
    writeFileSync(path.join(unfinished, 'package.json'), manifest);
    await npmInstall(unfinished);
    await set.finish?.(unfinished);
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}

/** `npm install` without install scripts, so that nothing is compiled and nothing is fetched from elsewhere. */
export function npmInstall(folder: string, ...options: string[]): Promise<void> {
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const args = [...first, 'install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...options];
  return new Promise((resolve, reject) => {
    // The surrounding npm run sets npm_config_* for this project (its workspace, its prefix), which is not the one meant here.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(
        ([name]) => !/^npm_config_(?:local_prefix|workspace|prefix|include|omit)/.test(name),
      ),
    );
    const child = spawn(command, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'inherit'] });
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) resolve();
      else reject(new Error(`npm install failed with status ${status}: is the npm registry within reach?`));
    });
  });
}
