import type { DocumentId } from '../corpusIndex.ts';
import { PACKED, type NameForm, type PackedNames } from '../packedNames.ts';
import type { Counters } from './counters.ts';
import type { SqlDatabase } from './driver.ts';
import { decodeMentions, encodeMentions, type StoredMention } from './nameBlob.ts';
import { nameChangesOf } from './nameChanges.ts';
import { formTypeNumber, postingWord } from './nameForms.ts';

/** The names of a document that has got its number. */
export interface DocumentNames {
  readonly id: DocumentId;
  readonly names: PackedNames;
}

/** Writes the tables of names. All calls but `forget` are made inside the caller's transaction. */
export interface NameTables {
  /** Before all others: an earlier transaction may have been undone half-way. */
  begin(): void;
  add(documents: readonly DocumentNames[]): void;
  remove(id: DocumentId): void;
  /** The names of the document `id` are those of the document `to` now. */
  move(id: DocumentId, to: DocumentId): void;
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
  const giveNames = database.prepare('update document_names set document = ? where document = ?');
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

  function textNumber(text: string): number {
    let id = textNumbers.get(text);
    if (id === undefined) {
      id = findText.get<{ id: number }>(text)?.id;
      if (id === undefined) {
        id = counters.take('next_text');
        addText.run(id, text);
      }
      textNumbers.set(text, id);
    }
    return id;
  }

  function add(documents: readonly DocumentNames[]): void {
    if (formNumbers.reduce((sum, { size }) => sum + size, textNumbers.size) > REMEMBERED) forget();
    isComplete ??= anyForm.get() === undefined;
    const counts = countForms(documents);
    for (const count of counts.all) numberForm(count);
    const postings: { readonly id: DocumentId; readonly forms: readonly number[] }[] = [];
    for (const [i, { id, names }] of documents.entries()) {
      if (names.forms.length === 0) continue;
      const forms = counts.ofDocuments[i]!.map((count) => count.id);
      addNames.run(id, encodeMentions(storedMentions(names, forms, names.texts.map(textNumber))));
      postings.push({ id, forms });
    }
    for (const { id, forms } of postings) addPosting.run(id, forms.map(postingWord).join(' '));
  }

  function numberForm(count: FormCount): void {
    const { form, type, mentions, documents } = count;
    const known = (formNumbers[type] ??= new Map());
    const id = known.get(form) ?? (isComplete ? undefined : findForm.get<{ id: number }>(form, type)?.id);
    count.id = id ?? counters.take('next_form');
    if (id !== undefined) countForm.run(mentions, documents, id);
    else addForm.run(count.id, form, type, mentions, documents);
    changed.add(count.id);
    if (!known.has(form)) known.set(form, count.id);
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

  function move(id: DocumentId, to: DocumentId): void {
    const row = namesOf.get<{ names: Uint8Array }>(id);
    if (!row) return;
    giveNames.run(to, id);
    dropPosting.run(id);
    addPosting.run(to, [...mentionsByForm(decodeMentions(row.names)).keys()].map(postingWord).join(' '));
  }

  function settle(generation: number): void {
    changes.write(generation, changed);
    changed.clear();
    if (uncounted.size === 0) return;
    for (const form of uncounted) dropForm.run(form);
    uncounted.clear();
    forget();
  }

  return { begin, add, remove, move, settle, forget };
}

/** The forms of all these documents, each once, and those of each document as it has them. */
function countForms(documents: readonly DocumentNames[]): { all: FormCount[]; ofDocuments: FormCount[][] } {
  const byType: Map<string, FormCount>[] = [];
  const all: FormCount[] = [];
  const countOf = (name: NameForm): FormCount => {
    const type = formTypeNumber(name);
    const counts = (byType[type] ??= new Map());
    let count = counts.get(name.form);
    if (!count) {
      count = { form: name.form, type, id: 0, mentions: 0, documents: 0 };
      counts.set(name.form, count);
      all.push(count);
    }
    return count;
  };
  const ofDocuments = documents.map(({ names: { forms, mentions } }) => {
    const counts = forms.map(countOf);
    for (const count of counts) count.documents++;
    for (let at = 0; at < mentions.length; at += PACKED) counts[mentions[at + 2]!]!.mentions++;
    return counts;
  });
  return { all, ofDocuments };
}

/** The mentions in the numbers of the tables, where `forms` and `texts` have those of the document's own. */
function storedMentions(
  { mentions }: PackedNames,
  forms: readonly number[],
  texts: readonly number[],
): readonly StoredMention[] {
  const stored: StoredMention[] = [];
  const text = (place: number) => (place === 0 ? 0 : texts[place - 1]!);
  for (let at = 0; at < mentions.length; at += PACKED) {
    stored.push({
      start: mentions[at]!,
      end: mentions[at + 1]!,
      form: forms[mentions[at + 2]!]!,
      title: text(mentions[at + 3]!),
      role: text(mentions[at + 4]!),
      acronym: text(mentions[at + 5]!),
      expansion: text(mentions[at + 6]!),
    });
  }
  return stored;
}

/** How often each form is mentioned. */
export function mentionsByForm(mentions: readonly StoredMention[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { form } of mentions) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}
