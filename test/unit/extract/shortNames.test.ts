import assert from 'node:assert/strict';
import { extractNames } from '../../../server/src/extract/names.ts';
import { readSource } from '../../../server/src/sources/readSource.ts';
import { sentencesOf } from '../../../server/src/text/sentences.ts';

function namesOf(text: string): string[] {
  const document = readSource('draft.md', new TextEncoder().encode(text));
  return extractNames(document, sentencesOf(document))
    .filter(({ demonym }) => !demonym)
    .map((name) => name.text);
}

describe('A name of one word', () => {
  it('is a club’s where its longer name stands elsewhere', () => {
    const text = 'Kestrel Athletic came fourth. In May Athletic won the cup. Athletic defender Sam Hill was sent off.';
    assert.deepEqual(namesOf(text), ['Kestrel Athletic', 'Athletic', 'Athletic', 'Sam Hill']);
    assert.deepEqual(namesOf('The days are long. An Athletic boy won.'), []);
  });

  it('is a body’s behind an article, if the word is written with a capital throughout', () => {
    const text = 'The secretary of the Patients’ Forum spoke. The Forum meets in May.';
    assert.deepEqual(namesOf(text).at(-1), 'Forum');
    assert.deepEqual(namesOf(`${text} A forum is a place.`).includes('Forum'), false);
    assert.deepEqual(namesOf('Heliora Group grew. The Group pays in May.'), ['Heliora Group']);
  });

  it('is a surname behind which a body or an age stands', () => {
    assert.deepEqual(namesOf('* Miller, of the State Department: all is well'), ['Miller', 'State Department']);
    assert.deepEqual(namesOf('Baker, 52, was there.'), ['Baker']);
    assert.deepEqual(namesOf('* Bread, of course, and Miller’s soup'), ['Miller']);
  });
});

describe('A longer name', () => {
  it('has French words in it', () => {
    assert.deepEqual(namesOf('| Halle aux Sels | 58 |\n| --- | --- |\n| Pont sous Mer | 3 |'), [
      'Halle aux Sels',
      'Pont sous Mer',
    ]);
    assert.deepEqual(namesOf('Lena sat under Tom.'), ['Lena', 'Tom']);
  });

  it('of a hospital ends with General, which is a rank before a person', () => {
    assert.deepEqual(namesOf('Parking at Wenlow General costs more.'), ['Wenlow General']);
    assert.deepEqual(namesOf('He wrote to the Attorney General and to General Kadir.'), ['Kadir']);
  });
});
