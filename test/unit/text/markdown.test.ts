import assert from 'node:assert/strict';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';
import { toRawSpan } from '../../../server/src/text/offsets.ts';

/** The blocks of a Markdown text as `kind: words`. */
function blocksOf(...lines: string[]): string[] {
  const { text, blocks } = structureMarkdown(lines.join('\n'));
  return blocks.map((block) => `${block.kind}: ${text.slice(block.start, block.end)}`);
}

function textOf(...lines: string[]): string {
  return structureMarkdown(lines.join('\n')).text;
}

describe('The blocks of a Markdown text', () => {
  it('are headings of both styles, with their level', () => {
    const { blocks } = structureMarkdown('### Three ###\n\nOne\n===\n\nTwo\n---\n');
    assert.deepEqual(
      blocks.map((block) => block.kind === 'heading' && block.level),
      [3, 1, 2],
    );
    assert.deepEqual(blocksOf('### Three ###', '#Not one'), ['heading: Three', 'paragraph: #Not one']);
  });

  it('are paragraphs, whose line ends are spaces', () => {
    assert.deepEqual(blocksOf('One', '  two\t', '', '', 'three'), ['paragraph: One two', 'paragraph: three']);
    assert.equal(textOf('One  ', 'two\\', 'three<br>four'), 'One two three four');
  });

  it('are the items of lists, nested ones too, without their bullets and boxes', () => {
    assert.deepEqual(blocksOf('1. One', '   goes on', '   - [x] two', '', '     Three', '* four'), [
      'list-item: One goes on',
      'list-item: two',
      'list-item: Three',
      'list-item: four',
    ]);
  });

  it('are the paragraphs of block quotations, numbered by quotation', () => {
    const document = structureMarkdown('> One\n> two\n>\n> Three\nlazy\n\nBetween\n\n> > Four\n> # Five');
    assert.deepEqual(
      document.blocks.map((block) => block.kind === 'blockquote' && block.quotation),
      [1, 1, false, 2, 2],
    );
    assert.equal(document.text, 'One two\nThree lazy\nBetween\nFour\nFive');
  });

  it('are all rows of a table, however long it is', () => {
    const rows = Array.from({ length: 4000 }, (_, i) => `| Ward ${i} | ${i} houses stand there |\n`);
    const { blocks } = structureMarkdown(`| Ward | Houses |\n| --- | --- |\n${rows.join('')}`);
    assert.equal(blocks.filter(({ kind }) => kind === 'table-row').length, 4001);
    assert.equal(blocks.length, 4001);
  });

  it('are the rows of tables, with a cell for every column', () => {
    const document = structureMarkdown(
      '| a | b | c |\n| - | -: | - |\n| 1 | | **3** |\n| | x \\| y | |\n\n| d |\n| - |\n| e |',
    );
    const rows = document.blocks.map((block) => {
      assert.equal(block.kind, 'table-row');
      const cells = block.cells.map(({ start, end }) => document.text.slice(start, end));
      return `${block.table}${block.header ? 'h' : ''} ${cells.join('/')}`;
    });
    assert.deepEqual(rows, ['1h a/b/c', '1 1//3', '1 /x | y/', '2h d', '2 e']);
    assert.equal(document.text.split('\n')[1], '1  3');
  });

  it('are footnotes with their label, also of several paragraphs', () => {
    const document = structureMarkdown(
      'It sank.[^a]\n\n[^a]: It was\n    cold.\n\n    > Very.\n[^b]: Second.\n\nText.',
    );
    assert.deepEqual(
      document.blocks.map((block) => (block.kind === 'footnote' ? block.label : block.kind)),
      ['paragraph', 'a', 'a', 'b', 'paragraph'],
    );
    assert.equal(document.text, 'It sank.\nIt was cold.\nVery.\nSecond.\nText.');
  });

  it('are the text of HTML between its tags', () => {
    assert.deepEqual(blocksOf('<div class="a">', 'One <b>two</b> &amp;', '<p>Three', '</div>', '', 'Four'), [
      'paragraph: One two &',
      'paragraph: Three',
      'paragraph: Four',
    ]);
    assert.deepEqual(blocksOf('<script>', 'let a = 5;', '</script>', '<style>b { c: 5 }</style>'), []);
  });

  it('of nothing are none', () => {
    for (const raw of ['', '\n\n', ' \t ', '\ufeff', '---\na: b\n---\n', '```\ncode\n', '***', '# ', '<!-- -->']) {
      assert.deepEqual(structureMarkdown(raw).blocks, []);
      assert.equal(structureMarkdown(raw).text, '');
    }
  });
});

describe('Markdown leaves out', () => {
  it('front matter, which begins the file and is closed', () => {
    assert.equal(textOf('---', 'title: A', '---', 'Text'), 'Text');
    assert.equal(textOf('\ufeff---', 'title: A', '...', 'Text'), 'Text');
    assert.equal(textOf('---', '', 'Text', '', '---'), 'Text');
    assert.equal(textOf('Text', '', '---', '', 'title: A', '', '---'), 'Text\ntitle: A');
  });

  it('code, in blocks and in lines', () => {
    assert.equal(
      textOf('Set `a = 5` now', '', '    indented 6', '', '```js', 'b = 7', '```', '', '~~~', 'c'),
      'Set now',
    );
  });

  it('URLs and e-mail addresses, bare and in angle brackets', () => {
    assert.equal(textOf('See https://a.example/2024?b=5, www.b.example/6 or <https://c.example>.'), 'See , or .');
    assert.equal(textOf('Write to ana@b.example or <ana@b.example>.'), 'Write to or .');
  });

  it('targets and titles of links and pictures, and keeps their words', () => {
    assert.equal(textOf('[Ana *Reyes*](a.md "2024") and ![a ship](b.png)'), 'Ana Reyes and a ship');
    assert.equal(textOf('[Ana][r], [R][] and [r]', '', '[r]: https://a.example/5 "Six"'), 'Ana, R and r');
  });

  it('no brackets that lead nowhere', () => {
    assert.equal(textOf('“[They] said [a][b] [sic].”'), '“[They] said [a][b] [sic].”');
    assert.equal(textOf('“[*They*] said”'), '“[They] said”');
  });

  it('references to footnotes', () => {
    assert.equal(textOf('It sank.[^1] Then[^a][^2] it rose.'), 'It sank. Then it rose.');
  });

  it('HTML tags and comments, and not what merely looks like one', () => {
    assert.equal(textOf('So <b>Ana</b><!-- 5 --> said 3 < 4 > 2.'), 'So Ana said 3 < 4 > 2.');
    assert.equal(textOf('One', '', '<!-- two', '', 'three -->', '', 'Four'), 'One\nFour');
  });

  it('marks of emphasis, and not what merely looks like one', () => {
    assert.equal(textOf('**Ana** *de la* ~~Cruz~~ __Reyes__'), 'Ana de la Cruz Reyes');
    assert.equal(textOf('5 * 6 * 7, snake_case_name, \\*stars\\*'), '5 * 6 * 7, snake_case_name, *stars*');
  });

  it('what nobody sees: soft hyphens, zero-width spaces, marks of direction', () => {
    assert.equal(textOf('co\u00adoper\u200bation \u200eAna\u200f'), 'cooperation Ana');
  });
});

describe('Characters of a Markdown text', () => {
  it('are decoded from entities and stand where these stand', () => {
    const raw = 'Smith &amp; Sons paid&nbsp;&#163;5&hellip; &#x1F600; &nosuch; &copy &#0;';
    const { text, map } = structureMarkdown(raw);
    assert.equal(text, 'Smith & Sons paid\u00a0£5… 😀 &nosuch; &copy \ufffd');
    const at = text.indexOf('£5');
    const { start, end } = toRawSpan(map, { start: at, end: at + 2 });
    assert.equal(raw.slice(start, end), '&#163;5');
  });

  it('keep their place after CRLF, emoji, tabs and a byte order mark', () => {
    const raw = '\ufeff# Öl 😀\r\n\r\n- One\t😀\r\n  *two* three\r\n';
    const { text, blocks, map } = structureMarkdown(raw);
    assert.equal(text, 'Öl 😀\nOne 😀 two three');
    assert.deepEqual(
      blocks.map((block) => block.kind),
      ['heading', 'list-item'],
    );
    for (const word of ['Öl', '😀', 'One', 'two', 'three']) {
      const start = text.indexOf(word);
      const span = toRawSpan(map, { start, end: start + word.length });
      assert.equal(raw.slice(span.start, span.end), word);
    }
  });

  it('are the same with every kind of line end', () => {
    const raw = '# One\n\ntwo\\\nthree\n- four\n\n| a | b |\n| - | - |\n| c | d |\n\n> e\n> f\n';
    for (const end of ['\r\n', '\r']) {
      const other = structureMarkdown(raw.replaceAll('\n', end));
      assert.equal(other.text, structureMarkdown(raw).text);
      assert.deepEqual(other.blocks, structureMarkdown(raw).blocks);
    }
  });
});

describe('Markdown that nobody writes', () => {
  it('is read all the same: deep nesting, endless lines, marks without end', () => {
    for (const part of ['>', '- ', '[', '![', '*a ', '`', '<a ', '<!-- ', '| ', '[a](b) ', 'word ']) {
      const document = structureMarkdown(part.repeat(40_000));
      assert.ok(document.map.rawLength === part.length * 40_000);
    }
  });
});
