import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Corpus } from '../../../server/src/corpus/corpus.ts';
import { createCorpusView } from '../../../server/src/corpus/corpusView.ts';
import { createLexiconCache } from '../../../server/src/corpus/lexiconCache.ts';
import { createMemoryIndex } from '../../../server/src/corpus/memoryIndex.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import { analyse } from '../../../server/src/extract/analysis.ts';
import { readSource } from '../../../server/src/sources/readSource.ts';
import { checkDraft } from '../../../server/src/verify/checkDraft.ts';
import { indexed } from '../corpus/backends.ts';
import { corpusOfTexts } from './corpusOfTexts.ts';
import { shownClaims } from './shownClaims.ts';

/** Names of locks, all different. */
function lock(i: number): string {
  const begin = ['Al', 'Ber', 'Cor', 'Dun', 'Ed', 'Far'][i % 6]!;
  const middle = ['a', 'e', 'i', 'o', 'u'][Math.floor(i / 6) % 5]!;
  const end = ['vale', 'wick', 'ham', 'ford', 'by', 'ton', 'mere', 'stead', 'port', 'gate'][Math.floor(i / 30)]!;
  return `${begin}${middle}${end} Lock`;
}

/** Bulletins of a canal's locks: more than are read whole, so that the index proposes. */
const BULLETINS = bulletins(24);

function bulletins(length: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length }, (_, i) => [
      `bulletin-${String(i).padStart(2, '0')}.txt`,
      [
        `${i % 2 === 0 ? 'Lena Moorgate' : 'Otto Saltmarsh'} opened ${lock(i)} on the Tarrow Canal in ${2001 + i}.`,
        `Repairs of ${lock(i)} cost $${3 + i} million and took ${10 + i} weeks of ${1 + (i % 5)} divers.`,
        `“${lock(i)} leaks at every bitter frost of a long winter,” said Viktor Hale in Brinby.`,
      ].join('\n\n'),
    ]),
  );
}

const DRAFT = [
  'Lena Moorgate opened Edavale Lock on the Tarrow Canal in 2006.',
  'Repairs of Berevale Lock cost $10 million and took 17 weeks of divers.',
  '“Dunevale Lock leaks at every bitter frost of a long summer,” said Viktor Hale.',
  'Otto Saltmarch opened Farevale Lock in 2012, and it cost $13 million.',
  '“Coravale Lock leaks at every bitter frost of a long winter,” said Otto Saltmarsh.',
].join('\n\n');

const SENTENCES = [
  'Lena Moorgate opened Edavale Lock on the Tarrow Canal in 2006.',
  'Repairs of Berevale Lock cost $10 million and took 16 weeks of divers.',
  '“Dunevale Lock leaks at every bitter frost of a long summer,” said Viktor Hale.',
  'Otto Saltmarsh was in Brinby when the frost came.',
  'A flower show drew 412 visitors to Ebbing.',
];

/** A corpus of texts that change, and the paths of what is read of it. */
async function changingCorpus(texts: Readonly<Record<string, string>>) {
  const index = createMemoryIndex();
  const lexicons = createLexiconCache(index);
  const held = new Map<string, string>();
  const read: string[] = [];
  const file = { lost: false };
  async function put(changed: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(changed)) held.set(path, text);
    const documents = Object.entries(changed).map(([path, text]) => indexed(path, text));
    await index.apply({ put: documents, touch: [], remove: [] });
  }
  await put(texts);
  return {
    put,
    read,
    async corpus(): Promise<Corpus> {
      const documents = new Map((await index.documents()).map((record) => [record.id, record]));
      const generation = await index.generation();
      const sources = {
        get: (record: typeof documents extends Map<unknown, infer R> ? R : never) => {
          read.push(record.path);
          const document = readSource(record.path, new TextEncoder().encode(held.get(record.path)));
          return Promise.resolve({ record, document, analysis: analyse(document) });
        },
        keep: () => undefined,
        clear: () => undefined,
      };
      return createCorpusView({ index, sources, lexicons, documents, generation, coverage: 'full', file });
    },
    texts: () => Object.fromEntries(held),
  };
}

async function findings(corpus: Corpus): Promise<unknown> {
  return shownClaims(await checkDraft(readDraft(DRAFT), corpus));
}

describe('A draft whose sources change', function () {
  this.timeout(60_000);

  it('gets the findings of one that is checked for the first time', async () => {
    const change = fc.record({
      path: fc.constantFrom('bulletin-04.txt', 'bulletin-07.txt', 'bulletin-09.txt', 'new.txt', 'newer.txt'),
      sentences: fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const changing = await changingCorpus(BULLETINS);
        await findings(await changing.corpus());
        for (const { path, sentences } of changes) {
          await changing.put({ [path]: sentences.join('\n\n') });
          assert.deepEqual(
            await findings(await changing.corpus()),
            await findings(await corpusOfTexts(changing.texts())),
          );
        }
      }),
      { numRuns: 15 },
    );
  });

  it('is not compared with them again where another one changes', async () => {
    const changing = await changingCorpus(bulletins(300));
    await findings(await changing.corpus());
    assert.ok(changing.read.length > 0);
    changing.read.length = 0;
    await changing.put({ 'show.txt': 'Tulips drew visitors to Ebbing.' });
    await findings(await changing.corpus());
    assert.deepEqual(changing.read, []);
  });

  it('is compared with the one that changes where that speaks of the same', async () => {
    const changing = await changingCorpus(bulletins(300));
    await findings(await changing.corpus());
    changing.read.length = 0;
    await changing.put({ 'bulletin-07.txt': SENTENCES[1]! });
    await findings(await changing.corpus());
    assert.ok(changing.read.includes('bulletin-07.txt'));
  });
});
