import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownText, PLAIN_TEXT } from '../../../server/src/features/hoverText.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';

const PLACE = {
  uri: 'file:///sources/report%20(1).txt',
  path: 'report (1).txt',
  range: { start: { line: 2, character: 0 }, end: { line: 2, character: 40 } },
  focus: { start: { line: 2, character: 4 }, end: { line: 2, character: 9 } },
};

describe('The text of a hover', () => {
  const markdown = markdownText(false);

  it('has words of a source as they are, whatever marks stand in them', () => {
    assert.equal(markdown.plain('5 * 3 <b> [a](b) `x` _y_ ~z~'), '5 \\* 3 \\<b\\> \\[a\\](b) \\`x\\` \\_y\\_ \\~z\\~');
    assert.equal(markdown.plain('- no list'), '\\- no list');
    assert.equal(markdown.plain('3. no list either'), '3\\. no list either');
    assert.equal(markdown.plain('R&D, $5, 60-year-old, F-16!'), 'R&D, $5, 60-year-old, F-16!');
    assert.equal(markdown.plain('&amp;'), '\\&amp;');
  });

  it('leads to line and column of a file', () => {
    assert.equal(markdown.link(PLACE), '[report (1).txt, line 3](file:///sources/report%20%281%29.txt#L3,5)');
  });

  it('leads by the client’s command where it has one', () => {
    const [, link = ''] = /\((command:[^)]*)\)$/u.exec(markdownText(true).link(PLACE)) ?? [];
    const [, query = ''] = link.split('?');
    assert.deepEqual(JSON.parse(decodeURIComponent(query)), [{ uri: PLACE.uri, range: PLACE.focus }]);
  });

  it('has no marks in plain text', () => {
    assert.equal(PLAIN_TEXT.strong('5 * 3'), '5 * 3');
    assert.equal(PLAIN_TEXT.link(PLACE), 'report (1).txt, line 3');
  });

  it('reads as Markdown just as the words were', () => {
    const words = fc.array(
      fc.constantFrom('a', '*', '_b_', '`', '[', ']', '(', '<i>', '#', '-', '1.', '~~', '|', '\\', '&lt;', '>'),
    );
    fc.assert(
      fc.property(words, (all) => {
        const text = ['x', ...all, 'y'].join(' ');
        assert.equal(structureMarkdown(markdown.plain(text)).text, text);
      }),
    );
  });
});
