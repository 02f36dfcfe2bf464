import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SqlDriver } from './driver.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** What decides which file an index is kept in. */
export interface IndexFileKey {
  /** Absolute path of the folder for index files. */
  readonly storage: string;
  readonly folders: readonly string[];
  readonly exclude: readonly string[];
}

/** Index files that nobody has written to for so many days are removed. */
const KEPT_DAYS = 60;

/**
 * Where the index of these folders is kept. The name holds a hash of the folders, the version of tables and program, and
 * the driver: two drivers do not see each other's locks, and two versions do not read each other's tables.
 */
export function indexFilePath({ storage, folders, exclude }: IndexFileKey, driver: SqlDriver['kind']): string {
  const key = JSON.stringify([folders.map(realPathOf).sort(), [...exclude].sort()]);
  return path.join(storage, `${shortHash(key)}-v${SCHEMA_VERSION}-${programVersion()}-${driver}.db`);
}

function realPathOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

function shortHash(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest('hex').slice(0, 16);
}

let version: string | undefined;

/** What was indexed by another build of the program is not used: its extractors may have found other names. */
function programVersion(): string {
  if (version === undefined) {
    const self = fileURLToPath(import.meta.url);
    version = (self.endsWith('.ts') ? versionOfSources(self) : shortHash(readFileSync(self))).slice(0, 8);
  }
  return version;
}

/** Of the program running from its TypeScript source. */
function versionOfSources(self: string): string {
  const source = path.resolve(path.dirname(self), '../..');
  const files = ['text', 'extract', 'sources', 'corpus'].flatMap((folder) =>
    readdirSync(path.join(source, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      path.join(source, folder, name),
    ),
  );
  return shortHash(
    files
      .sort()
      .map((file) => `${file} ${statSync(file).mtimeMs}`)
      .join('\n'),
  );
}

/** Removes the index in this file, and all that belongs to it. Throws if that is not allowed. */
export function discardIndexFile(file: string): void {
  for (const end of ['', '-wal', '-shm', '-journal', '.lock']) rmSync(file + end, { force: true, recursive: true });
}

/** Removes index files of the folder that are old, or of the same corpus and of another version of the program. */
export function discardOldIndexFiles(current: string): void {
  const folder = path.dirname(current);
  const corpus = path.basename(current).split('-')[0]!;
  const driver = /-(?:node|wasm)\.db$/.exec(current)?.[0] ?? '';
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (!/^[0-9a-f]{16}-v\d+-[0-9a-f]{8}-(?:node|wasm)\.db$/.test(name) || file === current || usersOf(file).length > 0)
      continue;
    const isSuperseded = name.startsWith(`${corpus}-`) && name.endsWith(driver);
    try {
      if (isSuperseded || Date.now() - statSync(file).mtimeMs > KEPT_DAYS * 86_400_000) {
        discardIndexFile(file);
        rmSync(`${file}.users`, { force: true, recursive: true });
      }
    } catch {
      // Another process may be doing the same.
    }
  }
}

let registrations = 0;

/** Notes that this process has the file open; the function returned takes the note back. */
export function registerUser(file: string): () => void {
  const folder = `${file}.users`;
  mkdirSync(folder, { recursive: true });
  const note = path.join(folder, `${process.pid}-${Date.now()}-${registrations++}`);
  writeFileSync(note, '');
  return () => rmSync(note, { force: true });
}

/** The notes of running processes that have the file open, other than `own`. Notes of dead ones are removed. */
export function usersOf(file: string): string[] {
  const folder = `${file}.users`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((note) => {
    if (isRunning(Number(note.split('-')[0]))) return true;
    rmSync(path.join(folder, note), { force: true });
    return false;
  });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A lock that has not changed for so long was left behind: no transaction takes so many milliseconds. */
const LONGEST_LOCK = 60_000;

/**
 * To be called before the WebAssembly driver opens a file. It locks by making a folder, which stays when the process is
 * killed; and it does not roll back what the process was writing then, so such a file cannot be used any more.
 * Returns true if the index had to be thrown away. `users`: how many others have the file open.
 */
export function recoverWasmFile(file: string, users: number): boolean {
  const lock = `${file}.lock`;
  const isLocked = existsSync(lock);
  const isStale = isLocked && (users === 0 || Date.now() - statSync(lock).mtimeMs > LONGEST_LOCK);
  if (isLocked && !isStale) return false;
  const journal = `${file}-journal`;
  const wasWriting = (users === 0 || isStale) && existsSync(journal) && statSync(journal).size > 0;
  if (isStale) rmSync(lock, { recursive: true, force: true });
  if (wasWriting) discardIndexFile(file);
  return wasWriting;
}
