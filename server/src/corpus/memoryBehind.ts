import type { CorpusProblem } from './corpusHandle.ts';
import type { CorpusIndex } from './corpusIndex.ts';
import type { IndexBackend, ResolvedOptions } from './indexBackend.ts';
import { openMemoryBackend } from './memoryBackend.ts';
import { failureOf } from './sqlite/driver.ts';

/** What is told where no index can be kept. */
export function storageUnusable(storage: string, error: unknown): CorpusProblem {
  const why = error instanceof Error ? error.message : String(error);
  const message = `The index cannot be kept in ${storage} and is held in memory until the program ends: ${why}`;
  return { code: 'storage-unusable', message, path: storage };
}

/**
 * The index on `disk` and, from when nothing can be written there any more (the disk is full, or has gone), one in memory in
 * its place, made from the sources. The file is left as it was last committed, for the next start.
 */
export function withMemoryBehind(disk: IndexBackend, options: ResolvedOptions): IndexBackend {
  let current = disk;
  let tellReplaced: () => void = () => undefined;

  async function fallBack(error: unknown): Promise<void> {
    if (current !== disk || failureOf(error) !== 'unusable') throw error;
    current = openMemoryBackend(options, [storageUnusable(options.storage, error)]);
    tellReplaced();
    await disk.close().catch(() => undefined);
  }

  return {
    get kind() {
      return current.kind;
    },
    get file() {
      return current.file;
    },
    get problems() {
      return current.problems;
    },
    index: indexOf(() => current.index),
    async round(hooks, only) {
      try {
        return await current.round(hooks, only);
      } catch (error) {
        await fallBack(error);
        return current.round(hooks);
      }
    },
    async clear() {
      try {
        await current.clear();
      } catch (error) {
        await fallBack(error);
      }
    },
    onReplaced(listener) {
      tellReplaced = listener;
      disk.onReplaced?.(listener);
    },
    onDamaged: (listener) => disk.onDamaged?.(listener),
    close: () => current.close(),
  };
}

/** An index that may become another one. */
function indexOf(current: () => CorpusIndex): CorpusIndex {
  return {
    generation: () => current().generation(),
    documents: () => current().documents(),
    passages: (queries) => current().passages(queries),
    frequencies: (words) => current().frequencies(words),
    nameForms: (within) => current().nameForms(within),
    namesSince: (since) => current().namesSince(since),
    nameOccurrences: (forms, within, limit) => current().nameOccurrences(forms, within, limit),
    close: () => current().close(),
  };
}
