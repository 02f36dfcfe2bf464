import assert from 'node:assert/strict';
import { quoteItems, sourceWordsOf } from '../../../server/src/verify/quotes/words.ts';

const keysOf = (text: string): string[] => sourceWordsOf(text).map(({ key }) => key);

describe('The words of a source', () => {
  it('are told apart as in a quotation, whatever letters they are of', () => {
    const text = 'The U.S. envoy, José Núñez, wasn’t paid £16m by J. K. or A.B.C – 40% of 1,200.50 & 𝐀lso 😀 naïve.';
    const words = quoteItems(text).filter((item) => item.kind === 'word');
    assert.deepEqual(sourceWordsOf(text), words);
    assert.ok(keysOf(text).includes('us') && keysOf(text).includes('£16') && keysOf(text).includes('1200.50'));
  });

  it('are numbers however they are written', () => {
    assert.deepEqual(keysOf('twenty-two of three hundred, or ten per cent'), [
      '22',
      'of',
      '300',
      'or',
      '10',
      'percent',
    ]);
  });

  it('are none of the words that a language gives to its objects', () => {
    assert.deepEqual(keysOf('3 constructor'), ['3', 'constructor']);
  });

  it('have their places in the text', () => {
    const text = ' … «Élan vital», said\nAnn.';
    assert.deepEqual(
      sourceWordsOf(text).map(({ start, end }) => text.slice(start, end)),
      ['Élan', 'vital', 'said', 'Ann'],
    );
  });
});
