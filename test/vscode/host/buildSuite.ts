import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { PROJECT } from './packages.ts';

/** Bundles the suites for the extension host, and returns the file that VS Code is told to run. */
export async function buildSuite(): Promise<string> {
  const folder = path.join(PROJECT, 'test/vscode/suite');
  const files = readdirSync(folder).filter((file) => file === 'index.ts' || file.endsWith('.test.ts'));
  const outdir = path.join(PROJECT, 'out/vscode');
  // What is left of a removed suite would be run.
  rmSync(outdir, { recursive: true, force: true });
  await build({
    entryPoints: files.map((file) => path.join(folder, file)),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outExtension: { '.js': '.cjs' },
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
  return path.join(outdir, 'index.cjs');
}
