import assert from 'node:assert/strict';
import { extractQuotes } from '../../../server/src/extract/quotes.ts';
import type { NameMention, QuoteMention } from '../../../server/src/extract/mention.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';
import { sentencesOf } from '../../../server/src/text/sentences.ts';
import fc from 'fast-check';

/** Capitalised runs of two or more words, and the surnames among them. */
function capitalisedRuns(text: string): NameMention[] {
  const runs = [...text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)+/gu)].map((match) => match[0]);
  const known = new Set(runs.flatMap((run) => [run, run.split(' ').at(-1)!]));
  return [...text.matchAll(/\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)*/gu)]
    .filter((match) => known.has(match[0]))
    .map((match) => ({
      kind: 'name',
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      entityType: 'person',
    }));
}

function quotesOf(text: string): QuoteMention[] {
  const document = structurePlainText(text);
  return extractQuotes(document, sentencesOf(document), capitalisedRuns(document.text));
}

const words = (text: string): string[] => quotesOf(text).map((quote) => quote.text);

describe('Quotation marks', () => {
  for (const [kind, text] of [
    ['curly double', 'The mayor spoke of “a quiet revolution” at the fair.'],
    ['straight double', 'The mayor spoke of "a quiet revolution" at the fair.'],
    ['curly single', 'The mayor spoke of ‘a quiet revolution’ at the fair.'],
    ['straight single', "The mayor spoke of 'a quiet revolution' at the fair."],
    ['guillemets', 'The mayor spoke of «a quiet revolution» at the fair.'],
    ['reversed guillemets', 'The mayor spoke of »a quiet revolution« at the fair.'],
    ['low and high', 'The mayor spoke of „a quiet revolution“ at the fair.'],
    ['typewriter pairs', "The mayor spoke of ``a quiet revolution'' at the fair."],
  ] as const) {
    it(`reads ${kind} marks`, () => assert.deepEqual(words(text), ['a quiet revolution']));
  }

  it('gives the span between the marks and the one with them', () => {
    const [quote] = quotesOf('She called it “odd”.');
    assert.deepEqual([quote!.start, quote!.end, quote!.outer.start, quote!.outer.end], [15, 18, 14, 19]);
  });

  it('takes no apostrophe for a mark', () => {
    const text = "It's the dogs' bowl, the '90s sound, rock 'n' roll, and 'em there isn't the boys' fault.";
    assert.deepEqual(words(text), []);
  });

  it('reads past a possessive plural and a contraction between straight single marks', () => {
    assert.deepEqual(words("'I couldn't see the girls' mother there,' she said. 'It was dark.'"), [
      "I couldn't see the girls' mother there,",
      'It was dark.',
    ]);
  });

  it('closes at a plural when nothing else closes', () => {
    assert.deepEqual(words("The firm sells 'veggie balls' and 'meatless mince' in June."), [
      'veggie balls',
      'meatless mince',
    ]);
  });

  it('lists the outer quotation only', () => {
    assert.deepEqual(words('“He told me ‘go home’ and I went,” said Ada Brook.'), ['He told me ‘go home’ and I went,']);
    assert.deepEqual(words('\'So I said, "Take it all." And he did,\' Ada Brook said.'), [
      'So I said, "Take it all." And he did,',
    ]);
  });

  it('takes feet and inches for measures', () => {
    assert.deepEqual(words('He is 5\'10" tall and she called him "a giant" of a man.'), ['a giant']);
  });

  it('lets no mark without a partner swallow what follows', () => {
    assert.deepEqual(words('He said “this never ends.\n\nA new paragraph. She said “it does” to him.'), ['it does']);
    assert.deepEqual(words('A 3" pipe and "a good one" lay there.'), ['a good one']);
  });

  it('follows a quotation over paragraphs that repeat the opening mark', () => {
    const quotes = quotesOf('“We began with nothing.\n\n“We end with a roof,” said Ada Brook.\n\nThat was all.');
    assert.deepEqual(
      quotes.map((quote) => [quote.text, quote.continues]),
      [
        ['We began with nothing.', undefined],
        ['We end with a roof,', 0],
      ],
    );
  });

  it('parts paragraphs that were run together at the repeated mark', () => {
    assert.deepEqual(words('"We began with nothing. "We end with a roof," said Ada Brook.'), [
      'We began with nothing.',
      'We end with a roof,',
    ]);
  });

  it('takes the title of a work for a name, and words so called for a quotation', () => {
    assert.deepEqual(words('Her hits include “The Long Road Home” and the film “Winter”.'), []);
    assert.deepEqual(words('It is the so-called ‘Forward Defence’ plan.'), ['Forward Defence']);
    assert.deepEqual(words('He said, “Never Again.”'), ['Never Again.']);
  });

  it('never reaches beyond a paragraph and never overlaps, whatever the marks', () => {
    const piece = fc.constantFrom('“', '”', '"', "'", '‘', '’', '«', '»', ' ', 'word', 'Word', '.', ',', '\n\n', 's');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const document = structurePlainText(pieces.join(''));
        let end = -1;
        for (const quote of extractQuotes(document, sentencesOf(document), [])) {
          assert.ok(quote.outer.start >= end && quote.start <= quote.end && !quote.text.includes('\n'));
          assert.equal(quote.text, document.text.slice(quote.start, quote.end));
          end = quote.outer.end;
        }
      }),
    );
  });
});
