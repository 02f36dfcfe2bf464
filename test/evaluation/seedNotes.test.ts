import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NOTES = fileURLToPath(new URL('../../seeds/sources', import.meta.url));
const SHARED = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** So many words in a row, no name or number among them, are a piece of somebody's sentence. */
const RUN = 6;

/** The runs of words of a text; a capital letter, a digit and the end of a paragraph or a quotation end a run. */
function* runs(text: string): Generator<string> {
  for (const stretch of text.split(/\p{Lu}[\p{L}\p{M}]*|\p{N}+|\n\s*\n|“[^”]*”/u)) {
    const words = stretch.match(/\p{L}+/gu) ?? [];
    for (let at = 0; at + RUN <= words.length; at++) yield words.slice(at, at + RUN).join(' ');
  }
}

function textsOf(folder: string): string[] {
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

describe('the notes in seeds/sources', () => {
  it('are in the project’s own words: outside quotation marks they share no sentence with their documents', function () {
    if (!existsSync(SHARED)) {
      console.log('      skipped: the documents are not in ../shared/seeds');
      this.skip();
    }
    const theirs = new Set(textsOf(SHARED).flatMap((text) => [...runs(text)]));
    assert.ok(theirs.size > 500);
    const shared = textsOf(NOTES).flatMap((text) => [...runs(text)].filter((run) => theirs.has(run)));
    assert.deepEqual(shared, []);
  });

  it('say of themselves where they come from', () => {
    for (const text of textsOf(NOTES))
      assert.match(text, /^---\ntitle: .+\npublisher: .+\ndate: \d{4}(?:-\d\d-\d\d)?\n---\n/u);
  });
});
