import assert from 'node:assert/strict';
import { perBlock } from '../../../server/src/text/blockText.ts';
import { blocksOfVersion } from '../../../server/src/text/blockVersions.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';

const blocksOf = (draft: string) => blocksOfVersion(structureMarkdown(draft));

describe('The blocks of a draft', () => {
  it('are read once while other blocks are edited, wherever they stand then', () => {
    const read: string[] = [];
    const lengthOf = perBlock(({ text }) => {
      read.push(text);
      return text.length;
    });
    blocksOf('The lock leaked.\n\nIt was shut.').forEach((block) => lengthOf(block));
    blocksOf('The old lock leaked.\n\n# Why\n\nIt was shut.').forEach((block) => lengthOf(block));
    assert.deepEqual(read, ['The lock leaked.', 'It was shut.', 'The old lock leaked.', 'Why']);
  });

  it('are others where the same words have become a heading, or are in italics', () => {
    const [paragraph] = blocksOf('The Gate Street Lock');
    const [heading] = blocksOf('# The Gate Street Lock');
    const [marked] = blocksOf('The *Gate Street Lock*');
    assert.deepEqual([heading?.text, marked?.text], [paragraph?.text, paragraph?.text]);
    assert.equal(new Set([paragraph, heading, marked]).size, 3);
  });

  it('are kept of several drafts that are edited in turn', () => {
    const body = 'The lock of Brinby leaked.\n\nIt was shut.';
    const [, first] = blocksOf(`${body}\n\nSo it goes.`);
    blocksOf('The mayor of Sund resigned.\n\nShe was tired.\n\nSo it goes.');
    assert.equal(blocksOf(`${body}\n\nSo it went.`)[1], first);
  });

  it('are forgotten once they have been edited away', () => {
    const [, first] = blocksOf('It leaked.\n\nIt was mended.\n\nIt held.');
    blocksOf('It leaked.\n\nIt held.');
    assert.notEqual(blocksOf('It leaked.\n\nIt was mended.\n\nIt held.')[1], first);
  });
});
