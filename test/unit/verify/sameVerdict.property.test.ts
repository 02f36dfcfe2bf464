import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HARBOUR, SENTENCES, UNRELATED, verdictsOf } from './harbourCorpus.ts';

const RUNS = { numRuns: 40 };

/** Drafts of some of the sentences, in paragraphs of one to three. */
const drafts = fc
  .array(fc.uniqueArray(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 })
  .map((paragraphs) => paragraphs.map((sentences) => sentences.join(' ')));

const MARKS: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['"', '"'],
  ['«', '»'],
  ['„', '“'],
  ['‘', '’'],
];

function inMarks(text: string, [open, close]: readonly [string, string]): string {
  return text.replace(/“/gu, '\u0001').replace(/”/gu, close).replaceAll('\u0001', open);
}

const NUMBERS: readonly ((text: string) => string)[] = [
  (text) => text.replace(/(\d),(\d{3})/gu, '$1$2'),
  (text) => text.replace(/(\d),(\d{3})/gu, '$1\u2009$2'),
  (text) => text.replace(/(\d),(\d{3})/gu, '$1\u202f$2'),
  (text) => text.replace(/ per cent/gu, '%'),
  (text) => text.replace(/ per cent/gu, ' percent'),
  (text) => text.replace(/\$2 million/gu, '$2m'),
  (text) => text.replace(/\$2 million/gu, 'US$2 million'),
  (text) => text.replace(/\bNine\b/gu, '9').replace(/\bnine\b/gu, '9'),
];

describe('The verdicts on a draft', () => {
  it('do not change when its paragraphs are broken into other lines', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.infiniteStream(fc.boolean()), async (paragraphs, breaks) => {
        const plain = paragraphs.join('\n\n');
        // A line that begins with a number and a point would be a list.
        const broken = plain.replace(/ (?=[\p{L}“])/gu, () => (breaks.next().value ? '\n' : ' '));
        assert.deepEqual(await verdictsOf(broken), await verdictsOf(plain));
      }),
      RUNS,
    );
  });

  it('do not change with other quotation marks, in the draft or in the sources', async () => {
    await fc.assert(
      fc.asyncProperty(
        drafts,
        fc.constantFrom(...MARKS),
        fc.constantFrom(...MARKS),
        async (paragraphs, ours, theirs) => {
          const plain = paragraphs.join('\n\n');
          const sources = Object.fromEntries(
            Object.entries(HARBOUR).map(([path, text]) => [path, inMarks(text, theirs)]),
          );
          assert.deepEqual(await verdictsOf(inMarks(plain, ours), sources), await verdictsOf(plain));
        },
      ),
      RUNS,
    );
  });

  it('do not change with other ways to write the same numbers', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.subarray([...NUMBERS]), async (paragraphs, ways) => {
        const plain = paragraphs.join('\n\n');
        const other = ways.reduce((text, way) => way(text), plain);
        assert.deepEqual(await verdictsOf(other), await verdictsOf(plain));
      }),
      RUNS,
    );
  });

  it('do not depend on the order of the sources', async () => {
    const orders = fc.shuffledSubarray(Object.keys(HARBOUR), { minLength: 3, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(drafts, orders, async (paragraphs, order) => {
        const plain = paragraphs.join('\n\n');
        const sources = Object.fromEntries(order.map((path) => [path, HARBOUR[path]!]));
        assert.deepEqual(await verdictsOf(plain, sources), await verdictsOf(plain));
      }),
      RUNS,
    );
  });

  it('do not turn from supported to refuted by an unrelated source', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (paragraphs) => {
        const plain = paragraphs.join('\n\n');
        const before = await verdictsOf(plain);
        const after = await verdictsOf(plain, { ...UNRELATED, ...HARBOUR });
        for (const [i, verdict] of before.entries()) {
          if (verdict.includes(' supported ')) assert.doesNotMatch(after[i]!, / refuted /u);
        }
      }),
      RUNS,
    );
  });
});

describe('A quotation that loses its negation', () => {
  const negated = [
    ['The quay is full and the tide does not wait', 'The quay is full and the tide does wait', 'Carl Voss'],
    ['We will not sell the old mill before the winter', 'We will sell the old mill before the winter', 'Voss'],
    ['Nobody asked us about the cranes', 'Asked us about the cranes', 'Maren Kjell'],
  ] as const;

  it('is never supported, however it is cut and marked', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...negated.slice(0, 2)),
        fc.constantFrom(...MARKS),
        fc.nat(2),
        fc.constantFrom(',', '.', ''),
        async ([, wrong, speaker], marks, cut, end) => {
          const words = wrong.split(' ');
          const text = words.slice(cut > words.length - 7 ? 0 : cut).join(' ');
          const draft = inMarks(`${speaker} said: “${text}${end}”`, marks);
          const quotes = (await verdictsOf(draft)).filter((verdict) => verdict.startsWith('quote'));
          assert.equal(quotes.length, 1);
          assert.doesNotMatch(quotes[0]!, / supported /u);
        },
      ),
      RUNS,
    );
  });

  it('is supported with it', async () => {
    for (const [right, , speaker] of negated) {
      const [verdict] = (await verdictsOf(`${speaker} said: “${right}.”`)).filter((one) => one.startsWith('quote'));
      assert.equal(verdict, 'quote supported quote.found');
    }
  });
});
