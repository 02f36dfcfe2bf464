import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { extractFigures } from '../../../server/src/extract/figures.ts';
import type { Quantity } from '../../../server/src/extract/mention.ts';
import { toRawSpan } from '../../../server/src/text/offsets.ts';
import { structurePlainText } from '../../../server/src/text/plainText.ts';

const shared = new URL('../../../../shared/', import.meta.url);
const annotations = new URL('evaluation/seeds-annotations/', shared);

interface Annotated {
  readonly kind: string;
  readonly numStart: number;
  readonly numEnd: number;
  readonly numText: string;
  readonly optional?: boolean;
}

function readJson<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(name, annotations), 'utf8')) as T;
}

/** Relative dates without a number (`last year`) are no figures by the conventions. */
function isOptional(figure: Annotated): boolean {
  return figure.optional === true || (figure.kind === 'date-relative' && !/\d|two|May/u.test(figure.numText));
}

function values(quantity: Quantity): unknown[] {
  if (quantity.type === 'score') return [[...quantity.values]];
  if (quantity.type !== 'date') return [quantity.low === quantity.high ? quantity.low : [quantity.low, quantity.high]];
  if (quantity.precision === 'century') return [Number(quantity.to.slice(0, 4)) / 100];
  return [quantity.precision === 'day' ? Number(quantity.from.slice(8)) : Number(quantity.from.slice(0, 4))];
}

describe('Figures of the annotated sources', function () {
  before(function () {
    if (existsSync(annotations)) return;
    console.log('      skipped: ../shared/evaluation is not here');
    this.skip();
  });

  it('are found with precision 0.9 and recall 0.95, number and unit covered', () => {
    let right = 0;
    let missed = 0;
    let wrong = 0;
    for (const { file, figures } of readJson<{ files: { file: string; figures: Annotated[] }[] }>('seeds-figures.json')
      .files) {
      const document = structurePlainText(readFileSync(new URL(`seeds/${file}`, shared), 'utf8'));
      const found = extractFigures(document, [], [])
        .filter((figure) => !figure.weak)
        .map((figure) => toRawSpan(document.map, figure));
      for (const wanted of figures.filter((figure) => !isOptional(figure))) {
        const hit = found.some(
          (span) => span.start <= wanted.numStart && span.end >= wanted.numEnd && span.end - wanted.numEnd <= 12,
        );
        if (hit) right++;
        else missed++;
      }
      wrong += found.filter(
        (span) => !figures.some((figure) => figure.numStart < span.end && span.start < figure.numEnd),
      ).length;
    }
    assert.ok(right / (right + missed) >= 0.95, `recall ${right / (right + missed)}`);
    assert.ok(right / (right + wrong) >= 0.9, `precision ${right / (right + wrong)}`);
  });

  it('have the value that a number parser should give, in at least 45 of 50 phrases', () => {
    const phrases = readJson<{ text: string; value: number | number[] | null }[]>('figure-phrases.json');
    const right = phrases.filter(({ text, value }) => {
      const figures = extractFigures(structurePlainText(text), [], []);
      if (value === null) return figures.every((figure) => figure.weak);
      return figures.some(({ quantity }) =>
        values(quantity).some((found) =>
          typeof found === 'number' && typeof value === 'number'
            ? Math.abs(found - value) < 1e-9
            : JSON.stringify(found) === JSON.stringify(value),
        ),
      );
    });
    assert.ok(right.length >= 45, `${right.length} of ${phrases.length}`);
  });
});
