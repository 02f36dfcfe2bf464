import path from 'node:path';
import { isSourcePath } from '../sources/readSource.ts';
import type { CorpusProblem, IndexProgress, SyncSummary } from './corpusHandle.ts';
import type { DocumentId } from './corpusIndex.ts';
import type { IndexedDocument } from './indexedDocument.ts';
import { goneFiles, NONE_GONE, type GoneFiles } from './goneFiles.ts';
import type { IndexWriter, MovedFile, StoredFile } from './indexWriter.ts';
import {
  askedPaths,
  isWithin,
  listSources,
  type AskedPaths,
  type ListedFile,
  type SourceScope,
} from './listSources.ts';
import { inOrderOfNeed, type WantedSources } from './orderOfNeed.ts';
import { AHEAD_BYTES, readingQueue, type ReadingThread } from './readingQueue.ts';
import { readListedFile, type FoundContent } from './readListedFile.ts';

/** How a round of {@link syncIndex} keeps in touch with who started it. */
export interface SyncHooks {
  readonly isCancelled: () => boolean;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** `last`: the index is in step now. */
  readonly onCommit?: (generation: number, last: boolean) => void;
  /** What is needed before the rest, see {@link inOrderOfNeed}; another object when it has changed. */
  readonly wanted?: () => WantedSources | undefined;
  readonly readBeside?: ReadBeside;
}

/**
 * Begins to start threads that read beside this one, as many as so many bytes are worth; `onLoaded` is told of each that can be
 * used. The function returned ends them.
 */
export type ReadBeside = (bytes: number, onLoaded: (thread: ReadingThread) => void) => () => void;

/** What a round came to. */
export interface SyncResult {
  readonly summary: SyncSummary;
  readonly problems: readonly CorpusProblem[];
  /** False if parts of what was to be looked at could not be. */
  readonly complete: boolean;
  /** Were the folders looked at as a whole, and not only some paths? */
  readonly whole: boolean;
  /** How many threads have read beside the one that writes. */
  readonly readingThreads: number;
}

/** A batch is committed when it holds so many units of text, or when so many milliseconds have gone by. */
export const BATCH_UNITS = 2_500_000;
const BATCH_MILLISECONDS = 1500;
/** The first answers should come soon. */
const FIRST_BATCH_MILLISECONDS = 150;
/** After so many milliseconds others get their turn on this thread. */
const TURN_MILLISECONDS = 12;

/**
 * Brings the index in step with the folders: only files whose size or time stamp differs are read, and only those with
 * other content are put into the index anew; what was moved is known again by its content. With `only`, nothing but these absolute paths is looked at. A file that cannot
 * be read gets a record that says so.
 */
export async function syncIndex(
  writer: IndexWriter,
  scope: SourceScope,
  hooks: SyncHooks,
  only?: readonly string[],
): Promise<SyncResult> {
  const turns = turnTaker();
  const stored = byPlace<StoredFile>();
  for (const file of await writer.storedFiles(only)) stored.set(file, file);
  const batches = batchWriter(writer, hooks);
  const counts = { added: 0, changed: 0, moved: 0, removed: 0, unchanged: 0 };
  const seen = byPlace<true>();
  let gone = NONE_GONE;
  const moved = new Set<DocumentId>();
  let readingThreads = 0;

  async function list(paths: readonly string[] | undefined) {
    const files: ListedFile[] = [];
    const unlisted: { readonly absolute: string; readonly missing: boolean }[] = [];
    for (const found of listSources(scope, isSourcePath, paths)) {
      if (hooks.isCancelled()) break;
      if (found?.kind === 'file') files.push(found.file);
      if (found?.kind === 'unreadable') unlisted.push(found);
      if (await turns.take()) hooks.onProgress?.({ phase: 'listing', done: 0, total: files.length });
    }
    return { files, unlisted };
  }

  async function take(files: readonly ListedFile[]): Promise<void> {
    const rest = async (file: ListedFile) => {
      const progress = {
        phase: 'indexing',
        done: seen.size() - queue.size,
        total: files.length,
        path: file.path,
      } as const;
      if (await turns.take()) hooks.onProgress?.(progress);
    };
    const queue = readingQueue(async (file, found) => {
      await put(file, found);
      await rest(file);
    }, hooks.isCancelled);
    const bytes = hooks.readBeside ? bytesToRead(files) : 0;
    const end =
      bytes > 0 &&
      hooks.readBeside?.(bytes, (thread) => {
        readingThreads++;
        queue.join(thread);
      });
    try {
      for (const file of inOrderOfNeed(files, () => hooks.wanted?.())) {
        if (hooks.isCancelled()) return;
        if (seen.get(file)) continue;
        seen.set(file, true);
        const before = stored.get(file);
        if (isAsStored(file, before)) {
          counts.unchanged++;
          await rest(file);
        } else await queue.add(file, [...(before ? [before.hash] : []), ...gone.hashesLike(file)]);
      }
      await queue.finish();
    } finally {
      if (end) end();
    }
  }

  async function put(file: ListedFile, found: FoundContent): Promise<void> {
    const before = stored.get(file);
    const { size, modified } = file;
    if (!found.document && found.hash !== before?.hash) {
      const origin = gone.take(file, found.hash);
      // Of two copies, the other has taken it.
      if (!origin || size === undefined || modified === undefined) return put(file, readListedFile(file, []));
      counts.moved++;
      moved.add(origin.id);
      const read = () => readListedFile(file, []).document!;
      return batches.move({ id: origin.id, folder: file.folder, path: file.path, size, modified, read });
    }
    if (found.document) {
      counts[before ? 'changed' : 'added']++;
      return batches.put(found.document, found.units);
    }
    counts.unchanged++;
    if (!before || size === undefined || modified === undefined) return;
    if (before.size !== size || before.modified !== modified) batches.touch(before.id, size, modified);
  }

  /** By other threads. What could not be read before hardly can now. */
  function bytesToRead(files: readonly ListedFile[]): number {
    const unread = files.filter((file) => {
      const before = stored.get(file);
      return !seen.get(file) && !isAsStored(file, before) && before?.hash !== '' && (file.size ?? 0) < AHEAD_BYTES;
    });
    return unread.length < 2 ? 0 : unread.reduce((sum, { size }) => sum + (size ?? 0), 0);
  }

  const awaited = only ? [] : (hooks.wanted?.()?.files ?? []);
  if (awaited.length > 0) {
    // Listing all the others may take long.
    await take((await list(awaited)).files);
    await batches.flush(false);
  }
  const { files, unlisted } = await list(only);
  const problems = unlisted.map(({ absolute, missing }) => folderProblem(absolute, missing));
  const unread = unlisted.filter(({ missing }) => !missing).map(({ absolute }) => absolute);
  const asked = only && askedPaths(only);
  gone = hooks.isCancelled() ? NONE_GONE : goneOf(stored, files, (file) => isInRound(file, asked, unread));
  await take(files);
  const cancelled = hooks.isCancelled();
  if (!cancelled) {
    for (const file of stored.values()) {
      if (seen.get(file) || moved.has(file.id) || !isInRound(file, asked, unread)) continue;
      batches.remove(file.id);
      counts.removed++;
    }
  }
  await batches.flush(true);
  const complete = !cancelled && unread.length === 0;
  return { summary: { ...counts, cancelled }, problems, complete, whole: !only, readingThreads };
}

/** What was not listed, where something was that is not stored. */
function goneOf(
  stored: PlaceTable<StoredFile>,
  files: readonly ListedFile[],
  isInRound: (file: StoredFile) => boolean,
): GoneFiles {
  const known = files.reduce((count, file) => count + (stored.get(file) ? 1 : 0), 0);
  if (known === stored.size() || known === files.length) return NONE_GONE;
  const listed = byPlace<true>();
  for (const file of files) listed.set(file, true);
  const gone: StoredFile[] = [];
  for (const file of stored.values()) if (!listed.get(file) && isInRound(file)) gone.push(file);
  return goneFiles(gone);
}

/** May this file, which the listing did not show, be taken for gone? */
function isInRound(file: StoredFile, asked: AskedPaths | undefined, unread: readonly string[]): boolean {
  const absolute = path.join(file.folder, file.path);
  if (unread.some((folder) => isWithin(folder, absolute))) return false;
  return !asked || asked.holds(absolute);
}

function folderProblem(absolute: string, missing: boolean): CorpusProblem {
  const why = missing ? 'does not exist' : 'cannot be read';
  return { code: 'folder-unreadable', message: `The source folder ${absolute} ${why}.`, path: absolute };
}

/** A file that could not be read is tried again each time: being allowed to leaves its time stamp as it was. */
function isAsStored({ size, modified }: ListedFile, before: StoredFile | undefined): boolean {
  return before !== undefined && before.hash !== '' && before.size === size && before.modified === modified;
}

interface Place {
  readonly folder: string;
  readonly path: string;
}

type PlaceTable<Value> = ReturnType<typeof byPlace<Value>>;

/** A table by folder and path. One text of both for each file would be megabytes. */
function byPlace<Value>() {
  const folders = new Map<string, Map<string, Value>>();
  let size = 0;
  return {
    size: () => size,
    get: ({ folder, path }: Place) => folders.get(folder)?.get(path),
    set({ folder, path }: Place, value: Value): void {
      const inFolder = folders.get(folder) ?? new Map<string, Value>();
      folders.set(folder, inFolder);
      if (!inFolder.has(path)) size++;
      inFolder.set(path, value);
    },
    *values(): Generator<Value> {
      for (const inFolder of folders.values()) yield* inFolder.values();
    },
  };
}

function batchWriter(writer: IndexWriter, hooks: SyncHooks) {
  let put: IndexedDocument[] = [];
  let remove: DocumentId[] = [];
  let touch: { id: DocumentId; size: number; modified: number }[] = [];
  let move: MovedFile[] = [];
  let units = 0;
  let since = Date.now();
  let patience = FIRST_BATCH_MILLISECONDS;
  const flush = async (last: boolean) => {
    if (put.length + remove.length + touch.length + move.length === 0) return;
    const batch = { put, remove, touch, move };
    [put, remove, touch, move, units] = [[], [], [], [], 0];
    const generation = await writer.apply(batch);
    hooks.onCommit?.(generation, last);
    since = Date.now();
    patience = BATCH_MILLISECONDS;
  };
  return {
    async put(document: IndexedDocument, size: number) {
      put.push(document);
      units += size;
      if (units >= BATCH_UNITS || Date.now() - since >= patience) await flush(false);
    },
    touch: (id: DocumentId, size: number, modified: number) => touch.push({ id, size, modified }),
    move: (file: MovedFile) => void move.push(file),
    remove: (id: DocumentId) => remove.push(id),
    flush,
  };
}

/** Lets other work of this thread run from time to time; says when it did. */
function turnTaker() {
  let since = Date.now();
  return {
    async take(): Promise<boolean> {
      if (Date.now() - since < TURN_MILLISECONDS) return false;
      await new Promise((resolve) => setImmediate(resolve));
      since = Date.now();
      return true;
    },
  };
}
