import assert from 'node:assert/strict';
import fc from 'fast-check';
import { toClean, toRaw, toRawSpan } from '../../../server/src/text/offsets.ts';
import type { StructuredText } from '../../../server/src/text/structuredText.ts';

/** Pieces of text that readers stumble over, run together at random. */
export const stumblingText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['word', 'Name', '1,234', 'U.S.', '“', '”', "'", '"', '. ', '.', '!', '? ', ', ', ' ', '  ', '\u00a0', '\t'],
        ...[
          '\n',
          '\n\n',
          '\r\n',
          '\r\n\r\n',
          '\r',
          '\f',
          '\u2028',
          '    ',
          '\\',
          '\\\n',
          '  \n',
          '\ufeff',
          '\u00ad',
          '\u200b',
        ],
        ...[
          '# ',
          '## ',
          '===\n',
          '---\n',
          '> ',
          '>',
          '- ',
          '* ',
          '1. ',
          '*',
          '**',
          '_',
          '~~',
          '`',
          '```\n',
          '[',
          ']',
          '(',
          ')',
        ],
        ...[
          '[a](b)',
          '[^1]',
          '[^1]: ',
          '[a]: http://x.y\n',
          '![alt](i.png)',
          '|',
          '| a | b |\n',
          '| - | - |\n',
          '&amp;',
          '&nbsp;',
        ],
        ...[
          '&#128512;',
          '&nosuch;',
          '<b>',
          '</p>',
          '<br>',
          '<!--',
          '-->',
          '<div>\n',
          'http://a.bc/d',
          'x@y.zz',
          '😀',
          'é',
          'e\u0301',
        ],
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 60, size: 'large' },
  )
  .map((parts) => parts.join(''));

/** Units of the clean text that may stand for other raw units: characters written as entities. */
export type Decoded = (raw: string) => boolean;

/** Fails unless `document` keeps what {@link StructuredText} promises for `raw`. */
export function assertWellFormed(document: StructuredText, raw: string, isDecoded: Decoded = () => false): void {
  const { text, blocks, map } = document;
  assert.equal(map.cleanLength, text.length);
  assert.equal(map.rawLength, raw.length);
  let end = 0;
  for (const [i, block] of blocks.entries()) {
    assert.equal(block.start, i === 0 ? 0 : end + 1, 'one line feed between blocks');
    assert.ok(block.end > block.start, 'no empty block');
    if (i > 0) assert.equal(text[end], '\n');
    end = block.end;
    const inside = text.slice(block.start, block.end);
    assert.doesNotMatch(inside, /[\n\r\t\f\v\u2028\u2029]/, 'no line ends or tabs within a block');
    assert.doesNotMatch(inside, /^ | $/, 'no blanks at the edges of a block');
    if (block.kind !== 'table-row') continue;
    for (const cell of block.cells)
      assert.ok(cell.start >= block.start && cell.end <= block.end && cell.start <= cell.end);
  }
  assert.equal(end, text.length);
  let clean = 0;
  let rawEnd = 0;
  for (const piece of map.pieces) {
    assert.equal(piece.clean, clean, 'pieces cover the clean text without gaps');
    assert.ok(piece.length > 0 && piece.raw >= rawEnd, 'pieces are in order of raw');
    clean += piece.length;
    rawEnd = piece.raw + (piece.rawLength ?? piece.length);
  }
  assert.equal(clean, text.length);
  assert.ok(rawEnd <= raw.length);
  for (let at = 0; at < text.length; at++) {
    const unit = text[at]!;
    if (unit === ' ' || unit === '\n') continue;
    const source = toRaw(map, at);
    const span = toRawSpan(map, { start: at, end: at + 1 });
    if (raw[source] !== unit) assert.ok(isDecoded(raw.slice(span.start, span.end)), `${unit} at ${at} from ${source}`);
    else assert.equal(toClean(map, source), at, 'there and back');
  }
}
