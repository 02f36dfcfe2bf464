import type { Corpus } from './corpus.ts';
import type { SourceRecord } from './corpusIndex.ts';
import type { WantedSources } from './orderOfNeed.ts';

/** What {@link openCorpus} needs to know. */
export interface CorpusOptions {
  /** Absolute paths of the folders that hold the sources. One that does not exist is reported in `problems`. */
  readonly folders: readonly string[];
  /** Globs of what is no source, relative to each folder (`drafts/**`, `*.draft.md`). */
  readonly exclude?: readonly string[];
  /** Absolute paths of files and folders that are no sources: the drafts that are checked, what the program writes. */
  readonly excludePaths?: readonly string[];
  /** Absolute path of the folder that index files are kept in between runs, or `memory` to keep nothing. */
  readonly storage: string;
  /**
   * The file that is started as a worker thread and there calls `runWorkerThread()`: the bundled server itself, or a
   * TypeScript file under tsx. Without it indexing takes turns with everything else on the calling thread.
   */
  readonly workerUrl?: URL;
  /** How many threads read for the one that writes, however little it is; by default the cores decide. For tests. */
  readonly readers?: number;
  /** Which SQLite to use; the best that the runtime has by default. For tests. */
  readonly driver?: 'node' | 'wasm';
  /** How long another process that holds the index file is waited for, in milliseconds; then the index is held in memory. */
  readonly patience?: number;
  readonly onProgress?: (progress: IndexProgress) => void;
  /** Told after each round; `milliseconds`: what it took, with so many threads that read beside the one that writes. */
  readonly onRound?: (summary: SyncSummary, milliseconds: number, readingThreads: number) => void;
  /** See {@link CorpusHandle.want}. */
  readonly wanted?: WantedSources;
  /** Stops indexing; what is committed by then stays. */
  readonly signal?: AbortSignal;
}

/** How far the index is. */
export interface IndexProgress {
  readonly phase: 'listing' | 'indexing' | 'done';
  /** Sources looked at, of all that were listed so far. */
  readonly done: number;
  readonly total: number;
  /** Relative path of the source in hand. */
  readonly path?: string;
}

/** Something about the corpus as a whole that its user should know; indexing goes on all the same. */
export interface CorpusProblem {
  readonly code:
    /** A corpus folder does not exist or cannot be listed. */
    | 'folder-unreadable'
    /** No source was found in any folder. */
    | 'no-sources'
    /** The index cannot be kept on disk (read-only folder, disk full, no SQLite): it is held in memory instead. */
    | 'storage-unusable'
    /** The index on disk was damaged and has been built anew. */
    | 'index-rebuilt'
    /** Indexing stopped because of an unexpected error; coverage stays partial. */
    | 'indexing-failed';
  /** One sentence, naming the path. */
  readonly message: string;
  readonly path?: string;
}

/** What a round of bringing the index up to date has changed. */
export interface SyncSummary {
  readonly added: number;
  readonly changed: number;
  /** In another place than before. */
  readonly moved: number;
  readonly removed: number;
  readonly unchanged: number;
  /** The signal stopped it, or the handle was closed. */
  readonly cancelled: boolean;
}

/** An open corpus that keeps itself in step with its folders when told to. */
export interface CorpusHandle {
  /**
   * The sources as last committed. A new object after each change, so ask for it at each use; one in hand goes on to answer
   * from its own list of documents. Its coverage is `partial` until the index is known to be in step with the folders.
   */
  readonly corpus: Corpus;
  /** Ends with the first complete round. Never rejects: what went wrong is in `problems`. */
  readonly ready: Promise<SyncSummary>;
  /** Problems of the last round, and of opening. */
  readonly problems: readonly CorpusProblem[];
  /** `node`, `wasm` or `memory`: what holds the index now. */
  readonly backend: 'node' | 'wasm' | 'memory';
  /** Absolute path of the index file; undefined in memory. */
  readonly indexFile: string | undefined;
  /**
   * Looks at the folders again, or only at the given absolute paths (changed, new or removed files or folders), and updates
   * what differs. Calls made while a round is running are joined into the next one.
   */
  refresh(changedPaths?: readonly string[]): Promise<SyncSummary>;
  /** These are indexed before all others, instead of those wanted before. */
  want(sources: WantedSources): void;
  /** Forgets everything and reads all sources anew. */
  rebuild(): Promise<SyncSummary>;
  /** All sources, the unreadable ones included, in order of folder and path. */
  sources(): readonly SourceRecord[];
  /** Calls back when `corpus` has become another object: more documents, other content, full coverage. */
  onChange(listener: () => void): Disposable;
  /** Ends the worker and gives the files free. */
  close(): Promise<void>;
}

/** Ends a subscription. */
export interface Disposable {
  dispose(): void;
}
