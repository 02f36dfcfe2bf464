import type { Tree } from '@lezer/common';
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { markdownParser } from '../../../server/src/text/markdownParser.ts';
import { parseVersion } from '../../../server/src/text/markdownReparsing.ts';

const PARAGRAPH = 'The river rose by 4.2 metres on 3 March 2021, the *water board* said.';

/** What a writer may put in, or what stands there. */
const PIECES = [
  PARAGRAPH,
  `${PARAGRAPH} \n`,
  '\n\n',
  '\n \n',
  ...['# ', '## Heading\n\n', '> ', '> quoted\n> on\n\n', '- item\n- item\n', '  - deeper\n\n    in it\n'],
  ...['1. one\n2. two\n', '| a | b |\n| - | - |\n| 1 | 2 |\n', '```\ncode\n```\n', '```\n', '    indented\n'],
  ...['[link](a.txt) ', '[ref][a] ', '\n[a]: b.txt\n', 'word[^n] ', '\n[^n]: A note\n  that goes on\n\n'],
  ...['\n[^m]: > quoted note\n\n', '<!-- comment -->\n', '<!-- open', '<div>\n', '</div>\n\n', '**bold** `code` '],
  ...['***', '---\n', '===\n', '🌊 é ', 'https://example.org/a ', 'so', '.', ' ', '\n'],
];

const piece = fc.constantFrom(...PIECES);
const block = fc.oneof(
  piece,
  fc.constant(`\n\n${PARAGRAPH}\n\n`),
  fc.constant(`\n\n${PARAGRAPH}\nOn 4 March it fell.\n\n`),
);

function nodesOf(tree: Tree): string[] {
  const nodes: string[] = [];
  tree.iterate({ enter: (node) => void nodes.push(`${node.name} ${node.from} ${node.to}`) });
  return nodes;
}

describe('A version of a Markdown text', function () {
  this.timeout(60_000);

  it('is parsed to the same tree as a text that nothing is known of, whatever was edited', () => {
    const edit = fc.record({ from: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(30)), text: piece });
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 30, maxLength: 60 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (start, edits) => {
          let text = start.join('').padEnd(2100, `${PARAGRAPH}\n\n`);
          parseVersion(text);
          for (const { from, length, text: added } of edits) {
            const at = from % (text.length + 1);
            text = text.slice(0, at) + added + text.slice(at + length);
            assert.deepEqual(nodesOf(parseVersion(text)), nodesOf(markdownParser.parse(text)));
          }
        },
      ),
      { numRuns: 250 },
    );
  });

  it('shares the blocks that were not edited', () => {
    const before = `${PARAGRAPH}\n\n`.repeat(50);
    const after = before.replace('metres', 'meters');
    const [old, fresh] = [parseVersion(before), parseVersion(after)];
    assert.equal(fresh.children[20], flat(old)[20]);
    assert.notEqual(fresh.children[0], flat(old)[0]);
  });

  it('is told from a text that has nothing to do with it', () => {
    const one = 'The river rose.\n\n'.repeat(200);
    const other = '# Another\n\n- draft\n'.repeat(200);
    parseVersion(one);
    assert.deepEqual(nodesOf(parseVersion(other)), nodesOf(markdownParser.parse(other)));
    assert.deepEqual(nodesOf(parseVersion(one)), nodesOf(markdownParser.parse(one)));
  });
});

/** The blocks of a document, however the parser groups them. */
function flat(tree: Tree): (Tree | null)[] {
  const blocks: (Tree | null)[] = [];
  const cursor = tree.cursor();
  for (let more = cursor.firstChild(); more; more = cursor.nextSibling()) blocks.push(cursor.tree);
  return blocks;
}
