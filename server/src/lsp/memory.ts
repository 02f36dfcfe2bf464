import v8 from 'node:v8';
import { isMainThread } from 'node:worker_threads';

/** The young generation is not let grow any more when it holds so much. */
const YOUNG_BYTES = 12_000_000;
/** The heap may grow by so much over what is alive before it is collected. */
const GROWING_PERCENT = 40;
const LOOKING_MILLISECONDS = 250;

/**
 * Keeps the engine from taking memory just because the machine has it: by itself it lets what is alive grow fourfold before
 * it collects, and keeps up to 130 MB for the youngest objects alone. Here a server has its place beside an editor. To be
 * called when the process starts; flags of the command line would have to be given by every client.
 */
export function keepMemorySmall(): void {
  if (!isMainThread) return;
  v8.setFlagsFromString(`--heap-growing-percent=${GROWING_PERCENT}`);
  const timer = setInterval(() => {
    const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
    if ((young?.physical_space_size ?? 0) < YOUNG_BYTES) return;
    v8.setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, LOOKING_MILLISECONDS);
  timer.unref();
}
