import assert from 'node:assert/strict';
import fc from 'fast-check';
import { frontMatterMetadata } from '../../../server/src/sources/frontMatter.ts';

const KEYS = [
  'title',
  'Title',
  'headline',
  'publisher',
  'date',
  'updated',
  'tags',
  'x-y',
  'null',
  '- title',
  ' title',
  '"title"',
];
const VALUES = [
  ...[
    'The harbour',
    'Harbour',
    '2 March 2026',
    '2026-03-02',
    '2026',
    '1.50',
    '1e3',
    '0x1F',
    '0o17',
    '1_000',
    'true',
    'NULL',
    'null',
  ],
  ...[
    '~',
    '',
    ' ',
    '"The harbour"',
    "'tis",
    "the harbour's",
    'a: b',
    'a:b',
    'a #b',
    'a#b',
    '[a, b]',
    'a [b]',
    '{a: b}',
    '- a',
    'a - b',
  ],
  ...[
    '&a b',
    '*a',
    '!a b',
    '|',
    '>',
    '%a',
    '@a',
    '`a`',
    'a\tb',
    'a ',
    'é à',
    '١٢ b',
    '12 ',
    'a\n  b',
    'a\nb',
    '.inf',
    'yes',
    '? a',
    'a, b',
  ],
];

describe('The front matter of a source', () => {
  it('says the same where its lines are read as words as where YAML is asked', () => {
    const line = fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(': ', ':', ':  '), fc.constantFrom(...VALUES));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), fc.constantFrom('\n', '\r\n', '\n\n'), (lines, end) => {
        const yaml = lines.map(([key, colon, value]) => `${key}${colon}${value}${end}`).join('');
        // A comment is YAML's.
        assert.deepEqual(frontMatterMetadata(yaml), frontMatterMetadata(`# a comment${end}${yaml}`));
      }),
      { numRuns: 5000 },
    );
  });
});
