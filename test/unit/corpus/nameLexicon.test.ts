import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { NameFormRow } from '../../../server/src/corpus/corpusIndex.ts';
import { createNameLexicon } from '../../../server/src/corpus/nameLexicon.ts';
import { initialsOf, nameWordsOf } from '../../../server/src/corpus/nameWords.ts';

const rows = (...forms: string[]): NameFormRow[] =>
  forms.map((form) => ({ form, entityType: 'unknown', mentions: 1, documents: 1 }));
const lexicon = (...forms: string[]) => createNameLexicon(rows(...forms), () => Promise.resolve([]));
const formsOf = (found: readonly NameFormRow[]) => found.map(({ form }) => form);

describe('the name lexicon', () => {
  it('finds a form whatever its capitals, accents and hyphens are', () => {
    const names = lexicon('Łukasz Wójcik', 'LUKASZ WOJCIK', 'Łucja Wójcik');
    assert.deepEqual(formsOf(names.exact('lukasz wojcik')), ['LUKASZ WOJCIK', 'Łukasz Wójcik']);
    assert.deepEqual(formsOf(names.exact('lucja')), []);
  });

  it('takes names of the same letters together, and no others', () => {
    const names = lexicon('al-Nusra', 'U.S.', 'Hart & Lowe', 'Al Nasra');
    assert.deepEqual(formsOf(names.sameLetters('Al Nusra')), ['al-Nusra']);
    assert.deepEqual(formsOf(names.sameLetters('US')), ['U.S.']);
    assert.deepEqual(formsOf(names.sameLetters('Hart and Lowe')), ['Hart & Lowe']);
  });

  it('knows the forms that a word stands in', () => {
    const names = lexicon('Ilse Kattenbach', 'Kattenbach', 'Kattenbacher Hof');
    assert.deepEqual(formsOf(names.withWord('kattenbach')), ['Ilse Kattenbach', 'Kattenbach']);
  });

  it('knows what an acronym may stand for', () => {
    const names = lexicon('Council for the Study of Rivers', 'Anti-Flood Survey', 'Coastal Survey');
    assert.deepEqual(formsOf(names.withInitials('csr')), ['Council for the Study of Rivers']);
    assert.deepEqual(formsOf(names.withInitials('afs')), ['Anti-Flood Survey']);
  });

  it('takes no two letters for an acronym', () => {
    assert.deepEqual(lexicon('Coastal Survey').withInitials('cs'), []);
  });

  it('puts the spelling a slip away before all others', () => {
    const names = lexicon('Maldenbrook', 'Marnheim', 'Mallow', 'Ellisvik', 'Oduya', 'Tarnfoss', 'Tarn');
    assert.equal(names.similarWords('maldenbruk', 3)[0], 'maldenbrook');
    assert.equal(names.similarWords('tranfoss', 3)[0], 'tarnfoss');
    assert.equal(formsOf(names.similar('Elisvik', 3))[0], 'Ellisvik');
  });

  it('names first what has most words of a name, or words near them', () => {
    const names = lexicon('Ilse Kattenbach', 'Kattenbacher Hof', 'Ilse Oduya', 'Otto Marnheim');
    assert.deepEqual(formsOf(names.similar('Ilse Katenbach', 3)), [
      'Ilse Kattenbach',
      'Ilse Oduya',
      'Kattenbacher Hof',
    ]);
    assert.deepEqual(formsOf(names.similar('Brno', 3)), []);
  });

  it('finds a name again in which two letters were transposed, one was doubled or one left out', () => {
    const pool = [
      'Adeyemi',
      'Kjellbotn',
      'Penhallow',
      'Brennecke',
      'Holmberg',
      'Vasquez',
      'Burrowes',
      'Oyelowo',
      'Quill',
    ];
    const names = lexicon(...pool);
    fc.assert(
      fc.property(fc.constantFrom(...pool), fc.nat(), fc.nat(2), (name, at, slip) => {
        const letters = [...name.toLowerCase()];
        const i = 1 + (at % (letters.length - 2));
        if (slip === 0) [letters[i], letters[i + 1]] = [letters[i + 1]!, letters[i]!];
        else if (slip === 1) letters.splice(i, 0, letters[i]!);
        else letters.splice(i, 1);
        assert.equal(names.similarWords(letters.join(''), 1)[0], name.toLowerCase());
      }),
    );
  });

  it('is empty without names', () => {
    const names = lexicon();
    assert.deepEqual(names.similar('Anybody', 5), []);
    assert.deepEqual(names.similarWords('anybody', 5), []);
  });
});

describe('the words of a name', () => {
  it('are folded and without points', () => {
    assert.deepEqual(nameWordsOf('J. K. Ó Briain Jr.'), ['j', 'k', 'o', 'briain', 'jr']);
    assert.deepEqual(nameWordsOf('U.S. State Department'), ['us', 'state', 'department']);
  });

  it('give initials with and without the small ones, and without what “and” adds', () => {
    assert.deepEqual(initialsOf('Institute for Rivers and Lakes'), ['irl', 'ifral']);
    assert.deepEqual(initialsOf('Transport for Marlow'), ['tm', 'tfm']);
    assert.deepEqual(initialsOf('Centre for Flood Control and Repair'), ['cfcr', 'cffcar', 'cfc']);
    assert.deepEqual(initialsOf('Bureau of Co-operation'), ['bc', 'bco', 'boc']);
    assert.deepEqual(initialsOf('Tehreek-e-Azadi'), ['t', 'ta']);
  });
});
