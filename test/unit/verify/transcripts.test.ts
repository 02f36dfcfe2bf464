import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { VerifyContext } from '../../../server/src/verify/checkDraft.ts';
import { verifyQuotes } from '../../../server/src/verify/quotes.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

async function codes(source: string, raw: string): Promise<string[]> {
  const draft = readDraft(raw);
  const context: VerifyContext = { draft, corpus: await corpusOfTexts({ 'a.txt': source }), cited: () => new Set() };
  return (await verifyQuotes(draft.analysis.quotes, context)).map(({ code }) => code);
}

const FOUND = ['quote.found'];
const ALTERED = ['quote.altered'];
const UNKNOWN = ['quote.unknown'];
const MISATTRIBUTED = ['quote.misattributed'];

describe('A transcript', () => {
  it('may give everybody one turn, if its labels are in capitals', async () => {
    const quay = `INGRID SOLLI (1st, single sculls): The wind turned and so did my luck.

PETRA HAUKE (2nd, single sculls): I counted the strokes and forgot the boat.

MARTA DUNN (3rd, single sculls): There is always a wave with your name.`;
    assert.deepEqual(
      await codes(quay, '“I counted the strokes and forgot the boat,” said Ingrid Solli.'),
      MISATTRIBUTED,
    );
    assert.deepEqual(await codes(quay, '“I counted the strokes and forgot the boat,” said Petra Hauke.'), FOUND);
    const list = `Petra Hauke: the blue boat with the new oars.

Ingrid Solli: the red boat with the old oars.

Marta Dunn: the boat that nobody wants to row.`;
    assert.deepEqual(await codes(list, '“The blue boat with the new oars,” said Ingrid Solli.'), FOUND);
  });

  it('may be of a paper that asks by its letters', async () => {
    const talk = `Rolf Engen, head of the yard, in conversation with Ada Brook

S&T: Who pays for the dock?

Engen: Everybody who has a boat pays for the dock.

S&T: And who has none?

Engen: They pay for the view.`;
    const words = '“Everybody who has a boat pays for the dock,”';
    assert.deepEqual(await codes(talk, `${words} said Tess Moran.`), MISATTRIBUTED);
    assert.deepEqual(await codes(talk, `${words} said Rolf Engen.`), FOUND);
  });

  const call = `Harbour Foods earnings call

Clara Strand -- Chairman

Good morning. The mills ran through the whole summer without a stop.

Analyst: Magnus Thorsen, Birch Securities

What was wrong with the frozen peas this time?

Clara Strand -- Chairman

The peas were fine, the trucks were not.`;

  it('may have its speakers on lines of their own', async () => {
    const peas = '“What was wrong with the frozen peas this time?”';
    assert.deepEqual(await codes(call, `${peas} asked Clara Strand.`), MISATTRIBUTED);
    assert.deepEqual(await codes(call, `${peas} asked Magnus Thorsen.`), FOUND);
    assert.deepEqual(
      await codes(call, '“The peas were fine, the trucks were not,” said Magnus Thorsen.'),
      MISATTRIBUTED,
    );
  });

  it('is not made by lines that name an author or an editor', async () => {
    const page = `Author: Clara Strand, Birch Press

The peas were fine in all the years.

Editor: Magnus Thorsen, Birch Press

The trucks were late in all the years.

Author: Clara Strand, Birch Press`;
    assert.deepEqual(await codes(page, '“The trucks were late in all the years,” said Clara Strand.'), FOUND);
  });

  it('has direct speech, of which a reworded sentence is no new one', async () => {
    const talk = `MOE: How did it end?

PAGE: And forty-one of the rowers did not come back at all.

MOE: Thank you.`;
    assert.deepEqual(await codes(talk, 'She said: “And forty-one of the rowers never came back at all.”'), ALTERED);
    const prose = 'The report says that forty-one of the rowers did not come back at all.';
    assert.deepEqual(await codes(prose, 'She said: “And forty-one of the rowers never came back at all.”'), UNKNOWN);
  });
});

describe('What an author writes in a signed text', () => {
  const column = `The clock on the quay

By Ada Brook

The harbour master, Nils Aker, said that he was "not unhappy".

A harbour is a clock that tells the time of other towns.`;
  const words = '“A harbour is a clock that tells the time of other towns,”';

  it('is said by nobody else', async () => {
    assert.deepEqual(await codes(column, `${words} said Nils Aker.`), MISATTRIBUTED);
    assert.deepEqual(await codes(column, `${words} as Nils Aker put it.`), MISATTRIBUTED);
    assert.deepEqual(await codes(column, `${words} wrote Ada Brook.`), FOUND);
  });

  it('may be what somebody said, where a verb says so or nobody is quoted in marks', async () => {
    const reported = column.replace('A harbour is', 'Aker argued on. A harbour is');
    assert.deepEqual(await codes(reported, `${words} said Nils Aker.`), FOUND);
    const unmarked = column.replaceAll('"', '');
    assert.deepEqual(await codes(unmarked, `${words} said Nils Aker.`), FOUND);
  });
});

describe('Two or three words in quotation marks', () => {
  const source = 'The harbour master, Nils Aker, who must not speak of the dock, said that he was "not unhappy".';

  it('are changed where the source quotes the same speaker with one other word', async () => {
    assert.deepEqual(await codes(source, 'The harbour master, Nils Aker, said that he was “not unwell”.'), ALTERED);
  });

  it('are unknown by another speaker, of another matter, or with more of the quotation', async () => {
    assert.deepEqual(await codes(source, 'The harbour clerk, Tess Moran, said that she was “not unwell”.'), UNKNOWN);
    assert.deepEqual(await codes(source, 'Of the weather Aker said it was “not warm”.'), UNKNOWN);
    const more = source.replace('unhappy', 'unhappy at all');
    assert.deepEqual(await codes(more, 'The harbour master, Nils Aker, said that he was “not unwell”.'), UNKNOWN);
  });
});

describe('A speaker behind a title', () => {
  const source = '"Nobody will be moved before the rain," said the Relief Commissioner, Shri Ranjan Velavi.';

  it('is the person, though the draft has a slip in the name', async () => {
    const draft = 'Its Relief Commissioner, Ranjan Veluvi, came. “Nobody will be moved before the rain,” he promised.';
    assert.deepEqual(await codes(source, draft), FOUND);
  });

  it('is nobody else', async () => {
    assert.deepEqual(await codes(source, '“Nobody will be moved before the rain,” said Tess Moran.'), MISATTRIBUTED);
  });
});
