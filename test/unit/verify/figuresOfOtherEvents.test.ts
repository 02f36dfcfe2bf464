import assert from 'node:assert/strict';
import { codes } from './figureFindings.ts';

describe('A figure of another event', () => {
  it('does not refute a count of people whom the draft tells of, with places and names that it does not know', async () => {
    const source =
      'Oman, too, fears the Red Hand, after it killed more than 100 people with a bomb in the town of Nizwa in 2024.';
    assert.deepEqual(await codes('The Karsund Institute, a house by the river, has 42 people.', source), [
      '42: figure.unknown',
    ]);
    const known = 'The Red Hand killed 42 people with a bomb in Nizwa, in Oman.';
    assert.deepEqual(await codes(known, source), ['42: figure.mismatch']);
  });

  it('does not refute one that stands with the draft’s own day', async () => {
    const bulletin =
      'The number of new cases was highest on 15 August, when eleven people fell ill. In all, 71 of the cases were treated in hospital.';
    const draft = (count: string) => `The peak came on 15 August with ${count} new cases.`;
    assert.equal((await codes(draft('eleven'), bulletin)).at(-1), 'eleven: figure.found');
    assert.equal((await codes(draft('twelve'), bulletin)).at(-1), 'twelve: figure.mismatch');
  });

  it('does not refute one of another day, in the same words', async () => {
    const bulletin = 'The number of new cases was highest on 15 August, when eleven people fell ill.';
    const rooms = 'The town hall of Karsund has 93 rooms.';
    assert.equal((await codes('On 15 August 93 people fell ill.', bulletin, rooms)).at(-1), '93: figure.mismatch');
    assert.notEqual((await codes('On 28 August 93 people fell ill.', bulletin, rooms)).at(-1), '93: figure.mismatch');
  });

  it('does not refute one where another figure of the draft is a slip of it', async () => {
    const results = 'Revenue rose by 4.6 percent to €214 million.';
    const wire = 'The port earned 15 percent more profit last year.';
    const draft = 'Revenue rose by 6.4 percent to €214 million; the profit grew by about 15 percent.';
    assert.deepEqual(await codes(draft, results, wire), [
      '6.4 percent: figure.mismatch',
      '€214 million: figure.found',
      '15 percent: figure.found',
    ]);
  });

  it('does not disagree with one from which a number has risen since', async () => {
    const bulletin = 'Seven patients have died of the fever.';
    const later = (words: string) => `The number of patients who died of the fever ${words} eight on Saturday.`;
    assert.deepEqual(await codes('Seven patients have died of the fever.', bulletin, later('rose to')), [
      'Seven: figure.found',
    ]);
  });
});
