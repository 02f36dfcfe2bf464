import type { IndexProgress } from './corpusHandle.ts';
import type { SourceScope } from './listSources.ts';
import type { WantedSources } from './orderOfNeed.ts';
import type { SqlDriver } from './sqlite/driver.ts';
import type { SyncResult } from './sync.ts';

/** What a worker thread is started with. */
export interface IndexWorkerData {
  readonly task: 'source-check-index';
  readonly driver: SqlDriver['kind'];
  readonly file: string;
  readonly scope: SourceScope;
  /** URL of the file that this worker is started from, and threads that read for it. */
  readonly program: string;
}

/** From the thread of the readers to the worker. */
export type ToIndexWorker =
  /** Each is answered by `done` or `failed`, in order. */
  | { readonly type: 'round'; readonly only?: readonly string[] }
  | { readonly type: 'clear' }
  | { readonly type: 'replace' }
  | { readonly type: 'close' }
  /** Stops the round that is running. No answer. */
  | { readonly type: 'cancel' }
  /** What the round should read first from now on. No answer. */
  | { readonly type: 'want'; readonly wanted: WantedSources }
  /** So many threads may be started that read. Answers `beside`. */
  | { readonly type: 'beside'; readonly threads: number };

/** From the worker to the thread of the readers. */
export type FromIndexWorker =
  /** The program is there. */
  | { readonly type: 'loaded' }
  /** The file is there with its tables. */
  | { readonly type: 'opened' }
  | { readonly type: 'progress'; readonly progress: IndexProgress }
  /** So many bytes are to be read: how many threads may help? Until `started` the engine has its flags of the start. */
  | { readonly type: 'beside'; readonly bytes: number }
  /** These threads are there. */
  | { readonly type: 'started' }
  /** They are ended. */
  | { readonly type: 'alone' }
  | { readonly type: 'committed'; readonly generation: number; readonly last: boolean }
  /** Another file is in the place of a damaged one. */
  | { readonly type: 'replaced' }
  | { readonly type: 'done'; readonly result?: SyncResult }
  | { readonly type: 'failed'; readonly message: string };
