import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

describe('A cell of a table of the draft', () => {
  const source =
    '| School | Passed 2024 | Passed 2025 |\n| --- | --: | --: |\n| Law | 68.2% | 66.9% |\n| Arts | 72.5% | 76.4% |\n';

  it('is held against the cell that is called the same', async () => {
    const draft = '| School | Passed 2025 |\n| --- | --: |\n| Law | 66.9% |\n| Arts | 72.5% |\n';
    assert.deepEqual(await repair(draft, source), ['72.5%', '76.4%']);
  });

  it('may stand in a table that is turned round', async () => {
    const turned = '| Year | Arts | Law |\n| --- | --: | --: |\n| Passed 2024 | 72.5% | 68.2% |\n';
    assert.deepEqual(await codes(turned, source), ['2024: figure.found', '72.5%: figure.found', '68.2%: figure.found']);
    assert.deepEqual(await repair(turned.replace('72.5%', '76.4%'), source), ['76.4%', '72.5%']);
  });

  it('is told by its month', async () => {
    const review =
      '| Month | Peak (MW) | Imports (GWh) |\n| --- | --: | --: |\n| January 2026 | 8,940 | 397 |\n| February 2026 | 8,530 | 186 |\n';
    const draft = '| Month | Imports (GWh) |\n| --- | --: |\n| January | 186 |\n';
    assert.deepEqual(await repair(draft, review), ['186', '397']);
    assert.deepEqual(await codes(draft.replace('January', 'February'), review), [
      'February: figure.found',
      '186: figure.found',
    ]);
  });

  it('is not held against columns of which it may be several', async () => {
    const census = '| Block | Lions 2025 | Cubs 2025 |\n| --- | --: | --: |\n| Greve | 1,215 | 402 |\n';
    assert.deepEqual(await codes('| Block | 2025 |\n| --- | --: |\n| Greve | 402 |\n', census), [
      '2025: figure.found',
      '402: figure.found',
    ]);
    const weekly = '| Town | Cases | New this week |\n| --- | --: | --: |\n| Greve | 64 | 19 |\n';
    const draft = '| Town | Week 9 | Week 11 |\n| --- | --: | --: |\n| Greve | 64 | 118 |\n';
    assert.equal((await codes(draft, weekly)).includes('64: figure.found'), true);
  });

  it('is of the edition that has most of its table', async () => {
    const edition = (day: number, ...[north, south, east]: readonly string[]): string =>
      `# Beds on ${day} February\n\n| Hospital | Taken |\n| --- | --: |\n| Northgate | ${north} |\n| Marien | ${south} |\n| Eastwood | ${east} |\n`;
    const draft = (taken: string): string =>
      `| Hospital | Taken |\n| --- | --: |\n| Northgate | 921 |\n| Marien | ${taken} |\n| Eastwood | 233 |\n`;
    const editions = [edition(1, '912', '151', '218'), edition(8, '921', '164', '233')];
    assert.deepEqual(await repair(draft('151'), ...editions), ['151', '164']);
    assert.equal((await codes(draft('164'), ...editions)).includes('164: figure.found'), true);
  });
});

describe('The label of a row', () => {
  const report = 'Some 380 people were killed and 220 injured in 240 raids in Greve.\n';

  it('is what is counted, as a noun behind the number would be', async () => {
    const table = (injured: number): string => `| In Greve | Count |\n| --- | --: |\n| Injured | ${injured} |\n`;
    assert.deepEqual(await repair(table(240), report), ['240', '220']);
    assert.deepEqual(await codes(table(220), report), ['220: figure.found']);
  });

  it('may stand in the second cell', async () => {
    const table = (injured: number): string =>
      `| Place | What | Count |\n| --- | --- | --: |\n| Greve | injured | ${injured} |\n`;
    assert.deepEqual(await repair(table(240), report), ['240', '220']);
    assert.deepEqual(await codes(table(220), report), ['220: figure.found']);
  });
});

describe('A figure of a column of another time', () => {
  const report = '| £m | 2026 | 2025 |\n| --- | --: | --: |\n| Turnover | 18.6 | 14.9 |\n| Wages | 13.1 | 11.8 |\n';

  it('is refuted where the draft speaks of now or names the year', async () => {
    assert.deepEqual(await repair('Wages of £11.8 million ate up most of the turnover.', report), [
      '£11.8 million',
      '£13.1 million',
    ]);
    assert.deepEqual(await repair('In 2025 the wages came to £13.1 million.', report), [
      '£13.1 million',
      '£11.8 million',
    ]);
  });

  it('is right where the draft says that it is of then', async () => {
    for (const draft of [
      'A year earlier the wages came to £11.8 million.',
      'Wages rose from £11.8 million.',
      'In 2025 the wages came to £11.8 million.',
      'It was 2025. The wages came to £11.8 million.',
    ])
      assert.equal((await codes(draft, report)).includes('£11.8 million: figure.found'), true, draft);
  });

  it('is told by the row where rows are months', async () => {
    const rain = '| Month | Rain (mm) |\n| --- | --: |\n| June 2026 | 41 |\n| July 2026 | 18 |\n';
    assert.deepEqual(await repair('In July 41 mm of rain fell.', rain), ['41 mm', '18 mm']);
    assert.equal((await codes('In June 41 mm of rain fell.', rain)).includes('41 mm: figure.found'), true);
  });
});

describe('A figure that was hoped for', () => {
  const letter =
    '| Item | Estimate (EUR) | Proceeds (EUR) |\n| --- | --: | --: |\n| Vineyard | 1,500,000 | 1,180,000 |\n| Yacht | 900,000 | 640,000 |\n';

  it('is not what came', async () => {
    assert.deepEqual(await repair('The vineyard fetched €1.5 million.', letter), ['€1.5 million', '€1.18 million']);
    assert.deepEqual(await codes('The vineyard was to fetch €1.5 million.', letter), ['€1.5 million: figure.found']);
    assert.deepEqual(await codes('The vineyard fetched €1.18 million.', letter), ['€1.18 million: figure.found']);
  });
});
