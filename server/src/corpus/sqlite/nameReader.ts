import type { DocumentId, NameChanges, NameFormRow, NameOccurrence } from '../corpusIndex.ts';
import type { DocumentTable } from './documentTable.ts';
import type { SqlDatabase } from './driver.ts';
import { nameChangeReaderOf } from './nameChanges.ts';
import { decodeMentions, type StoredMention } from './nameBlob.ts';
import { formTypeOf, postingWord, type FormType } from './nameForms.ts';
import { mentionsByForm } from './nameTables.ts';

/** Reads the tables of names. All calls are made inside the caller's transaction. */
export interface NameReader {
  forms(within: ReadonlySet<DocumentId> | undefined): readonly NameFormRow[];
  /** See {@link CorpusIndex.namesSince}. */
  changes(since: number | undefined): NameChanges;
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
  const changesSince = nameChangeReaderOf(database);
  const formOf = database.prepare('select form, type from name_form where id = ?');
  const numbersOf = database.prepare('select id, form, type from name_form where form = ?');
  const textOf = database.prepare('select text from name_text where id = ?');
  const namesOf = database.prepare('select names from document_names where document = ?');
  const posting = database.prepare('select rowid from name_posting where name_posting match ?');

  function mentionsIn(id: DocumentId, forms?: ReadonlyMap<number, unknown>, limit?: number): StoredMention[] {
    const row = namesOf.get<{ names: Uint8Array }>(id);
    return row ? decodeMentions(row.names, forms, limit) : [];
  }

  const changes = (since: number | undefined) => changesSince(since, documents.generation());

  function forms(within: ReadonlySet<DocumentId> | undefined): readonly NameFormRow[] {
    if (!within) return changes(undefined).rows;
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

  /** The documents in which one of the forms may stand, those whose path comes last first. */
  function documentsWith(numbers: Iterable<number>, within: ReadonlySet<DocumentId> | undefined): DocumentId[] {
    return documentsAsked(numbers, within)
      .filter((id) => documents.has(id))
      .sort((a, b) => documents.order(b) - documents.order(a));
  }

  function documentsAsked(numbers: Iterable<number>, within: ReadonlySet<DocumentId> | undefined): DocumentId[] {
    if (within && within.size <= FEW_DOCUMENTS) return [...within];
    const match = [...numbers].map((number) => `"${postingWord(number)}"`).join(' OR ');
    const found = posting.all<{ rowid: DocumentId }>(match).map(({ rowid }) => rowid);
    return within ? found.filter((id) => within.has(id)) : found;
  }

  function occurrences(form: string, within: ReadonlySet<DocumentId> | undefined, limit: number): NameOccurrence[] {
    const types = new Map(numbersOf.all<FormRow>(form).map(({ id, type }) => [id, formTypeOf(type)]));
    if (types.size === 0) return [];
    const found: NameOccurrence[] = [];
    for (const document of documentsWith(types.keys(), within)) {
      if (found.length >= limit) break;
      for (const mention of mentionsIn(document, types, limit - found.length))
        found.push(occurrenceOf(document, form, types.get(mention.form)!, mention));
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

  return { forms, changes, occurrences };
}
