import { readFileSync } from 'node:fs';
import { inTransaction } from '../../server/src/corpus/sqlite/driver.ts';
import { sqliteDriver } from '../../server/src/corpus/sqlite/openIndexFile.ts';
import { sourceFiles } from './sourceTexts.ts';
import { startClocks, type Usage } from './usage.ts';

const COMMITTED = 500;

/**
 * The least that putting texts into a full text index can take: read, decode, find the words, insert; one row a document,
 * with its text.
 */
export async function measureFloor(folder: string, kind: 'node' | 'wasm', file: string): Promise<Usage> {
  const driver = (await sqliteDriver(kind))!;
  const read = startClocks();
  const database = driver.open(file, { readOnly: false });
  database.exec('create virtual table document using fts5(text, detail=full)');
  const insert = database.prepare('insert into document (text) values (cast(? as text))');
  const files = sourceFiles(folder);
  const decoder = new TextDecoder();
  let words = 0;
  for (let at = 0; at < files.length; at += COMMITTED) {
    inTransaction(database, 'write', () => {
      for (const name of files.slice(at, at + COMMITTED)) {
        const text = decoder.decode(readFileSync(name));
        words += text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
        insert.run(database.longText(text));
      }
    });
  }
  database.close();
  if (words === 0) throw new Error(`${folder} holds no words`);
  return read();
}
