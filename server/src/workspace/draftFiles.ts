import { stat } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { glob, isDynamicPattern } from 'tinyglobby';
import { Unusable } from './unusable.ts';

/** A draft to check: the path as it is shown, and where it is. */
export interface DraftFile {
  readonly shown: string;
  readonly path: string;
}

const MARKDOWN = '**/*.{md,markdown}';
const ALWAYS_LEFT_OUT = ['**/node_modules/**', '**/.git/**'];

/**
 * The drafts that `paths` name (files, folders, globs), in order, none twice. Of a folder the Markdown files below it, but
 * not those in `leftOut` (absolute folders: the corpus). Throws {@link Unusable} for a path that names nothing.
 */
export async function findDrafts(
  paths: readonly string[],
  cwd: string,
  leftOut: readonly string[],
): Promise<DraftFile[]> {
  const found = new Map<string, DraftFile>();
  const add = (shown: string): void => {
    const path = resolve(cwd, shown);
    if (!found.has(path)) found.set(path, { shown, path });
  };
  for (const given of paths) {
    const kind = await kindOf(resolve(cwd, given));
    if (kind === 'file') add(given);
    else if (kind === 'folder') {
      const inside = await markdownBelow(resolve(cwd, given), leftOut);
      if (inside.length === 0) {
        throw new Unusable(`${given} is a folder without Markdown files: name a draft, or a folder that holds drafts.`);
      }
      for (const path of inside) add(join(given, path));
    } else if (isDynamicPattern(given)) {
      const matches = await glob([given.replaceAll('\\', '/')], {
        cwd,
        onlyFiles: true,
        expandDirectories: false,
        ignore: ALWAYS_LEFT_OUT,
        followSymbolicLinks: false,
      });
      if (matches.length === 0) throw new Unusable(`No file matches ${given}: check the pattern.`);
      for (const match of matches.sort()) add(isAbsolute(given) ? resolve(cwd, match) : match);
    } else {
      throw new Unusable(`${given} does not exist: check the path of the draft.`);
    }
  }
  return [...found.values()];
}

/** The Markdown files below a folder, relative to it, sorted; neither hidden ones nor those of `leftOut`. */
async function markdownBelow(folder: string, leftOut: readonly string[]): Promise<string[]> {
  const inside = leftOut.flatMap((other) => {
    const path = relative(folder, other).replaceAll('\\', '/');
    return path === '' || path.startsWith('..') || isAbsolute(path) ? [] : [`${path}/**`];
  });
  const files = await glob([MARKDOWN], {
    cwd: folder,
    ignore: [...ALWAYS_LEFT_OUT, ...inside],
    followSymbolicLinks: false,
    caseSensitiveMatch: false,
  });
  return files.sort();
}

async function kindOf(path: string): Promise<'file' | 'folder' | undefined> {
  try {
    const found = await stat(path);
    return found.isDirectory() ? 'folder' : 'file';
  } catch {
    return undefined;
  }
}
