import assert from 'node:assert/strict';
import { codes } from './figureFindings.ts';

describe('The sum of a column', () => {
  const table = (rows: string): string => `| Source | Euros |\n| --- | ---: |\n${rows}`;
  const source = table('| Tickets | 940,000 |\n| State | 780,000 |\n| Sponsor | 630,000 |\n');

  it('is what the draft gives in all', async () => {
    assert.deepEqual(await codes('In all the tour brings €2.35 million.', source), ['€2.35 million: figure.derived']);
  });

  it('is not where the draft speaks of no sum, or the numbers make another', async () => {
    assert.deepEqual(await codes('The orchestra spends €2.35 million.', source), ['€2.35 million: figure.unknown']);
    assert.deepEqual(await codes('In all the tour brings €2.45 million.', source), ['€2.45 million: figure.unknown']);
  });
});

describe('What is left', () => {
  const source = 'The company was funded to renew 190 kilometres of mains and renewed 104.';

  it('is reckoned from a number that takes its unit from the one before', async () => {
    assert.deepEqual(await codes('The company left 86 km of the mains undone.', source), ['86 km: figure.derived']);
    const posts = 'The company was funded to renew 190 kilometres of mains and has 104 vans.';
    assert.deepEqual(await codes('The company left 86 km of the mains undone.', posts), ['86 km: figure.unknown']);
  });
});

describe('The end of a range', () => {
  const source = 'The group still has about 4,000-6,000 fighters in the east.';

  it('is right where the draft says that it is the most or the least', async () => {
    assert.deepEqual(await codes('The group has up to 6,000 fighters.', source), ['6,000: figure.rounded']);
    assert.deepEqual(await codes('The group has 6,000 fighters at most.', source), ['6,000: figure.rounded']);
    assert.deepEqual(await codes('The group has at least 4,000 fighters.', source), ['4,000: figure.rounded']);
  });

  it('is not right the other way round', async () => {
    assert.ok(!(await codes('The group has at least 6,000 fighters.', source)).includes('6,000: figure.rounded'));
  });
});

describe('A number for every day', () => {
  const source = 'In the second quarter of 2024 the centre counted at least 380 dead.';

  it('follows from the total that the draft gives some sentences before', async () => {
    const draft = (count: string) =>
      `The centre looked at the second quarter of 2024. It counted at least 380 dead. Some points:\n\n1. On average, more than ${count} people lost their lives every day.\n`;
    assert.equal((await codes(draft('four'), source)).at(-1), 'four: figure.derived');
    assert.equal((await codes(draft('six'), source)).at(-1), 'six: figure.unknown');
  });
});
