import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

describe('A figure of another time', () => {
  it('is no conflict where the documents are of different years, and one where they are of the same', async () => {
    const report = (year: number, rent: number): string =>
      `# Rents in Harrow ${year}\n\nThe median rent for a new lease in Harrow was €${rent} a month.\n`;
    const draft = 'A new lease in Harrow costs €1,082 a month, the median rent.';
    assert.deepEqual(await codes(draft, report(2025, 1082), report(2024, 1010)), ['€1,082: figure.found']);
    assert.deepEqual(await codes(draft, report(2025, 1082), report(2025, 1010)), ['€1,082: figure.conflict']);
  });

  it('does not refute a later count by the lower bound of an early report', async () => {
    const early = 'At least three people died when the ferry Orla ran aground off Greve on Friday morning.\n';
    assert.deepEqual(await codes('Thirteen people died when the ferry Orla ran aground off Greve.', early), [
      'Thirteen: figure.unknown',
    ]);
    const exact = early.replace('At least three', 'Three');
    assert.deepEqual(await repair('Six people died when the ferry Orla ran aground off Greve.', exact), [
      'Six',
      'Three',
    ]);
  });

  it('is not met by a stretch of days round the new year that does not hold it', async () => {
    const source = 'The duty on maize is lifted from 1 October until 31 March.\n';
    assert.deepEqual(await codes('The duty on maize is lifted from 1 October.', source), ['1 October: figure.found']);
    assert.deepEqual(await codes('The harbour of Greve has been shut since 1 June.', source), [
      '1 June: figure.unknown',
    ]);
  });

  it('is told from the one of now beside it, in brackets', async () => {
    const source = 'Of the posts in Greve, 1,865 are held by teachers without a licence (2024: 1,530).\n';
    assert.deepEqual(await repair('In Greve 1,530 posts are held by teachers without a licence.', source), [
      '1,530',
      '1,865',
    ]);
    assert.deepEqual(await codes('In Greve 1,865 posts are held by teachers without a licence.', source), [
      '1,865: figure.found',
    ]);
  });
});

describe('A rounded figure', () => {
  it('may lie some points above a share that is nearly a quarter', async () => {
    const source = 'Teachers without training gave 23 per cent of the lessons in Greve.\n';
    const draft = 'Almost a quarter of the lessons in Greve were given by teachers without training.';
    assert.deepEqual(await codes(draft, source), ['a quarter: figure.rounded']);
    assert.deepEqual(await codes(draft, source.replace('23', '15')), ['a quarter: figure.mismatch']);
  });

  it('has the sign of the table', async () => {
    const source = '| District | Change |\n| --- | --- |\n| Sallow | -2.0% |\n| Greve | +6.0% |\n';
    assert.deepEqual(await codes(source.replace('-2.0%', '+2.0%'), source), [
      '2.0%: figure.mismatch',
      '6.0%: figure.found',
    ]);
  });
});
