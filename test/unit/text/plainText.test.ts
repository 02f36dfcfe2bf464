import assert from 'node:assert/strict';
import { structurePlainText } from '../../../server/src/text/plainText.ts';
import { toRawSpan } from '../../../server/src/text/offsets.ts';

/** The blocks of a plain text as `kind: words`. */
function blocksOf(...lines: string[]): string[] {
  const { text, blocks } = structurePlainText(lines.join('\n'));
  return blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
}

describe('The paragraphs of a plain text', () => {
  it('are its lines, where every line is one', () => {
    assert.deepEqual(blocksOf('The ferry sank in the night.', 'Nobody was hurt.', '', 'It was cold.'), [
      'paragraph: The ferry sank in the night.',
      'paragraph: Nobody was hurt.',
      'paragraph: It was cold.',
    ]);
  });

  it('are joined where the text is wrapped to a width', () => {
    assert.deepEqual(
      blocksOf(
        'The ferry sank in the night between the islands, and of',
        'the crew nobody was hurt. Her master, Ana Reyes, said',
        'Tuesday had been the worst day of the year.',
        'Owners differ.',
        '',
        'It was cold, and the water came from the south and ran',
        'high.',
      ),
      [
        'paragraph: The ferry sank in the night between the islands, and of the crew nobody was hurt. Her master, Ana Reyes, said Tuesday had been the worst day of the year.',
        'paragraph: Owners differ.',
        'paragraph: It was cold, and the water came from the south and ran high.',
      ],
    );
  });

  it('may begin with an indent instead of an empty line', () => {
    assert.deepEqual(
      blocksOf(
        '  The ferry sank in the night between the islands, and',
        'of the crew nobody was hurt when the water came over her.',
        '  Owners of the line said that they did not know why the',
        'doors had been open.',
      ),
      [
        'paragraph: The ferry sank in the night between the islands, and of the crew nobody was hurt when the water came over her.',
        'paragraph: Owners of the line said that they did not know why the doors had been open.',
      ],
    );
  });

  it('go on around what was a link on a page', () => {
    assert.deepEqual(blocksOf('The average', 'age of the players on the list is twenty-four years now.', 'It fell.'), [
      'paragraph: The average age of the players on the list is twenty-four years now.',
      'paragraph: It fell.',
    ]);
    assert.deepEqual(blocksOf('The album was number one on the list of', 'Ana Reyes in May 2018', ', and she left.'), [
      'paragraph: The album was number one on the list of Ana Reyes in May 2018, and she left.',
    ]);
  });

  it('do not go on where a menu merely has no full stops', () => {
    assert.equal(blocksOf('Log In', 'Register', 'About us', 'Terms of use').length, 4);
  });

  it('are joined within a word that was broken at its hyphen', () => {
    assert.deepEqual(
      blocksOf(
        'The council spoke of a great deal of shared and long-',
        'term work, and of the money that it would need from',
        'all.',
      ),
      [
        'paragraph: The council spoke of a great deal of shared and long-term work, and of the money that it would need from all.',
      ],
    );
  });

  it('are the same with every kind of line end, and keep their places', () => {
    const raw = 'TITLE HERE\n\nThe ferry sank.\nNobody was hurt 😀.\n* one\n* two\n';
    for (const end of ['\r\n', '\r']) {
      const other = structurePlainText(raw.replaceAll('\n', end));
      assert.equal(other.text, structurePlainText(raw).text);
      const at = other.text.indexOf('hurt');
      const span = toRawSpan(other.map, { start: at, end: at + 4 });
      assert.equal(raw.replaceAll('\n', end).slice(span.start, span.end), 'hurt');
    }
  });
});

describe('The headings of a plain text', () => {
  it('are lines in capitals, also directly over their text', () => {
    assert.deepEqual(blocksOf('WHAT YOU CAN DO', 'Sign the petition in the hall.'), [
      'heading: WHAT YOU CAN DO',
      'paragraph: Sign the petition in the hall.',
    ]);
  });

  it('are short lines between empty ones, without a full stop', () => {
    const blocks = blocksOf(
      'Ferry sinks in the night',
      '',
      'It was cold.',
      '',
      'A long search',
      '',
      'Nobody was found.',
    );
    assert.deepEqual(blocks, [
      'heading: Ferry sinks in the night',
      'paragraph: It was cold.',
      'heading: A long search',
      'paragraph: Nobody was found.',
    ]);
  });

  it('are underlined lines and lines behind hashes', () => {
    assert.deepEqual(blocksOf('A long search', '-------------', 'Nobody was found.', '## And then', 'Nothing.'), [
      'heading: A long search',
      'paragraph: Nobody was found.',
      'heading: And then',
      'paragraph: Nothing.',
    ]);
  });

  it('are no bylines, dates, sentences, quotations in words, or last lines', () => {
    for (const line of [
      'By Ana Reyes',
      '4 May 2026',
      'May 4, 2026',
      'It sank.',
      'He said:',
      'and then some',
      'NATO,',
    ]) {
      assert.equal(blocksOf('Start here.', '', line, '', 'End here.')[1], `paragraph: ${line}`);
    }
    assert.equal(blocksOf('It was cold.', '', 'A long search')[1], 'paragraph: A long search');
  });

  it('have the level of a title only where they come first', () => {
    const { blocks } = structurePlainText('Ferry sinks\n\nIt was cold.\n\nA long search\n\nNobody was found.');
    assert.deepEqual(
      blocks.map((block) => block.kind === 'heading' && block.level),
      [1, false, 2, false],
    );
  });
});

describe('The lists of a plain text', () => {
  it('have bullets or numbers, which are left out', () => {
    assert.deepEqual(
      blocksOf('We want:', '* better roads', '* £800 for libraries', '1. Ferries', '2) Buses', '(a) Trains'),
      [
        'paragraph: We want:',
        'list-item: better roads',
        'list-item: £800 for libraries',
        'list-item: Ferries',
        'list-item: Buses',
        'list-item: Trains',
      ],
    );
  });

  it('are no dialogue behind a dash, and no number that a wrapped line begins with', () => {
    assert.deepEqual(blocksOf('– I do not know, she said.'), ['paragraph: – I do not know, she said.']);
    const wrapped = blocksOf(
      'The ferry sank in the night between the islands on May',
      '19. It was cold, and of the crew nobody was hurt when',
      'the water came.',
    );
    assert.equal(wrapped.length, 1);
  });

  it('have items that go on over several lines', () => {
    assert.deepEqual(
      blocksOf(
        '- The ferry sank in the night between the islands, and of',
        '  the crew nobody was hurt.',
        '- The water came from the south and ran high and was very',
        '  cold.',
      ),
      [
        'list-item: The ferry sank in the night between the islands, and of the crew nobody was hurt.',
        'list-item: The water came from the south and ran high and was very cold.',
      ],
    );
  });
});

describe('The tables of a plain text', () => {
  it('have bars or tabs between their cells', () => {
    for (const raw of ['Ship | Crew | Lost\n-----|------|-----\nPike | 40 | 2', 'Ship\tCrew\tLost\nPike\t40\t2']) {
      const { text, blocks } = structurePlainText(raw);
      const rows = blocks.map((block) => {
        assert.equal(block.kind, 'table-row');
        return [block.header, ...block.cells.map(({ start, end }) => text.slice(start, end))];
      });
      assert.deepEqual(rows, [
        [true, 'Ship', 'Crew', 'Lost'],
        [false, 'Pike', '40', '2'],
      ]);
      assert.equal(text, 'Ship  Crew  Lost\nPike  40  2');
    }
  });

  it('have numbers set under their headers with spaces', () => {
    const { text, blocks } = structurePlainText(
      'Ship        Crew   2026\nPike          40      2\nRed Gull     112      9',
    );
    const rows = blocks.map(
      (block) => block.kind === 'table-row' && block.cells.map(({ start, end }) => text.slice(start, end)),
    );
    assert.deepEqual(rows, [
      ['Ship', 'Crew', '2026'],
      ['Pike', '40', '2'],
      ['Red Gull', '112', '9'],
    ]);
    assert.deepEqual(blocksOf('To:      Anna\nFrom:    Bea\nRoom:    12'), [
      'paragraph: To:      Anna',
      'paragraph: From:    Bea',
      'paragraph: Room:    12',
    ]);
  });

  it('keep their empty cells', () => {
    const { text, blocks } = structurePlainText('Ship\tCrew\tLost\nPike\t\t2');
    assert.equal(text.split('\n')[1], 'Pike  2');
    assert.equal(blocks[1]?.kind === 'table-row' && blocks[1].cells.length, 3);
  });

  it('are no single lines with bars', () => {
    assert.deepEqual(blocksOf('Harbour Watch | 7 May 2026', 'Good growth this year.'), [
      'paragraph: Harbour Watch | 7 May 2026',
      'paragraph: Good growth this year.',
    ]);
  });
});

describe('A plain text', () => {
  it('keeps what Markdown would read as markup', () => {
    assert.deepEqual(blocksOf('It *was* 5_000 [sic] &amp; `so` <b>.'), [
      'paragraph: It *was* 5_000 [sic] &amp; `so` <b>.',
    ]);
  });

  it('loses rules and what nobody sees', () => {
    assert.deepEqual(blocksOf('One.', '-----', 'T\u00adwo.', '* * *', '=====', 'Three.'), [
      'paragraph: One.',
      'paragraph: Two.',
      'paragraph: Three.',
    ]);
  });

  it('without text has no blocks', () => {
    for (const raw of ['', '\n', ' \t\r\n\f', '\ufeff', '----\n===='])
      assert.deepEqual(structurePlainText(raw).blocks, []);
  });
});
