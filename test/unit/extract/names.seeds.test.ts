import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { extractNames } from '../../../server/src/extract/names.ts';
import { overlaps, toRawSpan, type Span } from '../../../server/src/text/offsets.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';
import { sentencesOf } from '../../../server/src/text/sentences.ts';

interface Annotated extends Span {
  readonly text: string;
  readonly type: string;
  readonly optional?: boolean;
}

const shared = fileURLToPath(new URL('../../../../shared/', import.meta.url));
const annotations = `${shared}evaluation/seeds-annotations/seeds-names.json`;

describe('names in the annotated documents', () => {
  it('are found with a precision of 0.95 and a recall of 0.97, their spans exact', function () {
    if (!existsSync(annotations)) {
      console.log('      skipped: ../shared/evaluation is not here');
      this.skip();
    }
    const { files } = JSON.parse(readFileSync(annotations, 'utf8')) as {
      files: { file: string; mentions: Annotated[] }[];
    };
    let right = 0;
    let wrong = 0;
    let missed = 0;
    for (const { file, mentions } of files) {
      const document = structurePlainText(readFileSync(`${shared}seeds/${file}`, 'utf8'));
      const found = extractNames(document, sentencesOf(document))
        .filter((name) => !name.demonym)
        .map((name) => toRawSpan(document.map, name));
      const counted = mentions.filter(({ optional, type }) => !optional && type !== 'NORP');
      const free = mentions.filter((mention) => !counted.includes(mention));
      const hits = found.filter((span) => counted.some(({ start, end }) => start === span.start && end === span.end));
      right += hits.length;
      missed += counted.length - hits.length;
      wrong += found.filter((span) => !hits.includes(span) && !free.some((mention) => overlaps(mention, span))).length;
    }
    assert.ok(right / (right + wrong) >= 0.95, `precision ${right / (right + wrong)}`);
    assert.ok(right / (right + missed) >= 0.97, `recall ${right / (right + missed)}`);
  });
});
