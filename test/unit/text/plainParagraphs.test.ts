import { GFM, parser } from '@lezer/markdown';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownParser } from '../../../server/src/text/markdownParser.ts';

/** What marks within a paragraph are made of, whole and in parts. */
const PIECES = [
  ...[
    'The river rose. ',
    'a',
    '1',
    ' ',
    '  ',
    '\n',
    '  \n',
    '\\',
    '\\\n',
    '*',
    '_',
    '**',
    '~',
    '~~',
    '`',
    '``',
    '<b>',
    '<',
    '>',
  ],
  ...[
    '<!--',
    '-->',
    '[',
    ']',
    '](a)',
    '![',
    '&amp;',
    '&',
    ';',
    'http://a.org',
    'https:',
    '//',
    'www.',
    'www.a.org',
    'WWW.a.org',
  ],
  ...['a@b.org', '@', 'mailto:', 'xmpp:', 'mailto:a@b.org', ':', '“', 'é', '|', '#', '-', '!', '(', ')'],
];

describe('A paragraph without marks', () => {
  it('is not looked through letter by letter, and all others are as the parser by itself does', () => {
    const whole = parser.configure(GFM);
    const marksIn = (own: typeof parser, text: string) =>
      own.parseInline(text, 0).map(({ type, from, to }) => `${own.nodeSet.types[type]!.name} ${from} ${to}`);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        assert.deepEqual(marksIn(markdownParser, text), marksIn(whole, text));
      }),
      { numRuns: 3000 },
    );
  });
});
