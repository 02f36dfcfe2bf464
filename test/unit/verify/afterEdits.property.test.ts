import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';

/** Bulletins that name the same people in changing company, so that names, figures and passages compete for being evidence. */
const BULLETINS: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from({ length: 20 }, (_, i) => [
    `bulletin-${i}.txt`,
    [
      `${i % 2 === 0 ? 'Lena Moorgate' : 'Otto Saltmarsh'} opened lock ${i} of the Tarrow Canal in ${2001 + i}.`,
      i % 3 === 0 ? 'Lena Moorgate met Viktor Hale in Brinby.' : 'The Canal and Locks Trust (CLT) wrote to Brinby.',
      i % 4 === 0
        ? `“Lock ${i} will not leak again,” said Otto Saltmarsh.`
        : '“It leaks every spring,” Viktor Hale said.',
      `It cost $${3 + (i % 3)} million and took ${10 + i} weeks.`,
    ].join('\n\n'),
  ]),
);

const SENTENCES = [
  'Lena Moorgate opened lock 4 of the Tarrow Canal in 2005.',
  'Lena Moorgate opened lock 4 of the Tarrow Canal in 2006.',
  'Otto Saltmarsh met Viktor Hale in Brinby.',
  'Hale came from the Canal and Locks Trust.',
  'The CLT paid $4 million for it.',
  'It took 14 weeks.',
  '“It leaks every spring,” Viktor Hale said.',
  '“It leaks each spring,” said Lena Moorgat.',
  'Engineer Otto Saltmarsh was away.',
];

const edit = fc.record({
  kind: fc.constantFrom('put', 'take', 'letter'),
  at: fc.nat(1000),
  sentence: fc.constantFrom(...SENTENCES),
  paragraph: fc.boolean(),
});

/** The draft with a sentence more, one less, or a letter more somewhere. */
function edited(
  draft: string,
  { kind, at, sentence, paragraph }: typeof edit extends fc.Arbitrary<infer E> ? E : never,
) {
  if (kind === 'letter') {
    const place = at % (draft.length + 1);
    return `${draft.slice(0, place)}s${draft.slice(place)}`;
  }
  const parts = draft.split(/(?<=[.”]) /u);
  const place = at % (parts.length + 1);
  parts.splice(place, kind === 'take' ? 1 : 0, ...(kind === 'put' ? [(paragraph ? '\n\n' : '') + sentence] : []));
  return parts.join(' ');
}

async function findings(draft: string, corpus: Corpus): Promise<unknown> {
  return (await checkDraft(readDraft(draft), corpus)).map(({ claim, finding, span }) => ({ ...claim, finding, span }));
}

describe('A draft checked again after an edit', () => {
  it('gets the findings, with messages and evidence, of one that is checked for the first time', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        async (start, edits) => {
          const corpus = await corpusOfTexts(BULLETINS);
          let draft = start.join(' ');
          await findings(draft, corpus);
          for (const one of edits) {
            draft = edited(draft, one);
            assert.deepEqual(await findings(draft, corpus), await findings(draft, await corpusOfTexts(BULLETINS)));
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
