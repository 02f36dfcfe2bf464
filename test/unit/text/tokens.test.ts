import assert from 'node:assert/strict';
import fc from 'fast-check';
import { tokenise } from '../../../server/src/text/tokens.ts';
import { stumblingText } from './documentProperties.ts';

function wordsOf(text: string): string[] {
  return tokenise(text).map((token) => token.text);
}

describe('Tokens', () => {
  it('are words and numbers, without the marks around them', () => {
    assert.deepEqual(wordsOf('“Yes,” said Ana (40).'), ['Yes', 'said', 'Ana', '40']);
  });

  it('keep apostrophes and hyphens within a word, and not those around one', () => {
    assert.deepEqual(wordsOf("don’t O'Neill co‑operation 'so' well-"), [
      'don’t',
      "O'Neill",
      'co‑operation',
      'so',
      'well',
    ]);
  });

  it('keep letters with their marks, of all scripts, and no emoji', () => {
    assert.deepEqual(wordsOf('Re\u0301yes 😀 Łódź हिन्दी 𝒜b'), ['Re\u0301yes', 'Łódź', 'हिन्दी', '𝒜b']);
  });

  it('carry their folded form, and their place with the offset added', () => {
    assert.deepEqual(tokenise('à Łódź', 10)[1], { start: 12, end: 16, text: 'Łódź', folded: 'lodz' });
  });

  it('stand in order at their places, and none is lost, whatever the text', () => {
    fc.assert(
      fc.property(stumblingText, (text) => {
        let end = 0;
        for (const token of tokenise(text)) {
          assert.ok(token.start >= end && token.end > token.start);
          assert.equal(text.slice(token.start, token.end), token.text);
          assert.doesNotMatch(text.slice(end, token.start), /[\p{L}\p{N}]/u);
          end = token.end;
        }
        assert.doesNotMatch(text.slice(end), /[\p{L}\p{N}]/u);
      }),
    );
  });
});
