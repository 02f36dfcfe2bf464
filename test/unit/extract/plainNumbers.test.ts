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
