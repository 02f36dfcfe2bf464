import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

/** `text: code` of the figure. */
async function codeOf(figure: string, draft: string, ...sources: string[]): Promise<string | undefined> {
  return (await codes(draft, ...sources)).find((found) => found.startsWith(`${figure}: `));
}

describe('A figure that a source gives of something else', () => {
  it('is refuted by what is said of its own place in the same sentence', async () => {
    const source = 'Last year Lower Vestby had 203 fires, Upper Vestby 121 and the district of Pell 63.';
    assert.deepEqual(await repair('In Upper Vestby there were 203.', source), ['203', '121']);
    assert.equal(await codeOf('203', 'In Lower Vestby there were 203.', source), '203: figure.found');
  });

  it('is refuted where it has a nought too many and is only a rounded number of another matter', async () => {
    const sources = [
      'In Karsund the storm killed 100 people in one night of January, and nobody had warned them.',
      'The ministry counts 1,081 people who were killed by storms in the whole of last year.',
    ];
    const draft = (count: string) => `The storm in Karsund killed ${count} people in one night of January.`;
    assert.deepEqual(await repair(draft('1,000'), ...sources), ['1,000', '100']);
    assert.equal(await codeOf('100', draft('100'), ...sources), '100: figure.found');
  });

  it('is no sum, share or other step where the draft’s own words give another value', async () => {
    const source =
      'Of 240 attacks 220 were in the north, which had about 92 percent of deaths and 87 percent of attacks.';
    assert.deepEqual(await repair('The north had 92 percent of the attacks.', source), ['92 percent', '87 percent']);
    assert.equal(
      await codeOf('87 percent', 'The north had 87 percent of the attacks.', source),
      '87 percent: figure.found',
    );
  });

  it('is right as the sum of two counts of one sentence', async () => {
    const source = 'On 12 December 25 soldiers were killed in Dera, while 27 attackers were found and killed.';
    assert.equal(await codeOf('52', 'On 12 December 52 people were killed in Dera.', source), '52: figure.derived');
    assert.equal(await codeOf('53', 'On 12 December 53 people were killed in Dera.', source), '53: figure.unknown');
  });

  it('is found where a source is of that day, though another tells of its month', async () => {
    const letter = 'In our survey of September members told us what they were asked.';
    const answers = '---\ndate: 2025-11-11\n---\n\nTuesday 11 November 2025\n\nThe minister was in the chair.';
    assert.equal(
      await codeOf('11 November', 'What members were told on 11 November.', letter, answers),
      '11 November: figure.found',
    );
  });

  it('is refuted by the cell of a line that is called by a letter', async () => {
    const source =
      '| Line | Journeys 2024 | Journeys 2025 | Punctuality 2025 |\n| --- | ---: | ---: | ---: |\n| A | 5.2 | 5.9 | 84.1% |\n| D | 4.4 | 4.1 | 71.6% |\n';
    const draft = (first: string, second: string) =>
      `| Line | 2024 | 2025 |\n| --- | ---: | ---: |\n| D | ${first} | ${second} |\n`;
    assert.equal(await codeOf('4.1', draft('4.1', '4.4'), source), '4.1: figure.mismatch');
    assert.equal(await codeOf('4.1', draft('4.4', '4.1'), source), '4.1: figure.found');
  });

  it('is right in a sentence that goes on with the one before', async () => {
    const source = 'Households spent 27% of their net income on housing. For private tenants the share was 36%.';
    const draft = (share: string) => `Private tenants spend ${share} of their net income on housing.`;
    assert.equal(await codeOf('36%', draft('36%'), source), '36%: figure.found');
    const earlier = 'Households spent 27% of their net income on housing. A year before, the share was 36%.';
    assert.notEqual(
      await codeOf('36%', 'Households spend 36% of their net income on housing.', earlier),
      '36%: figure.found',
    );
  });

  it('is refuted as per cent where two percentages lie so many points apart', async () => {
    const source = 'In May the Company lost 24% of its water. Its target for water losses was 19%.';
    assert.equal(
      await codeOf('five percent', 'The company lost 24% of its water, five percent above its target.', source),
      'five percent: figure.mismatch',
    );
    assert.equal(
      await codeOf(
        'five percentage points',
        'The company lost 24% of its water, five percentage points above its target.',
        source,
      ),
      'five percentage points: figure.derived',
    );
  });

  it('is refuted where it has changed places with another of the draft’s sentence', async () => {
    const source = 'At least 380 people were killed and 220 injured in 240 terrorist incidents and operations.';
    const found = await codes('The centre counted 220 incidents and operations, and 240 injured.', source);
    assert.deepEqual(found, ['220: figure.mismatch', '240: figure.mismatch']);
    assert.deepEqual(await codes('The centre counted 240 incidents and operations, and 220 injured.', source), [
      '240: figure.found',
      '220: figure.found',
    ]);
  });

  it('is refuted as faster where the speed has fallen', async () => {
    const source = 'In the zone the average speed of cars has fallen from 24.6 mph to 19.3 mph.';
    const draft = (how: string) => `In the zone cars drive at 19.3 mph on average, 5.3 mph ${how} than before.`;
    assert.equal(await codeOf('5.3 mph', draft('faster'), source), '5.3 mph: figure.mismatch');
    assert.equal(await codeOf('5.3 mph', draft('slower'), source), '5.3 mph: figure.derived');
  });

  it('is not refuted in a row of all by the row of the others', async () => {
    const source =
      '| Road | 2024 | 2025 |\n| --- | ---: | ---: |\n| Foundry Street | 96 | 112 |\n| Other roads | 471 | 452 |\n| City | 912 | 856 |\n';
    const draft = (label: string) => `| Road | 2024 | 2025 |\n| --- | ---: | ---: |\n| ${label} | 912 | 856 |\n`;
    assert.equal(await codeOf('912', draft('All roads'), source), '912: figure.found');
    assert.equal(await codeOf('912', draft('Other roads'), source), '912: figure.mismatch');
  });

  it('is refuted by the cell of the row that stands under the name in the draft', async () => {
    const source =
      '| 2025 | Kerrow | Northmoor |\n| --- | ---: | ---: |\n| Price paid to farmers (cents per litre) | 44.2 | 45.8 |\n';
    assert.deepEqual(await repair('Northmoor paid its farmers a price of 44.2 cents.', source), [
      '44.2 cents',
      '45.8 cents',
    ]);
    assert.equal(
      await codeOf('44.2 cents', 'Kerrow paid its farmers a price of 44.2 cents.', source),
      '44.2 cents: figure.found',
    );
  });
});
