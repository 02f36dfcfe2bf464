import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NameFormRow } from '../../../server/src/corpus/corpusIndex.ts';
import { lexiconOf } from '../../../server/src/corpus/nameLexicon.ts';
import { createNameStore, type NameStore } from '../../../server/src/corpus/nameStore.ts';
import { hashOf } from '../../../server/src/text/hash.ts';

const WORDS = ['Ann', 'Anne', 'Field', 'Fields', 'Port', 'Ellis', 'of', 'Łódź', 'U.S.', 'Board', 'AFB', 'Elisl'];
const form = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const row = fc.record({
  form,
  entityType: fc.constantFrom('unknown' as const, 'person' as const),
  mentions: fc.integer({ min: 1, max: 9 }),
  documents: fc.integer({ min: 0, max: 3 }),
});
const asked = [...WORDS, 'Anne Fields', 'Elis', 'Prot Ellis', 'Lodz', 'Fild', 'ab'];

/** Everything that a store answers. */
function answersOf(store: NameStore): unknown {
  const lexicon = lexiconOf(store, () => Promise.resolve([]));
  return [
    store.size(),
    ...asked.map((name) => {
      const key = name.toLowerCase();
      return [
        lexicon.exact(key),
        lexicon.sameLetters(name),
        lexicon.withWord(key),
        lexicon.withInitials(key),
        lexicon.similarWords(key, 5),
        lexicon.similar(name, 5),
      ];
    }),
  ];
}

function keyOf({ form: written, entityType }: NameFormRow): string {
  return `${entityType} ${written}`;
}

describe('A store of names', () => {
  it('that follows every change answers as one made of what there is in the end', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.array(fc.array(row, { maxLength: 8 })), (first, changes) => {
        const held = new Map<string, NameFormRow>();
        const take = (rows: readonly NameFormRow[]) => rows.forEach((one) => held.set(keyOf(one), one));
        take(first.filter(({ documents }) => documents > 0));
        const store = createNameStore([...held.values()]);
        for (const rows of changes) {
          answersOf(store);
          store.update(rows);
          take(rows);
        }
        const left = [...held.values()].filter(({ documents }) => documents > 0);
        assert.deepEqual(answersOf(store), answersOf(createNameStore(left.reverse())));
      }),
      { numRuns: 60 },
    );
  });

  it('tells names apart whose letters have one hash', () => {
    assert.equal(hashOf('costarring'), hashOf('liquid'));
    const [one, other] = ['Costarring', 'Liquid'].map((name): NameFormRow => ({
      form: name,
      entityType: 'unknown',
      mentions: 1,
      documents: 1,
    }));
    const lexicon = lexiconOf(createNameStore([one!, other!]), () => Promise.resolve([]));
    assert.deepEqual([lexicon.exact('liquid'), lexicon.sameLetters('Liquid')], [[other], [other]]);
    assert.deepEqual([lexicon.exact('costarring'), lexicon.sameLetters('Co-starring')], [[one], [one]]);
  });

  it('that has changed much is put into order again as a whole, with the same answers', () => {
    const rows = Array.from({ length: 1500 }, (_, i): NameFormRow => ({
      form: `Name ${i.toString(36)}x`,
      entityType: 'unknown',
      mentions: 1,
      documents: 1,
    }));
    const store = createNameStore(rows.slice(0, 700));
    const near = (of: NameStore) => ['5cx', '41zx', '2zx'].map((word) => of.nearestWords(word, 9));
    near(store);
    store.update(rows.slice(700));
    store.update(rows.slice(0, 100).map((one) => ({ ...one, documents: 0 })));
    assert.deepEqual(near(store), near(createNameStore(rows.slice(100))));
  });

  it('that is prepared in turns takes in what changes between them, and who asks meanwhile', () => {
    const rows = Array.from({ length: 1500 }, (_, i): NameFormRow => ({
      form: `Name ${i.toString(36)}x`,
      entityType: 'unknown',
      mentions: 1,
      documents: 1,
    }));
    const near = (of: NameStore) => ['5cx', '41zx', '2zx'].map((word) => of.nearestWords(word, 9));
    const expected = near(createNameStore(rows.slice(100)));
    // In the table by word, among the words, in their trigrams and in the table by initials.
    for (const moment of [2, 20, 40, 50]) {
      for (const asked of [false, true]) {
        const store = createNameStore(rows.slice(0, 1400));
        let steps = 0;
        for (const _ of store.prepare()) {
          if (++steps === moment) store.update(rows.slice(0, 100).map((one) => ({ ...one, documents: 0 })));
          if (steps === moment + 3 && asked) near(store);
          if (steps === moment + 4) store.update(rows.slice(1400));
        }
        // Who asks may have finished it.
        assert.ok(asked || steps > moment + 4);
        if (steps < moment + 4) store.update(rows.slice(1400));
        assert.deepEqual(near(store), expected);
        for (const word of ['1zx', '5cx', '15mx']) assert.equal(store.byWord.get(word).length, word === '1zx' ? 0 : 1);
      }
    }
  });
});
