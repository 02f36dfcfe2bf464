import type { CorpusProblem } from './corpusHandle.ts';
import type { IndexBackend, ResolvedOptions } from './indexBackend.ts';
import { createMemoryIndex } from './memoryIndex.ts';
import { syncIndex } from './sync.ts';

/** An index that ends with the program. Reading and analysing take turns with everything else on this thread. */
export function openMemoryBackend(options: ResolvedOptions, problems: readonly CorpusProblem[]): IndexBackend {
  const index = createMemoryIndex();
  return {
    kind: 'memory',
    index,
    problems,
    round: (hooks, only) => syncIndex(index, options, hooks, only),
    async clear() {
      const remove = (await index.storedFiles()).map(({ id }) => id);
      await index.apply({ put: [], touch: [], remove });
    },
    close: () => index.close(),
  };
}
