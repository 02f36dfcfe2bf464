import type { IndexSession } from './sqlite/indexSession.ts';

/** A thread that has had nothing to do for so long is ended; its memory is worth more than the time to start it again. */
const REST_MILLISECONDS = 20_000;

/**
 * A session that is started when it is asked for something, and ended when it has not been for a while. `first` is the one
 * that is running already, or starting.
 */
export function restingSession(
  first: Promise<IndexSession>,
  start: () => Promise<IndexSession>,
  rest = REST_MILLISECONDS,
): IndexSession {
  let session: Promise<IndexSession> | undefined = first;
  // Whoever asks it for something hears of a failure.
  first.catch(() => undefined);
  let timer: NodeJS.Timeout | undefined;
  let working = 0;
  let closed = false;

  async function use<Result>(work: (running: IndexSession) => Promise<Result>): Promise<Result> {
    if (closed) throw new Error('the index is closed');
    clearTimeout(timer);
    working++;
    session ??= start();
    try {
      return await work(await session);
    } catch (error) {
      // Whatever it was, the next one is asked of a new thread.
      if (working === 1) await end();
      throw error;
    } finally {
      working--;
      if (working === 0 && !closed) timer = setTimeout(() => void end(), rest).unref();
    }
  }

  async function end(): Promise<void> {
    clearTimeout(timer);
    const ending = session;
    session = undefined;
    await (await ending?.catch(() => undefined))?.close();
  }

  return {
    round: (hooks, only) => use((running) => running.round(hooks, only)),
    clear: () => use((running) => running.clear()),
    replace: () => use((running) => running.replace()),
    close() {
      closed = true;
      return end();
    },
  };
}
