import { spawnSync } from 'node:child_process';
import { quantile } from '../programs/lookups.ts';

/** Milliseconds that ripgrep takes to find an exact quotation in a folder; undefined where it is not installed. */
export function measureRipgrep(folder: string, quotations: readonly string[]): number | undefined {
  if (spawnSync('rg', ['--version']).error) return undefined;
  const times = quotations.slice(0, 20).map((words) => {
    const started = performance.now();
    const found = spawnSync('rg', ['--fixed-strings', '--files-with-matches', words, folder], { encoding: 'utf8' });
    if (found.stdout === '') throw new Error(`ripgrep does not find “${words}”.`);
    return performance.now() - started;
  });
  return quantile(times, 0.5);
}
