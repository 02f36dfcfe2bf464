import assert from 'node:assert/strict';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';

const TEXT = 'Ann Field counted 14 boats in May. “The harbour is full,” she said.';

describe('What the extractors find in a document', () => {
  it('is the same whatever is asked for first', () => {
    const [one, other] = [analyse(structurePlainText(TEXT)), analyse(structurePlainText(TEXT))];
    const { quotes, figures, names } = one;
    assert.deepEqual({ names, figures, quotes }, { names: other.names, figures: other.figures, quotes: other.quotes });
    assert.deepEqual([names.length, figures.length, quotes.length], [1, 2, 1]);
  });

  it('is found once', () => {
    const analysis = analyse(structurePlainText(TEXT));
    assert.equal(analysis.names, analysis.names);
    assert.equal(analysis.quotes, analysis.quotes);
  });
});
