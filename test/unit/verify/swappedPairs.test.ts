import assert from 'node:assert/strict';
import { codes, figuresOf } from './figureFindings.ts';

async function repairs(draft: string, ...sources: string[]): Promise<(string | undefined)[]> {
  return (await figuresOf(draft, ...sources)).map(({ finding }) => finding.suggestions[0]?.newText);
}

describe('Two figures of a sentence that have changed places', () => {
  const source = 'The ferry was launched at Karsund in February; she sank off the cape of Ostby in March.';

  it('are both refuted', async () => {
    const draft = 'The ferry was launched in March and sank off the cape in February.';
    assert.deepEqual(await codes(draft, source), ['March: figure.mismatch', 'February: figure.mismatch']);
    assert.deepEqual(await repairs(draft, source), ['February', 'March']);
  });

  it('are right where each stands with its own words, in whatever order', async () => {
    assert.deepEqual(await codes('The ferry sank off the cape in March; she was launched in February.', source), [
      'March: figure.found',
      'February: figure.found',
    ]);
  });

  it('are told apart in a table by what its rows and columns are called', async () => {
    const results =
      '| Million francs | H1 2025 | H1 2024 |\n| --- | ---: | ---: |\n| Freight revenue | 131.4 | 142.8 |';
    const draft = '| Million francs | 2025 | 2024 |\n| --- | ---: | ---: |\n| Freight | 142.8 | 131.4 |';
    assert.deepEqual((await codes(draft, results)).slice(-2), ['142.8: figure.mismatch', '131.4: figure.mismatch']);
    const right = draft.replace('142.8 | 131.4', '131.4 | 142.8');
    assert.deepEqual((await codes(right, results)).slice(-2), ['131.4: figure.found', '142.8: figure.found']);
  });
});

describe('Two digits that have changed places', () => {
  it('are no result of arithmetic where half of the draft’s other figures stand beside the right value', async () => {
    const index = 'In 2024 alone 1,081 people were killed: a 45% increase from 2023.';
    const report = 'The dead included 65 soldiers. A bomb killed more than 100 people in Karsund.';
    const draft = 'The toll rises: 1,081 dead in 2024, up by 54% on 2023, and 65 soldiers in a single quarter.';
    assert.ok((await codes(draft, index, report)).includes('54%: figure.mismatch'));
    assert.ok((await codes(draft.replace('54', '45'), index, report)).includes('45%: figure.found'));
  });
});
