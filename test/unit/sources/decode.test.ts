import assert from 'node:assert/strict';
import { decode } from '../../../server/src/sources/decode.ts';

/** The text as bytes of a single-byte encoding, given the bytes of what is not ASCII. */
function bytesOf(text: string, bytes: Readonly<Record<string, number>>): Uint8Array {
  return Uint8Array.from([...text], (char) => bytes[char] ?? char.charCodeAt(0));
}

function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const bytes = Buffer.from(text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

const BULLETIN =
  'The harbour master said the dredging would cost £3.2m and take “two winters”.\r\nWork starts in June.';

describe('Decoding', () => {
  it('reads UTF-8 and keeps line ends as they are', () => {
    assert.deepEqual(decode(Buffer.from(BULLETIN)), { kind: 'text', text: BULLETIN, encoding: 'utf-8' });
  });

  it('leaves the byte order mark out of the text', () => {
    assert.deepEqual(decode(Buffer.from(`\ufeff${BULLETIN}`)), { kind: 'text', text: BULLETIN, encoding: 'utf-8' });
  });

  for (const order of ['le', 'be'] as const) {
    it(`reads UTF-16 (${order}) with a byte order mark, and without`, () => {
      const expected = { kind: 'text', text: BULLETIN, encoding: `utf-16${order}` };
      assert.deepEqual(decode(utf16(`\ufeff${BULLETIN}`, order)), expected);
      assert.deepEqual(decode(utf16(BULLETIN, order)), expected);
    });
  }

  it('reads windows-1252, where the typographic marks are', () => {
    const text = 'The mayor’s “plan” – at a cost of £3m – was called naïve by Zoë Ångström.';
    const marks = { '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '£': 0xa3, ï: 0xef, ë: 0xeb, Å: 0xc5, ö: 0xf6 };
    assert.deepEqual(decode(bytesOf(text, marks)), { kind: 'text', text, encoding: 'windows-1252' });
  });

  it('reads Cyrillic text of one byte a letter', () => {
    const text = 'Председатель совета сообщил, что ремонт моста продлится до осени и обойдётся в два миллиона рублей.';
    const bytes = Uint8Array.from([...text], (char) => {
      const unit = char.charCodeAt(0);
      if (unit < 0x80) return unit;
      if (char === 'ё') return 0xb8;
      return unit - 0x410 + 0xc0;
    });
    assert.deepEqual(decode(bytes), { kind: 'text', text, encoding: 'windows-1251' });
  });

  it('reads UTF-8 with a broken byte as UTF-8, and says so', () => {
    const bytes = Buffer.from('“Two winters”, she said – no more. “Not one day”.\nx');
    bytes[bytes.length - 1] = 0xff;
    const decoded = decode(bytes);
    assert.equal(decoded.kind, 'text');
    assert.ok(decoded.kind === 'text' && decoded.doubt && decoded.text.startsWith('“Two winters”'));
  });

  it('reads an empty file as an empty text', () => {
    assert.deepEqual(decode(new Uint8Array()), { kind: 'text', text: '', encoding: 'utf-8' });
  });

  it('takes no binary file for text', () => {
    const picture = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
    const noise = Uint8Array.from({ length: 600 }, (_, i) => (i * 37) % 256);
    for (const bytes of [picture, noise, Buffer.from('%PDF-1.7\n1 0 obj'), Buffer.from('text\0with\0\0holes')]) {
      assert.equal(decode(bytes).kind, 'binary');
    }
  });
});
