import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexText, indexTextLength, indexWords } from '../../../server/src/corpus/indexWords.ts';

describe('The words of the index', () => {
  it('are in lower case, without accents, hyphens, apostrophes and possessives', () => {
    assert.deepEqual(indexWords('Ann-Marie O’Hara’s co‑operation: “don’t”, the boys’ café (€3.2bn)…'), [
      ...['ann', 'marie', 'ohara', 'co', 'operation', 'dont', 'the', 'boys', 'cafe', '3', '2bn'],
    ]);
  });

  it('are the same for straight marks and for curly ones', () => {
    assert.deepEqual(indexWords("the boys' plan, the boy's plan"), indexWords('the boys’ plan, the boy’s plan'));
    assert.deepEqual(indexWords("the boys' plan, the boy's plan"), ['the', 'boys', 'plan', 'the', 'boy', 'plan']);
  });

  it('do not depend on what else is in the text', () => {
    const piece = fc.constantFrom(
      'Boy',
      's',
      "'",
      '’',
      ' ',
      '-',
      '–',
      '“',
      'é',
      'Ł',
      '3',
      '.',
      ',',
      '\u00a0',
      "n't",
      "'s",
      'ß',
      '…',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        // With a letter beyond ASCII in the text every word goes another way.
        assert.deepEqual(indexWords(`${text} żółw`), [...indexWords(text), 'zolw']);
        assert.deepEqual(indexWords(text.replaceAll('’', "'")), indexWords(text));
        assert.equal(indexText(text), indexWords(text).join(' '));
        assert.equal(indexTextLength(indexText(text)), indexWords(text).length);
      }),
      { numRuns: 2000 },
    );
  });
});
