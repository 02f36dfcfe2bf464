import assert from 'node:assert/strict';
import { countsLines, countsSentence, countsShort } from '../../../client/src/countsText.ts';

const counts = { supported: 3, refuted: 1, conflicting: 0, unknown: 2 };

describe('What the editor says of a draft', () => {
  it('is its counts, and that no source has something where all were asked', () => {
    assert.equal(countsShort(counts), '$(check) 3  $(warning) 1  $(question) 2');
    assert.equal(countsLines(counts).at(-1), '$(question) 2 that no source has');
    assert.equal(
      countsSentence(counts),
      '3 of 6 names, figures and quotations were found in the sources, 1 differ from them, 2 are in none.',
    );
  });

  it('is never that no source has something before all were asked', () => {
    const partial = { ...counts, conflicting: 1, partial: true as const };
    assert.equal(countsLines(partial).at(-1), '$(question) 2 not found so far: not all sources have been read');
    assert.match(countsSentence(partial), /, 2 were not found so far, and not all sources have been read\.$/u);
  });

  it('is one sentence where there is nothing to check', () => {
    const nothing = { supported: 0, refuted: 0, conflicting: 0, unknown: 0 };
    assert.equal(countsSentence(nothing), 'This draft has no names, figures or quotations to check.');
  });
});
