import { lookAtYoungRoom } from '../../memory.ts';
import { detached } from '../../text/detached.ts';
import type { DocumentId } from '../corpusIndex.ts';
import type { StoredFile } from '../indexWriter.ts';
import type { SqlDatabase } from './driver.ts';

/** A row of the table `document`. */
export interface DocumentRow {
  readonly file: StoredFile;
  /** What was asked for beside it, as text. */
  readonly others: readonly string[];
  /** The column that holds JSON; undefined if none was asked for. */
  readonly json: unknown;
}

/** So many rows are read as one text: what WebAssembly has once taken for a longer one, it keeps. */
const ROWS_A_TEXT = 1000;

/**
 * Rows of documents behind a number, in order of their numbers, with the columns named beside those of files. They are read
 * as one text, of which WebAssembly hands over ten rows in the time of one row by itself. The columns hold no control
 * characters; a path may, but no empty part: it stands last, before two slashes.
 */
export function documentRowsOf(
  database: SqlDatabase,
  columns: readonly string[],
  jsonColumn?: string,
): (behind: number) => Generator<DocumentRow, void> {
  const folders = database.prepare('select id, path from folder');
  // A time stamp written as a whole would be rounded.
  const fields = ['id', 'folder', 'size', 'cast(modified as integer)', 'modified - cast(modified as integer)', 'hash'];
  const text = database.prepare(
    `select group_concat(concat_ws(char(31), ${[...fields, ...columns].join(', ')}, path), '//' || char(30)) as rows,
       '[' || group_concat(${jsonColumn ?? 'null'}) || ']' as json
     from (select * from document where id > ? order by id limit ${ROWS_A_TEXT})`,
  );
  const before = fields.length + columns.length;

  return function* (behind) {
    const home = new Map(folders.all<{ id: number; path: string }>().map(({ id, path }) => [String(id), path]));
    for (let last = behind; ;) {
      const found = text.get<{ rows: string | null; json: string | null }>(last)!;
      if (found.rows === null) return;
      const rows = found.rows.split('//\u001e');
      const json = found.json === null ? [] : (JSON.parse(found.json) as unknown[]);
      for (const [i, row] of rows.entries()) {
        const parts = row.split('\u001f');
        const [id, folder, size, modified, fraction, hash] = parts as [string, string, string, string, string, string];
        last = Number(id);
        // A part by itself would keep the whole text, as long again as the records.
        const file: StoredFile = {
          id: last as DocumentId,
          folder: home.get(folder)!,
          path: detached(parts.slice(before).join('\u001f')),
          size: Number(size),
          modified: Number(modified) + Number(fraction),
          hash: detached(hash),
        };
        yield { file, others: parts.slice(fields.length, before), json: json[i] };
      }
      if (rows.length < ROWS_A_TEXT) return;
      lookAtYoungRoom();
    }
  };
}
