import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { sourcesNamedIn } from '../../../server/src/workspace/wantedSources.ts';

const namedIn = (raw: string) => sourcesNamedIn(readDraft(raw), '/desk/drafts', ['/desk/sources']);

describe('The sources that a draft waits for', () => {
  it('are those it links to, cites in a footnote or names in its front matter', () => {
    const { files, globs } = namedIn(`---
sources: [minutes.txt, "letters/*.md"]
---

The ferry [sank](../sources/ferry.txt#page=2) in May.[^1]

[^1]: register.txt, item 6
`);
    for (const file of ['/desk/sources/ferry.txt', '/desk/sources/register.txt', '/desk/sources/minutes.txt']) {
      assert.ok(files.includes(file), file);
    }
    assert.deepEqual(globs, ['/desk/drafts/letters/*.md', '/desk/sources/letters/*.md']);
  });

  it('are none where it only links to the web', () => {
    assert.deepEqual(namedIn('The [ferry](https://example.org/ferry.txt) sank.'), { files: [], globs: [] });
  });
});
