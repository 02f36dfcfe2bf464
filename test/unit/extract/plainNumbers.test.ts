import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

/** The figures of a text and what kind of quantity each is. */
function figuresOf(text: string): string[] {
  return readDraft(text).analysis.figures.map((figure) => `${figure.text}: ${figure.quantity.type}`);
}

describe('Four digits without a comma', () => {
  it('are a count behind a hedge and before a unit', () => {
    assert.deepEqual(figuresOf('More than 2000 wait for one.'), ['2000: number']);
    assert.deepEqual(figuresOf('The search covered 1900 km² of sea.'), ['1900 km²: number']);
    assert.deepEqual(figuresOf('It has between 4000 and 6000 members.'), ['4000 and 6000: number']);
  });

  it('are a year elsewhere', () => {
    assert.deepEqual(figuresOf('Nothing was built before 2000 in the town.'), ['2000: date']);
    assert.deepEqual(figuresOf('It was founded in 1900 by monks.'), ['1900: date']);
  });
});

describe('A number in the title of a work', () => {
  it('is no figure, in whatever marks', () => {
    assert.deepEqual(figuresOf('A prize went to “Eleven Winters” by Ola Berg.'), []);
    assert.deepEqual(figuresOf('A prize went to "Eleven Winters" by Ola Berg.'), []);
  });

  it('is one in a quotation', () => {
    assert.deepEqual(figuresOf('“Eleven winters are enough,” Ola Berg said.'), ['Eleven: number']);
  });
});

describe('One', () => {
  it('is a figure of what is counted singly, not a pronoun or an article', () => {
    assert.deepEqual(figuresOf('China lost one citizen to it, and one Swedish soldier died.'), [
      'one: number',
      'one: number',
    ]);
    assert.deepEqual(figuresOf('So does China: one of its citizens was killed.'), ['one: number']);
    assert.deepEqual(figuresOf('No one came. It was one of those days, and she wanted one.'), []);
  });

  it('of each so many is a share, unless each is a time', () => {
    const sharesOf = (text: string): string[] =>
      readDraft(text).analysis.figures.flatMap((figure) =>
        figure.quantity.type === 'number' && figure.quantity.unit === 'ratio' ? [figure.text] : [],
      );
    assert.deepEqual(sharesOf('She said that every fifth beam was rotten.'), ['fifth']);
    assert.deepEqual(sharesOf('The club meets every second week, on every third Monday.'), []);
  });
});
