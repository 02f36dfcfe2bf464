import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

interface Grammar {
  readonly repository: { readonly directive: { readonly match: string } };
}

const path = new URL('../../../syntaxes/source-check.tmLanguage.json', import.meta.url);
const grammar = JSON.parse(readFileSync(path, 'utf8')) as Grammar;
const directive = new RegExp(grammar.repository.directive.match);

/** What the grammar marks in a comment: the directive, the codes, the reason. */
function marked(comment: string): (string | undefined)[] | undefined {
  const match = directive.exec(comment);
  return match ? [match[1], match[2]?.trim() || undefined, match[4]?.trim()] : undefined;
}

describe('The grammar of the ignore comments', () => {
  it('marks the directive alone', () => {
    assert.deepEqual(marked('<!-- source-check-ignore -->'), ['source-check-ignore', undefined, undefined]);
    assert.deepEqual(marked('<!--source-check-ignore-end-->'), ['source-check-ignore-end', undefined, undefined]);
  });

  it('marks codes and their families, with and without commas', () => {
    assert.deepEqual(marked('<!-- source-check-ignore-line figure.mismatch, name -->'), [
      'source-check-ignore-line',
      'figure.mismatch, name',
      undefined,
    ]);
  });

  it('marks the reason', () => {
    assert.deepEqual(marked('<!-- source-check-ignore quote.altered -- the desk agreed -->'), [
      'source-check-ignore',
      'quote.altered',
      'the desk agreed',
    ]);
    assert.deepEqual(marked('<!-- source-check-ignore-start -- counted on the spot -->'), [
      'source-check-ignore-start',
      undefined,
      'counted on the spot',
    ]);
  });

  it('marks no other comment', () => {
    assert.equal(marked('<!-- source-check-ignores -->'), undefined);
    assert.equal(marked('<!-- see source-check-ignore -->'), undefined);
    assert.equal(marked('source-check-ignore'), undefined);
  });
});
