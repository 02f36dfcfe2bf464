import assert from 'node:assert/strict';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { VerifyContext } from '../../../server/src/verify/checkDraft.ts';
import { verifyQuotes } from '../../../server/src/verify/quotes.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

async function code(source: string, raw: string, other = ''): Promise<string | undefined> {
  const draft = readDraft(raw);
  const corpus = await corpusOfTexts({ 'a.txt': source, 'b.txt': other });
  const context: VerifyContext = { draft, corpus, cited: () => new Set() };
  return (await verifyQuotes(draft.analysis.quotes, context))[0]?.code;
}

const FOUND = 'quote.found';
const MISATTRIBUTED = 'quote.misattributed';

describe('The own words of a text', () => {
  const letter = `Dear Ms Holm,

Mr Harding told me that he would never pay for a hen. As the proverb has it: a hen is worth a war. I do not ask for new hens, I ask for a fence.

Kind regards
Elsa Wickham`;

  it('are those of whoever signed the letter', async () => {
    assert.equal(await code(letter, '“I do not ask for new hens, I ask for a fence,” wrote Elsa Wickham.'), FOUND);
    assert.equal(await code(letter, '“I do not ask for new hens, I ask for a fence,” the letter says.'), FOUND);
    const other = '“I do not ask for new hens, I ask for a fence,” wrote Gunnar Harding.';
    assert.equal(await code(letter, other), MISATTRIBUTED);
    assert.equal(await code(letter.replace('Kind regards\nElsa Wickham', ''), other), FOUND);
  });

  it('are nobody’s where the letter tells what others say', async () => {
    assert.equal(await code(letter, '“He would never pay for a hen,” said Gunnar Harding.'), FOUND);
    assert.equal(await code(letter, '“A hen is worth a war,” said Gunnar Harding.'), FOUND);
  });

  it('are nobody’s where several letters stand in one text', async () => {
    const second = `${letter}\n\nDear Mr Harding,\n\nNobody has seen those hens.\n\nKind regards\nPer Holm`;
    assert.equal(await code(second, '“I do not ask for new hens, I ask for a fence,” wrote Elsa Wickham.'), FOUND);
    assert.equal(await code(second, '“I do not ask for new hens, I ask for a fence,” wrote Gunnar Harding.'), FOUND);
  });

  it('are those of any who signed it', async () => {
    const joint = `Open letter to the minister

We are forty doctors and we cannot sleep. A ward with one nurse is not a ward.

Dr Mira Sand, Dr Paul Ott`;
    assert.equal(await code(joint, '“A ward with one nurse is not a ward,” wrote Paul Ott.'), FOUND);
    assert.equal(await code(joint, '“A ward with one nurse is not a ward,” wrote Karl Voss.'), MISATTRIBUTED);
  });

  it('are those of whoever gave the speech, sent the memo or wrote the note', async () => {
    const heads = ['Speech of the minister of farms, Delia Frost', 'From: Delia Frost', 'Analyst: Delia Frost'];
    const words = 'Friends, I shall be short. To the towns I say: a farm is not a museum.';
    for (const head of heads) {
      assert.equal(await code(`${head}\n\n${words}`, '“A farm is not a museum,” said Karl Voss.'), MISATTRIBUTED);
      assert.equal(await code(`${head}\n\n${words}`, '“A farm is not a museum,” said Frost.'), FOUND);
    }
    const news = 'Delia Frost speaks to farmers\n\nWe met three of them. A farm is not a museum.';
    assert.equal(await code(news, '“A farm is not a museum,” said Karl Voss.'), FOUND);
  });

  it('are in an interview those of whom its title names, but for the questions', async () => {
    const interview = `An interview with Ragna Dahl

You sold the ship. Why?

Because a ship in harbour rusts faster than one at sea. I needed the money.

Your partner Tore Lind was against it. Is he still?

He is still my friend, though he no longer sails with me.`;
    const words = 'Because a ship in harbour rusts faster than one at sea';
    assert.equal(await code(interview, `“${words},” said Tore Lind.`), MISATTRIBUTED);
    assert.equal(await code(interview, `“${words},” said Ragna Dahl.`), FOUND);
    assert.equal(await code(interview, '“Your partner Tore Lind was against it,” said Karl Voss.'), FOUND);
  });

  it('are those of the body whose statement it is, not of who holds a public office', async () => {
    const statement = `UNITED MINERS UNION
Statement, 5 May

We learned it from the radio. A number for every share is not a number for a job.`;
    const people = 'The minister of mines, Otto Brandt, went. The secretary of the union, Themba Okoro, stayed.';
    const said = (speaker: string): string => `“A number for every share is not a number for a job,” said ${speaker}.`;
    assert.equal(await code(statement, said('Otto Brandt'), people), MISATTRIBUTED);
    assert.equal(await code(statement, said('Themba Okoro'), people), FOUND);
    assert.equal(await code(statement, said('the United Miners Union'), people), FOUND);
  });
});

describe('A speaker without a name', () => {
  it('is the one mayor of the source that quotes the words', async () => {
    const source =
      'The mayor of Sund, Elin Kroll, stays. Bengt Aas wants her gone. “It is the lie and not the lamp post,” Aas said.';
    const draft = '“It is the lie and not the lamp post,” said the mayor.';
    assert.equal(await code(source, draft), MISATTRIBUTED);
    assert.equal(await code(source, draft.replace('the mayor', 'a mayor')), FOUND);
    assert.equal(await code(source.replace('Aas wants', 'Aas, the mayor of Malm, wants'), draft), FOUND);
  });

  it('is not, as the report of somebody, a person who is quoted beside it', async () => {
    const source =
      'The inspectorate’s report says: “No crane should stand there.” The chief inspector, Max Thorn, agrees. “I stand by each word,” he said. Lena Storm, the port director, does not. “The quay will outlive us,” she said.';
    assert.equal(await code(source, '“No crane should stand there,” said Lena Storm.'), MISATTRIBUTED);
    assert.equal(await code(source, '“No crane should stand there,” said Max Thorn.'), FOUND);
    assert.equal(await code(source, '“No crane should stand there,” said Ida Berg.'), FOUND);
  });
});

describe('A text that tells of its author below it', () => {
  const article = `The lake is dying, and Elsa Wickham has said why. The upper mills enjoy boundless freedom on its shores.

About the Author

Mr Per Holm is a senior fellow of the Lake Institute.

Dr Ines Castel

Ines Castel is a fellow of the Lake Institute.`;

  it('is not written by another who is told of there', async () => {
    const quoted = 'The mills enjoy “boundless freedom on its shores”';
    assert.equal(await code(article, `${quoted}, writes Ines Castel of the institute.`), MISATTRIBUTED);
    assert.equal(await code(article, `${quoted}, writes Per Holm of the institute.`), FOUND);
  });

  it('may tell what somebody thinks whom it names, or whom no source names', async () => {
    const quoted = 'The mills enjoy “boundless freedom on its shores”';
    assert.equal(await code(article, `${quoted}, says Elsa Wickham.`), FOUND);
    assert.equal(await code(article, `${quoted}, says Gunnar Harding.`), FOUND);
    const unsigned = article.replace('About the Author', 'About us');
    assert.equal(await code(unsigned, `${quoted}, writes Ines Castel of the institute.`), FOUND);
  });
});
