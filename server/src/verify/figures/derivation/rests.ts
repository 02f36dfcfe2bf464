import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { sentenceLikeness, type Asked } from '../context/align.ts';
import type { FigureContext } from '../context/context.ts';
import type { Cues } from './cues.ts';
import { isUnitOf, shown, standsFor, unitOf, valueOf, type Step } from './values.ts';
import type { SourceFigures } from '../matches.ts';
import { sentencesToSearch } from '../searching.ts';

/** Share of the draft sentence's words that the passage must have. */
const PASSAGE = 0.25;
const WITHOUT =
  /\b(?:not|no|never|without|still|lacks?|lacking|rest|remain\w*|other|others|stayed|cannot)\b|n['’]t\b/iu;

/** What a share leaves of the hundred: `three in ten are still without` from `restored to 71 percent of households`. */
export function complementStep(
  asked: Asked,
  claim: FigureContext,
  d: NumberQuantity,
  cues: Cues,
  sources: readonly SourceFigures[],
): { readonly step: Step; readonly place: SourceFigures } | undefined {
  const { analysis } = asked.document;
  const sentence = analysis.document.text.slice(asked.sentence.start, asked.sentence.end);
  if (cues.wording === 'change' || !WITHOUT.test(sentence)) return undefined;
  let best: { step: Step; place: SourceFigures; passage: number } | undefined;
  for (const place of sources) {
    const searched = sentencesToSearch(asked, place.document);
    for (const context of place.document.figures) {
      if (searched && !searched.has(context.sentence)) continue;
      if (context.figure.quantity.type !== 'number' || unitOf(context) !== '%' || context.figure.direction) continue;
      if (context.head === undefined || !asked.sentence.keys.has(context.head)) continue;
      const { start, end } = place.document.sentences[context.sentence]!;
      if (WITHOUT.test(place.document.analysis.document.text.slice(start, end))) continue;
      const rest = Number((100 - valueOf(context)).toPrecision(12));
      if (!standsFor(claim.figure, d.unit === 'ratio' ? rest / 100 : rest, d.unit)) continue;
      const { passage } = sentenceLikeness(asked, place.document, context.sentence);
      if (passage < PASSAGE || passage <= (best?.passage ?? 0)) continue;
      best = { step: { sum: `100% − ${context.figure.text} = ${shown(rest)}%`, operands: [context] }, place, passage };
    }
  }
  return best;
}

/** A part of an amount, or what is left of it, by the share that stands beside it: `2,400 homes, a third of them in Greve`. */
export function partStep(
  claim: FigureMention,
  figures: readonly FigureContext[],
  passage: number,
  { wording }: Cues,
): Step | undefined {
  if (wording === 'change' || passage < 0.4 || (claim.quantity as NumberQuantity).low < 20) return undefined;
  const numbers = figures.filter(({ figure }) => figure.quantity.type === 'number');
  for (const [i, amount] of numbers.entries()) {
    const share = numbers[i + 1];
    if (!share || !isAmount(amount) || !isPart(share) || !isUnitOf(claim, amount)) continue;
    const ratio = valueOf(share) * (unitOf(share) === '%' ? 0.01 : 1);
    if (ratio <= 0 || ratio >= 1) continue;
    const left = wording === 'rest' ? (valueOf(amount) * (1 - ratio)) / ratio : valueOf(amount) * ratio;
    const value = Number(left.toPrecision(12));
    if (!standsFor(claim, value, unitOf(amount))) continue;
    const how = wording === 'rest' ? `${amount.figure.text} being ${share.figure.text} leaves` : '';
    return {
      sum: `${how || `${share.figure.text} of ${amount.figure.text} is`} ${shown(value)}`,
      operands: [amount, share],
    };
  }
  return undefined;
}

function isAmount({ figure: { quantity } }: FigureContext): boolean {
  return quantity.type === 'number' && quantity.form === undefined && quantity.unit !== '%' && quantity.low >= 100;
}

function isPart({ figure: { quantity, direction } }: FigureContext): boolean {
  return quantity.type === 'number' && direction === undefined && (quantity.unit === '%' || quantity.unit === 'ratio');
}
