import assert from 'node:assert/strict';
import fc from 'fast-check';
import { fold } from '../../../server/src/text/fold.ts';

describe('Folding', () => {
  it('makes one word of its spellings with and without diacritics and capitals', () => {
    assert.equal(fold('Łukasz'), 'lukasz');
    assert.equal(fold('Ó Briain'), 'o briain');
    assert.equal(fold('NGUYỄN'), 'nguyen');
    assert.equal(fold('Søren Æbelø'), 'soren aebelo');
    assert.equal(fold('Straße'), fold('STRASSE'));
    assert.equal(fold('İstanbul'), 'istanbul');
    assert.equal(fold('Re\u0301yes'), fold('Réyes'));
  });

  it('keeps different words apart', () => {
    assert.notEqual(fold('Iran'), fold('Iraq'));
    assert.notEqual(fold('re-form'), fold('reform'));
    assert.notEqual(fold('कि'), fold('का'));
  });

  it('makes one mark of the kinds of quotation marks, apostrophes and hyphens', () => {
    assert.equal(fold('Qur’an'), "qur'an");
    assert.equal(fold('O´Neill'), "o'neill");
    assert.equal(fold('Hawaiʻi'), "hawai'i");
    assert.equal(fold('“so” «said»'), '"so" "said"');
    assert.equal(fold('Anwaar‑ul–Haq'), 'anwaar-ul-haq');
  });

  it('leaves one space between words, and nothing that is not seen', () => {
    assert.equal(fold(' Ana\u00a0 \n Reyes\u200b '), 'ana reyes');
    assert.equal(fold('co\u00adoperation'), 'cooperation');
  });

  it('writes ligatures, full-width and superior forms as plain ones', () => {
    assert.equal(fold('ﬁnance № Ⅳ １２ m²'), 'finance no iv 12 m2');
  });

  it('changes nothing when done again, whatever the text', () => {
    // Where letters have compatibility forms; the rest is ideographs.
    for (const [from, to] of [
      [0, 0x3400],
      [0xa700, 0xac00],
      [0xf900, 0x10000],
      [0x1d400, 0x1d800],
    ] as const) {
      for (let code = from; code < to; code++) {
        const folded = fold(`a${String.fromCodePoint(code)}b`);
        if (fold(folded) !== folded) assert.fail(`U+${code.toString(16)}`);
      }
    }
    for (const unit of ['grapheme', 'binary'] as const) {
      fc.assert(
        fc.property(fc.string({ unit }), (text) => assert.equal(fold(fold(text)), fold(text))),
        { numRuns: 3000 },
      );
    }
  });

  it('does not mind case, whatever the words', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-ſ'’ -]{0,12}$/);
    fc.assert(fc.property(word, (text) => assert.equal(fold(text.toUpperCase()), fold(text.toLowerCase()))));
  });
});
