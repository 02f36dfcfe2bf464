import v8 from 'node:v8';

/** The young generation is not let grow any more when it holds so much. */
const YOUNG_BYTES = 12_000_000;
/** The heap may grow by so much over what is alive before it is collected. */
const GROWING_PERCENT = 40;
const LOOKING_MILLISECONDS = 250;

const GROWING = '--semi-space-growth-factor=2';
const FULL_GROWN = '--semi-space-growth-factor=1';
let isFullGrown = false;

/**
 * Keeps the engine from taking memory just because the machine has it: by itself it lets what is alive grow fourfold before
 * it collects, and keeps up to 130 MB for the youngest objects alone. Here a server has its place beside an editor. To be
 * called when the process starts; flags of the command line would have to be given by every client.
 */
export function keepMemorySmall(): void {
  v8.setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  const timer = setInterval(() => {
    const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if ((young?.physical_space_size ?? 0) < YOUNG_BYTES) return;
    v8.setFlagsFromString(FULL_GROWN);
    isFullGrown = true;
    clearInterval(timer);
  }, LOOKING_MILLISECONDS);
  timer.unref();
}

/** Does something with the flags as they were when {@link keepMemorySmall} returned. */
export function withFlagsOfStart<Result>(work: () => Result): Result {
  if (!isFullGrown) return work();
  v8.setFlagsFromString(GROWING);
  try {
    return work();
  } finally {
    v8.setFlagsFromString(FULL_GROWN);
  }
}
