import assert from 'node:assert/strict';
import type { Draft } from '../../../server/src/draft/draft.ts';
import { rawSpanOf } from '../../../server/src/draft/claims.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { toRawSpan } from '../../../server/src/text/offsets.ts';

function lines(...text: string[]): string {
  return text.join('\n');
}

/** Problems as `underlined words: message`. */
function problemsOf(draft: Draft): string[] {
  return draft.problems.map(({ span, message }) => `${draft.raw.slice(span.start, span.end)}: ${message}`);
}

/** Citations as `covered words -> target`, the target as it stands in the file. */
function citationsOf(draft: Draft): string[] {
  const { text } = draft.analysis.document;
  return draft.citations.map(({ covers, target, url }) => {
    assert.equal(draft.raw.slice(target.start, target.end), url);
    return `${text.slice(covers.start, covers.end)} -> ${url}`;
  });
}

function ignoresOf(draft: Draft): string[] {
  return draft.ignores.map(({ start, end }) => draft.raw.slice(start, end));
}

describe('The front matter of a draft', () => {
  it('names its sources in a list', () => {
    const draft = readDraft(
      lines('---', 'title: Ferry', 'sources:', '  - minutes.txt', '  - "reports/*.md"', '---', 'Text.'),
    );
    assert.deepEqual(draft.sources, ['minutes.txt', 'reports/*.md']);
    assert.equal(draft.analysis.document.text, 'Text.');
    assert.deepEqual(draft.problems, []);
  });

  it('may name one source without a list', () => {
    assert.deepEqual(readDraft('---\r\nsources: minutes.txt\r\n---\r\nText.').sources, ['minutes.txt']);
  });

  it('restricts nothing if it names none', () => {
    assert.equal(readDraft('---\ntitle: Ferry\n---\nText.').sources, undefined);
    assert.equal(readDraft('Text.').sources, undefined);
  });

  it('that is broken is a problem at its place, and the text is read all the same', () => {
    const draft = readDraft('---\nsources: [minutes.txt\n---\nThe ferry sank.');
    assert.equal(draft.problems.length, 1);
    assert.match(draft.problems[0]!.message, /^The front matter is not valid YAML: /);
    assert.ok(draft.problems[0]!.span.end <= 27);
    assert.equal(draft.analysis.document.text, 'The ferry sank.');
  });

  it('with sources that are no files says what they must be', () => {
    const message = '“sources” must be a list of files or patterns, such as [minutes.txt, "reports/*.md"].';
    assert.deepEqual(problemsOf(readDraft('---\nsources: 12\n---\n')), [`12: ${message}`]);
    assert.deepEqual(problemsOf(readDraft('---\nsources:\n---\n')), [`sources: ${message}`]);
    const draft = readDraft('---\nsources: [a.txt, {b: c}]\n---\n');
    assert.deepEqual(problemsOf(draft), [`{b: c}: ${message}`]);
    assert.deepEqual(draft.sources, ['a.txt']);
  });

  it('that is never closed is a problem where it names sources', () => {
    const message = 'The front matter is not closed: put a line of three hyphens behind it.';
    assert.deepEqual(problemsOf(readDraft('---\nsources: [a.txt]\n\nText.')), [`---: ${message}`]);
    assert.deepEqual(problemsOf(readDraft('---\n\nA rule above this.')), []);
  });
});

describe('The citations of a draft', () => {
  it('are its links, each by the sentence it stands in', () => {
    const draft = readDraft(lines('Costs rose. They reached £3m, [the minutes](minutes.txt "Item 6") say. They fell.'));
    assert.deepEqual(citationsOf(draft), ['They reached £3m, the minutes say. -> minutes.txt']);
  });

  it('lead through reference definitions to their targets', () => {
    const draft = readDraft(
      lines('A [bill][b] passed.', 'So did [The  Other].', '', '[b]: a.txt', '[the other]: <b c.txt>'),
    );
    assert.deepEqual(citationsOf(draft), ['A bill passed. -> a.txt', 'So did The  Other. -> b c.txt']);
  });

  it('are footnotes, by the sentence before the reference', () => {
    const draft = readDraft(
      lines('It held 40.[^a] Then it sank.[^B]', '', '[^a]: See [the log](log.txt).', '[^b]: minutes.txt, item 6'),
    );
    assert.deepEqual(citationsOf(draft), [
      'It held 40. -> log.txt',
      'Then it sank. -> minutes.txt',
      'See the log. -> log.txt',
    ]);
  });

  it('are footnotes that hold nothing but an address', () => {
    const draft = readDraft(lines('It held 40[^a].', '', '[^a]: https://example.org/log.txt'));
    assert.deepEqual(citationsOf(draft), ['It held 40. -> https://example.org/log.txt']);
  });

  it('cover the whole of a block quotation', () => {
    const draft = readDraft(lines('> It was cold.', '>', '> — Ana Reyes, [log](log.txt)', '', 'Then it sank.'));
    assert.deepEqual(citationsOf(draft), ['It was cold.\n— Ana Reyes, log -> log.txt']);
  });

  it('are no brackets without a target, no pictures and nothing in code', () => {
    const draft = readDraft(lines('He [sic] left. ![A ship](ship.png)', '', '`[a](b.txt)`', '', '    [a](b.txt)'));
    assert.deepEqual(citationsOf(draft), []);
    assert.equal(draft.analysis.document.text, 'He [sic] left. A ship');
  });
});

describe('The ignore comments of a draft', () => {
  it('cover the next block', () => {
    const draft = readDraft(lines('One.', '', '<!-- source-check-ignore -->', 'Two,', 'two.', '', 'Three.'));
    assert.deepEqual(ignoresOf(draft), ['Two,\ntwo.']);
    assert.deepEqual(draft.ignores[0]!.codes, []);
    assert.deepEqual(draft.problems, []);
  });

  it('cover the whole list or table that follows, but the one item that follows within a list', () => {
    const table = lines('| a | b |', '| - | - |', '| 1 | 2 |');
    assert.deepEqual(ignoresOf(readDraft(lines('<!-- source-check-ignore -->', '', table, '', 'End.'))), [table]);
    const list = lines('- one', '- <!-- source-check-ignore -->', '  two', '- three');
    assert.deepEqual(ignoresOf(readDraft(list)), ['two']);
  });

  it('cover their own line, or the next where they have their line to themselves', () => {
    const draft = readDraft('One 1\r\ntwo 2 <!-- source-check-ignore-line -->\r\nthree 3\r\n');
    assert.deepEqual(ignoresOf(draft), ['two 2 <!-- source-check-ignore-line -->']);
    assert.deepEqual(ignoresOf(readDraft('<!-- source-check-ignore-line -->\r\nOne 1\r\ntwo 2')), ['One 1']);
  });

  it('cover what stands between a start and its end, also nested', () => {
    const start = '<!-- source-check-ignore-start -->';
    const end = '<!-- source-check-ignore-end -->';
    const draft = readDraft(lines('A.', '', start, '', 'B.', '', end, '', 'C.'));
    assert.deepEqual(ignoresOf(draft), ['\n\nB.\n\n']);
    assert.equal(readDraft(lines(start, '', start, '', end, '', end)).ignores.length, 2);
    assert.deepEqual(draft.problems, []);
  });

  it('may name codes and give a reason', () => {
    const [ignore] = readDraft(
      '<!-- source-check-ignore figure.mismatch, name -- said by the mayor -- twice -->\nText.',
    ).ignores;
    assert.deepEqual(ignore?.codes, ['figure.mismatch', 'name']);
    assert.equal(ignore?.reason, 'said by the mayor -- twice');
  });

  it('are no comments in code or in the words of the text', () => {
    const fence = '```';
    assert.deepEqual(readDraft(lines(fence, '<!-- source-check-ignore -->', fence, '', 'Text.')).ignores, []);
    assert.deepEqual(readDraft('Write `<!-- source-check-ignore -->` or source-check-ignore.\n\nText.').ignores, []);
    assert.deepEqual(readDraft('<!-- TODO: source-check this -->\n\nText.').problems, []);
  });

  it('that say nothing that is known are problems', () => {
    assert.match(
      problemsOf(readDraft('<!-- source-check-ignore-all -->\n\nText.'))[0]!,
      /There is no comment “source-check-ignore-all”/,
    );
    assert.match(problemsOf(readDraft('<!-- source-check-ignore spelling -->\n\nText.'))[0]!, /“spelling” is no code/);
    assert.match(
      problemsOf(readDraft('<!-- source-check-ignore-end -->'))[0]!,
      /There is no source-check-ignore-start before/,
    );
    assert.match(problemsOf(readDraft('<!-- source-check-ignore-start -->\n\nText.'))[0]!, /all the rest is ignored/);
    assert.match(problemsOf(readDraft('Text.\n\n<!-- source-check-ignore -->'))[0]!, /Nothing follows/);
  });

  it('about the next block do not stand within a paragraph', () => {
    const draft = readDraft('One <!-- source-check-ignore --> two.\n\nThree.');
    assert.deepEqual(draft.ignores, []);
    assert.match(problemsOf(draft)[0]!, /on a line of its own/);
  });
});

describe('A draft that was saved in a wrong encoding', () => {
  it('is read as it was meant, with the way back to what stands in the file', () => {
    const raw = lines(
      '<!-- source-check-ignore -->',
      'Before it, café was cafÃ©.',
      '',
      'â€œWe donâ€™t sail,â€\u009d said JosÃ© **GarcÃ\u00ada** of [the cafÃ©](minutes.txt).',
    );
    const draft = readDraft(raw);
    const { names, quotes, document } = draft.analysis;
    assert.equal(quotes[0]?.text, 'We don’t sail,');
    assert.deepEqual(
      names.map(({ text }) => text),
      ['José García'],
    );
    const name = rawSpanOf(draft, names[0]!);
    assert.equal(raw.slice(name.start, name.end), 'JosÃ© **GarcÃ\u00ada**');
    const words = toRawSpan(document.map, quotes[0]);
    assert.equal(raw.slice(words.start, words.end), 'We donâ€™t sail,');
    assert.deepEqual(ignoresOf(draft), ['Before it, café was cafÃ©.']);
    assert.equal(citationsOf(draft)[0], '“We don’t sail,” said José García of the café. -> minutes.txt');
  });

  it('is not one that only has accents and curly marks', () => {
    const raw = '“Nous n’irons pas à São Tomé,” said José García.';
    const draft = readDraft(raw);
    assert.equal(draft.raw, raw);
    assert.equal(draft.analysis.document.text, raw);
  });
});
