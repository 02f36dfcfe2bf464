import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editDistance } from '../../../server/src/verify/names/editDistance.ts';

/** The whole table, as the definition has it: letters inserted, left out, changed or swapped with their neighbour. */
function wholeTable(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const ways = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) ways.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...ways);
    }
  }
  return table[a.length]![b.length]!;
}

// Few letters, so that words are near each other; with two that count as one where letters are compared roughly.
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', 'ĉ'), maxLength: 9 });

describe('the letters by which two words differ', () => {
  it('are counted as in the whole table, and no further than asked for', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        assert.equal(editDistance(a, b, limit), Math.min(wholeTable(a, b), limit + 1));
      }),
      { numRuns: 3000 },
    );
  });

  it('are one for neighbours swapped, and two for letters swapped across another', () => {
    assert.equal(editDistance('Brinby', 'Birnby', 2), 1);
    assert.equal(editDistance('Brinby', 'Bnirby', 2), 2);
  });
});
