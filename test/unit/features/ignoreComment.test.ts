import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { ignoreComment } from '../../../server/src/features/ignoreComment.ts';
import { checkedDraft, endAll } from './checkedDraft.ts';

const SOURCES = { 'river.txt': 'The river Tarn rose by 4.2 metres on 3 March 2021.\n' };

/** The draft with the comment that ignores the first claim whose text is `words`. */
function commented(raw: string, words: string): string {
  const draft = readDraft(raw);
  const claim = [...draft.analysis.figures, ...draft.analysis.names].find(({ text }) => text === words)!;
  const { at, text } = ignoreComment(draft, claim, 'figure.mismatch');
  return raw.slice(0, at) + text + raw.slice(at);
}

const COMMENT = '<!-- source-check-ignore figure.mismatch -->';

describe('The comment that ignores a finding', () => {
  afterEach(endAll);

  it('goes before the paragraph, with the line ends of the draft', () => {
    const raw = 'First.\r\n\r\nThe river rose\r\nby 2.4 metres.\r\n';
    assert.equal(commented(raw, '2.4 metres'), `First.\r\n\r\n${COMMENT}\r\nThe river rose\r\nby 2.4 metres.\r\n`);
  });

  it('goes before the first line of a draft', () => {
    assert.equal(commented('It rose by 2.4 metres.', '2.4 metres'), `${COMMENT}\nIt rose by 2.4 metres.`);
  });

  it('goes before a heading, and before an item of a list', () => {
    assert.equal(commented('# It rose by 2.4 metres\n', '2.4 metres'), `${COMMENT}\n# It rose by 2.4 metres\n`);
    assert.equal(
      commented('- one\n- It rose by 2.4 metres\n', '2.4 metres'),
      `- one\n${COMMENT}\n- It rose by 2.4 metres\n`,
    );
  });

  it('goes before the whole of a table or block quotation', () => {
    const table = 'Levels:\n\n| river | rise |\n| --- | --- |\n| Tarn | 2.4 metres |\n';
    assert.equal(commented(table, '2.4 metres'), table.replace('| river', `${COMMENT}\n| river`));
    const quotation = 'He said:\n\n> First.\n>\n> It rose by 2.4 metres.\n';
    assert.equal(commented(quotation, '2.4 metres'), quotation.replace('> First', `${COMMENT}\n> First`));
  });

  for (const [what, raw] of Object.entries({
    'a paragraph': 'The Tarn flooded.\n\nThe river Tarn rose by 2.4 metres on 3 March 2021.\n',
    'a heading': '# The river Tarn rose by 2.4 metres on 3 March 2021\n',
    'an item of a list': '- The Tarn flooded.\n- The river Tarn rose by 2.4 metres on 3 March 2021.\n',
    'a block quotation': 'So it was.\n\n> The river Tarn rose by 2.4 metres on 3 March 2021.\n',
  })) {
    it(`works in ${what}`, async () => {
      const checked = await checkedDraft(SOURCES, raw);
      const { document } = checked;
      const wrong = document.check.claims.find(({ finding }) => finding.code === 'figure.mismatch');
      assert.ok(wrong, 'there is something to ignore');
      const { at, text } = ignoreComment(document.check.draft, wrong.claim, 'figure.mismatch');
      const ignored = await checked.check(raw.slice(0, at) + text + raw.slice(at));
      assert.deepEqual(
        ignored.check.claims.filter(({ finding }) => finding.verdict === 'refuted'),
        [],
      );
      assert.deepEqual(ignored.check.problems, []);
    });
  }
});
