import type { NameChanges, NameFormRow } from '../corpusIndex.ts';
import type { SqlDatabase } from './driver.ts';
import { formTypeOf } from './nameForms.ts';

/** Of a batch that changes more forms it is not noted which: reading all is quicker then, or not much slower. */
const MOST_FORMS = 3000;
/** So many batches are noted; who has missed more reads all forms. */
const KEPT = 100;

/** A row of `name_form` as it is kept in `name_change`: form, type, mentions, documents. */
type Noted = readonly [string, number, number, number];

/** Notes what a batch has made of which forms. All calls are made inside the caller's transaction. */
export function nameChangesOf(database: SqlDatabase): { write(generation: number, forms: ReadonlySet<number>): void } {
  const rowOf = database.prepare('select form, type, mentions, documents from name_form where id = ?');
  const add = database.prepare('insert into name_change (generation, forms) values (?, ?)');
  const forget = database.prepare('delete from name_change where generation <= ?');
  return {
    write(generation, forms) {
      forget.run(generation - KEPT);
      if (forms.size > MOST_FORMS) return;
      const rows = [...forms].map((id): Noted => {
        const { form, type, mentions, documents } = rowOf.get<NameFormRow & { type: number }>(id)!;
        return [form, type, mentions, documents];
      });
      add.run(generation, JSON.stringify(rows));
    },
  };
}

/** Gives the forms, or what is noted of them since a generation. To be called inside the caller's transaction. */
export function nameChangeReaderOf(
  database: SqlDatabase,
): (since: number | undefined, generation: number) => NameChanges {
  const noted = database.prepare('select forms from name_change where generation > ? order by generation');
  // As one text: rows of their own take four times as long to hand over.
  const all = database.prepare(
    'select json_group_array(json_array(form, type, mentions, documents)) as forms from name_form',
  );
  return (since, generation) => {
    const changes = since === undefined ? [] : noted.all<{ forms: string }>(since);
    if (since !== undefined && changes.length === generation - since) {
      return { generation, whole: false, rows: changes.flatMap(({ forms }) => rowsOf(forms)) };
    }
    return { generation, whole: true, rows: rowsOf(all.get<{ forms: string }>()!.forms) };
  };
}

function rowsOf(noted: string): NameFormRow[] {
  return (JSON.parse(noted) as Noted[]).map(([form, type, mentions, documents]) => ({
    form,
    ...formTypeOf(type),
    mentions,
    documents,
  }));
}
