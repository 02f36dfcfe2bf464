import assert from 'node:assert/strict';
import fc from 'fast-check';
import { repairMojibake } from '../../../server/src/text/mojibake.ts';
import { decodeWindows1252 } from '../../../server/src/sources/windows1252.ts';
import { toRawSpan } from '../../../server/src/text/offsets.ts';

/** `text` as UTF-8 that was read as windows-1252. */
function broken(text: string): string {
  return decodeWindows1252(new TextEncoder().encode(text));
}

describe('Mojibake', () => {
  it('is repaired where a whole text is broken', () => {
    const text = 'The café’s owner said: “Nous étions là – déjà à 5 °C.” It cost £3.50, or €4…';
    assert.equal(repairMojibake(broken(text))?.text, text);
  });

  it('is repaired where one of two quotation marks is broken', () => {
    assert.equal(repairMojibake('It is called â€˜Forward Watch’ here.')?.text, 'It is called ‘Forward Watch’ here.');
  });

  it('is repaired in names with letters of Eastern Europe', () => {
    const text = 'Jarosław Kaczyński met Željko Šarić in Łódź.';
    assert.equal(repairMojibake(broken(text))?.text, text);
  });

  it('is repaired where it happened twice', () => {
    const text = 'The minister’s “plan” for Málaga, Antonín Dvořák';
    assert.equal(repairMojibake(broken(broken(text)))?.text, text);
  });

  it('is repaired where the byte without a character was lost', () => {
    assert.equal(repairMojibake('â€œWe will rebuildâ€, she said.')?.text, '“We will rebuild”, she said.');
  });

  it('is not seen in words that are written with such letters', () => {
    for (const text of [
      'Le CAFÉ’S menu, “MAÇÃ” and NESCAFÉ® at 20 °C – São Paulo, Ângela, Århus…',
      'FRANÇOIS Â’ la carte',
      'Plain words – “quoted”, it’s €5 and £3.',
      '',
    ]) {
      assert.equal(repairMojibake(text), undefined, text);
    }
  });

  it('leaves accented letters before closing marks alone, also where something else is broken', () => {
    const text = repairMojibake('â€˜Plan’: “He said ‘café’”, then “FRANÇÉ”… and NESCAFÉ™ – É’s')?.text;
    assert.equal(text, '‘Plan’: “He said ‘café’”, then “FRANÇÉ”… and NESCAFÉ™ – É’s');
  });

  it('leads each repaired character back to all of its pieces', () => {
    const raw = 'So-called â€˜Forward Watch’ now';
    const { text, map } = repairMojibake(raw)!;
    const at = text.indexOf('‘Forward');
    const span = toRawSpan(map, { start: at, end: at + 1 });
    assert.equal(raw.slice(span.start, span.end), 'â€˜');
    const word = text.indexOf('Watch');
    const wordSpan = toRawSpan(map, { start: word, end: word + 5 });
    assert.equal(raw.slice(wordSpan.start, wordSpan.end), 'Watch');
  });

  it('once repaired leaves each other word where it was', () => {
    const letters = fc.constantFrom('a', 'é', '’', '“', ' ', 'ł', 'Ã©', 'â€™', 'Z', '🙂', '€');
    fc.assert(
      fc.property(fc.array(letters, { maxLength: 30 }), (parts) => {
        const raw = parts.join('');
        const repaired = repairMojibake(raw);
        if (!repaired) return;
        for (let i = 0; i < repaired.text.length; i++) {
          if (!/[a-zA-Z]/.test(repaired.text[i]!)) continue;
          const { start, end } = toRawSpan(repaired.map, { start: i, end: i + 1 });
          assert.equal(raw.slice(start, end), repaired.text[i]);
        }
        assert.equal(repaired.map.cleanLength, repaired.text.length);
        assert.equal(repaired.map.rawLength, raw.length);
      }),
    );
  });
});
