import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { CheckOptions, VerifyContext } from '../../../server/src/verify/checkDraft.ts';
import { verifyNames } from '../../../server/src/verify/names.ts';
import type { Finding } from '../../../server/src/verify/verdict.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

const YARD = `Workers at the Tarnfoss yard of Norvane Shipyards went back to work on Monday.

“We walked out over a roof,” said Maren Kjellbotn, who speaks for the Federation of Shipwrights. Defence Minister Oskar Penhallow came to the yard with Ingrid Solheim, the chief executive, and Lucia Adeyemi, the chief financial officer.

The Institute for Rivers and Lakes (IRL) looked into al-Khatib’s report. Dr. Ilse Marten is an associate director of research at the institute. Rivers in Ireland and Iceland were not part of it. Anna von der Hey wrote it.`;

const MINUTES = `Minutes of the harbour board in Ellisvik

Present: Carl Voss, Philippa Thorne and Kjellbotn. Mr Voss spoke of the Institut for Hav. The Al Khatib report was read.`;

type Judged = Finding & { readonly text: string };

async function judged(
  raw: string,
  sources: Readonly<Record<string, string>> = { 'yard.txt': YARD, 'minutes.txt': MINUTES },
  options: CheckOptions = {},
): Promise<Judged[]> {
  const draft = readDraft(raw);
  const context: VerifyContext = { ...options, draft, corpus: await corpusOfTexts(sources), cited: () => new Set() };
  const { names } = draft.analysis;
  const findings = await verifyNames(names, context);
  return findings.map((finding, i) => ({ ...finding, text: names[i]!.text }));
}

async function only(raw: string, sources?: Readonly<Record<string, string>>, options?: CheckOptions): Promise<Judged> {
  const all = await judged(raw, sources, options);
  assert.equal(all.length, 1, `one name in «${raw}», not ${all.map(({ text }) => text).join(' | ')}`);
  return all[0]!;
}

async function codeOf(raw: string, sources?: Readonly<Record<string, string>>): Promise<string> {
  const { verdict, code } = await only(raw, sources);
  return `${verdict} ${code}`;
}

const FOUND = 'supported name.found';
const VARIANT = 'supported name.variant';
const MISSPELT = 'refuted name.misspelt';
const UNKNOWN = 'not-enough-evidence name.unknown';

describe('a name that the sources write', () => {
  it('is found, with the sentence of a mention as its evidence', async () => {
    const finding = await only('It was said by Maren Kjellbotn there.');
    assert.equal(finding.code, 'name.found');
    const [first] = finding.evidence;
    assert.equal(first?.source, 'yard.txt');
    assert.match(first.text, /^“We walked out over a roof,” said Maren Kjellbotn/u);
    assert.equal(first.text.slice(first.focus!.start - first.start, first.focus!.end - first.start), 'Maren Kjellbotn');
  });

  it('is found by a part of it, its acronym, and in other capitals', async () => {
    assert.equal(await codeOf('It was said by Kjellbotn there.'), FOUND);
    assert.equal(await codeOf('It was said by Adeyemi there.'), FOUND);
    assert.equal(await codeOf('The report of the IRL was short.'), FOUND);
    assert.equal(await codeOf('TARNFOSS, 2 March - It rained.'), FOUND);
  });

  it('is a variant where hyphens, points, spaces, accents or dialect differ', async () => {
    assert.equal(await codeOf('The report of al Khatib was short.'), VARIANT);
    assert.equal(await codeOf('The report of the I.R.L. was short.'), VARIANT);
    assert.equal(await codeOf('They came from Éllisvik by boat.'), FOUND);
    assert.equal(
      await codeOf('They saw the Centre for Tides.', { 'a.txt': 'They saw the Center for Tides.' }),
      VARIANT,
    );
  });

  it('is a variant with its parts in another order, with an acronym for it, and with the acronym that the draft gives it', async () => {
    assert.equal(await codeOf('It was signed by Kjellbotn Maren there.'), VARIANT);
    assert.equal(
      await codeOf('So says the FTS today.', { 'a.txt': 'The Federation of Tarnfoss Shipwrights met.' }),
      VARIANT,
    );
    const all = await judged('The Federation of Shipwrights (FOSH) met. The FOSH agreed.');
    assert.deepEqual(
      all.map(({ verdict }) => verdict),
      ['supported', 'supported', 'supported'],
    );
  });

  it('is a variant where a source has its words in small letters, or with small words between them', async () => {
    const sources = {
      'a.txt': 'The Norse rowing federation met in the north east of Ellisvik to read about a rose field.',
    };
    assert.equal(await codeOf('It was up to the Norse Rowing Federation.', sources), VARIANT);
    assert.equal(await codeOf('They met in North East Ellisvik.', sources), VARIANT);
    assert.equal(await codeOf('They met Mrs Rose Field.', sources), UNKNOWN);
    assert.equal(await codeOf('They read about the Rose.', sources), UNKNOWN);
  });

  it('is found with initials for first names', async () => {
    assert.equal(await codeOf('It was said by M. Kjellbotn there.'), FOUND.replace('found', 'variant'));
  });
});

describe('a misspelt name', () => {
  for (const [what, text, fix] of [
    ['with a letter doubled', 'It was in Tarnfosss then.', 'Tarnfoss'],
    ['with a letter missing', 'It was in Elisvik then.', 'Ellisvik'],
    ['with two letters swapped', 'It was in Tranfoss then.', 'Tarnfoss'],
    ['with another vowel', 'It was in Tarnfess then.', 'Tarnfoss'],
    ['in its surname', 'It was said by Maren Kjelbotn there.', 'Maren Kjellbotn'],
    ['in its first name', 'It was said by Mahren Kjellbotn there.', 'Maren Kjellbotn'],
    ['in a small word', 'So says the Institute of Rivers and Lakes today.', 'Institute for Rivers and Lakes'],
    ['in a particle', 'It was said by Anna van der Hey there.', 'Anna von der Hey'],
    ['in the name of a body', 'So says the Federation of Shipwrihgts today.', 'Federation of Shipwrights'],
  ] as const) {
    it(`${what} is refuted, and repaired`, async () => {
      const finding = await only(text);
      assert.equal(`${finding.verdict} ${finding.code}`, MISSPELT);
      assert.equal(finding.suggestions[0]?.newText, fix);
      assert.match(finding.message, new RegExp(`^The sources write “${fix}”, not “${finding.text}”`, 'u'));
      assert.ok(finding.evidence.length > 0);
    });
  }

  it('keeps the draft’s own marks in its repair', async () => {
    const finding = await only('It was said by Maren **Kjelbotn** there.');
    assert.equal(finding.suggestions[0]?.newText, 'Maren **Kjellbotn');
  });

  it('is not one where the sources have both', async () => {
    const sources = { 'a.txt': 'Baluch traders met in the hall of Anna Marten. Later Hanna Martens spoke.' };
    assert.equal(await codeOf('It was said by Hanna Martens there.', sources), FOUND);
    assert.equal(await codeOf('It was said by Anna Marten there.', sources), FOUND);
  });

  it('is not one where another country or a short name is a letter away', async () => {
    assert.equal(await codeOf('Nothing was heard in Iran.', { 'a.txt': 'Nothing was heard in Iraq.' }), UNKNOWN);
    assert.equal(await codeOf('So said the TLP today.', { 'a.txt': 'So said the TTP today.' }), UNKNOWN);
    assert.equal(await codeOf('It was said by Mia there.', { 'a.txt': 'It was said by Mira there.' }), UNKNOWN);
  });

  it('is found in a large corpus only where a source speaks of the same thing', async () => {
    const many: Record<string, string> = {
      'a.txt': 'The trawler strike at Brannoc harbour ended when skipper Jorund Halle signed for the crew.',
    };
    for (let i = 0; i < 20; i++) many[`other${i}.txt`] = `Nothing of note happened in week ${i}.`;
    assert.equal(
      await codeOf('The trawler strike ended at the harbour when Jorund Hale signed for the crew.', many),
      MISSPELT,
    );
    assert.equal(await codeOf('The orchestra played a sonata by the pianist Hallex in the abbey.', many), UNKNOWN);
  });
});

describe('a wrong first name', () => {
  it('before a surname that the sources know is refuted, on the whole name', async () => {
    const finding = await only('The roof leaked, said Greta Kjellbotn of the shipwrights.');
    assert.equal(`${finding.verdict} ${finding.code}`, MISSPELT);
    assert.equal(finding.suggestions[0]?.newText, 'Maren Kjellbotn');
  });

  it('is none where the sources know that person too', async () => {
    const sources = { 'a.txt': 'Donald Voss spoke. Later Melania Voss spoke too.' };
    assert.equal(await codeOf('It was said by Melania Voss there.', sources), FOUND);
  });

  it('is none where the sources give the surname alone, or to a relative', async () => {
    assert.equal(
      await codeOf('It was said by Anna Voss there.', { 'a.txt': 'It was said by Mr Voss there.' }),
      UNKNOWN,
    );
    assert.equal(await codeOf('With her came her brother Emil Thorne, 12.'), UNKNOWN);
  });
});

describe('a title or role', () => {
  it('of another field or office is refuted, on title and name together', async () => {
    const finding = await only('They met Finance Minister Oskar Penhallow there.');
    assert.equal(`${finding.verdict} ${finding.code}`, 'refuted name.role');
    assert.equal(finding.span!.end - finding.span!.start, 'Finance Minister Oskar Penhallow'.length);
    assert.match(finding.message, /“Defence Minister”, not “Finance Minister”/u);
  });

  it('elsewhere in the sentence is marked on the name', async () => {
    const finding = await only('Ilse Marten, the director of research, was there.');
    assert.equal(`${finding.verdict} ${finding.code}`, 'refuted name.role');
    assert.equal(finding.span, undefined);
  });

  it('is right where the sources say the same in other words, or nothing that can be compared', async () => {
    assert.equal(await codeOf('They met Oskar Penhallow, the minister of defense, there.'), FOUND);
    assert.equal(await codeOf('They met CEO Ingrid Solheim there.'), FOUND);
    assert.equal(await codeOf('They met Professor Ilse Marten there.'), FOUND);
    assert.equal(await codeOf('They met the spokeswoman Maren Kjellbotn there.'), FOUND);
  });
});

describe('an office that one person holds', () => {
  const OFFICES = {
    'a.txt':
      'Henrik Aas, head of communications at the yard, and Oskar Pen, the director of the Tarnfoss yard, came to the gate. Runa Holt, the mayor of Ellisvik, was away.',
  };

  it('is refuted of somebody else, with the holder as evidence', async () => {
    const [finding] = await judged('At the gate stood Henrik Aas, the director of the yard.', OFFICES);
    assert.equal(`${finding!.verdict} ${finding!.code}`, 'refuted name.role');
    assert.match(finding!.message, /as Oskar Pen, not Henrik Aas/u);
    assert.match(finding!.evidence[0]!.text, /Oskar Pen/u);
  });

  it('is not where it may be another office, a former one, or one that several hold', async () => {
    for (const text of [
      'At the gate stood Henrik Aas, the mayor.',
      'At the gate stood Henrik Aas, a former director of the yard.',
      'At the gate stood Henrik Aas, an officer of the yard.',
    ]) {
      assert.equal((await judged(text, OFFICES))[0]?.verdict, 'supported', text);
    }
  });
});

describe('an unknown name', () => {
  it('is not enough evidence, and says so', async () => {
    const finding = await only('They went to Maldenbrook by boat.');
    assert.equal(`${finding.verdict} ${finding.code}`, UNKNOWN);
    assert.equal(finding.message, 'No source has “Maldenbrook”.');
    assert.deepEqual(finding.suggestions, []);
  });

  it('that the draft writes in two ways is inconsistent, the rarer spelling marked', async () => {
    const all = await judged('It was Greta Ousmane. It was she, Greta Ousmane. Then Greta Ousmanne left.');
    assert.deepEqual(
      all.map(({ code }) => code),
      ['name.unknown', 'name.unknown', 'name.inconsistent'],
    );
    assert.equal(all[2]!.suggestions[0]?.newText, 'Greta Ousmane');
  });

  it('is known by an alias that the user gave', async () => {
    const aliases = new Map([['Carl Voss', ['the Commodore', 'Kalle V.']]]);
    const finding = await only('It was said by Kalle V. there.', undefined, { aliases });
    assert.equal(finding.code, 'name.variant');
    assert.equal(finding.evidence[0]?.source, 'minutes.txt');
  });
});

describe('names within some sources', () => {
  it('are known by those alone', async () => {
    const draft = readDraft('It was said by Philippa Thorne there.');
    const corpus = await corpusOfTexts({ 'yard.txt': YARD, 'minutes.txt': MINUTES });
    const ids = new Map([...corpus.documents.values()].map(({ id, path }) => [path, id]));
    const context = (path: string): VerifyContext => ({
      draft,
      corpus,
      within: new Set([ids.get(path)!]),
      cited: () => new Set(),
    });
    assert.equal((await verifyNames(draft.analysis.names, context('minutes.txt')))[0]?.code, 'name.found');
    assert.equal((await verifyNames(draft.analysis.names, context('yard.txt')))[0]?.code, 'name.unknown');
  });
});

describe('all names', () => {
  it('of the sources stay supported when a source about something else is added', async () => {
    const draft = 'Maren Kjellbotn met Carl Voss in Ellisvik, and Lucia Adeyemi read the IRL report.';
    const words = ['Maren', 'Voss', 'Kjellboth', 'Elisvik', 'said', 'in', 'the', 'Carla', 'Adeyemy', 'IRA', 'minister'];
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...words), { maxLength: 12 }), async (extra) => {
        const all = await judged(draft, { 'yard.txt': YARD, 'minutes.txt': MINUTES, 'z.txt': `${extra.join(' ')}.` });
        assert.deepEqual([...new Set(all.map(({ verdict }) => verdict))], ['supported']);
      }),
      { numRuns: 25 },
    );
  });
});
