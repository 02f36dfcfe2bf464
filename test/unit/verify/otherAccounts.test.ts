import assert from 'node:assert/strict';
import { codes } from './figureFindings.ts';

const police = 'In March 1,200 dockers marched through Karsund to the town hall, the police said.';

describe('Two accounts of one thing, in words of their own', () => {
  const draft = 'Some 1,200 dockers marched through Karsund.';
  const union = 'We counted well. In Karsund 1,700 dockers marched for the pensions they are owed.';

  it('disagree where one would refute the draft without the other', async () => {
    assert.deepEqual(await codes(draft, police, union), ['1,200: figure.conflict']);
  });

  it('do not disagree where both have the other’s number too, for another thing', async () => {
    const both = `${police} The port has 1,700 dockers.`;
    const port = 'The port of Karsund pays 1,700 dockers, who marched for their pensions.';
    assert.deepEqual(await codes(draft, both, port), ['1,200: figure.found']);
  });

  it('do not disagree where the draft gives both', async () => {
    const telling = 'Some 1,200 dockers marched through Karsund, though the union counted 1,700.';
    assert.ok(!(await codes(telling, police, union)).includes('1,200: figure.conflict'));
  });

  it('disagree where two digits have changed places', async () => {
    const letter =
      'To the minister: until May 352 complaints about noise went to the harbour office, and none was heard.';
    const bulletin = 'The harbour office had received 325 complaints about noise by the end of May.';
    assert.deepEqual(
      (await codes('The harbour office received 325 complaints.', bulletin, letter)).at(-1),
      '325: figure.conflict',
    );
  });

  it('do not disagree where one tells of an average', async () => {
    const crowd = 'In the end 11,200 people came to the match against Vestby.';
    const season = 'An average of 8,900 people came to a match in Karsund.';
    assert.deepEqual(await codes('The match was seen by 11,200 people.', crowd, season), ['11,200: figure.found']);
  });

  it('do not disagree by another number that the first gives as well', async () => {
    const answers = 'On Monday 1,126 of the 1,480 health posts in Karsund had a refrigerator.';
    const letter = 'You write that 1,126 health posts in Karsund have a refrigerator.';
    assert.deepEqual(await codes('Karsund has 1,480 health posts.', answers, letter), ['1,480: figure.found']);
  });
});

describe('What is told of another year', () => {
  const courier =
    'Monday, 22 September 2025\n\nThe festival ended with a record: it sold 28,113 tickets for 94 performances.';

  it('is no other account, where its sentence begins with that year or the draft only compares with it', async () => {
    const statistics = 'Festival 2025\n\nIn 2024 the festival sold 25,640 tickets for 88 performances.';
    const draft = 'The festival sold 28,113 tickets, more than in 2024. There were 94 performances.';
    assert.ok(!(await codes(draft, courier, statistics)).some((code) => code.endsWith('figure.conflict')));
  });

  it('is one without', async () => {
    const statistics = 'Festival 2025\n\nThe festival sold 28,131 tickets for 88 performances.';
    const draft = 'The festival sold 28,113 tickets.';
    assert.deepEqual(await codes(draft, courier, statistics), ['28,113: figure.conflict']);
  });

  it('is not seen in the date of an agency’s report, nor in the middle of the month that is meant', async () => {
    const bulletin = 'Between 8 and 17 July the hospitals admitted 1,236 patients as emergencies.';
    const agency =
      'CAMPO LARGO, 29 July 2025 (Iberpress) - The hospitals took in 1,326 older patients as emergencies in mid-July.';
    const draft = 'From 8 to 17 July the hospitals admitted 1,236 patients as emergencies.';
    assert.equal((await codes(draft, bulletin, agency)).at(-1), '1,236: figure.conflict');
    const june = agency.replace('mid-July', 'mid-June');
    assert.equal((await codes(draft, bulletin, june)).at(-1), '1,236: figure.found');
  });
});

describe('Two estimates of one cost', () => {
  const report = 'A new deck costs £41 million and takes 22 months.';
  const minutes = 'The replacement of the deck of the bridge would cost £44 million.';

  it('disagree where both tell of the matter', async () => {
    const draft = 'The committee voted for a new deck of the bridge, which would cost £41 million.';
    assert.deepEqual(await codes(draft, report, minutes), ['£41 million: figure.conflict']);
  });

  it('do not where one is of something else', async () => {
    const other = 'The school had an income of £41 million from its shop and its two farms.';
    const draft = 'The replacement of the deck of the bridge would cost £41 million.';
    assert.deepEqual(await codes(draft, other, minutes), ['£41 million: figure.mismatch']);
  });
});
