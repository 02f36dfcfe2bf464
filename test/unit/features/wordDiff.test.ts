import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutSurroundings, wordDiff, type DiffRun } from '../../../server/src/features/wordDiff.ts';

const MARKS = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

function shown(runs: readonly DiffRun[] | undefined): string {
  return (runs ?? []).map(({ kind, text }) => `${MARKS[kind][0]}${text}${MARKS[kind][1]}`).join('');
}

describe('The differences of two wordings', () => {
  it('are the words that only one of them has', () => {
    assert.equal(
      shown(wordDiff('We will leave nobody behind.', 'We will not leave anybody behind.')),
      'We will {+not +}leave [-nobody -]{+anybody +}behind.',
    );
  });

  it('are none where only case and typography differ', () => {
    assert.equal(shown(wordDiff('it’s "our" Co-operation', "It's “our” co‑operation")), "It's “our” co‑operation");
  });

  it('leave out what stands around the words in the second text', () => {
    const runs = wordDiff('the dam will hold', 'She said the dam may hold, for now');
    assert.equal(shown(withoutSurroundings(runs!)), 'the dam [-will -]{+may +}hold, ');
  });

  it('keep a word that was put in the place of the first or the last one', () => {
    const runs = wordDiff('every dam holds', 'no dam breaks');
    assert.equal(shown(withoutSurroundings(runs!)), '[-every -]{+no +}dam [-holds-]{+breaks+}');
  });

  it('are not sought in texts too long to compare', () => {
    assert.equal(wordDiff('word '.repeat(2000), 'word'), undefined);
    assert.notEqual(wordDiff('word '.repeat(500), 'word'), undefined);
  });

  it('always give the second text back when the removed words are left out', () => {
    const words = fc
      .array(fc.constantFrom('dam', 'holds', 'the', 'not', '–', '“', '🌊', 'Über'))
      .map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, (before, after) => {
        const runs = wordDiff(before, after)!;
        const text = runs
          .filter(({ kind }) => kind !== 'removed')
          .map((run) => run.text)
          .join('');
        assert.equal(text, /[\p{L}\p{N}]/u.test(after) ? after : '');
      }),
    );
  });
});
