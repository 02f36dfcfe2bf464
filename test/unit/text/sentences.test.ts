import assert from 'node:assert/strict';
import { sentencesOf } from '../../../server/src/text/sentences.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';

/** Asserts that `text`, in which `|` stands where a sentence ends and another begins, is cut exactly there. */
function cutAtBars(text: string): void {
  const raw = text.replaceAll('|', ' ');
  const document = structureMarkdown(raw);
  const found = sentencesOf(document).map(({ start, end }) => document.text.slice(start, end));
  assert.equal(found.join('|'), text);
}

describe('A sentence', () => {
  it('ends with a full stop, a question mark or an exclamation mark', () => {
    cutAtBars('The ferry sank.|Who knew?|Nobody!|25 people swam.|£3m was lost.|(They swam.)|It was cold.');
  });

  it('does not end within a block without stops', () => {
    cutAtBars('The ferry sank, and nobody knew; it was 3.5 miles out');
  });

  it('does not end before a word in lower case', () => {
    cutAtBars('The firm tool.io sank approx. half of it. and so on');
  });

  it('does not end at a title before a name', () => {
    cutAtBars('It was Lt. Gen. Ana Reyes.|She met Dr. Osei, Prof. Lund and Mr. Wu in St. Ives.|Then Sen. Bo spoke.');
    cutAtBars('They met Gov. “Duke” Osei.');
  });

  it('does not end at initials', () => {
    cutAtBars('It was J. K. Osei and George W. Lund.|Then J.R.R. Wu spoke.');
  });

  it('may end at a single capital before a word that starts sentences', () => {
    cutAtBars('They took vitamin C.|The others chose plan B.|It failed.');
  });

  it('does not end within U.S. and its like before a name, and may before a word that starts sentences', () => {
    cutAtBars(
      'The U.S. Army left the U.K. Parliament.|It left the U.S.|The others stayed in Washington, D.C.|They did.',
    );
    cutAtBars('It left the U.S. (and the U.K.) in May.|She holds a Ph.D. from Oslo.');
    cutAtBars('It left the U.S.|Recently, it came back.');
  });

  it('does not end at Inc. before a name, and may before a word that starts sentences', () => {
    cutAtBars('Acme Inc. President Ana Reyes sold Lund Ltd.|The price was kept secret by Wu Jr.|She agreed.');
  });

  it('does not end at the number of something, at a month or a page', () => {
    cutAtBars('On Aug. 5 it was No. 10 on p. 4.|His answer was no.|No. 5 lost.');
  });

  it('ends after a.m. and p.m. unless a day or a zone follows', () => {
    cutAtBars('It sank at 6.30 a.m.|Rescue came at 7 p.m. Tuesday and at 8 p.m. GMT.|Reyes slept.');
  });

  it('does not end at short forms from Latin', () => {
    cutAtBars('Boats, e.g. Danish ones, i.e. Ferries, and Reyes v. Lund et al. Here too.');
  });

  it('takes its closing marks with it', () => {
    cutAtBars('“It sank.”|Reyes knew.|‘It sank.’|He left (or so they say.)|She said, “Go.”|“Now.”');
    cutAtBars('"It sank."|Reyes knew.|«\u00a0It sank.\u00a0»|Reyes knew.');
  });

  it('ends within a quotation of several sentences', () => {
    cutAtBars('“It sank.|We swam.|Nobody came,” said Reyes.');
  });

  it('goes on behind a question or an exclamation that is quoted', () => {
    cutAtBars('“Why?” she asked.|“Stop!” cried Reyes.|“Why now?” Ana Reyes asked.|“Why?”|The question stood.');
  });

  it('ends before an opening quotation mark, also when the words within start in lower case', () => {
    cutAtBars('It sank.|“We swam,” he said.|It was over.|“a wet grave”, said Reyes.');
  });

  it('ends at an ellipsis only where what follows starts a sentence', () => {
    cutAtBars('They swam… The shore was far.'.replace('… ', '…|'));
    cutAtBars('The law... Reyes said... was old.');
    cutAtBars('The law was old....|Reyes said so.|. . .|It was.'.replace('|. . .|', ' . . .|'));
  });

  it('ends at a stop that stands apart, and where the space behind a stop was lost', () => {
    cutAtBars('They swam .|The shore was far .|20 came.');
    const document = structureMarkdown('They reached the shore.The council met at node.js 3.5 of U.S.A. time.');
    assert.equal(sentencesOf(document).length, 2);
  });

  it('ends before a byline behind a dash, but not before an afterthought', () => {
    cutAtBars('The ship at sea.|—Ana Reyes');
    cutAtBars('Was it cold? – it was.');
  });

  it('is not the number of an item', () => {
    const document = structureMarkdown('2\\. Council tax rises. It falls.');
    const [first] = sentencesOf(document);
    assert.equal(document.text.slice(first!.start, first!.end), '2. Council tax rises.');
  });

  it('never crosses a block, and a row of a table is one', () => {
    const document = structureMarkdown('# A title\n\n- one\n- two. Three\n\n| A. B | C |\n| - | - |\n| D. E | F |\n');
    const found = sentencesOf(document).map(({ start, end }) => document.text.slice(start, end));
    assert.deepEqual(found, ['A title', 'one', 'two.', 'Three', 'A. B  C', 'D. E  F']);
  });
});
