import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** What is said of the names of a draft, beside one source. */
async function codes(raw: string, source: string): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts({ 'source.txt': source }));
  return checked
    .filter(({ claim }) => claim.kind === 'name')
    .map(({ span, finding }) => `${raw.slice(span.start, span.end)}: ${finding.code}`);
}

describe('a name that the sources write in pieces', () => {
  it('is a club by its place, unless another club of the place is named', async () => {
    const raw = 'A striker left Penmarsh Town in May.';
    assert.deepEqual(await codes(raw, 'The striker came to Penmarsh in 2019.'), ['Penmarsh Town: name.variant']);
    assert.deepEqual(await codes(raw, 'The striker came from Penmarsh to Penmarsh United in 2019.'), [
      'Penmarsh Town: name.unknown',
    ]);
  });

  it('is a district by its place', async () => {
    const source = 'The dam above Kashimoto is full.';
    assert.deepEqual(await codes('The dam is in Kashimoto Prefecture.', source), [
      'Kashimoto Prefecture: name.variant',
    ]);
    assert.deepEqual(await codes('The dam is in Kashimoto Valley.', source), ['Kashimoto Valley: name.unknown']);
  });

  it('is a building by its name and its kind apart, unless the kind is another name’s', async () => {
    const raw = 'A tower of Corlannan Castle fell.';
    const apart = 'People in Corlannan knew of it. The tower of the castle fell at noon.';
    assert.deepEqual(await codes(raw, apart), ['Corlannan Castle: name.variant']);
    assert.deepEqual(await codes(raw, `${apart} The owner lives in Dunhallow Castle.`), [
      'Corlannan Castle: name.unknown',
    ]);
    assert.deepEqual(await codes(raw, 'People in Corlannan knew of it.'), ['Corlannan Castle: name.unknown']);
  });

  it('is a model by its maker and number apart', async () => {
    const raw = 'They flew in a Boeing 747 to the lake.';
    assert.deepEqual(await codes(raw, 'At Boeing he drew the tail of the 747 planes.'), ['Boeing 747: name.variant']);
    assert.deepEqual(await codes(raw, 'At Boeing he drew the tail for $747 a week.'), ['Boeing 747: name.unknown']);
  });

  it('is two names side by side, of which the second is a place of the same source', async () => {
    const raw = 'The Nordwing Ellisvik flight came late.';
    const source = 'The Nordwing flight set off in Ellisvik. He was born in Ellisvik.';
    assert.deepEqual(await codes(raw, source), ['Nordwing Ellisvik: name.variant']);
    assert.deepEqual(await codes(raw, 'The Nordwing flight was late, said Ellisvik.'), [
      'Nordwing Ellisvik: name.unknown',
    ]);
  });

  it('is not a body called after a place, by that place', async () => {
    const source = 'Rain fell in North Ellisvik. She lives in North Ellisvik.';
    assert.deepEqual(await codes('So said the Police Service of North Ellisvik.', source), [
      'Police Service of North Ellisvik: name.unknown',
    ]);
    assert.deepEqual(await codes('Rain fell in Greater North Ellisvik.', source), [
      'Greater North Ellisvik: name.found',
    ]);
  });
});

describe('a name that the sources write in small letters or another number', () => {
  it('is found where it is one of things, and not where it is a person’s', async () => {
    const source = 'The Tarnfoss riots of 1980 and the people’s flag were spoken of. That will banks regret.';
    assert.deepEqual(await codes('It began with the Tarnfoss Riots.', source), ['Tarnfoss Riots: name.variant']);
    assert.deepEqual(await codes('They sold the People’s Flag.', source), ['People’s Flag: name.variant']);
    assert.deepEqual(await codes('It began with Mr Tarnfoss Regret.', source), ['Tarnfoss Regret: name.unknown']);
  });

  it('is found in the plural of its kind', async () => {
    const source = 'It was bought by Harbour Estates, they said.';
    assert.deepEqual(await codes('It belongs to Harbour Estate now.', source), ['Harbour Estate: name.variant']);
    assert.deepEqual(await codes('It belongs to Harbour Mills now.', source), ['Harbour Mills: name.unknown']);
  });

  it('is another war by another number, and the same by another usual name', async () => {
    const source = 'They were soldiers of World War I and left no letters.';
    assert.deepEqual(await codes('They fell in World War II there.', source), ['World War II: name.unknown']);
    assert.deepEqual(await codes('They fell in the First World War there.', source), ['First World War: name.variant']);
  });
});

describe('a word of nationality', () => {
  it('is told where nothing in the sources is of that nation', async () => {
    assert.deepEqual(await codes('A Peruvian nurse found the boat.', 'A nurse found the boat.'), [
      'Peruvian: name.unknown',
    ]);
    for (const source of [
      'A nurse from Peru found it.',
      'A nurse from Lima found it.',
      'Nurse Ana Paz (PER) found it.',
    ])
      assert.deepEqual(await codes('A Peruvian nurse found the boat.', source), [], source);
  });

  it('is told of peoples without a country too, by where they live', async () => {
    assert.deepEqual(await codes('A Tibetan nurse found the boat.', 'A nurse found the boat.'), [
      'Tibetan: name.unknown',
    ]);
    assert.deepEqual(await codes('A Tibetan nurse found the boat.', 'A nurse from Lhasa found the boat.'), []);
    assert.deepEqual(await codes('A Gaelic poet found the boat.', 'A poet from the Hebrides found the boat.'), []);
  });

  it('is not told of a language or a kind of thing', async () => {
    assert.deepEqual(await codes('The letter was written in Spanish.', 'The letter was read.'), []);
    assert.deepEqual(await codes('It has French windows.', 'It has windows.'), []);
  });
});
