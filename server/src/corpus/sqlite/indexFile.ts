import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { threadId } from 'node:worker_threads';
import { makeFolder } from '../../makeFolder.ts';
import type { SqlDriver } from './driver.ts';
import { SCHEMA_VERSION } from './schema.ts';

/** What decides which file an index is kept in. */
export interface IndexFileKey {
  /** Absolute path of the folder for index files. */
  readonly storage: string;
  readonly folders: readonly string[];
  readonly exclude: readonly string[];
}

/**
 * Index files that nobody has used for so many days are removed; those of another version of the program sooner, but not so
 * soon that an editor and a command line of two versions make each other build theirs anew.
 */
const KEPT_DAYS = { current: 60, superseded: 2 };

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
      const days = isSuperseded ? KEPT_DAYS.superseded : KEPT_DAYS.current;
      if (Date.now() - lastUse(file) > days * 86_400_000) {
        discardIndexFile(file);
        rmSync(`${file}.users`, { force: true, recursive: true });
      }
    } catch {
      // Another process may be doing the same.
    }
  }
}

/** When the file was last written or noted as used, in milliseconds of the epoch. */
function lastUse(file: string): number {
  const users = statSync(`${file}.users`, { throwIfNoEntry: false });
  return Math.max(statSync(file).mtimeMs, users?.mtimeMs ?? 0);
}

let registrations = 0;

/** A note that a process has an index file open. */
export interface FileUser {
  readonly note: string;
  /** When it was written, in milliseconds of the epoch. */
  readonly since: number;
}

/** Notes that this process has the file open; the function returned takes the note back. */
export function registerUser(file: string): { readonly note: string; readonly release: () => void } {
  const folder = `${file}.users`;
  makeFolder(folder);
  const note = `${process.pid}-${Date.now()}-${threadId}-${registrations++}`;
  writeFileSync(path.join(folder, note), '');
  return { note, release: () => rmSync(path.join(folder, note), { force: true }) };
}

/** Which running processes have the file open. Notes of dead ones are removed. */
export function usersOf(file: string): FileUser[] {
  const folder = `${file}.users`;
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((note) => {
    const [pid, since] = note.split('-').map(Number);
    if (isRunning(pid!)) return [{ note, since: since! }];
    rmSync(path.join(folder, note), { force: true });
    return [];
  });
}

/** Takes back what a thread of this process has noted that has ended, perhaps without doing so itself. */
export function forgetThread(file: string, thread: number): void {
  for (const { note } of usersOf(file)) {
    const [pid, , noted] = note.split('-').map(Number);
    if (pid === process.pid && noted === thread) rmSync(path.join(`${file}.users`, note), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Time stamps of files may lie some milliseconds behind the clock. */
const CLOCK_SLACK = 2000;
/** A lock that has not changed for so long was left behind: no transaction takes so many milliseconds. */
const LONGEST_LOCK = 60_000;

/**
 * To be called before the WebAssembly driver opens a file, and after `own` was noted as its user. The driver locks by
 * making a folder, which stays when the process is killed; and it does not roll back what the process was writing then, so
 * such a file cannot be used any more. Returns true if the index had to be thrown away.
 */
export function recoverWasmFile(file: string, own: string): boolean {
  const others = usersOf(file).filter(({ note }) => note !== own);
  const lock = statSync(`${file}.lock`, { throwIfNoEntry: false });
  const journal = statSync(`${file}-journal`, { throwIfNoEntry: false });
  // Whoever holds the lock has noted himself before.
  const holders = lock ? others.filter(({ since }) => since <= lock.mtimeMs + CLOCK_SLACK) : others;
  const isOld = lock !== undefined && Date.now() - lock.mtimeMs > LONGEST_LOCK;
  if (holders.length > 0 && !isOld) return false;
  const wasWriting = (journal?.size ?? 0) > 0;
  if (wasWriting) discardIndexFile(file);
  else if (lock) rmSync(`${file}.lock`, { recursive: true, force: true });
  return wasWriting;
}
