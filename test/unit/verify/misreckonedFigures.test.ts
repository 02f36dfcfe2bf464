import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

async function codeOf(figure: string, draft: string, ...sources: string[]): Promise<string | undefined> {
  return (await codes(draft, ...sources)).find((found) => found.startsWith(`${figure}: `));
}

describe('A step of arithmetic that the draft sets out', () => {
  it('is refuted where what is left is not what is left', async () => {
    const source = 'The club had an income of £212,400. We spent £187,600.';
    const draft = (left: string) => `The club took in £212,400 and spent £187,600, which leaves ${left}.`;
    assert.deepEqual(await repair(draft('£28,400'), source), ['£28,400', '£24,800']);
    assert.equal(await codeOf('£24,800', draft('£24,800'), source), '£24,800: figure.derived');
  });

  it('is refuted where two shares lie further apart or nearer', async () => {
    const source = 'Coverage is 79.5 per cent in Ostby. It takes 95 per cent to stop the fever.';
    const draft = (gap: string) =>
      `In Ostby it is 79.5 per cent, ${gap} points short of the 95 per cent that it takes.`;
    assert.deepEqual(await repair(draft('16.5'), source), ['16.5', '15.5']);
    assert.equal(await codeOf('15.5', draft('15.5'), source), '15.5: figure.derived');
  });

  it('is refuted where the part is another share of the whole', async () => {
    const source = 'He lent his brother 650,000 florins. So far 130,000 florins have been paid back.';
    const draft = (share: string) =>
      `He lent his brother 650,000 florins, of which 130,000 have been paid back: ${share} of the sum.`;
    assert.deepEqual(await repair(draft('a third'), source), ['a third', 'a fifth']);
    assert.equal(await codeOf('a fifth', draft('a fifth'), source), 'a fifth: figure.derived');
  });

  it('is refuted where the change from one value to another is not that', async () => {
    const source = 'The fleet grew from 40 ships to 52 ships under the new owner.';
    const draft = (change: string) => `The fleet grew from 40 ships to 52 ships, a rise of ${change}.`;
    assert.deepEqual(await repair(draft('45 percent'), source), ['45 percent', '30 percent']);
    assert.equal(await codeOf('30 percent', draft('30 percent'), source), '30 percent: figure.derived');
  });

  it('is not judged where no source has what it is reckoned from', async () => {
    const source = 'The club had an income of £212,400. It has 640 members.';
    const draft = 'The club took in £212,400 and spent £187,600, which leaves £28,400.';
    assert.equal(await codeOf('£28,400', draft, source), '£28,400: figure.unknown');
  });
});

describe('A share of what stands beside another part', () => {
  const source = 'A total of 93 cases were confirmed. Of the patients, 58 are men and 35 are women.';

  it('is refuted where the draft gives one part’s for the other’s', async () => {
    assert.deepEqual(await repair('Some 62% of the patients are women.', source), ['62%', '38%']);
    assert.equal(await codeOf('62%', 'Some 62% of the patients are men.', source), '62%: figure.derived');
  });

  it('is right where the draft calls the part by no word of the source’s', async () => {
    assert.equal(await codeOf('62%', 'Some 62% of the cases are of the one sex.', source), '62%: figure.derived');
  });
});

describe('A figure that follows from others', () => {
  it('is the value of the year that the source compares with, where the draft is about that year', async () => {
    const source = 'In 2024 alone 1,081 people were killed in attacks: a 45% increase from 2023.';
    const draft = (year: string) => `The attacks went on until ${year}. In that year some 745 people were killed.`;
    assert.equal(await codeOf('745', draft('2023'), source), '745: figure.derived');
    assert.notEqual(await codeOf('745', draft('2019'), source), '745: figure.derived');
  });

  it('leaves out a unit that the draft has just given', async () => {
    const source = 'The port handled 38.6 million tonnes, 3 percent less than the 39.8 million tonnes of 2024.';
    const draft = 'The port handled 38.6 million tonnes, 1.2 million fewer than in 2024.';
    assert.equal(await codeOf('1.2 million', draft, source), '1.2 million: figure.derived');
    assert.notEqual(await codeOf('1.7 million', draft.replace('1.2', '1.7'), source), '1.7 million: figure.derived');
  });

  it('is never how often something is done', async () => {
    const source = 'The talks of February 2026 were held in Ostby, those of August 2026 in Karsund.';
    assert.equal(
      await codeOf('six months', 'The talks are held every six months.', source),
      'six months: figure.unknown',
    );
    assert.equal(
      await codeOf('six months', 'Between the talks of Ostby and Karsund lay six months.', source),
      'six months: figure.derived',
    );
  });
});

describe('The size of a change', () => {
  it('is refuted where the source gives another beside the very same level', async () => {
    const source = 'Thirty-seven women were elected, five more than in 2022.';
    const draft = (more: string) => `Women won 37 seats, ${more} more than before.`;
    assert.deepEqual(await repair(draft('thirty-two'), source), ['thirty-two', 'five']);
    assert.equal(await codeOf('five', draft('five'), source), 'five: figure.found');
  });

  it('follows from a level and its change in per cent', async () => {
    const source = 'In 2024 alone 1,081 people were killed in attacks: a 45% increase from 2023.';
    const draft = (more: string) => `In attacks 1,081 people were killed, some ${more} more than in 2023.`;
    assert.equal(await codeOf('340', draft('340'), source), '340: figure.derived');
    assert.notEqual(await codeOf('440', draft('440'), source), '440: figure.derived');
  });

  it('is measured from what the draft says was missed', async () => {
    const source = 'The number of visitors was 672,800. It stays below the record of 2019, when 731,500 were counted.';
    const draft = (gap: string) => `The museum had 672,800 visitors. The record of 2019 was missed by ${gap}.`;
    assert.equal(await codeOf('58,700', draft('58,700'), source), '58,700: figure.derived');
    assert.notEqual(await codeOf('68,700', draft('68,700'), source), '68,700: figure.derived');
  });

  it('is told in points where no change in per cent of the matter is known', async () => {
    const statistics = 'Visitors from abroad made up 38 percent, after 34 percent in 2024. In all 672,800 came.';
    const minutes = 'The deficit came to 700,000 crowns.';
    const draft = 'In all 672,800 came. The share of visitors from abroad grew by four percent.';
    assert.deepEqual(await repair(draft, statistics, minutes), ['four percent', 'four percentage points']);
  });
});

describe('A share of what the draft itself gives', () => {
  it('follows from the sources, though they give a share of quite another size', async () => {
    const source =
      'At least 380 people were killed in attacks. The dead included 65 soldiers. The north had about 92 percent of the deaths.';
    const draft = (share: string) => `The centre lists 65 soldiers, about ${share} of the dead.`;
    assert.equal(await codeOf('17 percent', draft('17 percent'), source), '17 percent: figure.derived');
    assert.notEqual(await codeOf('27 percent', draft('27 percent'), source), '27 percent: figure.derived');
  });
});
