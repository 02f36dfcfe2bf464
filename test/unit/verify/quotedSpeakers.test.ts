import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { VerifyContext } from '../../../server/src/verify/checkDraft.ts';
import { verifyQuotes } from '../../../server/src/verify/quotes.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

async function findingsOf(source: string, raw: string) {
  const draft = readDraft(raw);
  const context: VerifyContext = { draft, corpus: await corpusOfTexts({ 'a.md': source }), cited: () => new Set() };
  return verifyQuotes(draft.analysis.quotes, context);
}

async function codes(source: string, raw: string): Promise<string[]> {
  return (await findingsOf(source, raw)).map(({ code }) => code);
}

const FOUND = ['quote.found'];
const MISATTRIBUTED = ['quote.misattributed'];

describe('The speaker that a draft names', () => {
  const fehr = 'In the gallery sat Rosalind Moor, 81. “He paid in for forty-one years,” she said.';

  it('is the source’s though the first name is another, which is the name’s error', async () => {
    assert.deepEqual(await codes(fehr, '“He paid in for forty-one years,” said Rosamund Moor.'), FOUND);
  });

  it('is the accused whom the source gives by the initial of his surname', async () => {
    const source = 'Notes of the trial. Ruben C. told the judge: “I have never taken what was not mine.”';
    assert.deepEqual(await codes(source, '“I have never taken what was not mine,” said Ruben Castell.'), FOUND);
    assert.deepEqual(await codes(source, '“I have never taken what was not mine,” said Ruben Dorn.'), MISATTRIBUTED);
  });

  it('is another where a source knows both bearers of the surname', async () => {
    const both = `${fehr} Her cousin Rosamund Moor kept silent.`;
    assert.deepEqual(await codes(both, '“He paid in for forty-one years,” said Rosamund Moor.'), MISATTRIBUTED);
  });

  it('is not held to be wrong as a pronoun that may stand for either of two', async () => {
    const source = '“I owe this to a lorry that broke down,” Nino Kavtaradze said on the stage.';
    const two = 'The prize went to Nino Kavtaradze; one vote went to Hakon Saeter.\n\n';
    assert.deepEqual(await codes(source, `${two}“I owe this to a lorry that broke down,” she said.`), FOUND);
    const one = 'One vote went to Hakon Saeter.\n\n';
    assert.deepEqual(await codes(source, `${one}“I owe this to a lorry that broke down,” he said.`), MISATTRIBUTED);
  });

  it('is wrong as a pronoun where the only other person can be no woman', async () => {
    const source = '“We asked for a bridge in 2019,” said Hugo Stern, the mayor.';
    const draft =
      'Hugo Stern sat in front. Less cheerful was the minister, Yrsa Vogel. “We asked for a bridge in 2019,” she said.';
    assert.deepEqual(await codes(source, draft), MISATTRIBUTED);
    assert.deepEqual(await codes(source.replace('Hugo', 'Nino'), draft.replace('Hugo', 'Nino')), FOUND);
  });

  it('is wrong where the source’s pronoun cannot mean the man named beside her', async () => {
    const source =
      'The minister Delia Frost spoke after Mr Oakes. “I hear you, and I count with you,” she told the farmers.';
    assert.deepEqual(await codes(source, '“I hear you, and I count with you,” said Mr Oakes.'), MISATTRIBUTED);
    assert.deepEqual(
      await codes(source.replace('Mr Oakes', 'Ngaio Oakes'), '“I hear you, and I count with you,” said Ngaio Oakes.'),
      FOUND,
    );
  });

  it('is wrong as a union where a minister spoke, and may be a company where its chief executive did', async () => {
    const minister = 'The education minister, Konstant Duval, called the result “a slap for the pessimists”.';
    assert.deepEqual(await codes(minister, 'The union calls it “a slap for the pessimists”.'), MISATTRIBUTED);
    const chief = 'The chief executive, Konstant Duval, called the result “a slap for the pessimists”.';
    assert.deepEqual(await codes(chief, 'The company calls it “a slap for the pessimists”.'), FOUND);
  });

  it('counts for a short answer that the source quotes as a whole', async () => {
    const source = 'The auditor, Gunnar Pohl, is asked how often he went. “Once. It rained,” he answers.';
    assert.deepEqual(await codes(source, '“Once. It rained,” said Ada Brook.'), MISATTRIBUTED);
    const within = 'The auditor, Gunnar Pohl, is asked. “I went only once. It rained, and I left,” he answers.';
    assert.deepEqual(await codes(within, 'It was, said Ada Brook, “once. It rained”.'), FOUND);
  });
});

describe('The turns of a transcript', () => {
  const call = `# Call with analysts

**Clara Strand, chief executive:** Sun is not the problem. Sunset is the problem.

**Magnus Thorsen (finance):** We keep our guidance for the full year.

**Clara Strand, chief executive:** The batteries will be paid for within three years.`;

  it('are whose label has a role in it', async () => {
    assert.deepEqual(await codes(call, '“Sunset is the problem,” said Magnus Thorsen.'), MISATTRIBUTED);
    assert.deepEqual(await codes(call, '“Sunset is the problem,” said Clara Strand.'), FOUND);
    assert.deepEqual(await codes(call, '“We keep our guidance for the full year,” said Clara Strand.'), MISATTRIBUTED);
  });

  it('are those of the one who is named where another asks', async () => {
    const talk = `**Radio Coast:** Were you told?

**Maren Holt:** Nobody told me anything at all.

**Radio Coast:** Did you read it, then?

**Maren Holt:** I packed my desk and went home.`;
    assert.deepEqual(await codes(talk, '“I packed my desk and went home,” said Piet Hansen.'), MISATTRIBUTED);
    assert.deepEqual(await codes(talk, '“I packed my desk and went home,” said Maren Holt.'), FOUND);
    assert.deepEqual(await codes(talk, '“Did you read it, then?” asked Piet Hansen.'), FOUND);
    const list = 'Maren Holt: the blue boat with new oars.\n\nMaren Holt: the red boat with old oars.';
    assert.deepEqual(await codes(list, '“The blue boat with new oars,” said Piet Hansen.'), FOUND);
  });

  it('are none where only paragraphs with a colon stand', async () => {
    const notes = 'Lunch, as ever: soup and bread for all of us.\n\nClara Strand came late.';
    assert.deepEqual(await codes(notes, '“Soup and bread for all of us,” said Magnus Thorsen.'), FOUND);
  });
});

describe('An ellipsis over the attribution of the source', () => {
  it('is within one speech', async () => {
    const source = '"I overtook a man dressed as a lamp," said Mavis, "and then he overtook me."';
    assert.deepEqual(await codes(source, '“I overtook a man dressed as a lamp [...] and then he overtook me.”'), FOUND);
  });

  it('joins two where another speaks behind it', async () => {
    const source = '"I overtook a man dressed as a lamp," said Mavis Orr. "Then she overtook me," said Ben Lamb.';
    const joined = '“I overtook a man dressed as a lamp … Then she overtook me.”';
    assert.deepEqual(await codes(source, joined), ['quote.stitched']);
  });
});

describe('The repair of words at an end', () => {
  const source = '“My client will appeal, tomorrow rather than next week,” said the lawyer, Cornelius Vance.';

  it('takes the whole of the source’s clause', async () => {
    const [finding] = await findingsOf(source, '“My client will appeal, next week rather than tomorrow,” Vance said.');
    assert.equal(finding!.suggestions[0]?.newText, 'My client will appeal, tomorrow rather than next week,');
  });

  it('takes no more where the draft’s own end is right', async () => {
    const [finding] = await findingsOf(source, 'Vance said “my client may appeal, tomorrow rather”.');
    assert.equal(finding!.suggestions[0]?.newText, 'my client will appeal, tomorrow rather');
  });
});

describe('All but one word of a passage', () => {
  const source =
    'The crew wrote: “We have not lost our respect for the work. We have lost our trust in the way it is done.”';

  it('is that passage altered, though its words stand elsewhere too', async () => {
    assert.deepEqual(await codes(source, '“We have lost our respect for the work,” the crew wrote.'), [
      'quote.altered',
    ]);
  });

  it('is stitched where more than a word differs', async () => {
    const joined = '“We have not lost our respect for the way it is done,” the crew wrote.';
    assert.deepEqual(await codes(source, joined), ['quote.stitched']);
  });
});

describe('Words that a source tells without quotation marks', () => {
  it('are of whom its sentence has say them', async () => {
    const source = 'The minister, Hanna Brock, said that the bridge had been a bargain for everybody who crossed it.';
    const draft = (speaker: string) => `${speaker} said that it had been “a bargain for everybody who crossed it”.`;
    assert.deepEqual(await codes(source, draft('Hanna Brock')), FOUND);
    assert.deepEqual(await codes(source, draft('Jonas Tveit')), MISATTRIBUTED);
  });

  it('are of nobody by name where the source names nobody', async () => {
    const source =
      'Jonas Tveit kept silent. In the words of one old hand, there is only one rule on the river: no rule.';
    const draft = (speaker: string) => `“There is only one rule on the river: no rule,” said ${speaker}.`;
    assert.deepEqual(await codes(source, draft('Jonas Tveit')), MISATTRIBUTED);
    assert.deepEqual(await codes(source, draft('an old hand')), FOUND);
  });

  it('may be of anybody where its sentence is the source’s own', async () => {
    const source = 'Jonas Tveit kept silent. There is only one rule on the river, and that is no rule at all.';
    const draft = '“There is only one rule on the river, and that is no rule at all,” said Jonas Tveit.';
    assert.deepEqual(await codes(source, draft), FOUND);
  });
});

describe('A word that one person is quoted with', () => {
  const source =
    'The partnership was “phenomenal”, as General Michael Korda characterised it. Donald Tveit was silent.';

  it('is of nobody else by name', async () => {
    assert.deepEqual(await codes(source, 'Donald Tveit called their help “phenomenal”.'), MISATTRIBUTED);
    assert.deepEqual(await codes(source, 'Michael Korda called their help “phenomenal”.'), FOUND);
  });

  it('may be of anybody where another is quoted with it too, or where it is short', async () => {
    assert.deepEqual(
      await codes(`${source} “Phenomenal,” said Ada Brook.`, 'Ada Brook called it “phenomenal”.'),
      FOUND,
    );
    const short = 'The partnership was “vital”, as General Michael Korda characterised it. Donald Tveit was silent.';
    assert.deepEqual(await codes(short, 'Donald Tveit called their help “vital”.'), FOUND);
  });
});
