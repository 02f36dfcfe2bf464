import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { VerifyContext } from '../../../server/src/verify/checkDraft.ts';
import { verifyQuotes } from '../../../server/src/verify/quotes.ts';
import type { Finding } from '../../../server/src/verify/verdict.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

const HARBOUR = `Ada Brook, who runs the mill, spoke on Monday. “We will not sell the mill to the harbour board before 2030,” Brook said. “It has fed four generations of this valley, and it may feed a fifth.”

The harbour master, Carl Voss, was brief. “The quay is full and the tide does not wait,” he told reporters.

A report on the dredging called the works a complete and costly failure, and the river a “silent partner”.`;

const DREDGING = `Minutes of the harbour board

Carl Voss said: “The dredger lay idle for 14 weeks because nobody had ordered its spare parts.”`;

async function findingsOf(
  raw: string,
  sources: Readonly<Record<string, string>> = { 'a.txt': HARBOUR, 'b.txt': DREDGING },
) {
  const draft = readDraft(raw);
  const context: VerifyContext = { draft, corpus: await corpusOfTexts(sources), cited: () => new Set() };
  return verifyQuotes(draft.analysis.quotes, context);
}

async function findingOf(raw: string, sources?: Readonly<Record<string, string>>): Promise<Finding> {
  const findings = await findingsOf(raw, sources);
  assert.equal(findings.length, 1, 'one quotation');
  return findings[0]!;
}

async function codeOf(raw: string, sources?: Readonly<Record<string, string>>): Promise<string> {
  const { verdict, code } = await findingOf(raw, sources);
  return `${verdict} ${code}`;
}

const FOUND = 'supported quote.found';
const ALTERED = 'refuted quote.altered';

describe('A quotation that is the source’s', () => {
  for (const [what, raw] of [
    ['word for word', '“The quay is full and the tide does not wait,” Carl Voss said.'],
    ['in other marks, with other closing punctuation', "'The quay is full and the tide does not wait.'"],
    ['without capital', 'Voss said that “the quay is full and the tide does not wait”.'],
    ['in part', 'Voss complained that the quay “is full and the tide does not” help.'],
    ['with an ellipsis', '“We will not sell the mill … before 2030,” said Ada Brook.'],
    [
      'with an ellipsis over its attribution',
      '“We will not sell the mill to the harbour board … It has fed four generations,” said Ada Brook.',
    ],
    ['with words in brackets', '“It has fed four generations of [the Orle] valley, and it may feed a fifth.”'],
    ['with a letter in brackets', 'He said that “[t]he quay is full and the tide does not wait”.'],
    [
      'in one piece where the source breaks it',
      '“We will not sell the mill to the harbour board before 2030. It has fed four generations of this valley, and it may feed a fifth.”',
    ],
    ['with a figure for a number word', '“It has fed 4 generations of this valley, and it may feed a fifth.”'],
    ['in the source’s own words, ascribed to it', 'One report calls the works “a complete and costly failure”.'],
    ['as a scare quote', 'The “silent partner” was in flood.'],
  ] as const) {
    it(`is supported ${what}`, async () => assert.equal(await codeOf(raw), FOUND));
  }

  it('shows the passage and marks the words', async () => {
    const { evidence } = await findingOf('“The quay is full and the tide does not wait.”');
    const [best] = evidence;
    assert.equal(best!.source, 'a.txt');
    assert.equal(HARBOUR.slice(best!.start, best!.end), best!.text);
    assert.equal(HARBOUR.slice(best!.focus!.start, best!.focus!.end), 'The quay is full and the tide does not wait');
    assert.ok(best!.text.length <= 1000);
  });
});

describe('A quotation whose words differ', () => {
  for (const [what, raw, message] of [
    [
      'by a word',
      '“The quay is full and the tide never wait,” said Voss.',
      'The source has “does not” where the draft has “never”.',
    ],
    [
      'by a synonym',
      '“The quay is packed and the tide does not wait,” said Voss.',
      'The source has “full” where the draft has “packed”.',
    ],
    [
      'by a dropped negation',
      '“We will sell the mill to the harbour board before 2030,” said Brook.',
      'The negation differs: the source has “not” before “sell”, which the draft leaves out.',
    ],
    [
      'by a number',
      '“The dredger lay idle for 40 weeks because nobody had ordered its spare parts.”',
      'A number differs: the source has “14” where the draft has “40”.',
    ],
    [
      'by a modal',
      '“It has fed four generations of this valley, and it will feed a fifth.”',
      'The degree of certainty differs: the source has “may” where the draft has “will”.',
    ],
    [
      'by a word too many',
      '“The quay is always full and the tide does not wait.”',
      'The source does not have “always”.',
    ],
    [
      'by an opposite',
      '“We will not sell the mill to the harbour board after 2030.”',
      'The meaning is turned round: the source has “before” where the draft has “after”.',
    ],
  ] as const) {
    it(`is altered ${what}`, async () => {
      const finding = await findingOf(raw);
      assert.equal(`${finding.verdict} ${finding.code}`, ALTERED);
      assert.equal(finding.message, message);
    });
  }

  it('leads with the gravest of several differences', async () => {
    const { message } = await findingOf('“We shall sell the old mill to the harbour board before 2030.”');
    assert.match(message, /^The negation differs: .* \(and 1 other difference\)\.$/u);
  });

  it('is altered where an ellipsis hides a negation', async () => {
    assert.equal(await codeOf('“We will … sell the mill to the harbour board before 2030.”'), ALTERED);
  });

  it('is altered where it begins behind the negation, unless the draft has it', async () => {
    assert.equal(await codeOf('Brook: they will “sell the mill to the harbour board before 2030”.'), ALTERED);
    assert.equal(await codeOf('Brook said they would not “sell the mill to the harbour board before 2030”.'), FOUND);
  });

  it('is found with several words changed', async () => {
    const raw = '“The dredger sat idle for 14 months since nobody had ordered its new parts.”';
    assert.equal(await codeOf(raw), ALTERED);
  });

  it('proves nothing where the draft calls it a translation', async () => {
    const raw = 'Voss said in Dutch: “The dredger sat still for 14 weeks since nobody had ordered parts.”';
    assert.equal(await codeOf(raw), 'not-enough-evidence quote.unknown');
  });

  for (const [raw, fix] of [
    ['“The quay is packed and the tide does not wait,” said Voss.', 'The quay is full and the tide does not wait,'],
    ['“We will sell the mill to the harbour board,” said Brook.', 'We will not sell the mill to the harbour board,'],
    ['“The quay is always full and the tide does not wait.”', 'The quay is full and the tide does not wait.'],
    ['“The *quay* is full and the river does not wait,” said Voss.', 'The *quay* is full and the tide does not wait,'],
    ['“Well, the quay is full and the tide does not wait.”', 'The quay is full and the tide does not wait.'],
  ] as const) {
    it(`is repaired with the source’s words: ${fix}`, async () => {
      const { suggestions } = await findingOf(raw);
      assert.equal(suggestions[0]?.newText, fix);
    });
  }
});

describe('The speaker of a quotation', () => {
  it('is wrong where the source names another person', async () => {
    const finding = await findingOf('“The quay is full and the tide does not wait,” said Ada Brook.');
    assert.equal(finding.code, 'quote.misattributed');
    assert.equal(finding.message, 'The source has these words from Carl Voss, not from Ada Brook.');
  });

  it('is right as a surname, a full name, a pronoun or a role', async () => {
    assert.equal(await codeOf('“The quay is full and the tide does not wait,” Mr Voss said.'), FOUND);
    assert.equal(await codeOf('Carl Voss came. “The quay is full and the tide does not wait,” he said.'), FOUND);
    assert.equal(await codeOf('“The quay is full and the tide does not wait,” said the harbour master.'), FOUND);
  });

  it('is wrong as a pronoun that stands for somebody else', async () => {
    const raw = 'Ada Brook came. “The quay is full and the tide does not wait,” she said.';
    assert.equal(await codeOf(raw), 'refuted quote.misattributed');
  });

  it('is not missed where the draft names nobody', async () => {
    assert.equal(await codeOf('“The quay is full and the tide does not wait.”'), FOUND);
  });

  it('is wrong as a role that another person has', async () => {
    const sources = {
      'a.txt': `The health minister, Nils Aker, opened the ward. The finance minister, Vera Holm, said: “We have paid for every bed in this house.”`,
    };
    const words = '“We have paid for every bed in this house,” said the';
    assert.equal(await codeOf(`${words} health minister.`, sources), 'refuted quote.misattributed');
    assert.equal(await codeOf(`${words} finance minister.`, sources), FOUND);
    assert.equal(await codeOf(`${words} guest of honour.`, sources), FOUND);
  });

  it('is wrong with the title of somebody else of that surname', async () => {
    const sources = { 'a.txt': '“There were two thousand of us at the mill,” said Maria Voss, a weaver.' };
    const words = '“There were 2,000 of us at the mill,” said';
    assert.equal(await codeOf(`${words} Mr Voss.`, sources), 'refuted quote.misattributed');
    assert.equal(await codeOf(`${words} Ms Voss.`, sources), FOUND);
  });

  it('is wrong by name where the source leaves the speaker unnamed and quotes that person elsewhere', async () => {
    const sources = {
      'a.txt':
        '“We expected help from them,” said Carl Voss. A government spokesman said: “Ministers have met the company three times.”',
    };
    const words = '“Ministers have met the company three times,”';
    assert.equal(await codeOf(`${words} said Carl Voss.`, sources), 'refuted quote.misattributed');
    assert.equal(await codeOf(`${words} said Nils Aker.`, sources), FOUND);
  });

  it('is not held against the draft where the source’s pronoun could mean either', async () => {
    const sources = {
      'a.txt': 'Carl Voss, who had come with Dan Hope, was brief. “The quay has been full since the spring,” he said.',
    };
    assert.equal(await codeOf('“The quay has been full since the spring,” said Dan Hope.', sources), FOUND);
  });

  it('is whose turn it is in a transcript', async () => {
    const sources = {
      'call.md': `**Ada Brook:** Good morning to all of you on the line.\n\n**Carl Voss:** The backlog is firm and all of it is signed.\n\n**Ada Brook:** Thank you, Carl, for your plain words.\n\n**Carl Voss:** Goodbye.`,
    };
    assert.equal(await codeOf('“The backlog is firm and all of it is signed,” said Carl Voss.', sources), FOUND);
    assert.equal(
      await codeOf('“The backlog is firm and all of it is signed,” said Ada Brook.', sources),
      'refuted quote.misattributed',
    );
  });
});

describe('Passages that are not one quotation', () => {
  it('are stitched where the draft runs them together', async () => {
    const raw = '“We will not sell the mill. The quay is full and the tide does not wait.”';
    const finding = await findingOf(raw);
    assert.equal(finding.code, 'quote.stitched');
    assert.equal(finding.evidence.length, 2);
  });

  it('are stitched where an ellipsis joins two speakers, or turns their order round', async () => {
    assert.equal(
      await codeOf('“It has fed four generations of this valley … the tide does not wait.”'),
      'refuted quote.stitched',
    );
    assert.equal(await codeOf('“It may feed a fifth … We will not sell the mill.”'), 'refuted quote.stitched');
  });
});

describe('Sources that differ over a quotation', () => {
  const sources = {
    'a.txt': 'Ada Brook said: “We shall keep the mill as long as the river runs past it.”',
    'b.txt': 'Ada Brook said: “We shall keep the mill as long as the water runs past it.”',
  };

  it('conflict where the draft agrees with one', async () => {
    const finding = await findingOf(
      '“We shall keep the mill as long as the water runs past it,” said Ada Brook.',
      sources,
    );
    assert.equal(`${finding.verdict} ${finding.code}`, 'conflicting-evidence quote.conflict');
    assert.deepEqual(finding.evidence.map(({ source }) => source).sort(), ['a.txt', 'b.txt']);
  });

  it('refute a draft that agrees with none', async () => {
    assert.equal(
      await codeOf('“We shall keep the mill as long as the wind runs past it,” said Ada Brook.', sources),
      ALTERED,
    );
  });
});

describe('Words that no source has', () => {
  it('are unknown', async () => {
    assert.equal(
      await codeOf('“Nobody ever asked the ferrymen,” said Ada Brook.'),
      'not-enough-evidence quote.unknown',
    );
  });

  it('are unknown, not altered, as a scare quote', async () => {
    assert.equal(await codeOf('It was a “silent enemy” to the town.'), 'not-enough-evidence quote.unknown');
  });
});

describe('Verdicts on quotations, by property', () => {
  const words = 'We will not sell the mill to the harbour board before 2030'.split(' ');
  const speech = (list: readonly string[]): string => list.join(' ');

  it('do not depend on the marks or on how lines are broken', async () => {
    const marks = fc.constantFrom(['“', '”'], ['"', '"'], ["'", "'"], ['«', '»'], ['„', '“']);
    const breaks = fc.array(fc.constantFrom(' ', '\n'), { minLength: words.length, maxLength: words.length });
    await fc.assert(
      fc.asyncProperty(marks, breaks, fc.boolean(), async ([open, close], spaces, right) => {
        const said = words.map(
          (word, i) => (right || word !== 'sell' ? word : 'lend') + (i < words.length - 1 ? spaces[i] : ''),
        );
        assert.equal(await codeOf(`${open}${said.join('')},${close} said Ada Brook.`), right ? FOUND : ALTERED);
      }),
      { numRuns: 30 },
    );
  });

  it('never support a quotation that drops a word from its middle', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: words.length - 2 }), async (at) => {
        const dropped = words.filter((_, i) => i !== at);
        assert.equal(await codeOf(`“${speech(dropped)},” said Ada Brook.`), ALTERED);
      }),
      { numRuns: 12 },
    );
  });

  it('do not turn from supported to refuted by an unrelated source, nor by the order of sources', async () => {
    const raw = '“The quay is full and the tide does not wait,” said Carl Voss.';
    const more = { 'c.txt': 'Bees swarm in May. Ewa Lind said: “They come back to the same tree.”' };
    assert.equal(await codeOf(raw, { ...more, 'a.txt': HARBOUR, 'b.txt': DREDGING }), FOUND);
    assert.equal(await codeOf(raw, { 'b.txt': DREDGING, ...more, 'a.txt': HARBOUR }), FOUND);
  });

  it('are the same where the index proposes the sources', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `o${i}.txt`,
        `Note ${i}. The board met and the tide was high. Nobody spoke of boats.`,
      ]),
    );
    const sources = { 'a.txt': HARBOUR, 'b.txt': DREDGING, ...others };
    assert.equal(
      await codeOf('“The dredger sat idle for 14 weeks because nobody ordered its spare parts.”', sources),
      ALTERED,
    );
    assert.equal(
      await codeOf('“The dredger lay idle for 14 weeks because nobody had ordered its spare parts.”', sources),
      FOUND,
    );
    assert.equal(await codeOf('The “silent partner” was in flood.', sources), FOUND);
  });
});
