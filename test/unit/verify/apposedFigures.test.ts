import assert from 'node:assert/strict';
import { codes } from './figureFindings.ts';

describe('A figure beside another one', () => {
  it('is the same gap as a share of one of its ends', async () => {
    const counts = ['The ministry counted 1,250 drowned seals.', 'The society counted 800 drowned seals.'];
    const draft = (share: string): string =>
      `The ministry counted 1,250 drowned seals, the society 800. They lie 450 apart, or ${share}.`;
    const codesOf = async (share: string): Promise<string | undefined> => (await codes(draft(share), ...counts)).at(-1);
    assert.equal(await codesOf('56 percent'), '56 percent: figure.derived');
    assert.notEqual(await codesOf('65 percent'), '65 percent: figure.derived');
  });

  it('is the other part of a whole, of which a source gives one', async () => {
    const source = 'Brandt has coached for 31 years, eight of them with this club.';
    assert.deepEqual(await codes('Brandt has coached for 31 years, 23 of them with other clubs.', source), [
      '31 years: figure.found',
      '23: figure.derived',
    ]);
    assert.deepEqual(await codes('Brandt has coached for 31 years, 21 of them with other clubs.', source), [
      '31 years: figure.found',
      '21: figure.mismatch',
    ]);
  });

  it('is a gap between two rates if they are compared', async () => {
    const source = 'The union wants an extra £4.50 an hour for work on Sundays; the mills have offered £2.75.';
    assert.deepEqual(await codes('The union wants £1.75 an hour more than the mills have offered.', source), [
      '£1.75: figure.derived',
    ]);
    assert.deepEqual(await codes('The union wants £1.75 an hour for work on Sundays.', source), [
      '£1.75: figure.mismatch',
    ]);
  });

  it('is an age of which a source gives the day of birth', async () => {
    const record = 'Date: 12 January 2026\n\nAsta Lindqvist, born on 4 March 1968, is the mayor of Greve.\n';
    const codesOf = async (age: number): Promise<string[]> =>
      codes(`The mayor of Greve, Asta Lindqvist, ${age}, spoke in the market.`, record);
    assert.deepEqual(await codesOf(57), ['57: figure.derived']);
    for (const wrong of [58, 56]) assert.doesNotMatch((await codesOf(wrong))[0]!, /derived/u);
  });
});

describe('Many times as much', () => {
  it('is more than N times only up to the next', async () => {
    const source = 'In 1991 the choir of Greve had 11 singers; now it has 47 singers.';
    assert.deepEqual(await codes('The choir of Greve grew more than fourfold.', source), ['fourfold: figure.derived']);
    assert.deepEqual(await codes('The choir of Greve more than tripled.', source), ['tripled: figure.unknown']);
  });
});

describe('Years that something has stood', () => {
  it('are told in its years', async () => {
    const note = 'Date: 13 August 2025\n\nThe heat at Vilmaro was the highest since the station opened in 1961.\n';
    assert.deepEqual(await codes('At Vilmaro the station had no such heat in its 64 years.', note), [
      '64 years: figure.derived',
    ]);
    assert.deepEqual(await codes('At Vilmaro the station had no such heat in its 46 years.', note), [
      '46 years: figure.unknown',
    ]);
  });
});

describe('So much for a piece', () => {
  it('is an amount by the length or weight that it is said for', async () => {
    const release = 'The guards of Greve seized 4,180 kg of cocaine. Its value is put at 167 million euros.\n';
    const draft = 'The guards of Greve seized 4,180 kg of cocaine, worth €167 million, or about €40,000 a kilo.';
    assert.equal((await codes(draft, release)).at(-1), '€40,000: figure.derived');
    assert.notEqual((await codes(draft.replace('40,000', '60,000'), release)).at(-1), '€60,000: figure.derived');
    assert.notEqual((await codes(draft.replace('a kilo', 'a ship'), release)).at(-1), '€40,000: figure.derived');
  });
});

describe('Points', () => {
  it('lie between two values of which only the second is called per cent', async () => {
    const update = 'The operating margin of Hallund narrowed from 4.3 to 3.9 percent.';
    assert.deepEqual(await codes('The margin of Hallund has lost 0.4 percentage points.', update), [
      '0.4 percentage points: figure.derived',
    ]);
    assert.deepEqual(await codes('The margin of Hallund has lost 0.6 percentage points.', update), [
      '0.6 percentage points: figure.unknown',
    ]);
  });

  it('do not lie between a percentage and a fraction', async () => {
    const paper = 'Of the night trains of Greve 68 percent were on time, of the ferries a quarter.';
    assert.notEqual(
      (await codes('Delays of the night trains of Greve rose by 43 percent.', paper))[0],
      '43 percent: figure.derived',
    );
  });
});
