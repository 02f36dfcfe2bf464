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
