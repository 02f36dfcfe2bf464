import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';
import { shownClaims } from './shownClaims.ts';

/** Papers that print much the same: every claim below has several pieces of evidence that are equally good. */
const PAPERS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 22 }, (_, i) => [
    `${2019 + (i % 3)}/paper-${i}.txt`,
    [
      `The ferry Halcyon carried ${i % 4 === 0 ? 412 : 421} passengers in March 2021, harbour master Ida Kellner said.`,
      i % 2 === 0
        ? 'Ida Kellner heads the Norvik Port Board (NPB).'
        : 'Ida Keller, of the Norvik Port Board, disagreed.',
      i % 3 === 0
        ? '“We count every passenger twice,” Kellner said.'
        : '“We count every passenger once,” Jonas Brandt said.',
      `The board spent $${2 + (i % 5)} million on quay ${i}.`,
    ].join('\n\n'),
  ]),
);

const DRAFT = `The ferry Halcyon carried 412 passengers in March 2021, and Ida Kellner of the NPB was there.

Harbour master Ida Kelner heads the Norvik Port Bord. “We count every passenger twice,” Jonas Brandt said, and
“We count each passenger once” was the answer. The board spent $9 million on quay 7; the Halcyon carried 430 passengers.
`;

async function findingsWith(order: readonly string[]): Promise<unknown> {
  const corpus = await corpusOfTexts(Object.fromEntries(order.map((path) => [path, PAPERS[path]!])));
  return shownClaims(await checkDraft(readDraft(DRAFT), corpus));
}

describe('The order of indexing', () => {
  it('never matters to a verdict, nor to what is shown for it', async () => {
    const paths = Object.keys(PAPERS);
    const expected = await findingsWith(paths);
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(paths, { minLength: paths.length }), async (order) => {
        assert.deepEqual(await findingsWith(order), expected);
      }),
      { numRuns: 20 },
    );
  });
});
