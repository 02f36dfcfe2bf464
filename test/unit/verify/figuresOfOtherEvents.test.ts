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

describe('A figure of a group', () => {
  it('is refuted by what is said of that group, where the value is that of all', async () => {
    const source =
      'Of all who were asked, 57 percent were in favour of the bridge. Among people under 30 the share in favour was 74 percent.';
    const draft = (share: string) => `Of those under 30 who were asked, ${share} want the bridge.`;
    assert.equal(
      (await codes(draft('57 percent').replace('those', 'people'), source)).at(-1),
      '57 percent: figure.mismatch',
    );
    assert.equal(
      (await codes(draft('74 percent').replace('those', 'people'), source)).at(-1),
      '74 percent: figure.found',
    );
    assert.equal(
      (await codes('Of all who were asked, 57 percent want the bridge.', source)).at(-1),
      '57 percent: figure.found',
    );
  });
});

describe('A stretch of days', () => {
  it('is refuted by the same days of another month, not by other days of it', async () => {
    const source = (days: string) => `The members will vote by post on the contract ${days}.`;
    const draft = 'The members vote on the contract by post from 6 to 17 June.';
    assert.deepEqual(await codes(draft, source('from 6 to 17 July')), ['6 to 17 June: figure.mismatch']);
    assert.notDeepEqual(await codes(draft, source('from 21 to 30 September')), ['6 to 17 June: figure.mismatch']);
  });
});

describe('A length', () => {
  it('is refuted by one in another unit that it is near to', async () => {
    const source = 'The wares come over the porous 2,600-kilometre border with Ostland.';
    const draft = (length: string) => `The wares must cross a border of roughly ${length}.`;
    assert.deepEqual(await codes(draft('1,400 miles'), source), ['1,400 miles: figure.mismatch']);
    assert.deepEqual(await codes(draft('1,600 miles'), source), ['1,600 miles: figure.rounded']);
  });
});

describe('What is said to remain', () => {
  it('is no rest where something else remains', async () => {
    const source =
      'Of the 86 objects 71 were traced. Nine had come by other ways, and for six the origin remained open.';
    const draft = (count: string) => `Of the 86 objects, ${count} are of doubtful origin.`;
    assert.deepEqual((await codes(draft('nine'), source)).at(-1), 'nine: figure.mismatch');
    assert.deepEqual((await codes(draft('six'), source)).at(-1), 'six: figure.found');
  });
});

describe('A day', () => {
  const statement =
    'At a meeting on 28 January 131 members voted for a blockade of the harbour. The blockade begins on 9 February.';

  it('is right where a source gives it of the event, though another of the same words has one too', async () => {
    assert.equal(
      (await codes('The skippers will blockade the harbour from 9 February.', statement)).at(-1),
      '9 February: figure.found',
    );
    assert.equal(
      (await codes('The skippers voted at a meeting on 29 January for a blockade of the harbour.', statement)).at(-1),
      '29 January: figure.mismatch',
    );
  });
});

describe('A month beside another of its sentence', () => {
  it('is not refuted by what was meant for the other', async () => {
    const source = [
      '---\ndate: 2025-08-22\n---\n',
      'The army chief, Omar Haddad, was invited to the palace for lunch in June. He will return to the palace this month.',
    ].join('\n');
    const checked = await codes('Omar Haddad was at the palace for lunch in July, and back in August.', source);
    assert.deepEqual(checked, ['July: figure.mismatch', 'August: figure.found']);
  });
});

describe('A share', () => {
  it('is not reckoned from two percentages', async () => {
    const source = 'The north had 87 percent of the attacks, after a 12 percent fall of violence.';
    assert.deepEqual(await codes('About one in seven of the attacks was in the north.', source), [
      'one in seven: figure.mismatch',
    ]);
  });
});
