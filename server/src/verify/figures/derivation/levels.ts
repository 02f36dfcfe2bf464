import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { isDuration } from '../../../extract/figures/units.ts';
import { isExact, isFromTo, isUnitOf, shown, standsFor, unitOf, valueOf, type Pair, type Step } from './values.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';

/** `0.8 percentage points` between two percentages; `54 basis points` alike. */
export function pointsStep(
  claim: FigureMention,
  d: NumberQuantity,
  a: FigureContext,
  b: FigureContext,
): Step | undefined {
  // `from 4.3 to 3.9 percent`
  if ((unitOf(a) !== '%' && !isFromTo(a, b)) || unitOf(b) !== '%') return undefined;
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

/** So many of something at so much each: `six underpasses at 2.2 million dollars each`. */
export function eachStep(
  claim: FigureMention,
  figures: readonly FigureContext[],
  { analysis }: DocumentContext,
): Step | undefined {
  const numbers = figures.filter(({ figure: { quantity } }) => quantity.type === 'number' && !quantity.form);
  for (const rate of numbers) {
    const { end } = rate.figure;
    if (!isUnitOf(claim, rate) || unitOf(rate) === undefined) continue;
    if (!/^[\s,]*(?:each|apiece|a piece)\b/iu.test(analysis.document.text.slice(end, end + 12))) continue;
    for (const count of numbers) {
      if (count === rate || unitOf(count) !== undefined || valueOf(count) < 2) continue;
      const whole = Number((valueOf(rate) * valueOf(count)).toPrecision(12));
      if (isRough(claim, whole))
        return { sum: `${count.figure.text} × ${rate.figure.text} = ${shown(whole)}`, operands: [rate, count] };
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
  // `1,870 flats in October, 340 more than …`: dates between are passed over.
  const numbers = figures.filter(({ figure: { quantity } }) => quantity.type === 'number');
  for (const [i, change] of numbers.entries()) {
    const { start, end } = change.figure;
    const to = numbers[i + 1];
    const verb = BY.exec(text.slice(Math.max(0, start - 60), start))?.[1]?.toLowerCase();
    if (verb && to && isSameLevel(to, change) && /^\s*,?\s*to\s+$/u.test(text.slice(end, to.figure.start)))
      yield { level: to, change, more: !FALLING.test(verb) };
    const level = numbers[i - 1];
    const word = LEVEL.exec(text.slice(end, end + 40))?.[1]?.toLowerCase();
    if (!level || !word || isDuration(unitOf(level))) continue;
    if (unitOf(level) !== unitOf(change) && unitOf(change) !== undefined) continue;
    yield { level, change, more: /^(?:more|higher|dearer|up|above)$/u.test(word) };
  }
}

/** `cut the rate by 0.25 percentage points to 3.50 percent` */
const BY =
  /\b(cut|lower(?:s|ed|ing)?|reduc(?:es?|ed|ing)|fell|falls?|dropped|drops?|declined|shrank|rais(?:es?|ed|ing)|rose|rises?|risen|increas(?:es?|ed|ing)|grew|lifted|up|down)\s+(?:\p{L}+\s+){0,4}?by\s+(?:(?:an?|about|some|another|almost|nearly)\s+)?$/iu;
const FALLING = /^(?:cut|lower|reduc|fell|fall|drop|declin|shrank|down)/u;

/** Points are added to a percentage; else the units agree. */
function isSameLevel(level: FigureContext, change: FigureContext): boolean {
  const [a, b] = [unitOf(level), unitOf(change)];
  return b === 'pp' ? a === '%' : a === b && a !== '%';
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

/** Smaller levels say little by a share. */
const LARGE = 100;

/** The amount of a change in per cent that led to a level: 335 from `1,081, a 45% increase`. */
export function amountOfShareStep(claim: FigureMention, figures: readonly FigureContext[]): Step | undefined {
  for (const share of figures) {
    const { quantity, direction } = share.figure;
    if (quantity.type !== 'number' || quantity.unit !== '%' || direction === undefined) continue;
    for (const level of figures) {
      const { quantity: whole } = level.figure;
      if (whole.type !== 'number' || whole.unit === '%' || whole.low < LARGE || !isUnitOf(claim, level)) continue;
      const before = valueOf(level) / (1 + ((direction === 'up' ? 1 : -1) * valueOf(share)) / 100);
      const amount = Math.abs(valueOf(level) - before);
      if (!standsFor(claim, Math.round(amount), unitOf(level))) continue;
      return {
        sum: `${level.figure.text} after a change by ${share.figure.text} is ${shown(amount)} from what it was`,
        operands: [level, share],
      };
    }
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
