import assert from 'node:assert/strict';
import fc from 'fast-check';
import { termsOf } from '../../../server/src/verify/figures/context/terms.ts';

/** What a term is: letters, digits and marks, and letters behind an apostrophe. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const ALPHABET = [
  'a',
  'Z',
  'é',
  'e\u0301',
  'ß',
  '漢',
  '𝒜',
  '𝟙',
  '😀',
  'Ⅳ',
  '²',
  '7',
  "'",
  '’',
  '-',
  ',',
  '.',
  ' ',
  '“',
  '\u00ad',
  '\ud800',
];

describe('The terms of a text', () => {
  it('are its words, whatever they are written in', () => {
    const texts = fc.array(fc.constantFrom(...ALPHABET), { maxLength: 14 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, (text) => {
        const expected = [...text.matchAll(WORD)].map(({ 0: word, index }) => [index, index + word.length]);
        assert.deepEqual(
          termsOf(text).map(({ start, end }) => [start, end]),
          expected,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it('have one key for a word in its inflections, and none for a word that says nothing or a day', () => {
    const terms = termsOf('The wounded were injured; on Friday the council’s voters didn’t vote for 40 wounds.');
    assert.deepEqual(
      terms.map(({ word, key }) => [word, key]),
      [
        ['the', ''],
        ['wounded', 'injure'],
        ['were', ''],
        ['injured', 'injure'],
        ['on', ''],
        ['friday', ''],
        ['the', ''],
        ['council', 'council'],
        ['voters', 'voter'],
        ['didnt', 'didnt'],
        ['vote', 'vote'],
        ['for', ''],
        ['40', ''],
        ['wounds', 'injure'],
      ],
    );
    assert.deepEqual(
      terms.filter(({ border }) => border).map(({ word }) => word),
      ['on'],
    );
  });
});
