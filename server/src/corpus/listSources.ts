import ignore, { type Ignore } from 'ignore';
import { readdirSync, readFileSync, realpathSync, statSync, type Dirent } from 'node:fs';
import path from 'node:path';
import picomatch from 'picomatch';

/** Where sources are looked for. */
export interface SourceScope {
  /** Absolute. */
  readonly folders: readonly string[];
  /** Globs relative to each folder. */
  readonly exclude: readonly string[];
  /** Absolute paths of files and folders. */
  readonly excludePaths: readonly string[];
}

/** A file that may be a source. */
export interface ListedFile {
  readonly folder: string;
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly absolute: string;
  /** Undefined where the file could be listed but not asked about. */
  readonly size: number | undefined;
  readonly modified: number | undefined;
}

/** What a listing comes upon: files, and folders that could not be listed. `undefined`: nothing yet, a good time to rest. */
export type Listed =
  | { readonly kind: 'file'; readonly file: ListedFile }
  | { readonly kind: 'unreadable'; readonly folder: string; readonly absolute: string; readonly missing: boolean };

/** Folders that hold no sources, by their names. */
const SKIPPED = new Set(['node_modules', '__pycache__']);

/**
 * Lists the files of the scope for which `isSource` is true, folder by folder and in order of names. Hidden files,
 * `node_modules`, and what a `.gitignore` of the folder or below it names are left out; links to folders are followed once.
 * With `only`, nothing but these absolute paths, and what is under them, is looked at.
 */
export function* listSources(
  scope: SourceScope,
  isSource: (name: string) => boolean,
  only?: readonly string[],
): Generator<Listed | undefined> {
  const excluded = picomatch([...scope.exclude], { dot: true });
  const excludedPaths = new Set(scope.excludePaths.map((file) => path.resolve(file)));
  const asked = only && askedPaths(only);
  for (const folder of scope.folders) {
    const walk: Walk = { folder, isSource, excluded, excludedPaths, asked, visited: new Set() };
    yield* listFolder(walk, folder, '', []);
  }
}

/** Absolute paths that a listing is asked for. */
export interface AskedPaths {
  /** Is this path asked for, or does it lie below one that is? */
  holds(file: string): boolean;
  /** Does a path that is asked for lie below this one? */
  isBelow(folder: string): boolean;
}

/** To ask about one path costs the depth of it, however many paths there are. */
export function askedPaths(paths: readonly string[]): AskedPaths {
  const asked = new Set(paths.map((file) => path.resolve(file)));
  const above = new Set<string>();
  for (const file of asked) {
    for (let folder = path.dirname(file); !above.has(folder); folder = path.dirname(folder)) above.add(folder);
  }
  return {
    holds(file) {
      for (let at = file; ; at = path.dirname(at)) {
        if (asked.has(at)) return true;
        if (at === path.dirname(at)) return false;
      }
    },
    isBelow: (folder) => above.has(folder),
  };
}

interface Walk {
  readonly folder: string;
  readonly isSource: (name: string) => boolean;
  readonly excluded: (path: string) => boolean;
  readonly excludedPaths: ReadonlySet<string>;
  readonly asked: AskedPaths | undefined;
  /** Real paths of the folders listed so far. */
  readonly visited: Set<string>;
}

/** The rules of one `.gitignore`, for paths relative to where it lies. */
interface IgnoreRules {
  readonly base: string;
  readonly rules: Ignore;
}

function* listFolder(
  walk: Walk,
  absolute: string,
  relative: string,
  above: readonly IgnoreRules[],
): Generator<Listed | undefined> {
  yield undefined;
  let entries: Dirent[];
  try {
    // By its real path, a folder that links lead back to is known again.
    const real = realpathSync(absolute);
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    entries = readdirSync(absolute, { withFileTypes: true });
  } catch (error) {
    yield { kind: 'unreadable', folder: walk.folder, absolute, missing: isMissing(error) };
    return;
  }
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const rules = entries.some(({ name }) => name === '.gitignore') ? [...above, ...rulesIn(absolute, relative)] : above;
  for (const entry of entries) {
    const child = path.join(absolute, entry.name);
    const name = relative ? `${relative}/${entry.name}` : entry.name;
    if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
    if (walk.excludedPaths.has(child)) continue;
    if (walk.asked && !walk.asked.isBelow(child) && !walk.asked.holds(child)) continue;
    const kind = kindOf(entry, child);
    if (kind === 'other' || (kind === 'file' && !walk.isSource(entry.name))) continue;
    if (walk.excluded(name) || isIgnored(rules, name, kind === 'folder')) continue;
    if (kind === 'folder') yield* listFolder(walk, child, name, rules);
    else yield { kind: 'file', file: { folder: walk.folder, path: name, absolute: child, ...stateOf(child) } };
  }
}

/** Is `file` the same as `folder`, or below it? Both absolute and normalised. */
export function isWithin(folder: string, file: string): boolean {
  return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

function kindOf(entry: Dirent, absolute: string): 'file' | 'folder' | 'other' {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  if (!entry.isSymbolicLink()) return 'other';
  try {
    const target = statSync(absolute);
    return target.isDirectory() ? 'folder' : target.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}

function stateOf(absolute: string): { size: number | undefined; modified: number | undefined } {
  try {
    const { size, mtimeMs } = statSync(absolute);
    return { size, modified: mtimeMs };
  } catch {
    return { size: undefined, modified: undefined };
  }
}

function rulesIn(absolute: string, base: string): IgnoreRules[] {
  try {
    return [
      {
        base,
        rules: ignore({ allowRelativePaths: false }).add(readFileSync(path.join(absolute, '.gitignore'), 'utf8')),
      },
    ];
  } catch {
    return [];
  }
}

/** As git has it: the rules nearest to the file have the last word. */
function isIgnored(rules: readonly IgnoreRules[], name: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { base, rules: here } of rules) {
    const inside = (base ? name.slice(base.length + 1) : name) + (isFolder ? '/' : '');
    const { ignored: yes, unignored: no } = here.test(inside);
    if (yes) ignored = true;
    else if (no) ignored = false;
  }
  return ignored;
}

function isMissing(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
