const KEEPER = Symbol.for('source-check.keepCompiled');

type Keepers = Record<symbol, (() => void) | undefined>;

/** To be told by what has loaded the program how its compiled code is kept. */
export function onKeepCompiled(keep: () => void): void {
  (globalThis as unknown as Keepers)[KEEPER] = keep;
}

/**
 * To be called by the program when it has done the most of what it is used for, and nobody waits for it: what is compiled by
 * now is compiled for the next run too.
 */
export function keepCompiled(): void {
  (globalThis as unknown as Keepers)[KEEPER]?.();
}
