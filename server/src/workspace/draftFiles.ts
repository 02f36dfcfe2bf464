import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { glob, isDynamicPattern } from 'tinyglobby';
import type { Configuration } from './configuration.ts';
import { Unusable } from './unusable.ts';

/** A draft to check: the path as it is shown, and where it is. */
export interface DraftFile {
  readonly shown: string;
  readonly path: string;
  /** Named as a file by the user, not found in a folder or by a glob: it is checked whatever it is. */
  readonly named: boolean;
}

const MARKDOWN = '**/*.{md,markdown}';
const ALWAYS_LEFT_OUT = ['**/node_modules/**', '**/.git/**'];

/**
 * The drafts that `paths` name (files, folders, globs), in order, none twice. Of a folder the Markdown files below it.
 * Throws {@link Unusable} for a path that names nothing.
 */
export async function findDrafts(paths: readonly string[], cwd: string): Promise<DraftFile[]> {
  const found = new Map<string, DraftFile>();
  const add = (shown: string, named: boolean): void => {
    const path = resolve(cwd, shown);
    if (!found.has(path)) found.set(path, { shown, path, named });
  };
  for (const given of paths) {
    const kind = await kindOf(resolve(cwd, given));
    if (kind === 'file') add(given, true);
    else if (kind === 'folder') {
      const inside = await filesBelow(resolve(cwd, given), MARKDOWN);
      if (inside.length === 0) {
        throw new Unusable(`${given} is a folder without Markdown files: name a draft, or a folder that holds drafts.`);
      }
      for (const path of inside) add(join(given, path), false);
    } else if (isDynamicPattern(given)) {
      const matches = await filesBelow(cwd, given.replaceAll('\\', '/'));
      if (matches.length === 0) throw new Unusable(`No file matches ${given}: check the pattern.`);
      for (const match of matches) add(isAbsolute(given) ? resolve(cwd, match) : match, false);
    } else {
      throw new Unusable(`${given} does not exist: check the path of the draft.`);
    }
  }
  return [...found.values()];
}

/** The files that a glob finds in a folder, relative to it, sorted. Hidden ones and installed packages are left out. */
async function filesBelow(folder: string, pattern: string): Promise<string[]> {
  const files = await glob([pattern], {
    cwd: folder,
    onlyFiles: true,
    expandDirectories: false,
    ignore: ALWAYS_LEFT_OUT,
    // Links may lead in circles.
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
  });
  return files.sort();
}

/**
 * Whether a file that was found in a folder is a draft by its configuration: it is not excluded, and it is no source,
 * unless the configuration calls it a draft. `folders` are those of the sources, all paths absolute.
 */
export function isDraft(
  path: string,
  home: string,
  folders: readonly string[],
  configuration: Pick<Configuration, 'drafts' | 'exclude'>,
): boolean {
  const fromHome = relative(home, path).replaceAll('\\', '/');
  const matches = (globs: readonly string[]): boolean =>
    globs.some((glob) => picomatch.isMatch(fromHome, glob.replace(/^\.\//u, ''), { dot: true }));
  if (matches(configuration.exclude)) return false;
  return matches(configuration.drafts ?? []) || !folders.some((folder) => isInside(path, folder));
}

function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && !way.startsWith('..') && !isAbsolute(way);
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
