import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { analyse, type Analysis } from '../../../server/src/extract/analysis.ts';
import { structureMarkdown } from '../../../server/src/text/markdown.ts';

/** Paragraphs whose names, figures and quotations depend on one another. */
const PARAGRAPHS = [
  'Ana Baloch met the Harbour and Docks Board (HDB) in Brinby. Baloch stated that 40 boats were lost.',
  'Baloch separatists and Young faced the HDB. It cost about $4 million, and $3 million more.',
  'Rory Young played for Kestrel Athletic. Athletic won 3–1.',
  'The young men of the harbour waited for athletic people in 2019.',
  'NEW HARBOUR FOR BRINBY',
  'Harbour Board Opens New Docks',
  '## Kestrel Athletic',
  '- The secretary, Otto Hale, was away.\n- *Homes for Brinby* was shut; **Homes for Brinby** was not.',
  'Otto Hale\n\nDirector of Research',
  '“It leaks every spring,” Viktor Hale said. “Nobody listens.”',
  '“It leaks every spring.\n\n“And in autumn,” she said.',
  '> It was cold.\n>\n> — Lena Moorgate',
  '| Club | Length (km) |\n| - | - |\n| Kestrel Athletic | 12 |\n| Brinby | 9 |',
  'Brinby, 12, was quiet, and the Harbour Board (HB) too.',
  'In Brinby, the RAW said “we are 12”. Near Kestrel, Brinby was quiet.',
];

const edit = fc.record({
  kind: fc.constantFrom('put', 'take', 'letter', 'mark'),
  at: fc.nat(2000),
  paragraph: fc.constantFrom(...PARAGRAPHS),
  letter: fc.constantFrom('s', 'S', ' ', '.', '*', '\n', '“', '"', '7', '|', '#'),
});

function edited(draft: string, { kind, at, paragraph, letter }: ReturnType<typeof edit.generate>['value']): string {
  if (kind === 'letter') {
    const place = at % (draft.length + 1);
    return draft.slice(0, place) + letter + draft.slice(place);
  }
  const parts = draft.split('\n\n');
  const place = at % (parts.length + 1);
  if (kind === 'mark')
    return parts.map((part, i) => (i === place ? part.replace(/\p{L}+/u, '*$&*') : part)).join('\n\n');
  parts.splice(place, kind === 'take' ? 1 : 0, ...(kind === 'put' ? [paragraph] : []));
  return parts.join('\n\n');
}

function found({ document, sentences, names, figures, quotes }: Analysis): unknown {
  return { document, sentences, names, figures, quotes };
}

function assertReadAsFresh(draft: string): void {
  assert.deepEqual(found(readDraft(draft).analysis), found(analyse(structureMarkdown(draft))));
}

describe('A draft that is read again after an edit', function () {
  this.timeout(60_000);

  it('has the sentences, names, figures and quotations that it has when it is read for the first time', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PARAGRAPHS), { minLength: 1, maxLength: 8 }),
        fc.array(edit, { minLength: 1, maxLength: 8 }),
        (start, edits) => {
          let draft = start.join('\n\n');
          assertReadAsFresh(draft);
          for (const one of edits) {
            draft = edited(draft, one);
            assertReadAsFresh(draft);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('loses a surname where the full name is struck from another paragraph', () => {
    const surname = 'Baloch stated that the boats were lost.';
    const namesOf = (draft: string): readonly string[] =>
      readDraft(draft).analysis.names.flatMap(({ text, demonym }) => (demonym ? [] : [text]));
    assert.deepEqual(namesOf(`Ana Baloch came.\n\n${surname}`), ['Ana Baloch', 'Baloch']);
    assert.deepEqual(namesOf(`She came.\n\n${surname}`), []);
    assert.deepEqual(namesOf(`Ana Baloch came.\n\n${surname}`), ['Ana Baloch', 'Baloch']);
  });

  it('reads a word as a name no longer once another paragraph has it small', () => {
    const start = 'Otter came late.';
    const namesOf = (draft: string): readonly string[] => readDraft(draft).analysis.names.map(({ text }) => text);
    const before = namesOf(`${start}\n\nWe met Otter there.`);
    assert.deepEqual(before, ['Otter', 'Otter']);
    assert.deepEqual(namesOf(`${start}\n\nWe met an otter there.`), []);
  });
});
