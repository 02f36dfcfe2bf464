import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft, type CheckOptions } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** Name, code and the words of the first evidence. */
async function namesOf(source: string, raw: string, options: CheckOptions = {}): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts({ 'a.txt': source }), options);
  return checked
    .filter(({ claim }) => claim.kind === 'name')
    .map(({ claim, finding }) => `${claim.text} ${finding.code}: ${finding.evidence[0]?.text ?? ''}`);
}

describe('Two bearers of one surname', () => {
  const source = `Maria Stone runs the foundry. Peter Stone bakes bread.`;

  it('are kept apart by who was named before, and by their title', async () => {
    assert.deepEqual(await namesOf(source, 'Peter Stone came. Stone was late.'), [
      'Peter Stone name.found: Peter Stone bakes bread.',
      'Stone name.found: Peter Stone bakes bread.',
    ]);
    const [, , third] = await namesOf(source, 'Maria Stone and Peter Stone came. Ms Stone was late.');
    assert.equal(third, 'Stone name.found: Maria Stone runs the foundry.');
  });

  it('are both offered where the draft has a third, the likelier first', async () => {
    const draft = readDraft('Paul Stone bakes bread in the foundry.');
    const [checked] = await checkDraft(draft, await corpusOfTexts({ 'a.txt': source }));
    assert.deepEqual(
      checked!.finding.suggestions.map(({ newText }) => newText),
      ['Peter Stone', 'Maria Stone'],
    );
  });

  it('have their own roles', async () => {
    const roles = 'Nurse Maria Stone was there. The surgeon Peter Stone was not.';
    const [, surname] = await namesOf(roles, 'Maria Stone slept. The surgeon Stone did not.');
    assert.match(surname!, /name\.role/u);
    const [, right] = await namesOf(roles, 'Peter Stone slept. The surgeon Stone did not.');
    assert.match(right!, /name\.found/u);
  });
});

describe('One word for a person, a body and a place', () => {
  const source = 'Jordan borders the sea. In Jordan it is hot. Mr Jordan scored. Jordan Rovers won.';

  it('is shown with a mention of the same kind', async () => {
    const [person] = await namesOf(source, 'Mr Jordan scored twice.');
    assert.equal(person, 'Jordan name.found: Mr Jordan scored.');
    const [club] = await namesOf(source, 'Jordan Rovers won again.');
    assert.equal(club, 'Jordan Rovers name.found: Jordan Rovers won.');
    const [place] = await namesOf(source, 'It is hot in Jordan.');
    assert.equal(place, 'Jordan name.found: Jordan borders the sea.');
  });

  it('is shown with any mention where there is none of that kind', async () => {
    const [person] = await namesOf('Jordan borders the sea.', 'Mr Jordan scored twice.');
    assert.equal(person, 'Jordan name.found: Jordan borders the sea.');
  });
});

describe('An alias', () => {
  const aliases = new Map([['Ministry of Works', ['Worksmin', 'The Cube']]]);

  it('is as good as the name that the sources have', async () => {
    const [name] = await namesOf('The Ministry of Works was closed.', 'Worksmin was closed.', { aliases });
    assert.equal(name, 'Worksmin name.variant: The Ministry of Works was closed.');
  });

  it('is unknown where they have none of its spellings, and a slip of it is no alias', async () => {
    assert.deepEqual(await namesOf('The yard was closed.', 'Worksmin was closed.', { aliases }), [
      'Worksmin name.unknown: ',
    ]);
    assert.deepEqual(await namesOf('The Ministry of Works was closed.', 'Worksmax was closed.', { aliases }), [
      'Worksmax name.unknown: ',
    ]);
  });
});

describe('Particles and accents', () => {
  const source = 'Łukasz Wójcik met Aoife Ó Briain, Ursula von der Heyde, Nguyễn Văn Thiệu and Ali al-Masri.';

  it('make no other name', async () => {
    const draft = 'Lukasz Wojcik met Aoife O’Briain, Ursula Von der Heyde, Nguyen Van Thieu and Ali Al Masri.';
    for (const name of await namesOf(source, draft)) assert.match(name, / name\.(?:found|variant): /u);
  });

  it('do not hide a letter that is another', async () => {
    const draft = 'Lukasz Wojcek met Ursula von der Heide and Ali al-Mosri.';
    for (const name of await namesOf(source, draft)) assert.match(name, / name\.misspelt: /u);
  });
});
