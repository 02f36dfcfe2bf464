import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { isDuration } from '../../../extract/figures/units.ts';
import { isExact, isUnitOf, shown, standsFor, unitOf, valueOf, type Pair, type Step } from './values.ts';
import type { DocumentContext, FigureContext } from '../context.ts';

/** `0.8 percentage points` between two percentages; `54 basis points` alike. */
export function pointsStep(
  claim: FigureMention,
  d: NumberQuantity,
  a: FigureContext,
  b: FigureContext,
): Step | undefined {
  if (unitOf(a) !== '%' || unitOf(b) !== '%') return undefined;
  const scale = d.unit === 'bp' ? 100 : 1;
  const difference = Math.abs(valueOf(a) - valueOf(b)) * scale;
  if (difference === 0 || !standsFor(claim, Number(difference.toPrecision(12)), d.unit)) return undefined;
  return { sum: `between ${a.figure.text} and ${b.figure.text} lie ${shown(difference)} points`, operands: [a, b] };
}

/** `£4,000 for each patient`, `140,000 a year`: an amount by a count, or by the stretch of time it is said of. */
export function rateStep(claim: FigureMention, pairs: readonly Pair[], behind: string): Step | undefined {
  if (!/^[\s,]*(?:for each|to each|for every|each|apiece|per|a head)\b/iu.test(behind)) return undefined;
  for (const [a, b] of pairs) {
    const [large, small] = valueOf(a) > valueOf(b) ? [a, b] : [b, a];
    if (valueOf(small) < 2 || !isUnitOf(claim, large)) continue;
    const ratio = valueOf(large) / valueOf(small);
    if (isRough(claim, ratio))
      return { sum: `${large.figure.text} ÷ ${small.figure.text} = ${shown(ratio)}`, operands: [a, b] };
  }
  return undefined;
}

/** `140,000 a year` from so much `in three years`. */
export function perTimeStep(claim: FigureMention, figures: readonly FigureContext[], behind: string): Step | undefined {
  const unit = /^\s*(?:an?|per|each|every)\s+(year|month|week|day|hour)\b/iu.exec(behind)?.[1]?.toLowerCase();
  if (!unit) return undefined;
  for (const time of figures) {
    const { quantity } = time.figure;
    if (quantity.type !== 'duration' || quantity.unit !== unit || quantity.low !== quantity.high || quantity.low < 2)
      continue;
    for (const whole of figures) {
      if (whole.figure.quantity.type !== 'number' || !isUnitOf(claim, whole) || whole.figure.quantity.form) continue;
      const ratio = valueOf(whole) / quantity.low;
      if (isRough(claim, ratio))
        return { sum: `${whole.figure.text} ÷ ${time.figure.text} = ${shown(ratio)}`, operands: [whole, time] };
    }
  }
  return undefined;
}

function isRough(claim: FigureMention, value: number): boolean {
  return isExact(claim, value) || standsFor(claim, value, (claim.quantity as NumberQuantity).unit);
}

const LEVEL =
  /^\s*(?:\p{L}+\s){0,2}?(more|higher|dearer|up|above|fewer|less|lower|cheaper|below|down)\b(?:\s+\p{L}+)?\s+(?:than|in|on)\b/iu;

/** A level and the amount behind it by which it has changed: `640 crowns, 55 more than two years ago`. */
interface ChangedLevel {
  readonly level: FigureContext;
  readonly change: FigureContext;
  readonly more: boolean;
}

function* changedLevels(
  figures: readonly FigureContext[],
  sentence: string,
  { analysis }: DocumentContext,
): Generator<ChangedLevel> {
  if (sentence === '') return;
  const { text } = analysis.document;
  for (const [i, change] of figures.entries()) {
    const level = figures[i - 1];
    if (!level || change.figure.quantity.type !== 'number' || level.figure.quantity.type !== 'number') continue;
    const word = LEVEL.exec(text.slice(change.figure.end, change.figure.end + 40))?.[1]?.toLowerCase();
    if (!word || isDuration(unitOf(level))) continue;
    if (unitOf(level) !== unitOf(change) && unitOf(change) !== undefined) continue;
    yield { level, change, more: /^(?:more|higher|dearer|up|above)$/u.test(word) };
  }
}

/** The level before a change of so many: 585 from `640 crowns, 55 more than two years ago`. */
export function changedLevelStep(
  claim: FigureMention,
  figures: readonly FigureContext[],
  sentence: string,
  document: DocumentContext,
): Step | undefined {
  for (const { level, change, more } of changedLevels(figures, sentence, document)) {
    if (valueOf(change) >= valueOf(level) || !isUnitOf(claim, level, change)) continue;
    const value = Number((valueOf(level) + (more ? -1 : 1) * valueOf(change)).toPrecision(12));
    if (!isExact(claim, value) && !(claim.hedge && standsFor(claim, value, unitOf(level)))) continue;
    return {
      sum: `${level.figure.text} ${more ? '−' : '+'} ${change.figure.text} = ${shown(value)}`,
      operands: [level, change],
    };
  }
  return undefined;
}

/** A change in per cent from a level and the amount of its change: `£3.84m, £420,000 more than in 2024`. */
export function changedShareStep(
  claim: FigureMention,
  d: NumberQuantity,
  figures: readonly FigureContext[],
  sentence: string,
  document: DocumentContext,
): Step | undefined {
  for (const { level, change, more } of changedLevels(figures, sentence, document)) {
    if (unitOf(change) === '%' || (claim.direction && (claim.direction === 'up') !== more)) continue;
    const before = valueOf(level) + (more ? -1 : 1) * valueOf(change);
    if (before <= 0) continue;
    const share = valueOf(change) / before;
    if (!standsFor(claim, d.unit === 'ratio' ? share : share * 100, d.unit)) continue;
    return {
      sum: `${change.figure.text} ${more ? 'more' : 'less'} than ${shown(before)} is a change by ${shown(share * 100)}%`,
      operands: [level, change],
    };
  }
  return undefined;
}
