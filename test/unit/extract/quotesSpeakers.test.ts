import assert from 'node:assert/strict';
import { extractNames } from '../../../server/src/extract/names.ts';
import { extractQuotes } from '../../../server/src/extract/quotes.ts';
import type { QuoteMention } from '../../../server/src/extract/mention.ts';
import { readSource } from '../../../server/src/sources/readSource.ts';
import { sentencesOf } from '../../../server/src/text/sentences.ts';

function quotesOf(text: string): QuoteMention[] {
  const document = readSource('draft.md', new TextEncoder().encode(text));
  const sentences = sentencesOf(document);
  return extractQuotes(document, sentences, extractNames(document, sentences));
}

/** Whom each quotation is surely ascribed to, with what stands for whom; undefined for nobody and for a guess. */
function speakers(text: string): (string | undefined)[] {
  return quotesOf(text).map(({ attribution }) =>
    attribution && !attribution.inferred ? (attribution.resolved ?? attribution.speaker).text : undefined,
  );
}

describe('The speaker of a quotation, by what stands around it,', () => {
  it('is the subject of its own clause, not of the next one', () => {
    const text = 'The union Anchor calls it “a thin soup”, and Tess Moran asks for more.';
    assert.deepEqual(speakers(text), ['Anchor']);
    assert.deepEqual(speakers('The soup is “thin” but Ada’s was good, Tess Moran has said.'), ['Tess Moran']);
  });

  it('is the person of a body, not the body', () => {
    assert.deepEqual(speakers('Ivo Lang of the consumer group Switchwatch found the fine “a rounding error”.'), [
      'Ivo Lang',
    ]);
    assert.deepEqual(speakers('The consumer group Switchwatch found the fine “a rounding error”.'), ['Switchwatch']);
  });

  it('is named by a sentence that says nothing else', () => {
    assert.deepEqual(speakers('“The door was never locked.” That was Ada Brook.'), ['Ada Brook']);
    assert.deepEqual(speakers('“The door was never locked.” That was Ada Brook’s house.'), [undefined]);
  });

  it('is in the clause that says it was all they said', () => {
    assert.deepEqual(speakers('“It rained,” was all Ada Brook had to say of the holiday.'), ['Ada Brook']);
    assert.deepEqual(speakers('“It rained,” was all that fitted on the card from the coast.'), [undefined]);
  });

  it('is guessed of a block quotation that answers a question or says `I`, and of no other', () => {
    const guessed = (text: string): (string | undefined)[] =>
      quotesOf(text).map(({ attribution }) => attribution?.resolved?.text);
    assert.deepEqual(guessed('Ben Hale mends clocks. What did he save?\n\n> The cat and the tax papers.\n'), [
      'Ben Hale',
    ]);
    assert.deepEqual(guessed('Ben Hale does not hesitate.\n\n> I took the cat and the tax papers.\n'), ['Ben Hale']);
    assert.deepEqual(guessed('Ben Hale does not hesitate.\n\n> The cat stands for courage.\n'), []);
    assert.deepEqual(guessed('The rules are short.\n\n> The cat stays with me.\n'), []);
  });

  it('is the text or person that a phrase of place belongs to', () => {
    assert.deepEqual(speakers('The note found in the car read: “Do not wait.”'), ['The note']);
    assert.deepEqual(speakers('The man behind the counter said: “Do not wait.”'), ['The man']);
  });

  it('stands behind the verb that begins the sentence', () => {
    assert.deepEqual(speakers('Recalls Ada Brook: “The ice was thin.”'), ['Ada Brook']);
    assert.deepEqual(
      speakers('“The ice was thin” is how Ada Brook, the head of the harbour since July, described it.'),
      ['Ada Brook'],
    );
  });

  it('is not guessed from a colon behind a long sentence', () => {
    const guessed = 'It was a line from her letter that made the reader, Ben Hale, stop writing: “I was never asked.”';
    assert.deepEqual(speakers(guessed), [undefined]);
    assert.deepEqual(speakers('Ben Hale was furious: “I was never asked.”'), ['Ben Hale']);
  });

  it('is not carried from one item of a list to the next', () => {
    const list = '* “We are done,” said Ada Brook.\n* “Nobody asked the tenants.”\n';
    assert.deepEqual(speakers(list), ['Ada Brook', undefined]);
    assert.deepEqual(speakers('“We are done,” said Ada Brook. “Nobody asked the tenants.”'), [
      'Ada Brook',
      'Ada Brook',
    ]);
  });

  it('is as a pronoun the person whose role the sentence before begins with', () => {
    const mayor =
      'Ben Hale sat by the door. The mayor of Sund, Solvig Aust, stayed. “The lamp post can wait,” she said.';
    assert.deepEqual(speakers(mayor), ['Solvig Aust']);
    const chief = 'The fire chief, Solvig Aust, stayed. “The lamp post can wait,” she said.';
    assert.deepEqual(speakers(chief), ['Solvig Aust']);
    const place = 'Solvig Aust sat by the door. The mayor of Sund, Norway, left. “The lamp post can wait,” she said.';
    assert.notEqual(speakers(place)[0], 'Norway');
  });

  it('is not as a pronoun whom the same sentence names behind that pronoun', () => {
    const asked = 'Asked why he had never told Solvig Aust, he answered: “Nobody ever asked me.”';
    assert.deepEqual(speakers(`Henk Moor was next. ${asked}`), ['Henk Moor']);
    assert.deepEqual(speakers(asked), ['he']);
  });

  it('is nobody of the paragraph before where the paragraph has a subject of the other sex', () => {
    const before = 'Henk Moor bakes the bread.\n\n';
    assert.deepEqual(speakers(`${before}Less glad is Emma Lund, the mayor. “We are still waiting,” he said.`), ['he']);
    assert.deepEqual(speakers(`${before}His sister Emma Lund is the mayor. “We are still waiting,” he said.`), [
      'Henk Moor',
    ]);
  });

  it('is known by the surname with which a sentence begins, though the text has it for a place', () => {
    const text =
      'Karin Hartwell runs the Northgate Opera. The board has confidence in Hartwell.\n\nHartwell, who ran the house in Port Eddy, spoke to Hal Preece. “I never shouted,” she said.';
    assert.deepEqual(speakers(text), ['Karin Hartwell']);
  });

  it('is an auditor behind a comma where a pronoun stands for him', () => {
    const text = 'Ada Brook sat down. The auditor, Gunnar Pohl of Lindqvist, is asked how often. “Twice,” he answers.';
    assert.deepEqual(speakers(text), ['Gunnar Pohl']);
    assert.deepEqual(speakers('Gunnar Pohl sat down. The auditor is asked how often. “Twice,” he answers.'), ['he']);
  });

  it('is who read out the letter that speaks', () => {
    assert.deepEqual(speakers('Their spokeswoman, Maud Lee, read out a letter. “We cannot stay,” it said.'), [
      'Maud Lee',
    ]);
    assert.deepEqual(speakers('Their spokeswoman, Maud Lee, closed the door. “We cannot stay,” it said.'), ['it']);
  });

  it('is whom somebody quotes, by that person’s account', () => {
    const [quote] = quotesOf('The pilot Jens Holm quoted his father: “A tide is a promise.”');
    assert.deepEqual([quote!.attribution?.speaker.text, quote!.attribution?.via?.text], ['his father', 'Jens Holm']);
    assert.deepEqual(speakers('The pilot Jens Holm was quoted: “A tide is a promise.”'), ['Jens Holm']);
  });

  it('is not the chair of the trust where the trust speaks', () => {
    const text = 'The chair of the trust, Ola Brandt, was away. A letter from the trust said: “We regret every word.”';
    assert.deepEqual(speakers(text), ['the trust']);
    const chair = 'The chair of the trust, Ola Brandt, came. “We regret every word,” the chair said.';
    assert.deepEqual(speakers(chair), ['Ola Brandt']);
  });

  it('goes on over an attribution with a comma, in lower case', () => {
    const [first, second] = quotesOf('"The boat did not sink," said Ferri, "it lay down."');
    assert.equal(first!.continues, undefined);
    assert.equal(second!.continues, 0);
    const apart = quotesOf('"The boat did not sink," said Ferri. The crew "lay down" too.');
    assert.equal(apart[1]!.continues, undefined);
  });

  it('is behind the one whom a role serves', () => {
    assert.deepEqual(speakers('“It is a nail,” said counsel to the inquiry, Templar.'), ['Templar']);
    assert.deepEqual(speakers('“It is a nail,” said an aide to the king, Reuters reported.'), ['an aide']);
  });

  it('is who put it so', () => {
    assert.deepEqual(speakers('“A tide is a promise,” as Jens Holm put it.'), ['Jens Holm']);
    assert.deepEqual(speakers('It was, as Jens Holm put it, “a promise of sorts”.'), ['Jens Holm']);
    const row = (who: string) => `| Who | What |\n| --- | --- |\n| ${who} | “The tide is a promise of sorts.” |\n`;
    assert.deepEqual(speakers(row('Jens Holm, pilot')), ['Jens Holm']);
    assert.deepEqual(speakers(row('The harbour clock')), [undefined]);
    assert.deepEqual(speakers('“A tide is a promise,” as the pilot, Madam Ada Brook, told us.'), ['Ada Brook']);
    assert.deepEqual(speakers('The tide, said Jens Holm, is “a promise of sorts”.'), ['Jens Holm']);
    assert.deepEqual(speakers('“A tide is a promise,” was how Jens Holm, a pilot, put it.'), ['Jens Holm']);
    assert.deepEqual(speakers('“A tide is a promise,” is the way Jens Holm put it.'), ['Jens Holm']);
    assert.deepEqual(speakers('Jens Holm took the letter and put it “in the drawer of promises”.'), [undefined]);
  });

  it('is not the deputy where the governor speaks', () => {
    const bank = 'The governor, Sigrid Thor, came with Anna Rau, a deputy governor. “We wait,” the governor said.';
    assert.deepEqual(speakers(bank), ['Sigrid Thor']);
    const deputy = 'Sigrid Thor came with the deputy governor, Anna Rau. “We wait,” the deputy governor said.';
    assert.deepEqual(speakers(deputy), ['Anna Rau']);
  });

  it('is no station for a pronoun', () => {
    const text = 'Ada Brook won. Would Harbour FM care to ask? She said: “And nobody voted for the quay.”';
    assert.deepEqual(speakers(text), ['Ada Brook']);
    assert.deepEqual(speakers('Ada Brook won. Would Tess Moran care to ask? She said: “And nobody voted.”'), [
      'Tess Moran',
    ]);
  });

  it('may be a text that signs a block quotation', () => {
    const quoted = (signature: string): string =>
      `It ruled.\n\n> A company may not sell a pipe twice.\n>\n> — ${signature}\n\nSo be it.`;
    assert.deepEqual(speakers(quoted('the commission’s determination')), ['the commission’s determination']);
    assert.deepEqual(speakers(quoted('which is what many think')), []);
  });
});
