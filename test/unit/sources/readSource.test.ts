import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isSourcePath, readSource } from '../../../server/src/sources/readSource.ts';
import { toRawSpan } from '../../../server/src/text/offsets.ts';

function rawTextOf(path: string, file: string, words: string): string {
  const source = readSource(path, Buffer.from(file));
  const start = source.text.indexOf(words);
  assert.notEqual(start, -1, `${words} in ${source.text}`);
  const span = toRawSpan(source.map, { start, end: start + words.length });
  return source.raw.slice(span.start, span.end);
}

describe('Reading a source', () => {
  it('takes title, publisher and date from the front matter of Markdown', () => {
    const file =
      '---\ntitle: "Dredging: the bill"\npublisher: Harbour Gazette\ndate: 2024-05-06\n---\n\nThe harbour is silting up.\n';
    const source = readSource('note.md', Buffer.from(file));
    assert.deepEqual(source.metadata, {
      format: 'markdown',
      encoding: 'utf-8',
      title: 'Dredging: the bill',
      publisher: 'Harbour Gazette',
      date: '2024-05-06',
    });
    assert.equal(source.text, 'The harbour is silting up.');
  });

  it('reads the text behind a broken front matter', () => {
    const source = readSource('note.md', Buffer.from('---\ntitle: [a\n  b: "\n---\nThe harbour is silting up.\n'));
    assert.ok(source.text.includes('The harbour is silting up.'));
    assert.equal(source.metadata.title, undefined);
  });

  for (const [file, date] of [
    [
      'Dredging to start\n\nBy Ann Field\nAugust 22, 2025\n\nThe harbour is silting up, the council heard.\n',
      '2025-08-22',
    ],
    ['PORT ELLIS, 2 March 2026 (Coast News) - The harbour is silting up, the council heard on Monday.\n', '2026-03-02'],
    ['Minutes of Tuesday 24 February 2026\n\nThe harbour is silting up.\n', '2026-02-24'],
  ] as const) {
    it(`takes the date ${date} from a line at the top of a plain text`, () => {
      assert.equal(readSource('a.txt', Buffer.from(file)).metadata.date, date);
    });
  }

  it('takes no date from a sentence', () => {
    const file = 'The harbour has been silting up since 12 May 2019, the council heard.\n\nIt opened on 3 June 1950.\n';
    assert.equal(readSource('a.txt', Buffer.from(file)).metadata.date, undefined);
  });

  it('leads back to the decoded file behind a byte order mark, over CRLF, repaired characters and emoji', () => {
    assert.equal(
      rawTextOf('a.txt', '\ufeffA first line.\r\n\r\nThe â€œplanâ€\u009d 🙂 was dropped.\r\n', '“plan”'),
      'â€œplanâ€\u009d',
    );
    assert.equal(
      rawTextOf('a.txt', '\ufeffA first line.\r\n\r\nThe â€œplanâ€\u009d 🙂 was dropped.\r\n', 'dropped'),
      'dropped',
    );
    assert.equal(rawTextOf('a.md', 'The **dredg­ing** costs\r\n*much* â€“ too much.', 'too much'), 'too much');
  });

  it('says of a file what is amiss with it', () => {
    const health = (path: string, content: string) => readSource(path, Buffer.from(content, 'latin1')).health.status;
    assert.equal(health('a.txt', 'The harbour is silting up.'), 'good');
    assert.equal(health('a.txt', 'The \u00e2\u0080\u0099 harbour'), 'good');
    assert.equal(health('a.txt', ' \n\n'), 'empty');
    assert.equal(health('a.txt', ''), 'empty');
    assert.equal(health('a.txt', '%PDF-1.4'), 'unreadable');
  });

  it('knows sources by their extension', () => {
    assert.deepEqual(['a.txt', 'b.MD', 'c.d.markdown', 'e.png', 'md', 'f.txt~'].map(isSourcePath), [
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('never throws, and its map stays within the file', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('a.txt', 'a.md'), (bytes, path) => {
        const { raw, text, map } = readSource(path, bytes);
        const span = toRawSpan(map, { start: 0, end: text.length });
        assert.ok(span.start >= 0 && span.end <= raw.length);
      }),
    );
  });
});
