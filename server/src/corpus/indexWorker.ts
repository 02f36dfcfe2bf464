/** Runs the index in this worker thread. */
export function runIndexWorker(): void {}
