import type { IndexSession } from './sqlite/indexSession.ts';
import type { SyncHooks, SyncResult } from './sync.ts';

/** A session that can be told that its file has been deleted. */
export interface ReopenableSession extends IndexSession {
  /** What comes next is done on the file that is there then; if there is none, on a new one. */
  reopen(): Promise<void>;
}

/** A thread that has had nothing to do for so long is ended; its memory is worth more than the time to start it again. */
const REST_MILLISECONDS = 20_000;

/**
 * After a round that has read so many sources it is ended at once: it holds a hundred megabytes more than a new one. So it is after
 * the first round, though it has only found that so many are unchanged: then the first draft is checked, which takes memory too.
 */
const MANY_SOURCES = 300;

/**
 * A session that is started when it is asked for something, and ended when it has not been for a while. `first` is the one
 * that is running already, or starting.
 */
export function restingSession(
  first: Promise<IndexSession>,
  start: () => Promise<IndexSession>,
  rest = REST_MILLISECONDS,
  many = MANY_SOURCES,
): ReopenableSession {
  let session: Promise<IndexSession> | undefined = first;
  // Whoever asks it for something hears of a failure.
  first.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  let working = 0;
  let isLarge = false;
  let isFirst = true;
  let ending: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function use<Result>(work: (running: IndexSession) => Promise<Result>): Promise<Result> {
    if (closed) throw new Error('the index is closed');
    clearTimeout(timer);
    working++;
    // Not before the one before has given the file free.
    session ??= ending.then(start);
    try {
      return await work(await session);
    } catch (error) {
      // Whatever it was, the next one is asked of a new thread.
      if (working === 1) await end();
      throw error;
    } finally {
      working--;
      if (working === 0 && !closed) timer = setTimeout(() => void end(), isLarge ? 0 : rest).unref();
    }
  }

  async function round(running: IndexSession, hooks: SyncHooks, only?: readonly string[]): Promise<SyncResult> {
    const result = await running.round(hooks, only);
    const { added, changed, unchanged } = result.summary;
    isLarge ||= added + changed + (isFirst ? unchanged : 0) >= many;
    isFirst = false;
    return result;
  }

  function end(): Promise<void> {
    clearTimeout(timer);
    isLarge = false;
    const last = session;
    session = undefined;
    if (last) ending = Promise.all([ending, last.then((running) => running.close()).catch(() => undefined)]);
    return ending.then(() => undefined);
  }

  return {
    round: (hooks, only) => use((running) => round(running, hooks, only)),
    clear: () => use((running) => running.clear()),
    replace: () => use((running) => running.replace()),
    reopen: end,
    close() {
      closed = true;
      return end();
    },
  };
}
