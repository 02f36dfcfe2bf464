import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { CorpusIndex } from '../../../server/src/corpus/corpusIndex.ts';
import { indexedDocumentOf, type IndexedDocument } from '../../../server/src/corpus/indexedDocument.ts';
import type { IndexWriter } from '../../../server/src/corpus/indexWriter.ts';
import { createMemoryIndex } from '../../../server/src/corpus/memoryIndex.ts';
import type { SqlDriver } from '../../../server/src/corpus/sqlite/driver.ts';
import { nodeSqliteDriver } from '../../../server/src/corpus/sqlite/nodeSqlite.ts';
import { openForReading } from '../../../server/src/corpus/sqlite/openIndexFile.ts';
import { createTables, prepareWriter } from '../../../server/src/corpus/sqlite/schema.ts';
import { createSqliteIndex } from '../../../server/src/corpus/sqlite/sqliteIndex.ts';
import { createSqliteWriter } from '../../../server/src/corpus/sqlite/sqliteWriter.ts';
import { wasmSqliteDriver } from '../../../server/src/corpus/sqlite/wasmSqlite.ts';
import { contentHash } from '../../../server/src/corpus/readListedFile.ts';
import { readSource } from '../../../server/src/sources/readSource.ts';

/** An index, empty at first, with its write side. */
export interface OpenIndex {
  readonly index: CorpusIndex;
  readonly writer: IndexWriter;
  close(): Promise<void>;
}

/** A kind of index that this runtime can have. */
export interface Backend {
  readonly name: 'memory' | 'node:sqlite' | 'wasm';
  open(): Promise<OpenIndex>;
}

/** All kinds that this runtime can have; `node:sqlite` is not among them on Node 20. */
export const backends: readonly Backend[] = [
  {
    name: 'memory',
    async open() {
      const index = createMemoryIndex();
      return { index, writer: index, close: async () => undefined };
    },
  },
  ...sqliteDrivers().map(({ name, driver }): Backend => ({ name, open: async () => openFile(await driver()) })),
];

function sqliteDrivers(): { name: 'node:sqlite' | 'wasm'; driver: () => Promise<SqlDriver> }[] {
  const node = nodeSqliteDriver();
  return [
    ...(node ? [{ name: 'node:sqlite' as const, driver: async () => node }] : []),
    { name: 'wasm' as const, driver: wasmSqliteDriver },
  ];
}

async function openFile(driver: SqlDriver): Promise<OpenIndex> {
  const folder = mkdtempSync(path.join(tmpdir(), 'source-check-index-'));
  const file = path.join(folder, 'index.db');
  const written = driver.open(file, { readOnly: false });
  prepareWriter(written, driver.kind);
  createTables(written);
  const writer = createSqliteWriter(written);
  const index = createSqliteIndex(await openForReading(driver, file));
  return {
    index,
    writer,
    async close() {
      await index.close();
      await writer.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** A source as an index takes it in. */
export function indexed(file: string, text: string, folder = '/corpus'): IndexedDocument {
  const bytes = Buffer.from(text);
  const state = { folder, path: file, size: bytes.length, modified: 1, hash: contentHash(bytes) };
  return indexedDocumentOf(state, readSource(file, bytes));
}
