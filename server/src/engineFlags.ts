import v8 from 'node:v8';

/**
 * Threads start with all the room for their youngest objects that they may have, 8 MB: what lets it grow is set for all threads
 * at once, see `memory.ts`. The rest is how WebAssembly is compiled: compilers that work on several of its functions at once
 * leave 25 MB behind, and hardly make it faster; and compiled anew as early as by default (a fiftieth of this), functions
 * cost a start more than they gain.
 */
const FLAGS = ['--min-semi-space-size=8', '--wasm-num-compilation-tasks=1', '--wasm-tiering-budget=100000000'];

/**
 * Sets the engine's flags for the whole program. To be called before anything is compiled that is kept: compiled code is
 * good for the flags it was compiled with.
 */
export function setEngineFlags(): void {
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
