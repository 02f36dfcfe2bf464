/** One mention of a name in a document, in the numbers of the tables `name_form` and `name_text`; 0 stands for none. */
export interface StoredMention {
  readonly start: number;
  readonly end: number;
  readonly form: number;
  readonly title: number;
  readonly role: number;
  readonly acronym: number;
  readonly expansion: number;
}

/**
 * The mentions of one document, which are in order of their start, as bytes: numbers of variable length, the start as the
 * distance from the start before, the form together with a mark that says whether anything else follows.
 */
export function encodeMentions(mentions: readonly StoredMention[]): Uint8Array {
  const bytes: number[] = [];
  let before = 0;
  for (const mention of mentions) {
    const { title, role, acronym, expansion } = mention;
    const marks = (title && 1) | (role && 2) | (acronym && 4) | (expansion && 8);
    write(bytes, mention.start - before);
    write(bytes, mention.end - mention.start);
    write(bytes, mention.form * 2 + (marks ? 1 : 0));
    if (marks) {
      write(bytes, marks);
      for (const extra of [title, role, acronym, expansion]) if (extra > 0) write(bytes, extra);
    }
    before = mention.start;
  }
  return Uint8Array.from(bytes);
}

/** The reverse of {@link encodeMentions}: all mentions, or the first `limit` of these forms. */
export function decodeMentions(
  bytes: Uint8Array,
  forms?: { has(form: number): boolean },
  limit = Infinity,
): StoredMention[] {
  const mentions: StoredMention[] = [];
  let at = 0;
  const read = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++]!;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  let start = 0;
  while (at < bytes.length && mentions.length < limit) {
    start += read();
    const end = start + read();
    const formAndMark = read();
    const form = Math.floor(formAndMark / 2);
    const marks = formAndMark % 2 === 1 ? read() : 0;
    const title = marks & 1 ? read() : 0;
    const role = marks & 2 ? read() : 0;
    const acronym = marks & 4 ? read() : 0;
    const expansion = marks & 8 ? read() : 0;
    // A long document has tens of thousands, and is asked for a few of them again and again.
    if (!forms || forms.has(form)) mentions.push({ start, end, form, title, role, acronym, expansion });
  }
  return mentions;
}

function write(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}
