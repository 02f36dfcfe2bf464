import assert from 'node:assert/strict';
import { entityOf } from '../../../server/src/features/nameForms.ts';
import { checkedDraft, endAll } from './checkedDraft.ts';

const SOURCES = {
  'one.txt': `Colonel Marta Oyelaran led the relief. Oyelaran had led it before. The Water Board of Anselm (WBA) paid for it.

Tomas Berg was there, and so was Ilse Berg. Berg did not speak.
`,
  'two.txt': 'Marta Oyelaran, the relief chief, thanked the WBA.\n',
};

async function formsOf(name: string): Promise<string[] | undefined> {
  const { document } = await checkedDraft(SOURCES, `It was ${name} who came.\n`);
  const checked = document.check.claims.find(({ claim }) => claim.text === name)!;
  assert.ok(checked.claim.kind === 'name', `${name} is a name`);
  const entity = await entityOf(checked.claim, checked.finding, document.check.corpus);
  return entity?.forms.map(({ form, mentions }) => `${form} ${mentions}`);
}

describe('The bearer of a name', () => {
  afterEach(endAll);

  it('is counted under the full name and the surname, if nobody else has that', async () => {
    assert.deepEqual(await formsOf('Marta Oyelaran'), ['Marta Oyelaran 2', 'Oyelaran 1']);
    assert.deepEqual(await formsOf('Oyelaran'), ['Marta Oyelaran 2', 'Oyelaran 1']);
  });

  it('does not get the surname that another person has too', async () => {
    assert.deepEqual(await formsOf('Tomas Berg'), ['Tomas Berg 1']);
  });

  it('is known by acronym and expansion alike', async () => {
    const both = ['WBA 2', 'Water Board of Anselm 1'];
    assert.deepEqual(await formsOf('WBA'), both);
    assert.deepEqual(await formsOf('Water Board of Anselm'), both);
  });

  it('of a misspelt name is the one that the sources write', async () => {
    assert.deepEqual(await formsOf('Marta Oyelaren'), ['Marta Oyelaran 2', 'Oyelaran 1']);
  });

  it('is nobody where no source has the name', async () => {
    assert.equal(await formsOf('Quentin Zabala'), undefined);
  });

  it('is described by titles and roles, and counted by source', async () => {
    const { document } = await checkedDraft(SOURCES, 'It was Marta Oyelaran who came.\n');
    const { claim, finding } = document.check.claims[0]!;
    const entity = (await entityOf(claim as never, finding, document.check.corpus))!;
    assert.deepEqual(entity.titles, ['Colonel']);
    assert.deepEqual(
      entity.roles.map((role) => role.replace(/^the /u, '')),
      ['relief chief'],
    );
    assert.deepEqual(
      entity.bySource.map(({ mentions }) => mentions),
      [2, 1],
    );
  });
});
