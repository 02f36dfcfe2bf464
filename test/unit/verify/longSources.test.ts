import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

const PORTS = ['Lund', 'Skarvoy', 'Harwick', 'Norby', 'Eastquay'];
const BOATS = ['trawlers', 'ferries', 'tugs', 'barges'];

/** Six hundred kilobytes of entries that are alike but for a number, a port and a kind of boat. */
const ENTRIES = Array.from({ length: 5000 }, (_, i) => {
  const [port, boats] = [PORTS[i % PORTS.length]!, BOATS[i % BOATS.length]!];
  return `The harbour office of ${port} counted ${10_007 + 3 * i} ${boats} in the autumn and reported them to the ministry in writing.`;
});
const REGISTER = [
  ...ENTRIES.slice(0, 4900),
  'The ice closed the sluice of Tornvik for 41 days. “We have never had to wait so long for the ministry,” said Agda Lindqvist.',
  ...ENTRIES.slice(4900),
].join('\n\n');

describe('A source of hundreds of pages', () => {
  const corpus = corpusOfTexts({ 'register.txt': REGISTER });

  async function codesOf(draft: string): Promise<string[]> {
    const checked = await checkDraft(readDraft(draft), await corpus);
    return checked.map(({ finding, span }) => `${draft.slice(span.start, span.end)}: ${finding.code}`);
  }

  async function firstEvidence(draft: string): Promise<string | undefined> {
    const [checked] = await checkDraft(readDraft(draft), await corpus);
    return checked?.finding.evidence[0]?.text;
  }

  it('has a figure near its end whose words all stand everywhere in it', async () => {
    const draft = 'In the autumn the harbour office counted 24,887 trawlers.';
    assert.deepEqual(await codesOf(draft), ['24,887: figure.found']);
    assert.match((await firstEvidence(draft)) ?? '', /^The harbour office of Lund counted 24887 trawlers/u);
    assert.deepEqual(await codesOf('In the autumn the harbour office counted 24,888 trawlers.'), [
      '24,888: figure.unknown',
    ]);
  });

  it('refutes a figure by a sentence near its end', async () => {
    assert.deepEqual(await codesOf('The ice closed the sluice of Tornvik for 14 days.'), [
      'Tornvik: name.found',
      '14 days: figure.mismatch',
    ]);
    assert.deepEqual(await codesOf('The ice closed the sluice of Tornvik for 41 days.'), [
      'Tornvik: name.found',
      '41 days: figure.found',
    ]);
  });

  it('has a quotation and a name near its end', async () => {
    assert.deepEqual(await codesOf('“We have never had to wait so long for the ministry,” said Agda Lindqvist.'), [
      'We have never had to wait so long for the ministry,: quote.found',
      'Agda Lindqvist: name.found',
    ]);
    assert.deepEqual(await codesOf('“We have often had to wait so long for the ministry,” said Agda Lindqvist.'), [
      'We have often had to wait so long for the ministry,: quote.altered',
      'Agda Lindqvist: name.found',
    ]);
  });
});
