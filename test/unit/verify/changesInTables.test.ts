import assert from 'node:assert/strict';
import { codes, repair } from './figureFindings.ts';

const returns = [
  '# Final returns',
  '',
  '| List | Votes | Seats 2022 | Seats 2026 |',
  '| --- | ---: | ---: | ---: |',
  '| Green Coast | 98,304 | 10 | 14 |',
  '| Social Alliance | 165,886 | 20 | 24 |',
  '| Liberal Centre | 86,018 | 15 | 12 |',
].join('\n');

const table = (...rows: string[]): string =>
  ['# The winner may lose', '', '| List | Seats | Gain or loss |', '| --- | ---: | ---: |', ...rows].join('\n');

describe('A cell of a draft’s table that says how much a row has changed', () => {
  it('follows from two columns of the source’s row of that name', async () => {
    assert.deepEqual(await codes(table('| Green Coast | 14 | +4 |', '| Liberal Centre | 12 | –3 |'), returns), [
      '14: figure.found',
      '4: figure.derived',
      '12: figure.found',
      '3: figure.derived',
    ]);
  });

  it('is refuted where it is the change of another row, or of none', async () => {
    assert.deepEqual(await repair(table('| Green Coast | 14 | +6 |'), returns), ['6', '4']);
  });

  it('is refuted as a fall where the row has risen', async () => {
    assert.deepEqual((await codes(table('| Green Coast | 14 | –4 |'), returns))[1], '4: figure.mismatch');
  });
});

describe('A cell of a draft’s table under a header without a year', () => {
  it('is meant to be the newest', async () => {
    assert.deepEqual(await repair(table('| Liberal Centre | 15 | –3 |'), returns), ['15', '12']);
    assert.deepEqual(await repair(table('| Green Coast | 10 | +4 |'), returns), ['10', '14']);
  });

  it('may be of the year that its header says', async () => {
    const draft = '| List | Seats 2022 |\n| --- | ---: |\n| Liberal Centre | 15 |';
    assert.deepEqual(await codes(draft, returns), ['2022: figure.found', '15: figure.found']);
  });
});

describe('A row that is called by a time', () => {
  it('counts no years', async () => {
    const source = '| Quarter | 2025 |\n| --- | ---: |\n| 1st quarter | 112,900 |\n| Year | 672,800 |';
    const draft = 'The museum had 672,800 visitors in 2025.';
    assert.deepEqual((await codes(draft, source))[0], '672,800: figure.found');
  });
});
