import { collectSooner } from '../memory.ts';
import type { Corpus } from './corpus.ts';
import type { CorpusHandle, CorpusOptions, CorpusProblem, SyncSummary } from './corpusHandle.ts';
import type { DocumentId, SourceRecord } from './corpusIndex.ts';
import { createCorpusView } from './corpusView.ts';
import type { IndexBackend, ResolvedOptions } from './indexBackend.ts';
import { createLexiconCache } from './lexiconCache.ts';
import { openMemoryBackend } from './memoryBackend.ts';
import { storageUnusable, withMemoryBehind } from './memoryBehind.ts';
import { createSourceCache } from './sourceCache.ts';
import { openSqliteBackend } from './sqliteBackend.ts';

/** During indexing the view is renewed at most so often, or the more seldom the longer that takes. */
const RENEWAL_MILLISECONDS = 800;

const NOTHING_DONE: SyncSummary = { added: 0, changed: 0, moved: 0, removed: 0, unchanged: 0, cancelled: true };

/**
 * Opens the corpus that lies in some folders. Returns as soon as what an earlier run has stored can be asked; the index is
 * brought in step with the folders behind that (see {@link CorpusHandle.ready}). Does not throw for anything that is wrong
 * with folders, sources or storage: see {@link CorpusHandle.problems}.
 */
export async function openCorpus(options: CorpusOptions): Promise<CorpusHandle> {
  const resolved: ResolvedOptions = { exclude: [], excludePaths: [], ...options };
  const backend = await openBackend(resolved);
  return startHandle(backend, resolved);
}

async function openBackend(options: ResolvedOptions): Promise<IndexBackend> {
  if (options.storage === 'memory') return openMemoryBackend(options, []);
  try {
    return withMemoryBehind(await openSqliteBackend(options), options);
  } catch (error) {
    return openMemoryBackend(options, [storageUnusable(options.storage, error)]);
  }
}

async function startHandle(backend: IndexBackend, options: ResolvedOptions): Promise<CorpusHandle> {
  const { index } = backend;
  const cache = createSourceCache(() => isBetween);
  const lexicons = createLexiconCache(index);
  const listeners = new Set<() => void>();
  let file = { lost: false };
  /** Told as long as the corpus is open, in whichever round it was found. */
  let rebuilt: readonly CorpusProblem[] = [];
  let closed = false;
  let { wanted } = options;
  let problems: readonly CorpusProblem[] = backend.problems;
  let known: Corpus['coverage'] = 'partial';
  /** A round has committed some of its changes, and others are to come. */
  let isBetween = false;
  let view: Corpus | undefined;
  let seen = -1;
  let generation = 0;
  let renewal: Promise<void> = Promise.resolve();
  let renewedAt = 0;
  let cost = 0;

  function setBetween(is: boolean): void {
    if (isBetween !== is) collectSooner(is);
    isBetween = is;
  }

  async function renew(): Promise<void> {
    if (closed) return;
    const started = Date.now();
    const current = await index.generation();
    const coverage = isBetween ? 'partial' : known;
    if (view && current === seen && view.coverage === coverage) return;
    // Where nothing but the coverage is another, what was found out about these documents still holds.
    const documents =
      view && current === seen
        ? view.documents
        : new Map<DocumentId, SourceRecord>((await index.documents()).map((record) => [record.id, record]));
    if (current !== seen) generation++;
    seen = current;
    cache.keep(documents);
    view = createCorpusView({ index, sources: cache, lexicons, documents, generation, coverage, file });
    renewedAt = Date.now();
    cost = renewedAt - started;
    for (const listener of [...listeners]) listener();
  }
  const renewInTurn = () =>
    (renewal = renewal.then(renew).catch((error: unknown) => {
      if (!closed) problems = [...problems, indexingFailed(error)];
    }));
  const isRenewalDue = () => Date.now() - renewedAt > Math.max(RENEWAL_MILLISECONDS, 20 * cost);

  async function round(only: readonly string[] | undefined): Promise<SyncSummary> {
    if (closed) return NOTHING_DONE;
    const started = performance.now();
    try {
      const result = await backend.round(
        {
          isCancelled: () => closed || options.signal?.aborted === true,
          wanted: () => wanted,
          ...(options.onProgress && { onProgress: options.onProgress }),
          onCommit: (_, last) => {
            if (last || !isRenewalDue()) return;
            setBetween(true);
            void renewInTurn();
          },
        },
        // What an earlier round has left out is taken up by the next.
        known === 'full' ? only : undefined,
      );
      setBetween(false);
      if (result.whole || !result.complete) known = result.complete ? 'full' : 'partial';
      await renewInTurn();
      const found = result.problems.filter(({ code }) => code === 'index-rebuilt');
      if (found.length > 0) rebuilt = found;
      const others = result.problems.filter((problem) => !found.includes(problem));
      problems = [...backend.problems, ...rebuilt, ...others, ...emptiness(view, result.complete, options)];
      const total = view?.documents.size ?? 0;
      options.onProgress?.({ phase: 'done', done: total, total });
      options.onRound?.(result.summary, performance.now() - started, result.readingThreads);
      return result.summary;
    } catch (error) {
      setBetween(false);
      known = 'partial';
      await renewInTurn();
      if (!closed) problems = [...backend.problems, indexingFailed(error)];
      return { ...NOTHING_DONE, cancelled: closed };
    }
  }

  const rounds = roundQueue(round);
  let closing: Promise<void> | undefined;
  async function close(): Promise<void> {
    closed = true;
    listeners.clear();
    // A worker ends by itself, and with it the round.
    if (!options.workerUrl) await rounds.idle();
    await backend.close();
    await rounds.idle();
    await renewal;
  }
  backend.onReplaced?.(() => {
    file.lost = true;
    file = { lost: false };
    known = 'partial';
    cache.clear();
    lexicons.clear();
    seen = -1;
    void renewInTurn();
  });
  backend.onDamaged?.(() => {
    file.lost = true;
    known = 'partial';
    void rounds.request(undefined);
  });
  await renew();
  const ready = rounds.request(undefined);
  return {
    get corpus() {
      return view!;
    },
    ready,
    get problems() {
      return problems;
    },
    get backend() {
      return backend.kind;
    },
    get indexFile() {
      return backend.file;
    },
    want: (sources) => void (wanted = sources),
    refresh: (changedPaths) => rounds.request(changedPaths),
    rebuild: () =>
      rounds.exclusive(async () => {
        if (closed) return;
        known = 'partial';
        try {
          await backend.clear();
        } catch (error) {
          problems = [...problems, indexingFailed(error)];
        }
        cache.clear();
        lexicons.clear();
        await renewInTurn();
      }),
    sources: () => [...view!.documents.values()],
    onChange(listener) {
      listeners.add(listener);
      return { dispose: () => void listeners.delete(listener) };
    },
    close: () => (closing ??= close()),
  };
}

function emptiness(view: Corpus | undefined, complete: boolean, options: ResolvedOptions): CorpusProblem[] {
  if (!complete || !view || view.documents.size > 0) return [];
  const where = options.folders.length > 0 ? options.folders.join(', ') : 'any folder';
  return [{ code: 'no-sources', message: `There is no source (.txt or .md) in ${where}.` }];
}

function indexingFailed(error: unknown): CorpusProblem {
  const why = error instanceof Error ? error.message : String(error);
  return { code: 'indexing-failed', message: `The sources could not be indexed to the end: ${why}` };
}

/** Runs rounds one at a time; requests that come while one runs are joined into the next. */
function roundQueue(run: (only: readonly string[] | undefined) => Promise<SyncSummary>) {
  let running: Promise<unknown> = Promise.resolve();
  let waiting: { only: Set<string> | undefined; promise: Promise<SyncSummary> } | undefined;

  function request(only: readonly string[] | undefined): Promise<SyncSummary> {
    if (waiting) {
      if (!only) waiting.only = undefined;
      else for (const file of only) waiting.only?.add(file);
      return waiting.promise;
    }
    const next = { only: only && new Set(only), promise: undefined as unknown as Promise<SyncSummary> };
    next.promise = running.then(() => {
      if (waiting === next) waiting = undefined;
      return run(next.only && [...next.only]);
    });
    waiting = next;
    running = next.promise.catch(() => undefined);
    return next.promise;
  }

  return {
    request,
    /** Does something while no round runs, and then a full round. */
    exclusive(first: () => Promise<void>): Promise<SyncSummary> {
      waiting = undefined;
      const promise = running.then(first).then(() => run(undefined));
      running = promise.catch(() => undefined);
      return promise;
    },
    idle: () => running,
  };
}
