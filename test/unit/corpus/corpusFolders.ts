import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import type { CorpusOptions, SyncSummary } from '../../../server/src/corpus/corpusHandle.ts';
import { nodeSqliteDriver } from '../../../server/src/corpus/sqlite/nodeSqlite.ts';

/** The file that the index worker is started from in tests. */
export const WORKER = new URL('./indexWorker.mjs', import.meta.url);

/** The drivers that this runtime has. */
export const drivers: readonly ('node' | 'wasm')[] = nodeSqliteDriver() ? ['node', 'wasm'] : ['wasm'];

/** What a round came to that was not cancelled; nothing where nothing is told. */
export function summaryOf(told: Partial<SyncSummary>): SyncSummary {
  return { added: 0, changed: 0, moved: 0, removed: 0, unchanged: 0, cancelled: false, ...told };
}

/** Options of a corpus that is held in memory, or kept in a folder by one of the drivers. */
export function keptIn(storage: 'memory' | 'node' | 'wasm', folder: string): Pick<CorpusOptions, 'storage' | 'driver'> {
  return storage === 'memory' ? { storage } : { storage: folder, driver: storage };
}

/** A folder of its own for a test, with these files; removed by `remove`. */
export function temporaryFolder(files: Readonly<Record<string, string | Uint8Array>> = {}): {
  readonly path: string;
  write(name: string, content: string | Uint8Array): string;
  /** Does nothing where there is no such file. */
  move(name: string, to: string): void;
  remove(): void;
} {
  const folder = mkdtempSync(path.join(tmpdir(), 'source-check-corpus-'));
  const write = (name: string, content: string | Uint8Array) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    return file;
  };
  const move = (name: string, to: string) => {
    if (!existsSync(path.join(folder, name))) return;
    mkdirSync(path.dirname(path.join(folder, to)), { recursive: true });
    renameSync(path.join(folder, name), path.join(folder, to));
  };
  for (const [name, content] of Object.entries(files)) write(name, content);
  return { path: folder, write, move, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Everything that a corpus answers, free of numbers that depend on the order in which it was built. */
export async function answersOf(
  corpus: Pick<Corpus, 'index' | 'documents' | 'coverage'>,
  words: readonly string[],
): Promise<unknown> {
  const paths = new Map([...corpus.documents].map(([id, { path: name }]) => [id, name]));
  const sorted = (lines: readonly string[]) => [...lines].sort();
  const answers = await corpus.index.passages(words.map((word) => ({ groups: [[word]], limit: 10_000 })));
  const forms = await corpus.index.nameForms();
  const occurrences = await corpus.index.nameOccurrences(
    [...new Set(forms.map(({ form }) => form))],
    undefined,
    10_000,
  );
  return {
    coverage: corpus.coverage,
    documents: sorted(
      [...corpus.documents.values()].map(
        ({ path: name, hash, words: count, health }) => `${name} ${hash} ${count} ${health.status}`,
      ),
    ),
    passages: answers.map((found) =>
      sorted(found.map(({ document, start, end }) => `${paths.get(document)} ${start} ${end}`)),
    ),
    frequencies: await corpus.index.frequencies(words),
    forms: sorted(forms.map((row) => JSON.stringify(row, Object.keys(row).sort()))),
    occurrences: sorted(
      occurrences.map(({ document, ...rest }) => JSON.stringify({ ...rest, document: paths.get(document) })),
    ),
  };
}
