import assert from 'node:assert/strict';
import { extractFigures } from '../../../server/src/extract/figures.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';

/** What is covered, first and last day, and precision of every date of a text that is no weekday. */
function dates(text: string): string[][] {
  return extractFigures(structurePlainText(text), [], []).flatMap(({ text: shown, quantity, weak }) =>
    quantity.type === 'date' && !weak ? [[shown, quantity.from, quantity.to, quantity.precision]] : [],
  );
}

describe('Dates of a text', () => {
  it('are read in every usual order', () => {
    for (const shown of [
      '15 August 2021',
      'August 15, 2021',
      'Aug. 15, 2021',
      '15 Aug 2021',
      '15th of August 2021',
      '2021-08-15',
      '15/08/2021',
      '15.8.2021',
    ]) {
      assert.deepEqual(dates(`It fell on ${shown} at last.`), [[shown, '2021-08-15', '2021-08-15', 'day']]);
    }
  });

  it('have the weekday before them, in full or short, with a comma or without', () => {
    for (const shown of ['Monday, 3 November', 'Monday 3 November', 'Mon 3 Nov', 'Mon., Nov. 3']) {
      assert.deepEqual(dates(`It fell on ${shown} at noon.`), [[shown, 'XXXX-11-03', 'XXXX-11-03', 'day']]);
    }
    assert.deepEqual(dates('It ran from Monday 3 to Friday 7 November.'), [
      ['Monday 3 to Friday 7 November', 'XXXX-11-03', 'XXXX-11-07', 'day'],
    ]);
    assert.deepEqual(dates('The Sun 3 times said so. On Monday, 3 people left.'), []);
  });

  it('are as coarse as they are written', () => {
    assert.deepEqual(dates('It fell in August 2021.'), [['August 2021', '2021-08-01', '2021-08-31', 'month']]);
    assert.deepEqual(dates('It fell in June.'), [['June', 'XXXX-06-01', 'XXXX-06-30', 'month']]);
    assert.deepEqual(dates('It fell on June 10.'), [['June 10', 'XXXX-06-10', 'XXXX-06-10', 'day']]);
    assert.deepEqual(dates('It fell in 2021.'), [['2021', '2021-01-01', '2021-12-31', 'year']]);
    assert.deepEqual(dates('The 1990s were dull.'), [['1990s', '1990-01-01', '1999-12-31', 'decade']]);
    assert.deepEqual(dates('In the 21st century it fell.'), [['21st century', '2001-01-01', '2100-12-31', 'century']]);
  });

  it('are one figure for a range', () => {
    assert.deepEqual(dates('It ran from 6 to 12 April 2015.'), [
      ['6 to 12 April 2015', '2015-04-06', '2015-04-12', 'day'],
    ]);
    assert.deepEqual(dates('The bureau reported on April to June 2024.')[0]?.[0], 'April to June 2024');
    assert.deepEqual(dates('We met April to talk of it.'), []);
    assert.deepEqual(dates('It ran from April to June 2024.'), [
      ['April to June 2024', '2024-04-01', '2024-06-30', 'month'],
    ]);
    assert.deepEqual(dates('Between 1 January and 14 September 2025 it ran.'), [
      ['1 January and 14 September 2025', '2025-01-01', '2025-09-14', 'day'],
    ]);
    assert.deepEqual(dates('The budget for 2025/26 passed.'), [['2025/26', '2025-01-01', '2026-12-31', 'year']]);
  });

  it('know quarters, halves, seasons and the first months of a year', () => {
    assert.deepEqual(dates('The second quarter of 2024 was dry.'), [
      ['second quarter of 2024', '2024-04-01', '2024-06-30', 'quarter'],
    ]);
    assert.deepEqual(dates('Q2 2024 was dry.'), [['Q2 2024', '2024-04-01', '2024-06-30', 'quarter']]);
    assert.deepEqual(dates('The first quarter was dry.'), [['first quarter', 'XXXX-01-01', 'XXXX-03-31', 'quarter']]);
    assert.deepEqual(dates('In the first three months of 2026 it rained.'), [
      ['first three months of 2026', '2026-01-01', '2026-03-31', 'quarter'],
    ]);
    assert.deepEqual(dates('In the spring of 2027 it ends.'), [
      ['spring of 2027', '2027-03-01', '2027-05-31', 'season'],
    ]);
    assert.deepEqual(dates('It ends next spring, in the last quarter.'), []);
  });

  it('tell months from words and names that look like them', () => {
    assert.deepEqual(dates('You may march in august company. Theresa May spoke.'), []);
    assert.deepEqual(dates('It came in May.'), [['May', 'XXXX-05-01', 'XXXX-05-31', 'month']]);
  });

  it('tell years from counts of four digits', () => {
    assert.deepEqual(dates('It sold 2000 jars and 1,950 lids.'), []);
    assert.deepEqual(dates('Since 2000 jars are sold.').length, 1);
  });

  it('know times of the day', () => {
    const minutes = (text: string): (number | undefined)[] =>
      extractFigures(structurePlainText(text), [], []).map(({ quantity }) =>
        quantity.type === 'date' ? quantity.minutes : undefined,
      );
    assert.deepEqual(minutes('It began at 6.30 pm.'), [1110]);
    assert.deepEqual(minutes('It began at 10:00.'), [600]);
    assert.deepEqual(minutes('It began at one o’clock.'), [60]);
    assert.deepEqual(minutes('It rose by 6.30.'), [undefined]);
  });
});
