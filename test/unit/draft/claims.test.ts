import assert from 'node:assert/strict';
import { rawSpanOf } from '../../../server/src/draft/claims.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';

/** What of the Markdown `raw` would be underlined for the words `claim` of its clean text. */
function underlined(raw: string, claim: string): string {
  const draft = readDraft(raw);
  const start = draft.analysis.document.text.indexOf(claim);
  assert.ok(start >= 0, `“${claim}” stands in “${draft.analysis.document.text}”`);
  const span = rawSpanOf(draft, { start, end: start + claim.length });
  return raw.slice(span.start, span.end);
}

describe('The place of a claim in the Markdown', () => {
  it('leaves out marks around the whole of it', () => {
    assert.equal(underlined('It cost **$7.1 billion** then.', '$7.1 billion'), '$7.1 billion');
    assert.equal(underlined('So ***Ana Reyes*** said.', 'Ana Reyes'), 'Ana Reyes');
    assert.equal(underlined('So [Ana Reyes](a.txt) said.', 'Ana Reyes'), 'Ana Reyes');
    assert.equal(underlined('So **[Ana Reyes](a.txt)** said.', 'Ana Reyes'), 'Ana Reyes');
    assert.equal(underlined('So <b>Ana Reyes</b> said.', 'Ana Reyes'), 'Ana Reyes');
  });

  it('leaves out marks around more than it', () => {
    assert.equal(underlined('It cost **US$7.1 billion** then.', '7.1 billion'), '7.1 billion');
    assert.equal(underlined('So *Ana Reyes, the mayor,* said.', 'Ana Reyes'), 'Ana Reyes');
  });

  it('takes in marks around a part of it, both of them', () => {
    assert.equal(underlined('It cost **$7.1** billion then.', '$7.1 billion'), '**$7.1** billion');
    assert.equal(underlined('So Ana **Reyes** said.', 'Ana Reyes'), 'Ana **Reyes**');
    assert.equal(underlined('So **Ana** *Reyes* said.', 'Ana Reyes'), '**Ana** *Reyes*');
    assert.equal(underlined('So **Ana *M.* Reyes** said.', 'Ana M. Reyes'), 'Ana *M.* Reyes');
    assert.equal(underlined('So Ana [Reyes](a.txt "Mayor") said.', 'Ana Reyes'), 'Ana [Reyes](a.txt "Mayor")');
    assert.equal(underlined('So <b>Ana</b> Reyes said.', 'Ana Reyes'), '<b>Ana</b> Reyes');
    assert.equal(underlined('So Ana [*Reyes*][r] said.\n\n[r]: a.txt', 'Ana Reyes'), 'Ana [*Reyes*][r]');
  });

  it('stays with its words where marks overlap it', () => {
    assert.equal(underlined('So Ana **Reyes said**.', 'Ana Reyes'), 'Ana **Reyes');
  });

  it('keeps line ends, prefixes of block quotations, entities and characters of two units', () => {
    assert.equal(underlined('So said Ana\r\nReyes.', 'Ana Reyes'), 'Ana\r\nReyes');
    assert.equal(underlined('> So said Ana\n>   Reyes.', 'Ana Reyes'), 'Ana\n>   Reyes');
    assert.equal(underlined('😀 Smith &amp; Sons 😀', 'Smith & Sons'), 'Smith &amp; Sons');
    assert.equal(underlined('It cost \\$7&nbsp;billion.', '$7\u00a0billion'), '$7&nbsp;billion');
  });
});
