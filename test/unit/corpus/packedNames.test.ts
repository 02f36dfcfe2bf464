import assert from 'node:assert/strict';
import type { DocumentId } from '../../../server/src/corpus/corpusIndex.ts';
import { occurrencesOf, packNames } from '../../../server/src/corpus/packedNames.ts';
import type { NameMention } from '../../../server/src/extract/mention.ts';
import { extractNames } from '../../../server/src/extract/names.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';

const ONE = 1 as DocumentId;

describe('Packed names', () => {
  it('hold of each mention what was found', () => {
    const text =
      'The harbour master, Ewa Lindqvist, met the Port Ellis Harbour Board (PEHB). Dr Lindqvist, the mayor, and the PEHB met Norwegian divers.';
    const names = extractNames(structurePlainText(text), []);
    const told = names.map(({ start, end, text: form, entityType, title, role, acronym, expansion, demonym }) => ({
      document: ONE,
      start,
      end,
      form,
      entityType,
      ...(title && { title: title.text }),
      ...(role && { role: role.text }),
      ...(acronym && { acronym: acronym.text }),
      ...(expansion && { expansion: expansion.text }),
      ...(demonym && { demonym }),
    }));
    for (const kind of ['title', 'role', 'acronym', 'expansion', 'demonym'])
      assert.ok(told.some((name) => kind in name));
    assert.deepEqual(occurrencesOf(packNames(names), ONE), told);
  });

  it('hold a form and a text once, and one spelling of two kinds of name twice', () => {
    const name = (start: number, entityType: NameMention['entityType']): NameMention => ({
      kind: 'name',
      start,
      end: start + 6,
      text: 'Jordan',
      entityType,
      title: { start: start - 3, end: start - 1, text: 'Mr' },
    });
    const packed = packNames([name(10, 'person'), name(30, 'place'), name(50, 'person'), name(70, 'place')]);
    assert.deepEqual(
      packed.forms.map(({ form, entityType }) => `${form} ${entityType}`),
      ['Jordan person', 'Jordan place'],
    );
    assert.deepEqual(packed.texts, ['Mr']);
    assert.deepEqual(
      occurrencesOf(packed, ONE).map(({ start, entityType }) => `${start} ${entityType}`),
      ['10 person', '30 place', '50 person', '70 place'],
    );
  });
});
