import type { NumberQuantity } from '../../../extract/mention.ts';
import { isMoney } from '../../../extract/figures/units.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { Cues } from './cues.ts';
import { placesBy } from './places.ts';
import { isExact, isSameUnit, rounded, shown, significant, standsFor, unitOf, valueOf } from './values.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';

/** Sentences before the claim's whose figures it may be reckoned from. */
const BEFORE = 8;
/** Those of amounts that tell little. */
const NEAR = 2;
/** Figures that are looked at, nearest first. */
const FIGURES = 16;
/** Places of one value that are looked at; a long table has it often. */
const PLACES_READ = 20;

/** A step between two figures that the draft gives beside the claim, wherever sources give them. */
export interface ToldStep {
  readonly sum: string;
  readonly operands: readonly FigurePlace[];
}

/**
 * The claim as the step between two figures of the draft itself, each of which a source gives, be it in two documents:
 * `Turnout was 38.9 percent, after 34.2: a rise of 4.7 points.`
 */
export function toldStep(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  cues: Cues,
): ToldStep | undefined {
  const d = claim.figure.quantity as NumberQuantity;
  const beside: FigureContext[] = [];
  const reach = d.low >= 100 && d.unit !== '%' && significant(d.low) >= 2 ? BEFORE : NEAR;
  for (let at = claim.sentence; at >= claim.sentence - reach; at--)
    beside.push(...(draft.figuresOf.get(at) ?? []).filter((other) => other !== claim && isAmount(other)));
  const told = beside.slice(0, FIGURES);
  for (const [i, a] of told.entries()) {
    for (const b of told.slice(i + 1)) {
      if (Math.min(claim.sentence - a.sentence, claim.sentence - b.sentence) > 1) continue;
      const sum = sumOf(claim, d, a, b, cues);
      if (sum === undefined) continue;
      const [xs, ys] = [placesOf(a, sources), placesOf(b, sources)];
      if (xs.length === 0 || ys.length === 0) continue;
      return { sum, operands: together(xs.slice(0, PLACES_READ), ys.slice(0, PLACES_READ)) };
    }
  }
  return undefined;
}

/** A plain number above nought, or a share. */
export function isAmount({ figure: { quantity } }: FigureContext): boolean {
  if (quantity.type !== 'number' || quantity.low !== quantity.high || quantity.low <= 0) return false;
  return quantity.form === undefined || (quantity.form === 'fraction' && quantity.unit === 'ratio');
}

function sumOf(
  claim: FigureContext,
  d: NumberQuantity,
  a: FigureContext,
  b: FigureContext,
  cues: Cues,
): string | undefined {
  const { figure } = claim;
  const [large, small] = valueOf(a) > valueOf(b) ? [a, b] : [b, a];
  const [high, low] = [valueOf(large), valueOf(small)];
  const isPoints = d.unit === 'pp' || d.unit === 'bp' || (d.unit === undefined && /^\s*points?\b/iu.test(cues.behind));
  if (isPoints) {
    if (cues.wording !== 'change' && !cues.more) return undefined;
    if (!isShare(a) && !isShare(b)) return undefined;
    const difference = rounded((high - low) * (d.unit === 'bp' ? 100 : 1));
    return isMet(claim, difference) ? `${large.figure.text} − ${small.figure.text} = ${shown(difference)}` : undefined;
  }
  if (d.unit === '%' || d.unit === 'ratio') {
    if (!(cues.share || d.form === 'fraction') || cues.wording === 'change' || isShare(a) || isShare(b) || low < 10)
      return undefined;
    if (!isSameUnit(unitOf(a), unitOf(b))) return undefined;
    const share = (low / high) * (d.unit === 'ratio' ? 1 : 100);
    return standsFor(figure, share, d.unit)
      ? `${small.figure.text} of ${large.figure.text} is ${shown((low / high) * 100)}%`
      : undefined;
  }
  if (d.form !== undefined) return undefined;
  if (isShare(a) !== isShare(b)) return productOf(claim, d, isShare(a) ? b : a, isShare(a) ? a : b, cues);
  if (isShare(a) || !isSameUnit(unitOf(a), unitOf(b)) || !isUnitTold(d.unit, a, b)) return undefined;
  if (cues.wording === 'base') {
    const ratio = high / low;
    const off = Math.abs(ratio - d.low) / d.low;
    return high > 100 && off < 0.06 ? `${large.figure.text} ÷ ${small.figure.text} = ${shown(ratio)}` : undefined;
  }
  if (cues.wording !== 'change' && cues.wording !== 'rest') return undefined;
  const difference = rounded(high - low);
  return isMet(claim, difference) ? `${large.figure.text} − ${small.figure.text} = ${shown(difference)}` : undefined;
}

/** `$96m … 31 per cent, or a little under $30m`: a share of an amount. */
function productOf(
  claim: FigureContext,
  d: NumberQuantity,
  whole: FigureContext,
  share: FigureContext,
  cues: Cues,
): string | undefined {
  if (cues.wording === 'change' || share.sentence !== claim.sentence || d.low < 10) return undefined;
  if (unitOf(whole) !== d.unit) return undefined;
  const part = rounded(valueOf(whole) * valueOf(share) * (unitOf(share) === '%' ? 0.01 : 1));
  return standsFor(claim.figure, part, d.unit)
    ? `${share.figure.text} of ${whole.figure.text} is ${shown(part)}`
    : undefined;
}

function isUnitTold(unit: string | undefined, ...operands: readonly FigureContext[]): boolean {
  return operands.some((operand) => unitOf(operand) === unit || (unit === undefined && isMoney(unitOf(operand))));
}

function isMet({ figure }: FigureContext, value: number): boolean {
  if (value === 0) return false;
  return isExact(figure, value) || (figure.hedge !== undefined && standsFor(figure, value, unitOfClaim(figure)));
}

function unitOfClaim({ quantity }: FigureContext['figure']): string | undefined {
  return (quantity as NumberQuantity).unit;
}

function isShare(context: FigureContext): boolean {
  return unitOf(context) === '%' || unitOf(context) === 'ratio';
}

/** Where sources give the very value. */
export function placesOf(told: FigureContext, sources: readonly SourceFigures[]): FigurePlace[] {
  const unit = unitOf(told);
  return sources.flatMap((source) => {
    const places = valuePlaces(source.document).get(valueOf(told).toPrecision(12)) ?? [];
    return places
      .filter((place) => {
        const theirs = unitOf(place);
        if (theirs !== unit && theirs !== undefined && unit !== undefined) return false;
        // A count of a few stands everywhere: the unit must be the same.
        return valueOf(told) >= 100 || theirs === unit || (theirs === '%' && !Number.isInteger(valueOf(told)));
      })
      .map((context) => ({ in: source, context }));
  });
}

/** Of the places of two figures those in one sentence, else those in one source, else the first. */
export function together(xs: readonly FigurePlace[], ys: readonly FigurePlace[]): FigurePlace[] {
  let best: FigurePlace[] = [xs[0]!, ys[0]!];
  for (const x of xs) {
    for (const y of ys) {
      if (x.in !== y.in) continue;
      if (x.context.sentence === y.context.sentence) return [x, y];
      if (best[0]!.in !== best[1]!.in) best = [x, y];
    }
  }
  return best;
}

/** Where a document gives each amount. */
const valuePlaces = placesBy((context) => (isAmount(context) ? valueOf(context).toPrecision(12) : undefined));
