import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { toRawSpan } from '../../../server/src/text/offsets.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';
import { sentencesOf } from '../../../server/src/text/sentences.ts';

interface Gold {
  readonly files: readonly {
    readonly file: string;
    readonly sentences: readonly { readonly start: number; readonly end: number }[];
  }[];
}

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const annotations = `${shared}evaluation/seeds-annotations/seeds-sentences.json`;

describe('The annotated sentences of the seeds', () => {
  it('are found, nearly all, with exact offsets, and hardly any other', function () {
    if (!existsSync(annotations)) {
      console.log('      skipped: ../shared/evaluation is not here');
      return this.skip();
    }
    const { files } = JSON.parse(readFileSync(annotations, 'utf8')) as Gold;
    let expected = 0;
    let found = 0;
    let hits = 0;
    for (const { file, sentences } of files) {
      const document = structurePlainText(readFileSync(`${shared}seeds/${file}`, 'utf8'));
      const spans = sentencesOf(document).map((span) => toRawSpan(document.map, span));
      const gold = new Set(sentences.map(({ start, end }) => `${start}-${end}`));
      expected += gold.size;
      found += spans.length;
      hits += spans.filter(({ start, end }) => gold.has(`${start}-${end}`)).length;
    }
    assert.ok(hits / expected >= 0.97, `${hits} of ${expected} found`);
    assert.ok(hits / found >= 0.97, `${found - hits} of ${found} are others`);
  });
});
