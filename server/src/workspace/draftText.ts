import { readFile, stat } from 'node:fs/promises';
import { Unusable } from './unusable.ts';

/** Longer files are no drafts: a novel has some 600 kB. */
export const MAX_DRAFT_BYTES = 2_000_000;

/** A draft as read from a file or from standard input. */
export interface DraftFileText {
  /** Without byte order mark, as editors have it. */
  readonly raw: string;
  /** Whether the file begins with a byte order mark, which counts as one unit of the file. */
  readonly byteOrderMark: boolean;
}

/** Reads a draft; `shown` names it in messages. Throws {@link Unusable}. */
export async function loadDraft(path: string, shown: string): Promise<DraftFileText> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(path);
    if (size > MAX_DRAFT_BYTES) throw tooLong(shown, size);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof Unusable) throw error;
    throw new Unusable(
      `${shown} cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)}): ${ADVICE}.`,
    );
  }
  return decodeDraft(bytes, shown);
}

const ADVICE = 'check that the file exists and that you may read it';

/** Decodes a draft: UTF-8, or UTF-16 with a byte order mark. Throws {@link Unusable} for anything else. */
export function decodeDraft(bytes: Uint8Array, shown: string): DraftFileText {
  if (bytes.length > MAX_DRAFT_BYTES) throw tooLong(shown, bytes.length);
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Unusable(`${shown} is not UTF-8 text: save the draft as UTF-8 and try again.`);
  }
  if (text.includes('\0')) throw new Unusable(`${shown} is not a text file: drafts are Markdown.`);
  const byteOrderMark = text.startsWith('\uFEFF');
  return { raw: byteOrderMark ? text.slice(1) : text, byteOrderMark };
}

function tooLong(shown: string, bytes: number): Unusable {
  const size = (bytes / 1e6).toFixed(1);
  const limit = MAX_DRAFT_BYTES / 1e6;
  return new Unusable(
    `${shown} has ${size} MB, and drafts are checked up to ${limit} MB: split it into several files.`,
  );
}
