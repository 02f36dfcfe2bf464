import assert from 'node:assert/strict';
import { claimsAt, claimsIn } from '../../../server/src/features/checkedDocument.ts';
import { checkedDraft, endAll } from './checkedDraft.ts';

const DRAFT = '“We saw Marta Oyelaran in Orrin on 3 March 2021,” he said.\n';
const at = (character: number) => ({ line: 0, character });

describe('The claims at a position', () => {
  afterEach(endAll);

  it('are those around it, the innermost first', async () => {
    const { document } = await checkedDraft({ 'a.txt': 'Nothing.\n' }, DRAFT);
    const kinds = claimsAt(document, at(DRAFT.indexOf('Marta') + 2)).map(({ claim }) => `${claim.kind}: ${claim.text}`);
    assert.deepEqual(kinds, ['name: Marta Oyelaran', 'quote: We saw Marta Oyelaran in Orrin on 3 March 2021,']);
  });

  it('include one that ends there, behind those that it is in', async () => {
    const { document } = await checkedDraft({ 'a.txt': 'Nothing.\n' }, DRAFT);
    const end = DRAFT.indexOf(' in Orrin');
    assert.deepEqual(
      claimsAt(document, at(end)).map(({ claim }) => claim.kind),
      ['quote', 'name'],
    );
  });

  it('are none outside of all claims, and none on a line that is not there', async () => {
    const { document } = await checkedDraft({ 'a.txt': 'Nothing.\n' }, DRAFT);
    assert.deepEqual(claimsAt(document, at(DRAFT.indexOf('said'))), []);
    assert.deepEqual(claimsAt(document, { line: 40, character: 0 }), []);
  });

  it('in a range are those that share a letter with it', async () => {
    const { document } = await checkedDraft({ 'a.txt': 'Nothing.\n' }, DRAFT);
    const range = { start: at(DRAFT.indexOf('Orrin')), end: at(DRAFT.indexOf('3 March')) };
    assert.deepEqual(
      claimsIn(document, range)
        .map(({ claim }) => claim.kind)
        .sort(),
      ['name', 'quote'],
    );
  });
});
