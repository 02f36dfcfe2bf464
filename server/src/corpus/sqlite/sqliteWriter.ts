import path from 'node:path';
import type { DocumentId } from '../corpusIndex.ts';
import type { IndexedDocument } from '../indexedDocument.ts';
import type { IndexBatch, IndexWriter, MovedFile, StoredFile } from '../indexWriter.ts';
import { countersOf } from './counters.ts';
import { documentRowsOf } from './documentRows.ts';
import { transact, type SqlDatabase } from './driver.ts';
import { nameTablesOf, type DocumentNames } from './nameTables.ts';

/** The write side of an index file. */
export interface SqliteWriter extends IndexWriter {
  /** Empties the index; numbers of documents are not used again. */
  clear(): Promise<void>;
}

/** The write side of an index file whose tables exist. The connection is closed with it. */
export function createSqliteWriter(database: SqlDatabase): SqliteWriter {
  const apply = batchWriter(database);
  const storedFiles = fileReader(database);
  return {
    storedFiles: (only) => transact(database, 'read', () => storedFiles(only)),
    apply: (batch) => transact(database, 'write', () => apply(batch)),
    clear: () => transact(database, 'write', () => database.exec(CLEAR)),
    close: async () => database.close(),
  };
}

/** Of more paths than this all files are read: listing what lies below so many folders takes as long. */
const FEW_PATHS = 100;

function fileReader(database: SqlDatabase): (only: readonly string[] | undefined) => StoredFile[] {
  const files = `select document.id, folder.path as folder, document.path, size, modified, hash
     from document join folder on folder.id = document.folder`;
  const all = documentRowsOf(database, []);
  const folders = database.prepare('select id, path from folder');
  const inFolder = database.prepare(`${files} where document.folder = ?`);
  // A slash is followed by a nought.
  const below = database.prepare(
    `${files} where document.folder = ?1 and (document.path = ?2 or (document.path > ?2 || '/' and document.path < ?2 || '0'))`,
  );
  return (only) => {
    if (!only || only.length > FEW_PATHS) return Array.from(all(0), ({ file }) => file);
    return folders.all<{ id: number; path: string }>().flatMap(({ id, path: folder }) => {
      const asked = only.map((file) => path.relative(folder, path.resolve(file)).split(path.sep).join('/'));
      // A folder of sources itself, or one that holds it.
      if (asked.some((name) => /^(?:\.\.(?:\/\.\.)*)?$/u.test(name))) return inFolder.all<StoredFile>(id);
      return asked.flatMap((name) => (name.startsWith('../') ? [] : below.all<StoredFile>(id, name)));
    });
  };
}

const CLEAR = `
  delete from document;
  delete from passage;
  delete from name_form;
  delete from name_text;
  delete from document_names;
  delete from name_change;
  insert into passage_words (passage_words) values ('delete-all');
  insert into name_posting (name_posting) values ('delete-all');
  update meta set value = 0 where key = 'passages';
  update meta set value = value + 1 where key = 'generation';
`;

/** Compiles what is needed for writing a batch. The function returned runs inside the caller's transaction. */
function batchWriter(database: SqlDatabase): (batch: IndexBatch) => number {
  const findFolder = database.prepare('select id from folder where path = ?');
  const addFolder = database.prepare('insert into folder (path) values (?)');
  const find = database.prepare('select id, hash from document where folder = ? and path = ?');
  const add = database.prepare(
    `insert into document (id, folder, path, size, modified, hash, words, metadata, health, first_passage, passages)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const touch = database.prepare('update document set size = ?, modified = ? where id = ?');
  const give = database.prepare(
    `insert into document (id, folder, path, size, modified, hash, words, metadata, health, first_passage, passages)
     select ?, ?, ?, ?, ?, hash, words, metadata, health, first_passage, passages from document where id = ?`,
  );
  const passagesOf = database.prepare('select first_passage as first, passages as count from document where id = ?');
  const drop = database.prepare('delete from document where id = ?');
  const addPassage = database.prepare('insert into passage (id, start, length) values (?, ?, ?)');
  const addWords = database.prepare('insert into passage_words (rowid, words) values (?, cast(? as text))');
  const dropPassages = database.prepare('delete from passage where id between ? and ?');
  const dropWords = database.prepare('delete from passage_words where rowid between ? and ?');
  const counters = countersOf(database);
  const names = nameTablesOf(database, counters);
  let written = -1;

  /** Returns how many passages there are fewer. */
  function remove(id: DocumentId): number {
    const row = passagesOf.get<{ first: number; count: number }>(id);
    if (!row) return 0;
    const last = row.first + row.count - 1;
    dropPassages.run(row.first, last);
    dropWords.run(row.first, last);
    names.remove(id);
    drop.run(id);
    return row.count;
  }

  /** Returns how many passages there are fewer: what another process has put in its place meanwhile. */
  function move({ id, path, size, modified }: MovedFile, folder: number): number {
    const before = find.get<{ id: DocumentId }>(folder, path);
    const removed = before && before.id !== id ? remove(before.id) : 0;
    const to = counters.take('next_document') as DocumentId;
    give.run(to, folder, path, size, modified, id);
    names.move(id, to);
    drop.run(id);
    return removed;
  }

  function folderNumber(folder: string): number {
    const number = () => findFolder.get<{ id: number }>(folder)?.id;
    const known = number();
    if (known !== undefined) return known;
    addFolder.run(folder);
    return number()!;
  }

  function addDocument({ record, passages }: IndexedDocument, folder: number, first: number): DocumentId {
    const id = counters.take('next_document') as DocumentId;
    const { path, size, modified, hash, words, metadata, health } = record;
    const values = [JSON.stringify(metadata), JSON.stringify(health), first, passages.length] as const;
    add.run(id, folder, path, size, modified, hash, words, ...values);
    passages.forEach(({ start, end }, i) => addPassage.run(first + i, start, end - start));
    return id;
  }

  return (batch) => {
    counters.load();
    names.begin();
    // Another process may have written since, or the last transaction may have been undone.
    if (counters.get('generation') !== written) names.forget();
    written = -1;
    let passages = counters.get('passages');
    for (const id of batch.remove) passages -= remove(id);
    const folders = new Map<string, number>();
    const put = [...batch.put];
    for (const file of batch.move ?? []) {
      if (!passagesOf.get(file.id)) {
        put.push(file.read());
        continue;
      }
      const folder = folders.get(file.folder) ?? folderNumber(file.folder);
      folders.set(file.folder, folder);
      passages -= move(file, folder);
    }
    const added: (DocumentNames & { readonly first: number; readonly passages: IndexedDocument['passages'] })[] = [];
    for (const document of put) {
      const { folder: path, hash, size, modified } = document.record;
      const folder = folders.get(path) ?? folderNumber(path);
      folders.set(path, folder);
      const before = find.get<{ id: DocumentId; hash: string }>(folder, document.record.path);
      // Another process may have been here between the listing and now.
      if (before && hash !== '' && before.hash === hash) {
        touch.run(size, modified, before.id);
        continue;
      }
      if (before) passages -= remove(before.id);
      const first = counters.take('next_passage', document.passages.length);
      added.push({
        id: addDocument(document, folder, first),
        first,
        names: document.names,
        passages: document.passages,
      });
      passages += document.passages.length;
    }
    for (const { id, size, modified } of batch.touch) touch.run(size, modified, id);
    names.add(added);
    for (const { first, passages: words } of added) {
      words.forEach((passage, i) => addWords.run(first + i, database.longText(passage.words)));
    }
    const generation = counters.get('generation') + 1;
    names.settle(generation);
    counters.set('passages', passages);
    counters.set('generation', generation);
    counters.store();
    written = generation;
    return generation;
  };
}
