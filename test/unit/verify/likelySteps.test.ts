import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { documentContext } from '../../../server/src/verify/figures/context/context.ts';
import { possibleSteps, sumOf } from '../../../server/src/verify/figures/derivation/search.ts';
import type { SourceFigures } from '../../../server/src/verify/figures/matches.ts';

/** The likeliest step to the figure that is `text` in the draft, and how likely it is; undefined if none gives its value. */
function likeliest(text: string, draft: string, ...sources: string[]): { sum: string; likelihood: number } | undefined {
  const document = documentContext(readDraft(draft).analysis);
  const claim = document.figures.find(({ figure }) => figure.text === text);
  assert.ok(claim, `a figure «${text}» in «${draft}»`);
  const read = sources.map((source) => ({ document: documentContext(analyse(structureMarkdown(source))) }));
  const best = possibleSteps(document, claim, read as unknown as SourceFigures[], () => 0.7)[0];
  return best && { sum: sumOf(best, claim.figure), likelihood: best.likelihood };
}

const BAKERIES = `| | 2024 | 2025 |
| --- | ---: | ---: |
| Loaves sold | 81,400 | 77,330 |
| Bakers | 212 | 184 |
`;

describe('The likeliest step of arithmetic', () => {
  it('is the change along the row that the draft names', () => {
    const found = likeliest('5 percent', 'The bakeries sold 5 percent fewer loaves than in 2024.', BAKERIES);
    assert.equal(found?.sum, 'from 81,400 to 77,330 is 5%');
    assert.ok(found.likelihood > 0.6, String(found.likelihood));
  });

  it('is never a rise where the draft has a fall', () => {
    const found = likeliest('5 percent', 'The bakeries sold 5 percent more loaves than in 2024.', BAKERIES);
    assert.notEqual(found?.sum, 'from 81,400 to 77,330 is 5%');
    assert.ok((found?.likelihood ?? 0) < 0.6);
  });

  it('is from one of two figures of a sentence to the other', () => {
    const source = 'Of the 58 passengers of the Corrie, 21 drowned when she sank off the lighthouse.';
    const found = likeliest(
      '37',
      'The Corrie sank off the lighthouse; 37 of the 58 passengers were left alive.',
      source,
    );
    assert.equal(found?.sum, '58 − 21 = 37');
    assert.ok(found.likelihood > 0.6, String(found.likelihood));
    assert.equal(
      likeliest('36', 'The Corrie sank off the lighthouse; 36 of the 58 passengers were left alive.', source),
      undefined,
    );
  });

  it('is the time between two entries of a log', () => {
    const source =
      '| Time | Event |\n| --- | --- |\n| 05:41 | The ferry strikes the rocks |\n| 07:20 | The ferry sinks |\n';
    const found = likeliest('99 minutes', 'The ferry sank 99 minutes after it had struck the rocks.', source);
    assert.equal(found?.sum, 'from 05:41 to 07:20 it is 99');
    assert.ok(found.likelihood > 0.8, String(found.likelihood));
    assert.equal(
      likeliest('89 minutes', 'The ferry sank 89 minutes after it had struck the rocks.', source),
      undefined,
    );
  });

  it('is not between two figures that have nothing to do with the draft', () => {
    const source = 'The choir has 31 members. Its oldest song book, of 1894, has 46 pages and cost 12 marks.';
    const found = likeliest('15', 'At the harbour 15 cranes were painted green on Monday.', source);
    assert.ok((found?.likelihood ?? 0) < 0.3, JSON.stringify(found));
  });

  it('is less likely, the more figures as near come close to the value', () => {
    const draft = 'The bakeries employ 28 bakers fewer than in 2024.';
    const alone = likeliest('28', draft, BAKERIES);
    const others = '| Bakers | 230 | 199 |\n| Bakers | 190 | 164 |\n| Bakers | 171 | 140 |\n';
    const crowd = likeliest('28', draft, `${BAKERIES}${others}`);
    assert.equal(alone?.sum, '212 − 184 = 28');
    assert.equal(crowd?.sum, '212 − 184 = 28');
    assert.ok(alone.likelihood > crowd.likelihood);
  });

  it('needs one figure that the draft gives itself, if they are of two documents', () => {
    const [first, second] = ['The quarry has 412 workers.', 'The mill has 180 workers.'];
    const told = 'The quarry has 412 workers, 232 more than the mill.';
    assert.equal(likeliest('232', told, first, second)?.sum, '412 − 180 = 232');
    assert.equal(likeliest('232', 'The quarry has 232 workers more than the mill.', first, second), undefined);
  });
});
