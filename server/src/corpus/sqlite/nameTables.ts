import type { DocumentId } from '../corpusIndex.ts';
import type { IndexedDocument } from '../indexedDocument.ts';
import type { SqlDatabase } from './driver.ts';
import { decodeMentions, encodeMentions, type StoredMention } from './nameBlob.ts';
import { formTypeNumber, postingWord } from './nameForms.ts';

/** The names of a document that has got its number. */
export interface DocumentNames {
  readonly id: DocumentId;
  readonly names: IndexedDocument['names'];
}

/** Writes the tables of names. All calls are made inside the caller's transaction. */
export interface NameTables {
  add(documents: readonly DocumentNames[]): void;
  remove(id: DocumentId): void;
  /** To be called before the transaction ends: forms that no document has any more go. */
  settle(): void;
}

interface FormCount {
  readonly form: string;
  readonly type: number;
  mentions: number;
  documents: number;
}

/** Compiles what is needed for writing names. */
export function nameTablesOf(database: SqlDatabase): NameTables {
  const countForm = database.prepare(
    `insert into name_form (form, type, mentions, documents) values (?, ?, ?, ?)
     on conflict (form, type) do update set mentions = mentions + excluded.mentions, documents = documents + excluded.documents
     returning id`,
  );
  const uncountForm = database.prepare(
    'update name_form set mentions = mentions - ?, documents = documents - ? where id = ?',
  );
  const dropForm = database.prepare('delete from name_form where id = ? and documents <= 0');
  const addText = database.prepare(
    'insert into name_text (text) values (?) on conflict (text) do update set text = text returning id',
  );
  const namesOf = database.prepare('select names from document_names where document = ?');
  const addNames = database.prepare('insert into document_names (document, names) values (?, ?)');
  const dropNames = database.prepare('delete from document_names where document = ?');
  const addPosting = database.prepare('insert into name_posting (rowid, forms) values (?, ?)');
  const dropPosting = database.prepare('delete from name_posting where rowid = ?');
  const uncounted = new Set<number>();

  function add(documents: readonly DocumentNames[]): void {
    const forms = formNumbers(documents);
    const texts = new Map<string, number>();
    const textNumber = (text: string | undefined): number => {
      if (!text) return 0;
      const known = texts.get(text);
      if (known !== undefined) return known;
      const { id } = addText.get<{ id: number }>(text)!;
      texts.set(text, id);
      return id;
    };
    for (const { id, names } of documents) {
      const mentions = names.map((name): StoredMention => {
        const { start, end, title, role, acronym, expansion } = name;
        return {
          start,
          end,
          form: forms.get(formKey(name.form, formTypeNumber(name)))!,
          title: textNumber(title),
          role: textNumber(role),
          acronym: textNumber(acronym),
          expansion: textNumber(expansion),
        };
      });
      if (mentions.length === 0) continue;
      mentions.sort((a, b) => a.start - b.start || a.end - b.end);
      addNames.run(id, encodeMentions(mentions));
      addPosting.run(id, [...new Set(mentions.map(({ form }) => postingWord(form)))].join(' '));
    }
  }

  /** Counts the forms of all these documents, each once, and returns their numbers by {@link formKey}. */
  function formNumbers(documents: readonly DocumentNames[]): Map<string, number> {
    const counts = new Map<string, FormCount & { last: number }>();
    for (const { id, names } of documents) {
      for (const name of names) {
        const type = formTypeNumber(name);
        const key = formKey(name.form, type);
        const count = counts.get(key) ?? { form: name.form, type, mentions: 0, documents: 0, last: -1 };
        count.mentions++;
        if (count.last !== id) count.documents++;
        count.last = id;
        counts.set(key, count);
      }
    }
    const numbers = new Map<string, number>();
    for (const [key, { form, type, mentions, documents: within }] of counts) {
      numbers.set(key, countForm.get<{ id: number }>(form, type, mentions, within)!.id);
    }
    return numbers;
  }

  function remove(id: DocumentId): void {
    const row = namesOf.get<{ names: Uint8Array }>(id);
    if (!row) return;
    for (const [form, mentions] of mentionsByForm(decodeMentions(row.names))) {
      uncountForm.run(mentions, 1, form);
      uncounted.add(form);
    }
    dropNames.run(id);
    dropPosting.run(id);
  }

  function settle(): void {
    for (const form of uncounted) dropForm.run(form);
    uncounted.clear();
  }

  return { add, remove, settle };
}

/** How often each form is mentioned. */
export function mentionsByForm(mentions: readonly StoredMention[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const { form } of mentions) counts.set(form, (counts.get(form) ?? 0) + 1);
  return counts;
}

function formKey(form: string, type: number): string {
  return `${type} ${form}`;
}
