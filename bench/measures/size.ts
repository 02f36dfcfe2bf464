import path from 'node:path';
import type { Indexing } from '../programs/indexing.ts';
import { quantile, type Lookups } from '../programs/lookups.ts';
import type { Usage } from '../programs/usage.ts';
import { generatedCorpus, repeatedTexts, type CorpusFolder } from '../texts/corpusFolder.ts';
import { deskOn, temporaryFolder } from './desk.ts';
import { measureEditing, type Editing } from './editing.ts';
import { measureOpening, type Opening } from './opening.ts';
import { runProgram, type Runtime } from './programs.ts';
import { measureRipgrep } from './ripgrep.ts';
import type { EditsInTurns } from './turns.ts';

/** A whole run. */
export interface Measured {
  readonly machine: string;
  readonly date: string;
  readonly measured: readonly MeasuredSize[];
  /** Of the smallest and the largest size of each driver. */
  readonly inTurns: readonly EditsInTurns[];
}

/** Everything about one size on one runtime. */
export interface MeasuredSize {
  readonly driver: 'node' | 'wasm';
  readonly node: string;
  readonly documents: number;
  readonly bytes: number;
  readonly floor: Usage;
  readonly indexing: Indexing;
  /** The share of the floor's speed, by the clock and by processor time. */
  readonly throughput: Throughput;
  readonly realTexts?: Throughput;
  readonly lookups: Lookups;
  readonly ripgrep: number | undefined;
  readonly minisearch: Usage & { readonly megabytes: number };
  readonly flexsearch: Usage & { readonly megabytes: number };
  readonly editing: Omit<Editing, 'diagnostics'>;
  readonly opening: Opening;
}

export interface Throughput {
  readonly byClock: number;
  readonly byProcessor: number;
}

/** Above this size the search engines, which hold everything in memory, are not asked, nor are real texts repeated. */
const LARGEST_COMPARED = 20_000;
const NOT_ASKED = { seconds: NaN, cpuSeconds: NaN, megabytes: NaN };

/** Measures one size on one runtime, one process after another. */
export async function measureSize(
  size: number,
  runtime: Runtime,
  repetitions: number,
  tell: (line: string) => void,
): Promise<MeasuredSize> {
  const corpus = generatedCorpus(size);
  tell(`${size} documents, ${(corpus.bytes / 1e6).toFixed(1)} MB, Node ${runtime.version} (${runtime.driver})`);
  const { floor, indexing, lookups } = indexed(corpus, runtime, repetitions, (storage) =>
    runProgram<Lookups>(runtime, 'lookups', corpus.path, storage),
  );
  tell(`  floor ${seconds(floor)}, index ${seconds(indexing)}, quote ${lookups.quote.p50.toFixed(2)} ms`);
  const real = size > LARGEST_COMPARED ? undefined : repeatedTexts(size);
  const realTexts = real && throughputOf(indexed(real, runtime, 1, () => undefined));
  const inMemory = (engine: 'minisearch' | 'flexsearch') =>
    size > LARGEST_COMPARED ? NOT_ASKED : runProgram<typeof NOT_ASKED>(runtime, engine, corpus.path, '');
  const minisearch = inMemory('minisearch');
  const flexsearch = inMemory('flexsearch');
  tell(`  MiniSearch ${seconds(minisearch)}, FlexSearch ${seconds(flexsearch)}`);
  const ripgrep = measureRipgrep(corpus.path, lookups.quotations);

  process.env['SOURCE_CHECK_TEST_NODE'] = runtime.node;
  const desk = await deskOn(corpus);
  try {
    const { diagnostics, ...editing } = await measureEditing(desk);
    tell(
      `  first check ${editing.firstCheck.toFixed(0)} ms, edits p50 ${editing.p50.toFixed(1)} p95 ${editing.p95.toFixed(1)} ms`,
    );
    const opening = await measureOpening(desk, corpus, diagnostics, repetitions + 1);
    tell(`  opened after ${opening.firstDiagnostics.toFixed(0)} ms`);
    return {
      driver: runtime.driver,
      node: runtime.version,
      documents: size,
      bytes: corpus.bytes,
      floor,
      indexing,
      throughput: throughputOf({ floor, indexing }),
      ...(realTexts && { realTexts }),
      lookups: { ...lookups, quotations: [] },
      ripgrep,
      minisearch,
      flexsearch,
      editing,
      opening,
    };
  } finally {
    await desk.dispose();
  }
}

/** Floor and index in turn, the median of each; and what is to be done with the last index. */
function indexed<Result>(
  corpus: CorpusFolder,
  runtime: Runtime,
  repetitions: number,
  last: (storage: string) => Result,
): { floor: Usage; indexing: Indexing; lookups: Result } {
  const floors: Usage[] = [];
  const indexings: Indexing[] = [];
  for (let i = 0; ; i++) {
    const storage = temporaryFolder();
    try {
      floors.push(runProgram<Usage>(runtime, 'floor', corpus.path, path.join(storage.path, 'floor.sqlite')));
      const index = path.join(storage.path, 'index');
      indexings.push(runProgram<Indexing>(runtime, 'indexing', corpus.path, index));
      if (i + 1 < repetitions) continue;
      const indexing = { ...indexings.at(-1)!, ...medians(indexings) };
      return { floor: medians(floors), indexing, lookups: last(index) };
    } finally {
      storage.remove();
    }
  }
}

function medians(usages: readonly Usage[]): Usage {
  return {
    seconds: quantile(
      usages.map((usage) => usage.seconds),
      0.5,
    ),
    cpuSeconds: quantile(
      usages.map((usage) => usage.cpuSeconds),
      0.5,
    ),
  };
}

function throughputOf({ floor, indexing }: { readonly floor: Usage; readonly indexing: Usage }): Throughput {
  return {
    byClock: floor.seconds / indexing.seconds,
    byProcessor: floor.cpuSeconds / indexing.cpuSeconds,
  };
}

function seconds(usage: Usage): string {
  return `${usage.seconds.toFixed(2)} s (${usage.cpuSeconds.toFixed(2)} s of processor)`;
}
