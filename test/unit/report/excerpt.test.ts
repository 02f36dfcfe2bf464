import assert from 'node:assert/strict';
import fc from 'fast-check';
import { columnsOf, excerptOf } from '../../../server/src/report/excerpt.ts';

const marked = (text: string, words: string, width: number): string => {
  const start = text.indexOf(words);
  const { text: cut, mark } = excerptOf(text, { start, end: start + words.length }, width);
  return `${cut.slice(0, mark.start)}[${cut.slice(mark.start, mark.end)}]${cut.slice(mark.end)}`;
};

describe('an excerpt', () => {
  const LINE =
    'In the first quarter the port of Marlow handled 4,210 containers, which was more than in any other quarter.';

  it('is the whole line where there is room', () => {
    assert.equal(marked(LINE, '4,210', 200), LINE.replace('4,210', '[4,210]'));
  });

  it('keeps the mark and what stands around it where there is not', () => {
    assert.equal(marked(LINE, '4,210', 50), '…port of Marlow handled [4,210] containers, which…');
  });

  it('gives the room of the short side to the other', () => {
    assert.equal(marked(LINE, 'quarter.', 40), '…was more than in any other [quarter.]');
  });

  it('cuts a mark that is wider than the line', () => {
    assert.equal(marked(LINE, 'the first quarter the port of Marlow', 20), '[the first quarter…]');
  });

  it('turns line ends into spaces', () => {
    assert.equal(marked('a port\n  and a town', 'town', 40), 'a port and a [town]');
  });

  it('counts wide characters as two columns and combining marks as none', () => {
    assert.equal(columnsOf('港口'), 4);
    assert.equal(columnsOf('🚢'), 2);
    assert.equal(columnsOf('e\u0301'), 1);
  });

  it('never is wider than asked for, and its mark lies in it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.nat(),
        fc.nat(),
        fc.integer({ min: 5, max: 60 }),
        (text, a, b, width) => {
          const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y) as [number, number];
          const excerpt = excerptOf(text, { start, end }, width);
          assert.ok(columnsOf(excerpt.text) <= width);
          assert.ok(excerpt.mark.start <= excerpt.mark.end && excerpt.mark.end <= excerpt.text.length);
          assert.ok(!/[\r\n]/u.test(excerpt.text));
        },
      ),
    );
  });
});
