import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { PackageManager, listFiles } from '@vscode/vsce';
import { PROJECT } from './packages.ts';

/** Builds the extension's package and returns its path. */
export function buildPackage(): string {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/package.mjs'], {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The extension cannot be packed:\n${stdout}`);
  const { version } = JSON.parse(readFileSync(path.join(PROJECT, 'package.json'), 'utf8')) as { version: string };
  return path.join(PROJECT, `source-check-${version}.vsix`);
}

/** Copies the files that the package holds, so that what it lacks is missed in a test. */
export async function copyPackage(to: string): Promise<void> {
  for (const file of await listFiles({ cwd: PROJECT, packageManager: PackageManager.None })) {
    cpSync(path.join(PROJECT, file), path.join(to, file));
  }
}
