import assert from 'node:assert/strict';
import { codes, figuresOf } from './figureFindings.ts';

const WIRE = `KARSUND, 4 February 2026 (Agency) - Some 700 nurses marched through Vestby on Tuesday against long shifts.

The hospital there had opened a new ward yesterday week.

The harbour office closed its branch in Greve last year, and the lighthouse was sold three years ago.

The ferry strike in Karsund will begin on Monday.`;

describe('A date that a source tells by its own day', () => {
  it('is found as a weekday, by the last one before the source’s date', async () => {
    const [day] = await figuresOf('On 3 February some 700 nurses marched through Vestby.', WIRE);
    assert.equal(day!.finding.code, 'figure.found');
    assert.equal(
      day!.finding.message,
      'source1.md, of 4 February 2026, gives this figure: “Tuesday against long shifts”.',
    );
    assert.notEqual(
      (await codes('On 27 January some 700 nurses marched through Vestby.', WIRE))[0],
      '27 January: figure.found',
    );
  });

  it('is found as a weekday to come', async () => {
    assert.deepEqual(await codes('The ferry strike in Karsund begins on 9 February.', WIRE), [
      '9 February: figure.found',
    ]);
    assert.notEqual(
      (await codes('The ferry strike in Karsund begins on 2 February.', WIRE))[0],
      '2 February: figure.found',
    );
  });

  it('is found as last year, or some years ago', async () => {
    assert.deepEqual(await codes('The harbour office closed its branch in Greve in 2025.', WIRE), [
      '2025: figure.found',
    ]);
    assert.deepEqual(await codes('The lighthouse was sold in 2023.', WIRE), ['2023: figure.found']);
    assert.notEqual((await codes('The lighthouse was sold in 2022.', WIRE))[0], '2022: figure.found');
  });

  it('is not found where only some other event is of last year', async () => {
    assert.notEqual((await codes('The mayor of Vestby was elected in 2025.', WIRE))[0], '2025: figure.found');
  });

  it('is not known of a source without a date', async () => {
    const undated = 'Some 700 nurses marched through Vestby on Tuesday against long shifts.';
    assert.deepEqual(
      (await codes('On 3 February some 700 nurses marched through Vestby.', undated))[0],
      '3 February: figure.unknown',
    );
  });
});
