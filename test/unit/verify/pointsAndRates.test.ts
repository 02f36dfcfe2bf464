import assert from 'node:assert/strict';
import { codes, figuresOf, repair } from './figureFindings.ts';

describe('Points and per cent', () => {
  const bulletin = 'The pass rate in Greve was 81.4 percent, up from 79.6 percent in 2024.\n';

  it('are two things in a change of a percentage', async () => {
    assert.deepEqual(await repair('The pass rate in Greve rose by 1.8 percent to 81.4 percent.', bulletin), [
      '1.8 percent',
      '1.8 percentage points',
    ]);
    for (const change of ['1.8 percentage points', '2.3 percent'])
      assert.deepEqual(
        await codes(`The pass rate in Greve rose by ${change} to 81.4 percent.`, bulletin),
        [`${change}: figure.derived`, '81.4 percent: figure.found'],
        change,
      );
  });

  it('are two things where a source gives the change itself', async () => {
    const report = 'Violence in Greve fell by 12 percent in the second quarter.\n';
    assert.deepEqual(await repair('Violence in Greve fell by twelve percentage points.', report), [
      'twelve percentage points',
      'twelve percent',
    ]);
    assert.deepEqual(await codes('Violence in Greve fell by twelve percent.', report), [
      'twelve percent: figure.found',
    ]);
  });

  it('are no change where a share is made up', async () => {
    const parts =
      'Of the 380 dead in Greve, 65 were soldiers. Two towns had 92 percent of them, and Orla 75 percent.\n';
    const [, share] = await figuresOf('In Greve 380 died. Soldiers made up about 17 percent of the dead.', parts);
    assert.equal(share?.finding.code, 'figure.derived');
  });
});

describe('A change between two columns', () => {
  const paper =
    '| Clinic | Waiting, April 2026 | Waiting, April 2025 |\n| --- | --: | --: |\n| Eyes | 3,275 | 2,930 |\n| Hips | 5,940 | 6,715 |\n';

  it('goes from the older date to the newer, wherever they stand', async () => {
    const [wrong] = await figuresOf('The queue for eyes has shrunk by 345.', paper);
    assert.equal(wrong?.finding.code, 'figure.mismatch');
    assert.match(wrong?.finding.message ?? '', /a rise, not a fall/u);
    assert.deepEqual(await codes('The queue for eyes has grown by 345.', paper), ['345: figure.derived']);
    assert.deepEqual(await codes('The queue for hips has shrunk by 775.', paper), ['775: figure.derived']);
  });

  it('is no rise or fall of ranks, of which the lower is better', async () => {
    const ranks = '| School | Rank 2026 | Rank 2025 |\n| --- | --: | --: |\n| Greve | 188 | 181 |\n';
    const [lost] = await figuresOf('Greve fell seven places and is now 188th.', ranks);
    assert.notEqual(lost?.finding.verdict, 'refuted');
  });
});

describe('A rate', () => {
  const notice = 'A scanner has been hired for the clinic at Greve for £18,500 a week.\n';

  it('is of the time that it is said for', async () => {
    const draft = 'A scanner has been hired for the clinic at Greve for £18,500 a month.';
    assert.deepEqual(await repair(draft, notice), ['£18,500 a month', '£18,500 a week']);
    assert.deepEqual(await codes(draft.replace('a month', 'every week'), notice), ['£18,500: figure.found']);
    assert.deepEqual(await codes(draft.replace(' a month', ''), notice), ['£18,500: figure.found']);
    assert.deepEqual(await codes(draft.replace('a month', 'a month ago'), notice), ['£18,500: figure.found']);
  });

  it('is of the number that it is said of, and may be told of another', async () => {
    const bulletin = 'The district of Greve had 31.4 cases of measles per 100,000 inhabitants.\n';
    const draft = 'The district of Greve had 31.4 cases of measles per 1,000 inhabitants.';
    assert.deepEqual(await repair(draft, bulletin), [
      '31.4 cases of measles per 1,000',
      '31.4 cases of measles per 100,000',
    ]);
    const rate = 'Deaths: 310 per 100,000 in Greve.\n';
    assert.deepEqual(await codes('Deaths: 3.1 per 1,000 in Greve.', rate), ['3.1 per 1,000: figure.rounded']);
    assert.equal((await figuresOf('Deaths: 310 per 1,000 in Greve.', rate))[0]?.finding.verdict, 'refuted');
  });

  it('of a shorter time follows from what a year or a quarter had', async () => {
    const report = 'In 2024 the lifeboats of Greve rescued 1,464 bathers. They have 12 stations and 4 boats.\n';
    assert.deepEqual(await codes('The lifeboats rescued some four bathers a day in 2024.', report), [
      'four: figure.derived',
      '2024: figure.found',
    ]);
    assert.deepEqual(await codes('The lifeboats rescued 1,464 bathers in 2024, about 120 a month.', report), [
      '1,464: figure.found',
      '2024: figure.found',
      '120: figure.derived',
    ]);
    assert.deepEqual(await codes('The lifeboats rescued 1,464 bathers in 2024, about 170 a month.', report), [
      '1,464: figure.found',
      '2024: figure.found',
      '170: figure.unknown',
    ]);
  });

  it('of one time is told of another', async () => {
    const wire = 'The ferry of Greve carried 2.1 million passengers a year and employed 146 people.\n';
    assert.deepEqual(await codes('The ferry of Greve carried roughly 5,750 passengers a day.', wire), [
      '5,750: figure.derived',
    ]);
    assert.deepEqual(await codes('The ferry of Greve carried roughly 8,750 passengers a day.', wire), [
      '8,750: figure.unknown',
    ]);
  });
});
