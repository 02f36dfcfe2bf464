import fc from 'fast-check';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';
import { assertWellFormed, stumblingText } from './documentProperties.ts';

describe('Readers of text, whatever they are given', () => {
  it('plain text gives blocks in order and every character its own place', () => {
    fc.assert(
      fc.property(stumblingText, (raw) => assertWellFormed(structurePlainText(raw), raw)),
      { numRuns: 1000 },
    );
  });

  it('Markdown gives blocks in order and every character its own place', () => {
    fc.assert(
      fc.property(stumblingText, (raw) =>
        assertWellFormed(structureMarkdown(raw), raw, (written) => written.startsWith('&') || written.endsWith(';')),
      ),
      { numRuns: 1000 },
    );
  });
});
