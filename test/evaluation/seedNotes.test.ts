import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NOTES = fileURLToPath(new URL('../../seeds/sources', import.meta.url));
const SHARED = fileURLToPath(new URL('../../../shared/seeds', import.meta.url));

/** So many words in a row are a sentence of somebody's; names and figures are shorter or stand in `NAMES`. */
const RUN = 9;
const NAMES = ['chinese soft power and public diplomacy in the united states palgrave macmillan 2024'];

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function* runs(list: readonly string[]): Generator<string> {
  for (let at = 0; at + RUN <= list.length; at++) yield list.slice(at, at + RUN).join(' ');
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
    const theirs = new Set(textsOf(SHARED).flatMap((text) => [...runs(words(text))]));
    const shared = textsOf(NOTES)
      // What a person said is quoted; a quotation separates what stands on its two sides.
      .flatMap((text) => text.split(/“[^”]*”/u))
      .flatMap((stretch) => [...runs(words(stretch))])
      .filter((run) => theirs.has(run) && !NAMES.some((name) => name.includes(run)));
    assert.deepEqual(shared, []);
  });

  it('say of themselves where they come from', () => {
    for (const text of textsOf(NOTES))
      assert.match(text, /^---\ntitle: .+\npublisher: .+\ndate: \d{4}(?:-\d\d-\d\d)?\n---\n/u);
  });
});
