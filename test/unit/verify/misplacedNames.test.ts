import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft, type CheckOptions } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

const HARBOUR = `The regatta off Tollen drew forty crews this spring.

Marit Solvang steered the winning boat through the narrow channel before noon. Her rival Edda Brunner capsized near the lighthouse and swam ashore.

The crews had trained all winter in Askholm, where the ice came late. A ferry from Verle brought most of the spectators.

“It was luck,” said Solvang. Brunner told the harbour radio that she would be back.`;

/** The names of a draft that stand in another's place: as written, with the message. */
async function misplaced(raw: string, source = HARBOUR, options: CheckOptions = {}): Promise<string[]> {
  const checked = await checkDraft(readDraft(raw), await corpusOfTexts({ 'harbour.txt': source }), options);
  return checked
    .filter(({ finding }) => finding.code === 'name.misplaced')
    .map(({ finding, span }) => `${raw.slice(span.start, span.end)}: ${finding.message}`);
}

describe('A name in the place of another', () => {
  it('is doubted where a source gives the same deed to another person', async () => {
    assert.deepEqual(await misplaced('Edda Brunner steered the winning boat through the channel.'), [
      'Edda Brunner: A source says this of Marit Solvang; the sources have “Edda Brunner”, but not with this.',
    ]);
    assert.deepEqual(await misplaced('Marit Solvang steered the winning boat through the channel.'), []);
  });

  it('is doubted where a source has another place behind the same words', async () => {
    assert.equal((await misplaced('All winter the crews had trained in Verle.')).length, 1);
    assert.deepEqual(await misplaced('All winter the crews had trained in Askholm.'), []);
  });

  it('is doubted where a pronoun of the source stands for the other', async () => {
    const source = `${HARBOUR}\n\nOttar Lind hid for a week, until he phoned the customs office and confessed to the smuggling. The officer was Jon Vedel.`;
    assert.equal(
      (await misplaced('Jon Vedel phoned the customs office and confessed to smuggling.', source)).length,
      1,
    );
    assert.deepEqual(await misplaced('Ottar Lind phoned the customs office and confessed to smuggling.', source), []);
  });

  it('is not refuted, but shown with the passage that has the other', async () => {
    const checked = await checkDraft(
      readDraft('Edda Brunner steered the winning boat through the channel.'),
      await corpusOfTexts({ 'harbour.txt': HARBOUR }),
    );
    const { finding } = checked.find(({ claim }) => claim.text === 'Edda Brunner')!;
    assert.equal(finding.verdict, 'not-enough-evidence');
    assert.match(finding.evidence[0]!.text, /^Marit Solvang steered/);
  });

  it('is let be where a sentence with the name says nearly as much', async () => {
    assert.deepEqual(
      await misplaced(
        'Edda Brunner steered the winning boat through the channel.',
        `${HARBOUR}\n\nBrunner steered the other winning boat, through the southern channel.`,
      ),
      [],
    );
  });

  it('is let be where little but other names is shared', async () => {
    assert.deepEqual(
      await misplaced(
        'Edda Brunner, of the Tollen Sailing Club, was glad.',
        `${HARBOUR}\n\nJon Vedel (Tollen Sailing Club) asked for quiet.`,
      ),
      [],
    );
  });

  it('is let be where both names are of one country, or declared to be one', async () => {
    const source = `${HARBOUR}\n\nThe envoy wanted America to buy back the rusty patrol boats. Later the United States sent an answer.`;
    assert.deepEqual(await misplaced('The envoy wanted the United States to buy back the patrol boats.', source), []);
    const aliases = new Map([['Edda Brunner', ['Marit Solvang']]]);
    assert.deepEqual(
      await misplaced('Edda Brunner steered the winning boat through the channel.', HARBOUR, { aliases }),
      [],
    );
  });

  it('is left to the comparison of quotations where it stands by one', async () => {
    assert.deepEqual(await misplaced('“It was luck,” said Brunner.'), []);
  });

  it('is not looked for where more sources than a few may say it', async () => {
    const texts = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`note${i}.txt`, `A note on tide ${i}.`]));
    const checked = await checkDraft(
      readDraft('Edda Brunner steered the winning boat through the channel.'),
      await corpusOfTexts({ ...texts, 'harbour.txt': HARBOUR }),
    );
    assert.ok(checked.every(({ finding }) => finding.code !== 'name.misplaced'));
  });
});
