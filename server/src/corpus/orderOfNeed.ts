import path from 'node:path';
import picomatch from 'picomatch';
import type { ListedFile } from './listSources.ts';

/** Sources that somebody waits for: those that the open drafts cite. */
export interface WantedSources {
  /** Absolute paths. Some may not exist. */
  readonly files: readonly string[];
  /** Globs of absolute paths, with forward slashes. */
  readonly globs: readonly string[];
}

/**
 * The files in the order in which they are needed: what is wanted, then what was changed last. `wanted` is asked before each
 * one, so that what is wanted later still comes before the rest.
 */
export function* inOrderOfNeed(
  files: readonly ListedFile[],
  wanted: () => WantedSources | undefined,
): Generator<ListedFile> {
  const newestFirst = [...files].sort((a, b) => (b.modified ?? 0) - (a.modified ?? 0));
  /** Before their turn. */
  const given = new Set<ListedFile>();
  let known: WantedSources | undefined;
  let urgent: ListedFile[] = [];
  for (let next = 0; ;) {
    const now = wanted();
    if (now && now !== known) {
      const isWanted = matcherOf(now);
      urgent = newestFirst.filter((file, i) => i >= next && isWanted(file.absolute)).reverse();
    }
    known = now;
    const early = urgent.pop();
    const file = early ?? newestFirst[next++];
    if (!file) return;
    if (given.has(file)) continue;
    if (early) given.add(file);
    yield file;
  }
}

function matcherOf({ files, globs }: WantedSources): (file: string) => boolean {
  const named = new Set(files);
  const matches = picomatch([...globs], { dot: true });
  return (file) => named.has(file) || (globs.length > 0 && matches(file.split(path.sep).join('/')));
}
