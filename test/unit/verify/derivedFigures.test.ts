import assert from 'node:assert/strict';
import { codes } from './figureFindings.ts';

describe('A figure that follows from others', () => {
  it('is the step between two figures of the draft, each from a source of its own', async () => {
    const sources = [
      'Turnout in Greve was 38.9 percent on Sunday.',
      'At the election before, turnout in Greve had been 34.2 percent.',
    ];
    assert.deepEqual(
      await codes(
        'Turnout in Greve was 38.9 percent, after 34.2 percent: it rose by 4.7 percentage points.',
        ...sources,
      ),
      ['38.9 percent: figure.found', '34.2 percent: figure.found', '4.7 percentage points: figure.derived'],
    );
    assert.deepEqual(
      await codes(
        'Turnout in Greve was 38.9 percent, after 34.2 percent: it rose by 5.9 percentage points.',
        ...sources,
      ),
      ['38.9 percent: figure.found', '34.2 percent: figure.found', '5.9 percentage points: figure.unknown'],
    );
  });

  it('is no step between figures of which no source has one', async () => {
    assert.deepEqual(
      await codes(
        'The council sold 1,480 flats in Greve, 265 more than the 1,215 of the year before.',
        'The council sold 1,480 flats in Greve.',
      ),
      ['1,480: figure.found', '265: figure.unknown', '1,215: figure.unknown'],
    );
  });

  it('is in cents what the amounts are in dollars', async () => {
    const source = 'Earnings per share of Hallund were $0.87, compared with $0.79 a year earlier.';
    assert.deepEqual(await codes('Earnings per share of Hallund were eight cents higher than before.', source), [
      'eight cents: figure.derived',
    ]);
    assert.deepEqual(await codes('Earnings per share of Hallund were six cents higher than before.', source), [
      'six cents: figure.unknown',
    ]);
  });

  it('is what a share leaves of the hundred, if the draft speaks of the rest', async () => {
    const source = 'Electricity has been restored to 71 percent of households in Greve.';
    assert.deepEqual(await codes('Roughly three in ten households in Greve are still without electricity.', source), [
      'three in ten: figure.derived',
    ]);
    assert.deepEqual(await codes('Roughly three in ten households in Greve have electricity again.', source), [
      'three in ten: figure.unknown',
    ]);
  });

  it('is a part of an amount by the share beside it, or what is left by it', async () => {
    assert.deepEqual(
      await codes(
        'The party will build 800 homes in Greve by 2030.',
        'The party will build 2,400 homes by 2030, a third of them in Greve.',
      ),
      ['800: figure.derived', '2030: figure.found'],
    );
    const campaign = 'The campaign against cholera in the delta reached 268,000 people, 74 percent of its goal.';
    assert.deepEqual(await codes('About 94,000 people in the delta have not been reached by the campaign.', campaign), [
      '94,000: figure.derived',
    ]);
    assert.deepEqual(await codes('About 65,000 people in the delta have not been reached by the campaign.', campaign), [
      '65,000: figure.unknown',
    ]);
  });

  it('is the difference of a level and the one it came down from', async () => {
    const source =
      'The bonds of the bank stood at 214 billion crowns in October, down from 391 billion crowns in March.';
    assert.deepEqual(await codes('Since March the bank has sold bonds worth 177 billion crowns.', source), [
      'March: figure.found',
      '177 billion crowns: figure.derived',
    ]);
    assert.notEqual(
      (await codes('Since March the bank has sold bonds worth 167 billion crowns.', source))[1],
      '167 billion crowns: figure.derived',
    );
  });
});
