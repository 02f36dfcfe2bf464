import v8 from 'node:v8';

/**
 * How WebAssembly is compiled. Compilers that work on several of its functions at once leave 25 MB behind, and hardly make it
 * faster. And compiled anew as early as by default (a fiftieth of this), functions cost a start more than they gain.
 */
const FLAGS = ['--wasm-num-compilation-tasks=1', '--wasm-tiering-budget=100000000'];

/**
 * Sets the engine's flags for the whole program. To be called before anything is compiled that is kept: compiled code is
 * good for the flags it was compiled with.
 */
export function setEngineFlags(): void {
  for (const flag of FLAGS) v8.setFlagsFromString(flag);
}
