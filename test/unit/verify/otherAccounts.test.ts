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
