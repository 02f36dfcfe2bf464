import type { SqlDatabase, SqlDriver } from './driver.ts';

/** Grows with every change of the tables, of how words are cut and of what the extractors find: old files are then left aside. */
export const SCHEMA_VERSION = 2;

/**
 * `passage_words` holds the folded words of each passage, in order, and not the text; its row numbers are those of
 * `passage`. The passages of a document have successive numbers. `name_posting` says in which documents a form stands (its
 * row numbers are those of `document`, its words the numbers of forms); where in the document, `document_names` says
 * (see nameBlob.ts). `name_change` says what has become of which forms (see nameChanges.ts).
 */
const TABLES = `
  create table meta (key text primary key, value) without rowid;
  create table folder (id integer primary key, path text not null unique);
  create table document (
    id integer primary key,
    folder integer not null,
    path text not null,
    size integer not null,
    modified real not null,
    hash text not null,
    words integer not null,
    metadata text not null,
    health text not null,
    first_passage integer not null,
    passages integer not null,
    unique (folder, path)
  );
  create table passage (id integer primary key, start integer not null, length integer not null);
  create virtual table passage_words using fts5(words, content='', contentless_delete=1, tokenize='ascii');
  create virtual table passage_vocabulary using fts5vocab(passage_words, row);
  create table name_form (
    id integer primary key,
    form text not null,
    type integer not null,
    mentions integer not null,
    documents integer not null,
    unique (form, type)
  );
  create table name_text (id integer primary key, text text not null unique);
  create table document_names (document integer primary key, names blob not null);
  create table name_change (generation integer primary key, forms text not null);
  create virtual table name_posting using fts5(forms, content='', contentless_delete=1, detail=none, tokenize='ascii');
`;

/**
 * Keys of `meta`: the next numbers to give. They are kept here and never given twice; and SQLite is not asked to choose or
 * to return them, because for such a statement it writes out what the full text tables still hold in memory.
 */
export const COUNTERS = ['next_document', 'next_passage', 'next_form', 'next_text'] as const;

/** Larger pages and fewer of them, written later: a tenth less room and a fifth less time than by default, as measured. */
const PAGE_SIZE = 8192;
const FTS_SETTINGS: Readonly<Record<string, number>> = { pgsz: 8100, hashsize: 2_500_000, automerge: 8 };

/** Settings of a connection that writes. */
export function prepareWriter(database: SqlDatabase, driver: SqlDriver['kind']): void {
  database.exec(`pragma page_size = ${PAGE_SIZE}`);
  // Readers need not wait for the writer in a write-ahead log; the WebAssembly build has no shared memory for one.
  if (driver === 'node') database.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 2000');
  database.exec('pragma synchronous = normal; pragma temp_store = memory');
  // What WebAssembly has taken for its memory once, it keeps.
  database.exec(`pragma cache_size = ${driver === 'node' ? -12_000 : -5000}`);
}

/** Settings of a connection that reads. */
export function prepareReader(database: SqlDatabase): void {
  database.exec('pragma cache_size = -8000');
}

/** `fresh`: an empty file. `other`: made by another version of this program, or by another program. */
export function schemaState(database: SqlDatabase): 'fresh' | 'current' | 'other' {
  const version = database.prepare('pragma user_version').get<{ user_version: number }>()!.user_version;
  if (version === SCHEMA_VERSION) return 'current';
  const tables = database.prepare('select count(*) as count from sqlite_schema').get<{ count: number }>()!.count;
  return tables === 0 ? 'fresh' : 'other';
}

/** Makes the tables, in the transaction that the caller has begun. */
export function createTables(database: SqlDatabase): void {
  database.exec(TABLES);
  for (const [setting, value] of Object.entries(FTS_SETTINGS)) {
    database.exec(`insert into passage_words (passage_words, rank) values ('${setting}', ${value})`);
  }
  database.exec("insert into meta values ('generation', 1), ('passages', 0)");
  for (const key of COUNTERS) database.prepare('insert into meta values (?, 1)').run(key);
  database.exec(`pragma user_version = ${SCHEMA_VERSION}`);
}
