import type { DocumentId, NameFormRow, NameOccurrence } from '../corpusIndex.ts';
import type { DocumentTable } from './documentTable.ts';
import type { SqlDatabase } from './driver.ts';
import { decodeMentions, type StoredMention } from './nameBlob.ts';
import { formTypeOf, postingWord, type FormType } from './nameForms.ts';
import { mentionsByForm } from './nameTables.ts';

/** Reads the tables of names. All calls are made inside the caller's transaction. */
export interface NameReader {
  forms(within: ReadonlySet<DocumentId> | undefined): NameFormRow[];
  occurrences(form: string, within: ReadonlySet<DocumentId> | undefined, limit: number): NameOccurrence[];
}

interface FormRow {
  readonly id: number;
  readonly form: string;
  readonly type: number;
}

/** Up to so many documents are each looked into, instead of asking where the form stands. */
const FEW_DOCUMENTS = 24;

/** Compiles what is needed for reading names. */
export function nameReaderOf(database: SqlDatabase, documents: DocumentTable): NameReader {
  // As one text: rows of their own take four times as long to hand over.
  const allForms = database.prepare(
    'select json_group_array(json_array(form, type, mentions, documents)) as rows from name_form',
  );
  const formOf = database.prepare('select form, type from name_form where id = ?');
  const numbersOf = database.prepare('select id, form, type from name_form where form = ?');
  const textOf = database.prepare('select text from name_text where id = ?');
  const namesOf = database.prepare('select names from document_names where document = ?');
  const posting = database.prepare('select rowid from name_posting where name_posting match ? order by rowid desc');

  function mentionsIn(id: DocumentId): StoredMention[] {
    const row = namesOf.get<{ names: Uint8Array }>(id);
    return row ? decodeMentions(row.names) : [];
  }

  function forms(within: ReadonlySet<DocumentId> | undefined): NameFormRow[] {
    if (!within) {
      const rows = JSON.parse(allForms.get<{ rows: string }>()!.rows) as [string, number, number, number][];
      return rows.map(([form, type, mentions, count]) => ({ form, ...formTypeOf(type), mentions, documents: count }));
    }
    const counts = new Map<number, { mentions: number; documents: number }>();
    for (const id of within) {
      for (const [form, mentions] of mentionsByForm(mentionsIn(id))) {
        const count = counts.get(form) ?? { mentions: 0, documents: 0 };
        counts.set(form, { mentions: count.mentions + mentions, documents: count.documents + 1 });
      }
    }
    return [...counts].map(([number, count]) => {
      const { form, type } = formOf.get<FormRow>(number)!;
      return { form, ...formTypeOf(type), ...count };
    });
  }

  /** The documents in which one of the forms stands, newest first. */
  function* documentsWith(
    numbers: Iterable<number>,
    within: ReadonlySet<DocumentId> | undefined,
  ): Generator<DocumentId> {
    if (within && within.size <= FEW_DOCUMENTS) {
      yield* [...within].sort((a, b) => b - a);
      return;
    }
    const match = [...numbers].map((number) => `"${postingWord(number)}"`).join(' OR ');
    for (const { rowid } of posting.all<{ rowid: DocumentId }>(match)) if (!within || within.has(rowid)) yield rowid;
  }

  function occurrences(form: string, within: ReadonlySet<DocumentId> | undefined, limit: number): NameOccurrence[] {
    const types = new Map(numbersOf.all<FormRow>(form).map(({ id, type }) => [id, formTypeOf(type)]));
    if (types.size === 0) return [];
    const found: NameOccurrence[] = [];
    for (const document of documentsWith(types.keys(), within)) {
      if (found.length >= limit) break;
      if (!documents.records().has(document)) continue;
      for (const mention of mentionsIn(document)) {
        const type = types.get(mention.form);
        if (type && found.length < limit) found.push(occurrenceOf(document, form, type, mention));
      }
    }
    return found;
  }

  function text(number: number): string {
    return textOf.get<{ text: string }>(number)!.text;
  }

  function occurrenceOf(document: DocumentId, form: string, type: FormType, mention: StoredMention): NameOccurrence {
    const { start, end, title, role, acronym, expansion } = mention;
    return {
      document,
      start,
      end,
      form,
      entityType: type.entityType,
      ...(title > 0 && { title: text(title) }),
      ...(role > 0 && { role: text(role) }),
      ...(acronym > 0 && { acronym: text(acronym) }),
      ...(expansion > 0 && { expansion: text(expansion) }),
      ...(type.demonym && { demonym: type.demonym }),
    };
  }

  return { forms, occurrences };
}
