import { stat } from 'node:fs/promises';
import { dirname, relative, resolve } from 'node:path';
import type { FoundConfiguration } from './configurationFile.ts';
import { Unusable } from './unusable.ts';

const DEFAULT_FOLDERS = ['sources', 'seeds'];

/**
 * The folders that hold the sources (absolute): those given by hand (relative to `cwd`), else those of the configuration
 * (relative to its file), else `sources` or `seeds` in the first of `bases` that has one. Throws {@link Unusable} where
 * none is found, or one that was named is missing.
 */
export async function corpusFolders(
  given: readonly string[],
  found: FoundConfiguration,
  cwd: string,
  bases: readonly string[],
): Promise<string[]> {
  if (given.length > 0) return existing(given, cwd, cwd, (folder) => `The corpus folder ${folder}`);
  if (found.file !== undefined && found.configuration.corpus) {
    const { file } = found;
    return existing(
      found.configuration.corpus,
      dirname(file),
      cwd,
      (folder) => `The corpus folder ${folder} that ${shown(file, cwd)} names`,
    );
  }
  for (const base of bases) {
    for (const name of DEFAULT_FOLDERS) {
      const folder = resolve(base, name);
      if (await isFolder(folder)) return [folder];
    }
  }
  throw new Unusable(
    'No sources were found: put them in a folder “sources”, name their folder with --corpus DIR, ' +
      'or write { "corpus": "DIR" } into source-check.json.',
  );
}

async function existing(
  folders: readonly string[],
  base: string,
  cwd: string,
  subject: (folder: string) => string,
): Promise<string[]> {
  const absolute = [...new Set(folders.map((folder) => resolve(base, folder)))];
  for (const folder of absolute) {
    if (!(await isFolder(folder))) {
      throw new Unusable(`${subject(shown(folder, cwd))} does not exist: create it or name another.`);
    }
  }
  return absolute;
}

/** A path as a user in `cwd` would write it. */
export function shown(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short === '' ? '.' : short.startsWith('..') ? path : short;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch {
    return false;
  }
}
