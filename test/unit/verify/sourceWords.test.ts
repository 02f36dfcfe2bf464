import assert from 'node:assert/strict';
import { sourceWords, spanOfWords } from '../../../server/src/verify/quotes/sources.ts';
import { quoteItems, sourceWordsOf } from '../../../server/src/verify/quotes/words.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

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

  it('are found by their keys, each at all of its places', async () => {
    const text = 'The dam held. The dams hold: “The dam,” she said, “will hold.”';
    const corpus = await corpusOfTexts({ 'dam.md': text, 'empty.md': '' });
    const [words, none] = await Promise.all(
      [...corpus.documents.keys()].map(async (id) => sourceWords((await corpus.source(id))!)),
    );
    const found = (key: string): string[] =>
      words!.places(key).map((at) => `${at} ${text.slice(words!.starts[at], words!.ends[at])}`);
    assert.deepEqual(found('the'), ['0 The', '3 The', '6 The']);
    assert.deepEqual(found('dam'), ['1 dam', '7 dam']);
    assert.deepEqual(found('hold'), ['5 hold', '11 hold']);
    assert.deepEqual(found('holds'), []);
    assert.deepEqual(spanOfWords(words!, 1, 2), { start: 4, end: 12 });
    assert.deepEqual(none!.places('dam'), []);
  });
});
