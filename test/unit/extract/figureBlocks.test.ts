import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

const figuresOf = (text: string) => {
  const { document, figures } = readDraft(text).analysis;
  return figures.map(({ start, end, hedge, quantity }) => ({
    text: document.text.slice(start, end),
    ...(hedge && { hedge: document.text.slice(hedge.start, hedge.end) }),
    type: quantity.type,
  }));
};

describe('The figures of a paragraph that stood elsewhere before', () => {
  const paragraph = 'It took almost 12 days, the board of Port Ellis said on 3 March 2021.';
  const expected = [
    { text: '12 days', hedge: 'almost', type: 'duration' },
    { text: '3 March 2021', type: 'date' },
  ];

  it('have their places in the text that they stand in now', () => {
    assert.deepEqual(figuresOf(paragraph), expected);
    assert.deepEqual(figuresOf(`Something else.\n\n${paragraph}\n\n${paragraph}\n`), [...expected, ...expected]);
  });

  it('are read by what their names are, which another paragraph may tell', () => {
    const unitIn = (text: string) => {
      const quantity = readDraft(text).analysis.figures.at(-1)?.quantity;
      return quantity?.type === 'number' ? quantity.unit : undefined;
    };
    const sentence = 'Orrin, 12, was quiet.';
    assert.equal(unitIn(`Boats were built.\n\n${sentence}`), 'year-old');
    assert.equal(unitIn(`Boats were built in Orrin.\n\n${sentence}`), undefined);
    assert.equal(unitIn(`Boats were built.\n\n${sentence}`), 'year-old');
  });

  it('are read by the unit of their table', () => {
    const table = (unit: string) => `| place | length (${unit}) |\n| - | - |\n| Tarn | 12 |\n`;
    const unitOf = (text: string) => {
      const quantity = readDraft(text).analysis.figures.at(-1)?.quantity;
      return quantity?.type === 'number' ? quantity.unit : undefined;
    };
    assert.notEqual(unitOf(table('km')), undefined);
    assert.notEqual(unitOf(table('km')), unitOf(table('kg')));
  });
});

describe('The figures of a table row', () => {
  it('do not reach over the end of a cell', () => {
    const rows = '| Month | Rain |\n| - | - |\n| January | 18 |\n| Greve 9 | 11 |\n';
    assert.deepEqual(
      figuresOf(rows).map(({ text }) => text),
      ['January', '18', '9', '11'],
    );
    assert.deepEqual(
      figuresOf('It rained on January 18.').map(({ text }) => text),
      ['January 18'],
    );
  });
});
