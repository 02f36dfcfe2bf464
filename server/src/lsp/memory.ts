import v8 from 'node:v8';

/** The young generation is not let grow any more when it holds so much. */
const YOUNG_BYTES = 12_000_000;
/** The heap may grow by so much over what is alive before it is collected. */
const GROWING_PERCENT = 40;
/** So long a start may take, whose garbage it is quicker to leave lying about. */
const STARTING_MILLISECONDS = 4000;
const LOOKING_MILLISECONDS = 250;

/** Flags, and what they are by default. */
const SMALL = { flag: `--heap-growing-percent=${GROWING_PERCENT}`, byDefault: '--heap-growing-percent=0' };
const FULL_GROWN = { flag: '--semi-space-growth-factor=1', byDefault: '--semi-space-growth-factor=2' };
const set = new Set<typeof SMALL>();

/**
 * Keeps the engine from taking memory just because the machine has it: by itself it lets what is alive grow fourfold before
 * it collects, and keeps up to 130 MB for the youngest objects alone. Here a server has its place beside an editor. To be
 * called when the process starts; flags of the command line would have to be given by every client.
 */
export function keepMemorySmall(): void {
  const timer = setInterval(() => {
    if (performance.now() > STARTING_MILLISECONDS) use(SMALL);
    const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if ((young?.physical_space_size ?? 0) >= YOUNG_BYTES) use(FULL_GROWN);
    if (set.size === 2) clearInterval(timer);
  }, LOOKING_MILLISECONDS);
  timer.unref();
}

function use(one: typeof SMALL): void {
  if (set.has(one)) return;
  set.add(one);
  v8.setFlagsFromString(one.flag);
}

/** Does something with the flags as they were when the process started. */
export function withFlagsOfStart<Result>(work: () => Result): Result {
  for (const { byDefault } of set) v8.setFlagsFromString(byDefault);
  try {
    return work();
  } finally {
    for (const { flag } of set) v8.setFlagsFromString(flag);
  }
}
