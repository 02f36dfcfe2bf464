import { generatedCorpus } from '../texts/corpusFolder.ts';
import { deskOn } from './desk.ts';
import { measureEditing } from './editing.ts';
import type { Runtime } from './programs.ts';

/** Edits over one size of corpus, the best of some runs in turns with another size. */
export interface EditsInTurns {
  readonly driver: 'node' | 'wasm';
  readonly documents: number;
  /** Milliseconds. */
  readonly p95: number;
  readonly cpu: number | undefined;
}

const TURNS = 3;

/**
 * Edits over the given sizes in turns, so that a machine that becomes slower or faster meanwhile does so for all of them. The
 * least of all turns is what an edit takes when the machine does nothing else.
 */
export async function editsInTurns(sizes: readonly number[], runtime: Runtime): Promise<readonly EditsInTurns[]> {
  process.env['SOURCE_CHECK_TEST_NODE'] = runtime.node;
  const best = new Map<number, EditsInTurns>();
  for (let turn = 0; turn < TURNS; turn++) {
    for (const documents of sizes) {
      const desk = await deskOn(generatedCorpus(documents));
      try {
        const { p95, cpu } = await measureEditing(desk);
        const before = best.get(documents);
        best.set(documents, {
          driver: runtime.driver,
          documents,
          p95: Math.min(p95, before?.p95 ?? Infinity),
          cpu: cpu === undefined ? undefined : Math.min(cpu, before?.cpu ?? Infinity),
        });
      } finally {
        await desk.dispose();
      }
    }
  }
  return [...best.values()];
}
