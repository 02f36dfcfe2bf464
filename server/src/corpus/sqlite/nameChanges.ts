import { lookAtYoungRoom } from '../../memory.ts';
import type { NameChanges, NameFormRow } from '../corpusIndex.ts';
import type { SqlDatabase } from './driver.ts';
import { formTypeOf } from './nameForms.ts';

/** Of a batch that changes more forms it is not noted which: reading all is quicker then, or not much slower. */
const MOST_FORMS = 3000;
/** So many batches are noted; who has missed more reads all forms. */
const KEPT = 100;

/** So many forms are read as one text. */
const FORMS_A_TEXT = 10_000;

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
  // As texts of many rows: rows of their own take four times as long to hand over, and all at once twice the memory.
  const some = database.prepare(
    `select json_group_array(json_array(form, type, mentions, documents)) as forms, max(id) as last
     from (select * from name_form where id > ? order by id limit ${FORMS_A_TEXT})`,
  );
  function all(): NameFormRow[] {
    const rows: NameFormRow[] = [];
    for (let behind = -1; ;) {
      const { forms, last } = some.get<{ forms: string; last: number | null }>(behind)!;
      if (last === null) return rows;
      for (const row of rowsOf(forms)) rows.push(row);
      lookAtYoungRoom();
      behind = last;
    }
  }
  return (since, generation) => {
    const changes = since === undefined ? [] : noted.all<{ forms: string }>(since);
    if (since !== undefined && changes.length === generation - since) {
      return { generation, whole: false, rows: changes.flatMap(({ forms }) => rowsOf(forms)) };
    }
    return { generation, whole: true, rows: all() };
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
