import type { CorpusHandle, CorpusOptions, SyncSummary } from './corpusHandle.ts';
import { openCorpus } from './openCorpus.ts';
import type { WantedSources } from './orderOfNeed.ts';

/** A corpus that several projects look at. */
interface Shared {
  readonly handle: Promise<CorpusHandle>;
  readonly stopping: AbortController;
  readonly users: Set<CorpusOptions>;
  readonly wanted: Map<CorpusOptions, WantedSources>;
  rebuilding?: Promise<SyncSummary>;
}

/**
 * Opens corpora as {@link openCorpus} does, and each of them once: who asks for folders that are open already, with the same
 * left out, looks at the same index. Progress is told to the one that has had it open longest; the signal of any stops it for
 * all; it is closed when all have closed it.
 */
export function createCorpusPool(): (options: CorpusOptions) => Promise<CorpusHandle> {
  const open = new Map<string, Shared>();

  return async (options) => {
    const key = keyOf(options);
    let shared = open.get(key);
    if (!shared || shared.stopping.signal.aborted) open.set(key, (shared = share(options)));
    return join(shared, options, () => {
      if (open.get(key) === shared) open.delete(key);
    });
  };
}

function keyOf({ folders, exclude = [], excludePaths = [], storage }: CorpusOptions): string {
  return JSON.stringify([...[folders, exclude, excludePaths].map((all) => [...all].sort()), storage]);
}

function share(options: CorpusOptions): Shared {
  const stopping = new AbortController();
  const users = new Set<CorpusOptions>();
  const first = (): CorpusOptions | undefined => users.values().next().value;
  const handle = openCorpus({
    ...options,
    signal: stopping.signal,
    onProgress: (progress) => first()?.onProgress?.(progress),
    onRound: (...round) => first()?.onRound?.(...round),
  });
  return { handle, stopping, users, wanted: new Map() };
}

async function join(shared: Shared, user: CorpusOptions, onLast: () => void): Promise<CorpusHandle> {
  const { users, wanted, stopping } = shared;
  users.add(user);
  const stop = () => stopping.abort();
  user.signal?.addEventListener('abort', stop);
  if (user.signal?.aborted) stop();
  const handle = await shared.handle;
  let closing: Promise<void> | undefined;
  const subscriptions = new Set<{ dispose(): void }>();

  async function leave(): Promise<void> {
    user.signal?.removeEventListener('abort', stop);
    for (const subscription of subscriptions) subscription.dispose();
    users.delete(user);
    wanted.delete(user);
    if (users.size > 0) return;
    onLast();
    await handle.close();
  }

  return {
    get corpus() {
      return handle.corpus;
    },
    ready: handle.ready,
    get problems() {
      return handle.problems;
    },
    get backend() {
      return handle.backend;
    },
    get indexFile() {
      return handle.indexFile;
    },
    refresh: (paths) => handle.refresh(paths),
    want(sources) {
      wanted.set(user, sources);
      const all = [...wanted.values()];
      handle.want({ files: all.flatMap(({ files }) => files), globs: all.flatMap(({ globs }) => globs) });
    },
    rebuild: () =>
      (shared.rebuilding ??= handle.rebuild().finally(() => {
        delete shared.rebuilding;
      })),
    sources: () => handle.sources(),
    onChange(listener) {
      const subscription = handle.onChange(listener);
      subscriptions.add(subscription);
      return subscription;
    },
    close: () => (closing ??= leave()),
  };
}
