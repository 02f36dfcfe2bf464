import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  composeMaps,
  contains,
  identityMap,
  overlaps,
  toClean,
  toRaw,
  toRawSpan,
} from '../../../server/src/text/offsets.ts';
import type { OffsetMap, OffsetPiece } from '../../../server/src/text/offsets.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';

/** A text and its map to another: units kept, dropped and folded. `*` is dropped, `â€™` becomes `’`. */
function repaired(raw: string): { text: string; map: OffsetMap } {
  const pieces: OffsetPiece[] = [];
  let text = '';
  for (const match of raw.matchAll(/(â€™)|(\*+)|([^*â]+|â)/g)) {
    if (match[2]) continue;
    const added = match[1] ? '’' : match[0];
    const shape = match[1] ? { length: 1, rawLength: 3 } : { length: added.length };
    pieces.push({ clean: text.length, raw: match.index, ...shape });
    text += added;
  }
  return { text, map: { pieces, cleanLength: text.length, rawLength: raw.length } };
}

describe('An offset map', () => {
  const raw = '**Pike**â€™s ship';
  const { text, map } = repaired(raw);

  it('leads from a clean unit to its raw unit, and from the end to behind the last', () => {
    assert.equal(text, 'Pike’s ship');
    assert.equal(toRaw(map, 0), 2);
    assert.equal(toRaw(map, 5), 11);
    assert.equal(toRaw(map, text.length), raw.length);
  });

  it('leaves what stands around a span out, and takes what stands within it in', () => {
    const name = toRawSpan(map, { start: 0, end: 4 });
    assert.equal(raw.slice(name.start, name.end), 'Pike');
    const possessive = toRawSpan(map, { start: 0, end: 6 });
    assert.equal(raw.slice(possessive.start, possessive.end), 'Pike**â€™s');
  });

  it('leads from a raw unit to its clean unit, and from one left out to the next that is kept', () => {
    assert.equal(toClean(map, 2), 0);
    assert.equal(toClean(map, 0), 0);
    assert.equal(toClean(map, 7), 4);
    assert.equal(toClean(map, 9), 5);
    assert.equal(toClean(map, raw.length), text.length);
  });

  it('of a text that is its own raw text changes nothing', () => {
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), (length, at) => {
        const offset = Math.min(at, length);
        assert.equal(toRaw(identityMap(length), offset), offset);
        assert.equal(toClean(identityMap(length), offset), offset);
      }),
    );
  });
});

describe('Two offset maps in one', () => {
  it('lead from the text behind Markdown and repair to the file', () => {
    const raw = 'So _Pikeâ€™s_ ship &amp;\r\nhers*';
    const middle = repaired(raw);
    const { text, map } = structureMarkdown(middle.text);
    assert.equal(text, 'So Pike’s ship & hers');
    const composed = composeMaps(middle.map, map);
    const at = (words: string) => {
      const start = text.indexOf(words);
      const span = toRawSpan(composed, { start, end: start + words.length });
      return raw.slice(span.start, span.end);
    };
    assert.equal(at('Pike’s'), 'Pikeâ€™s');
    assert.equal(at('’'), 'â€™');
    assert.equal(at('ship &'), 'ship &amp;');
    assert.equal(at('& hers'), '&amp;\r\nhers');
  });

  it('lead where one after the other leads, whatever the text', () => {
    const part = fc.constantFrom('a', 'B ', '*', '**', 'â€™', '_', '&amp;', '\r\n', '\n\n', '> ', '[x](y)', '😀');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const raw = parts.join('');
        const middle = repaired(raw);
        const inner = structureMarkdown(middle.text);
        const composed = composeMaps(middle.map, inner.map);
        assert.equal(composed.cleanLength, inner.text.length);
        assert.equal(composed.rawLength, raw.length);
        for (let at = 0; at < inner.text.length; at++) {
          if (/\s/.test(inner.text[at]!)) continue;
          assert.equal(toRaw(composed, at), toRaw(middle.map, toRaw(inner.map, at)));
          const span = toRawSpan(inner.map, { start: at, end: at + 1 });
          assert.deepEqual(toRawSpan(composed, { start: at, end: at + 1 }), toRawSpan(middle.map, span));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('change nothing where one of them changes nothing', () => {
    const { map } = repaired('**a** bâ€™c');
    const same = (composed: OffsetMap) => {
      for (let at = 0; at <= map.cleanLength; at++) assert.equal(toRaw(composed, at), toRaw(map, at));
    };
    same(composeMaps(map, identityMap(map.cleanLength)));
    same(composeMaps(identityMap(map.rawLength), map));
  });
});

describe('Two spans', () => {
  it('overlap if they share a unit, not if they touch', () => {
    assert.ok(overlaps({ start: 0, end: 3 }, { start: 2, end: 5 }));
    assert.ok(!overlaps({ start: 0, end: 3 }, { start: 3, end: 5 }));
  });

  it('contain each other with their edges', () => {
    assert.ok(contains({ start: 0, end: 3 }, { start: 0, end: 3 }));
    assert.ok(!contains({ start: 0, end: 3 }, { start: 2, end: 4 }));
  });
});
