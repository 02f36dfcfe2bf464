import type { CorpusOptions, CorpusProblem } from './corpusHandle.ts';
import type { CorpusIndex } from './corpusIndex.ts';
import type { SyncHooks, SyncResult } from './sync.ts';

/** What holds an index and keeps it in step: memory, a file written by this thread, or one written by a worker. */
export interface IndexBackend {
  readonly kind: 'node' | 'wasm' | 'memory';
  readonly index: CorpusIndex;
  /** Absolute path of the index file; undefined in memory. */
  readonly file?: string;
  /** What was found amiss on opening. */
  readonly problems: readonly CorpusProblem[];
  /** One round of bringing the index in step. With `only`: of these absolute paths. One at a time. */
  round(hooks: SyncHooks, only?: readonly string[]): Promise<SyncResult>;
  /** Empties the index. */
  clear(): Promise<void>;
  /** What the index answered before the call does not hold any more: numbers of documents are given anew. */
  onReplaced?(listener: () => void): void;
  /** The index was found damaged while it was read. The next round makes it anew. */
  onDamaged?(listener: () => void): void;
  close(): Promise<void>;
}

/** Options of a corpus that have been made whole. */
export type ResolvedOptions = CorpusOptions & Required<Pick<CorpusOptions, 'exclude' | 'excludePaths'>>;
