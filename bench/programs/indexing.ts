import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { openCorpus } from '../../server/src/corpus/openCorpus.ts';
import { keepMemorySmall } from '../../server/src/memory.ts';
import { peakMegabytes, startClocks, type Usage } from './usage.ts';

/** What building an index from nothing took. */
export interface Indexing extends Usage {
  readonly indexBytes: number;
  readonly passages: number;
  readonly nameForms: number;
  readonly megabytes: number;
  /** The longest that the thread which answers the editor was busy at a stretch, in milliseconds. */
  readonly longestPause: number;
}

/**
 * Builds the index of a folder as the language server does, in a worker thread. `storage` is empty before. `readers`: how many
 * threads read beside it, if not as many as there are cores for.
 */
export async function measureIndexing(
  folder: string,
  kind: 'node' | 'wasm',
  storage: string,
  readers?: number,
): Promise<Indexing> {
  const delay = monitorEventLoopDelay({ resolution: 2 });
  delay.enable();
  keepMemorySmall();
  const read = startClocks();
  const workerUrl = pathToFileURL(process.argv[1]!);
  const handle = await openCorpus({
    folders: [folder],
    storage,
    driver: kind,
    workerUrl,
    ...(readers !== undefined && { readers }),
  });
  const summary = await handle.ready;
  const usage = read();
  const megabytes = peakMegabytes()!;
  delay.disable();
  if (handle.problems.length > 0 || handle.backend !== kind) throw new Error(JSON.stringify(handle.problems));
  if (summary.added !== handle.corpus.documents.size) throw new Error(JSON.stringify(summary));
  const { passages } = await handle.corpus.index.frequencies([]);
  const nameForms = (await handle.corpus.index.nameForms()).length;
  await handle.close();
  return {
    ...usage,
    indexBytes: folderBytes(storage),
    passages,
    nameForms,
    megabytes,
    longestPause: delay.max / 1e6,
  };
}

function folderBytes(folder: string): number {
  const sizes = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => {
    const state = statSync(path.join(folder, name));
    return state.isFile() ? state.size : 0;
  });
  return sizes.reduce((sum, size) => sum + size, 0);
}
