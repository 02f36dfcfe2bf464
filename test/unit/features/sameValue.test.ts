import assert from 'node:assert/strict';
import { isSameValue, spellingsOf } from '../../../server/src/features/sameValue.ts';
import { readDraft } from '../../../server/src/draft/readDraft.ts';
import type { FigureMention } from '../../../server/src/extract/mention.ts';

function figure(text: string): FigureMention {
  const [found] = readDraft(`They had ${text} there.\n`).analysis.figures;
  assert.ok(found, `“${text}” is a figure`);
  return found;
}

const same = (a: string, b: string): boolean => isSameValue(figure(a), figure(b));

describe('Figures of the same value', () => {
  it('may be written in different ways', () => {
    assert.ok(same('1,240 boats', '1240 boats'));
    assert.ok(same('nine boats', '9 boats'));
    assert.ok(same('$7.1 billion', 'US$7.1bn'));
    assert.ok(same('on 3 March 2021', 'on March 3, 2021'));
    assert.ok(same('45%', '45 percent'));
  });

  it('are not those of other units, precision or rank', () => {
    assert.ok(!same('45%', '45 boats'));
    assert.ok(!same('on 3 March 2021', 'in March 2021'));
    assert.ok(!same('two boats', 'a boat of 2 metres'));
    assert.ok(!same('seven days', 'seven weeks'));
  });

  it('are asked for in the ways in which texts write them', () => {
    assert.ok(spellingsOf(figure('nine boats')).includes('9'));
    assert.ok(spellingsOf(figure('1240 boats')).includes('1,240'));
    assert.ok(spellingsOf(figure('$7,100,000,000')).includes('7.1 billion'));
    assert.ok(spellingsOf(figure('on March 3, 2021')).includes('3 March'));
  });
});
