import v8 from 'node:v8';

/** Room for the youngest objects while drafts are checked; the engine needs as much again for copying what stays of them. */
export const YOUNG_BYTES = 8_000_000;
/** The same for waiting, while sources are indexed. */
const YOUNG_BYTES_AT_START = 2_000_000;
/** The heap may grow by so much over what is alive before it is collected. */
const GROWING_PERCENT = 40;
/** The same while sources are indexed, by a thread that needs room too. */
const GROWING_PERCENT_BESIDE_INDEXING = 20;
/** So long a start may take, whose garbage it is quicker to leave lying about. */
const STARTING_MILLISECONDS = 1000;
const LOOKING_MILLISECONDS = 20;
/** So often it is looked in vain before the young generation is left as it is. */
const MOST_LOOKS = 200;

/** Flags as they are by default. */
const BY_DEFAULT = ['--heap-growing-percent=0', '--semi-space-growth-factor=2'];
let growing = BY_DEFAULT[0]!;
let youngGrowth = BY_DEFAULT[1]!;
let isBesideIndexing = false;
/** Has {@link keepMemorySmall} been called? */
let isKeptSmall = false;
/** How many need the flags as they are by default. */
let needingDefault = 0;
let watching: NodeJS.Timeout | undefined;
/** The room that is waited for. */
let wantedBytes = 0;

/**
 * Keeps the engine from taking memory just because the machine has it: by itself it lets what is alive grow fourfold before
 * it collects, and keeps up to 130 MB for the youngest objects alone. Here a server has its place beside an editor. To be
 * called when the process starts; flags of the command line would have to be given by every client.
 */
export function keepMemorySmall(youngBytes = YOUNG_BYTES_AT_START): void {
  isKeptSmall = true;
  setTimeout(() => collectSooner(), STARTING_MILLISECONDS).unref();
  giveYoungRoom(youngBytes);
}

/**
 * To be called when a start is over, and before much is taken into memory: where the process is to keep it small.
 * `isIndexing`: until the next call by who indexes, it is to be kept smaller still.
 */
export function collectSooner(isIndexing = isBesideIndexing): void {
  if (!isKeptSmall) return;
  isBesideIndexing = isIndexing;
  growing = `--heap-growing-percent=${isIndexing ? GROWING_PERCENT_BESIDE_INDEXING : GROWING_PERCENT}`;
  setFlags();
}

/**
 * To be called when work begins. While little is done the engine takes back the room for the youngest objects, down to
 * 1 MB; left at that, it collects them several times in each edit. Here it gets its room again, in one step: by itself it
 * doubles it as long as much of what is made stays.
 */
export function giveYoungRoom(bytes = YOUNG_BYTES): void {
  clearInterval(watching);
  watching = undefined;
  wantedBytes = bytes;
  letYoungGrow(Math.max(1, missingFactor(bytes)));
  if (missingFactor(bytes) <= 1) return;
  let looks = 0;
  watching = setInterval(() => lookAtYoungRoom(++looks >= MOST_LOOKS), LOOKING_MILLISECONDS);
  watching.unref();
}

/**
 * Does not let the room for the youngest objects grow any more once it is as large as it should be. To be called within work
 * that holds the thread and keeps much of what it makes: there the room doubles again and again before a timer has its turn.
 * `isEnough`: it is not waited for any longer, however small it is.
 */
export function lookAtYoungRoom(isEnough = false): void {
  if (!watching || (!isEnough && missingFactor(wantedBytes) > 1)) return;
  letYoungGrow(1);
  clearInterval(watching);
  watching = undefined;
}

/** By how much the room has to grow. */
function missingFactor(bytes: number): number {
  const young = v8.getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  if (!young) return 1;
  return Math.round(bytes / (young.space_used_size + young.space_available_size));
}

function letYoungGrow(factor: number): void {
  youngGrowth = `--semi-space-growth-factor=${factor}`;
  setFlags();
}

function setFlags(): void {
  for (const flag of needingDefault > 0 ? BY_DEFAULT : [growing, youngGrowth]) v8.setFlagsFromString(flag);
}

/**
 * Sets the flags to what they were when the process started, until the function returned is called. With others the engine
 * does not take the code that was compiled in an earlier run, nor make what a start will take. To be called too while a thread
 * starts: it loads the program, and makes the engine forget that the room is not to grow.
 */
export function flagsOfStart(): () => void {
  needingDefault++;
  setFlags();
  let isOver = false;
  return () => {
    if (isOver) return;
    isOver = true;
    needingDefault--;
    setFlags();
  };
}
