/** Work on a text that can be laid down between two steps, for a text that would hold the thread too long. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does the work without a pause. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long work may hold the thread before other work (a keystroke, a hover) gets its turn. */
const TURN_MILLISECONDS = 8;

/** Does the work, and lets others have their turn in between. */
export async function inTurns<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since <= TURN_MILLISECONDS) continue;
    await nextTurn();
    since = performance.now();
  }
}

/** Work that nobody waits for yet takes so little at a time, and then leaves the thread to others for so long. */
const SPARE_MILLISECONDS = 1.5;
const PAUSE_MILLISECONDS = 10;

/** Does work that nobody waits for yet, so slowly that what is waited for meanwhile hardly takes longer. */
export async function inSpareTime<Result>(steps: Steps<Result>): Promise<Result> {
  for (let since = performance.now(); ;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() - since <= SPARE_MILLISECONDS) continue;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    since = performance.now();
  }
}

/** Lets timers, input and messages be served before it goes on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // setTimeout would add a millisecond to each turn; it is for hosts without setImmediate.
    if (typeof setImmediate === 'function') setImmediate(resolve);
    else setTimeout(resolve, 0);
  });
}
