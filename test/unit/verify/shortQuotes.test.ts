import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** Code and first suggestion of the quotations of a draft. */
async function quotesOf(source: string, raw: string): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts({ 'a.txt': source }));
  return checked
    .filter(({ claim }) => claim.kind === 'quote')
    .map(({ finding }) => [finding.code, ...finding.suggestions.map((s) => s.newText)].join(' | '));
}

describe('Two quoted words of which one is another', () => {
  const source =
    'In the words of one veteran, there is one constant between the harbours: mutual distrust. They share mutual gains.';

  it('are altered where the source’s sentence speaks of the same thing', async () => {
    assert.deepEqual(
      await quotesOf(source, 'For a veteran of the trade, what is constant between harbours is “mutual suspicion”.'),
      ['quote.altered | mutual distrust'],
    );
  });

  it('are altered with less of it where the two words are alike', async () => {
    assert.deepEqual(await quotesOf(source, 'A veteran sees only “mutual mistrust”.'), [
      'quote.altered | mutual distrust',
    ]);
  });

  it('are unknown where the source’s sentence is about something else', async () => {
    assert.deepEqual(await quotesOf(source, 'The farmers of the valley praise “mutual suspicion”.'), ['quote.unknown']);
    assert.deepEqual(await quotesOf(source, 'The farmers of the valley praise “mutual mistrust”.'), ['quote.unknown']);
  });
});

describe('Two or three quoted words with one changed, added or left out', () => {
  const source =
    'Orsin was skating on another level. "The new boats can reach my harbour with comfort," Captain Lund said. ' +
    'The board spoke of a limited naval capacity to guard the strait.';

  it('are altered where what stands directly beside them is the source’s too', async () => {
    assert.deepEqual(await quotesOf(source, 'In the last race she had been skating “on another planet”.'), [
      'quote.altered | on another level',
    ]);
  });

  it('are altered where the speaker is the same and the sentence speaks of the same thing', async () => {
    assert.deepEqual(await quotesOf(source, 'Lund says that the boats now come to his quay “with great comfort”.'), [
      'quote.altered | with comfort',
    ]);
    assert.deepEqual(await quotesOf(source, 'To guard the strait the board has a “limited capacity”.'), [
      'quote.altered | limited naval capacity',
    ]);
  });

  it('are unknown where the sentence speaks of something else', async () => {
    assert.deepEqual(await quotesOf(source, 'The dancers of the valley were “on another planet”.'), ['quote.unknown']);
    assert.deepEqual(await quotesOf(source, 'Lund says that he sleeps “with great comfort”.'), ['quote.unknown']);
    assert.deepEqual(await quotesOf(source, 'The school has a “limited capacity” for music.'), ['quote.unknown']);
  });

  it('are unknown where the words of the source are parted by a stop', async () => {
    const parted = 'The strait was guarded, though limited. Capacity of the boats is small.';
    assert.deepEqual(await quotesOf(parted, 'The strait is guarded by a “limited naval capacity”.'), ['quote.unknown']);
  });
});

describe('What a source adds in brackets to the words that it quotes', () => {
  const source =
    'Ida Quist said: "The ferries were sold at night, along with the two tugs of the old port. They (the ferries and the ' +
    'tugs) are lying idle in a foreign harbour now."';

  it('is not missed in a quotation', async () => {
    assert.deepEqual(await quotesOf(source, '“They are lying idle in a foreign harbour now,” said Ida Quist.'), [
      'quote.found',
    ]);
  });

  it('does not hide that two passages are run together', async () => {
    const draft = '“The ferries were sold at night. They are lying idle in a foreign harbour,” said Ida Quist.';
    assert.deepEqual(await quotesOf(source, draft), ['quote.stitched']);
  });

  it('is a part of it where the source does not quote', async () => {
    const prose = 'The report says that they (the ferries and the tugs) are lying idle in a foreign harbour now.';
    const [code] = await quotesOf(prose, 'The report says that “they are lying idle in a foreign harbour now”.');
    assert.match(code!, /^quote\.altered/u);
  });
});

describe('The words of somebody without a name', () => {
  const source =
    'A patient of 81 wrote to us: "I do not mind the queue, I mind not knowing."\n\nEdda Tsang\n\nCouncil of the Sick';

  it('are not those of the one who signs the text', async () => {
    assert.deepEqual(await quotesOf(source, '“I do not mind the queue, I mind not knowing,” said Edda Tsang.'), [
      'quote.misattributed',
    ]);
  });

  it('may be those of one whom the source does not name', async () => {
    assert.deepEqual(await quotesOf(source, '“I do not mind the queue, I mind not knowing,” said Orla Finch.'), [
      'quote.found',
    ]);
  });
});

describe('A speaker whose surname is misspelt', () => {
  const source = '"I used to spend my mornings waiting in gowns," said the surgeon Hamish Levett.';

  it('is no other speaker', async () => {
    assert.deepEqual(await quotesOf(source, '“I used to spend my mornings waiting in gowns,” said Hamish Leavitt.'), [
      'quote.found',
    ]);
  });

  it('is one with another surname', async () => {
    assert.deepEqual(await quotesOf(source, '“I used to spend my mornings waiting in gowns,” said Hamish Brandt.'), [
      'quote.misattributed',
    ]);
  });
});
