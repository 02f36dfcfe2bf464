import { detached } from '../../text/detached.ts';
import type { DocumentId } from '../corpusIndex.ts';
import type { IndexedDocument } from '../indexedDocument.ts';
import type { Counters } from './counters.ts';
import type { SqlDatabase } from './driver.ts';
import { decodeMentions, encodeMentions, type StoredMention } from './nameBlob.ts';
import { nameChangesOf } from './nameChanges.ts';
import { formTypeNumber, postingWord } from './nameForms.ts';

/** The names of a document that has got its number. */
export interface DocumentNames {
  readonly id: DocumentId;
  readonly names: IndexedDocument['names'];
}

/** Writes the tables of names. All calls but `forget` are made inside the caller's transaction. */
export interface NameTables {
  /** Before all others: an earlier transaction may have been undone half-way. */
  begin(): void;
  add(documents: readonly DocumentNames[]): void;
  remove(id: DocumentId): void;
  /** To be called before the transaction ends, with the generation it makes: forms that no document has any more go. */
  settle(generation: number): void;
  /** To be called when the tables may have changed by other hands, or a transaction was undone. */
  forget(): void;
}

/** A form as a batch counts it. */
interface FormCount {
  readonly form: string;
  readonly type: number;
  /** 0 until the table has it. */
  id: number;
  mentions: number;
  documents: number;
  lastDocument: number;
}

/** So many numbers of forms and texts are kept in mind, because looking one up costs more than writing one. */
const REMEMBERED = 120_000;

/** Compiles what is needed for writing names. */
export function nameTablesOf(database: SqlDatabase, counters: Counters): NameTables {
  const anyForm = database.prepare('select 1 from name_form limit 1');
  const findForm = database.prepare('select id from name_form where form = ? and type = ?');
  const addForm = database.prepare(
    'insert into name_form (id, form, type, mentions, documents) values (?, ?, ?, ?, ?)',
  );
  const countForm = database.prepare(
    'update name_form set mentions = mentions + ?, documents = documents + ? where id = ?',
  );
  const dropForm = database.prepare('delete from name_form where id = ? and documents <= 0');
  const findText = database.prepare('select id from name_text where text = ?');
  const addText = database.prepare('insert into name_text (id, text) values (?, ?)');
  const namesOf = database.prepare('select names from document_names where document = ?');
  const addNames = database.prepare('insert into document_names (document, names) values (?, ?)');
  const dropNames = database.prepare('delete from document_names where document = ?');
  const addPosting = database.prepare('insert into name_posting (rowid, forms) values (?, ?)');
  const dropPosting = database.prepare('delete from name_posting where rowid = ?');
  const changes = nameChangesOf(database);
  const uncounted = new Set<number>();
  /** Of this batch. */
  const changed = new Set<number>();
  /** By type and spelling, and by text. */
  let formNumbers: Map<string, number>[] = [];
  let textNumbers = new Map<string, number>();
  /** Are all forms of the table in `formNumbers`? So it is while an index is built from nothing. */
  let isComplete: boolean | undefined;

  function begin(): void {
    uncounted.clear();
    changed.clear();
  }

  function forget(): void {
    isComplete = undefined;
    formNumbers = [];
    textNumbers = new Map();
  }

  function textNumber(text: string | undefined): number {
    if (!text) return 0;
    let id = textNumbers.get(text);
    if (id === undefined) {
      id = findText.get<{ id: number }>(text)?.id;
      if (id === undefined) {
        id = counters.take('next_text');
        addText.run(id, text);
      }
      textNumbers.set(detached(text), id);
    }
    return id;
  }

  function add(documents: readonly DocumentNames[]): void {
    if (formNumbers.reduce((sum, { size }) => sum + size, textNumbers.size) > REMEMBERED) forget();
    isComplete ??= anyForm.get() === undefined;
    const counts = countForms(documents);
    for (const count of counts.all) numberForm(count);
    const postings: { readonly id: DocumentId; readonly forms: Set<number> }[] = [];
    let next = 0;
    for (const { id, names } of documents) {
      if (names.length === 0) continue;
      const mentions: StoredMention[] = [];
      const forms = new Set<number>();
      for (const { start, end, title, role, acronym, expansion } of names) {
        const form = counts.ofMentions[next++]!.id;
        forms.add(form);
        mentions.push({
          start,
          end,
          form,
          title: textNumber(title?.text),
          role: textNumber(role?.text),
          acronym: textNumber(acronym?.text),
          expansion: textNumber(expansion?.text),
        });
      }
      mentions.sort((a, b) => a.start - b.start || a.end - b.end);
      addNames.run(id, encodeMentions(mentions));
      postings.push({ id, forms });
    }
    for (const { id, forms } of postings) addPosting.run(id, Array.from(forms, postingWord).join(' '));
  }

  function numberForm(count: FormCount): void {
    const { form, type, mentions, documents } = count;
    const known = (formNumbers[type] ??= new Map());
    const id = known.get(form) ?? (isComplete ? undefined : findForm.get<{ id: number }>(form, type)?.id);
    count.id = id ?? counters.take('next_form');
    if (id !== undefined) countForm.run(mentions, documents, id);
    else addForm.run(count.id, form, type, mentions, documents);
    changed.add(count.id);
    if (!known.has(form)) known.set(detached(form), count.id);
  }

  function remove(id: DocumentId): void {
    const row = namesOf.get<{ names: Uint8Array }>(id);
    if (!row) return;
    for (const [form, mentions] of mentionsByForm(decodeMentions(row.names))) {
      countForm.run(-mentions, -1, form);
      uncounted.add(form);
      changed.add(form);
    }
    dropNames.run(id);
    dropPosting.run(id);
  }

  function settle(generation: number): void {
    changes.write(generation, changed);
    changed.clear();
    if (uncounted.size === 0) return;
    for (const form of uncounted) dropForm.run(form);
    uncounted.clear();
    forget();
  }

  return { begin, add, remove, settle, forget };
}

/** The forms of all these documents, each once, and the form of each mention in order. */
function countForms(documents: readonly DocumentNames[]): { all: FormCount[]; ofMentions: FormCount[] } {
  const byType: Map<string, FormCount>[] = [];
  const all: FormCount[] = [];
  const ofMentions: FormCount[] = [];
  for (const { id, names } of documents) {
    for (const name of names) {
      const form = name.text;
      const type = formTypeNumber(name);
      const counts = (byType[type] ??= new Map());
      let count = counts.get(form);
      if (!count) {
        count = { form, type, id: 0, mentions: 0, documents: 0, lastDocument: 0 };
        counts.set(form, count);
        all.push(count);
      }
      count.mentions++;
      if (count.lastDocument !== id) count.documents++;
      count.lastDocument = id;
      ofMentions.push(count);
    }
  }
  return { all, ofMentions };
}

/** How often each form is mentioned. */
export function mentionsByForm(mentions: readonly StoredMention[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { form } of mentions) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}
