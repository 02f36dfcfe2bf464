import assert from 'node:assert/strict';
import fc from 'fast-check';
import { rawSpanOf } from '../../../server/src/draft/claims.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { Span } from '../../../server/src/text/offsets.ts';
import { assertWellFormed, stumblingText } from '../text/documentProperties.ts';

const draftText = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: stumblingText },
      fc.constantFrom(
        ...[
          '<!-- source-check-ignore -->\n',
          '<!-- source-check-ignore-line -->',
          '<!-- source-check-ignore-start name -->\n',
        ],
        ...[
          '<!-- source-check-ignore-end -->\n',
          '<!-- source-check-x -->',
          '[a](b.txt)',
          '[^a]',
          '\n\n[^a]: [c](d.md)\n',
        ],
        ...['“Yes,” said Ana **Reyes**, ', 'the [mayor](e.txt). ', '\n\n> It cost $7.1 billion.\n'],
      ),
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));

const frontMatter = fc.constantFrom(
  '',
  '',
  '---\nsources: [a.txt]\n---\n',
  '---\r\nsources: [\r\n---\r\n',
  '---\nsources:\n',
  '---\n{\n---\n',
);

describe('A draft, whatever it is given', function () {
  this.timeout(60_000);

  it('is read without failing, and everything has its place in it', () => {
    fc.assert(
      fc.property(frontMatter, draftText, (front, body) => {
        const raw = front + body;
        const draft = readDraft(raw);
        const { document } = draft.analysis;
        assertWellFormed(document, raw, (written) => written.startsWith('&') || written.endsWith(';'));
        const lies = ({ start, end }: Span, length: number) => start >= 0 && start <= end && end <= length;
        for (const { span, message } of draft.problems) assert.ok(lies(span, raw.length), message);
        for (const ignore of draft.ignores) assert.ok(lies(ignore, raw.length));
        for (const { covers, target, url } of draft.citations) {
          assert.ok(lies(covers, document.text.length));
          assert.ok(lies(target, raw.length) && url.length > 0);
        }
        for (const words of draft.marked)
          assert.ok(lies(words.raw, raw.length) && lies(words.clean, document.text.length));
      }),
      { numRuns: 150 },
    );
  });

  it('gives every stretch of its words a place that holds them', () => {
    fc.assert(
      fc.property(draftText, fc.nat(), fc.nat(20), (raw, at, length) => {
        const draft = readDraft(raw);
        const { text } = draft.analysis.document;
        if (text.length === 0) return;
        const start = at % text.length;
        const clean = { start, end: Math.min(text.length, start + length + 1) };
        const span = rawSpanOf(draft, clean);
        assert.ok(span.start >= 0 && span.start <= span.end && span.end <= raw.length);
        const words = text.slice(clean.start, clean.end).match(/[A-Za-z0-9]+/g) ?? [];
        for (const word of words) assert.ok(raw.slice(span.start, span.end).includes(word.slice(0, 1)));
      }),
      { numRuns: 150 },
    );
  });

  it('is read the same twice', () => {
    fc.assert(
      fc.property(draftText, (raw) => assert.deepEqual(readDraft(raw), readDraft(raw))),
      { numRuns: 60 },
    );
  });
});
