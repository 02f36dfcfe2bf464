import assert from 'node:assert/strict';
import type { DocumentId } from '../../../server/src/corpus/corpusIndex.ts';
import { passageSearchOf } from '../../../server/src/corpus/passageSearch.ts';

const PASSAGES = 9000;
/** Each passage is a document of its own, and the last one indexed has the first path. */
const documentOf = (passage: number) => passage as DocumentId;
const order = (document: DocumentId): number => PASSAGES - document;

const WORDS: Readonly<Record<string, readonly number[]>> = {
  common: Array.from({ length: PASSAGES }, (_, i) => i),
  usual: Array.from({ length: PASSAGES - 100 }, (_, i) => i),
  frequent: Array.from({ length: 1000 }, (_, i) => 8 * i),
  seldom: Array.from({ length: 90 }, (_, i) => 4 + 4 * i).slice(1, 5),
  rare: [7, 8],
};

/** Which passages are read from the index, counted. */
function searching() {
  const count = { rows: 0 };
  const counted = (rows: readonly number[]) => {
    count.rows += rows.length;
    return rows;
  };
  const rowsOf = (runs: readonly (readonly string[])[]) => new Set(runs.flatMap(([word]) => WORDS[word!] ?? []));
  const search = passageSearchOf({
    total: () => PASSAGES,
    end: () => PASSAGES,
    frequency: (word) => WORDS[word]?.length ?? 0,
    posting: ([word], limit) => counted((WORDS[word!] ?? []).slice(0, limit)),
    conjunction([first, ...others]) {
      const sets = others.map(rowsOf);
      return counted([...rowsOf(first!)].filter((row) => sets.every((set) => set.has(row))));
    },
    documentOf,
    passagesOf: (document) => ({ first: document, end: document + 1 }),
    order,
  });
  return { search, count };
}

describe('A search for words that stand almost everywhere', () => {
  it('finds only what rare words say, where there are any, and reads no more for the others', () => {
    const { search, count } = searching();
    assert.deepEqual(search({ groups: [['common', 'rare']], limit: 5 }), [8, 7]);
    assert.equal(count.rows, 2);
  });

  it('reads nothing where one of the words asked for stands nowhere', () => {
    const { search, count } = searching();
    assert.deepEqual(search({ groups: [['usual'], ['unheard'], ['rare']], limit: 5 }), []);
    assert.equal(count.rows, 0);
  });

  it('beside a rare word looks for a frequent one only where that stands', () => {
    const { search, count } = searching();
    assert.deepEqual(search({ groups: [['frequent'], ['rare']], limit: 5 }), [8]);
    assert.equal(count.rows, 2 + 1);
    assert.deepEqual(search({ groups: [['frequent'], ['seldom']], limit: 5 }), [16, 8]);
  });

  it('finds some where nothing else is asked for, in order of path', () => {
    const { search } = searching();
    assert.deepEqual(search({ groups: [['common']], limit: 3 }), [8999, 8998, 8997]);
    assert.deepEqual(search({ groups: [['common'], ['usual']], limit: 2 }), [8899, 8898]);
  });
});
