import type { DurationQuantity, FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { askedOf, type Weight } from '../context/align.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { SourceFigures } from '../matches.ts';
import { combinations, type Combination, type StepKind } from './combinations.ts';
import { askingOf, bondOf, likelihoodOf, olderFirst, signalsOf, type Asking, type Signal } from './likelihood.ts';
import { operandPlaces, type OperandPlace } from './operandPlaces.ts';
import { rounded, shown, standsFor } from './values.ts';

/** A step of arithmetic that gives the claim's value. */
export interface PossibleStep extends Combination {
  /** From 0 to 1. */
  readonly likelihood: number;
  readonly signals: Partial<Record<Signal, number>>;
}

/**
 * All steps of arithmetic from figures of the sources that give the claim's value, whatever asks for them, the likeliest
 * first. A step counts for more, the fewer others of the same quality come near the value without meeting it.
 */
export function possibleSteps(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  weight: Weight,
): PossibleStep[] {
  const { quantity } = claim.figure;
  if (quantity.type !== 'number' && quantity.type !== 'duration') return [];
  // Three thirds are a slip.
  if (quantity.type === 'number' && quantity.form === 'fraction' && quantity.low >= 1) return [];
  const asking = askingOf(draft, claim);
  const places = operandPlaces(askedOf(draft, claim, weight), sources);
  const tried: number[] = [];
  const met: { made: Combination; quality: number; width: number }[] = [];
  for (const made of combinations(quantity, asking.wording, places)) {
    if (!(made.value > quantity.low / 2 && made.value < quantity.low * 2)) continue;
    const quality = qualityOf(made);
    tried.push(quality);
    if (isExcluded(asking, made)) continue;
    const width = widthMet(claim.figure, made.step, rounded(made.value));
    if (width !== undefined) met.push({ made, quality, width });
  }
  return met
    .map(({ made, quality, width }) => {
      const better = tried.filter((other) => other >= quality).length;
      // Values between half and twice the claim's, evenly spread by their logarithm.
      const chance = Math.max(-4, Math.log10((better * 2 * width) / Math.log(4)));
      const signals = signalsOf(asking, made, chance);
      return { ...made, signals, likelihood: likelihoodOf(signals) };
    })
    .sort((a, b) => b.likelihood - a.likelihood);
}

const BONDS = { sentence: 0.6, row: 0.6, column: 0.4, beside: 0.25, apart: 0, documents: -0.2 };

/** How well two places go together with the claim, whatever they make. */
function qualityOf({ operands: [a, b] }: Combination): number {
  return b ? (a.relevance + b.relevance) / 2 + BONDS[bondOf(a, b)] : a.relevance + 0.5;
}

/** A step that the wording rules out, a rise for a fall, or a change from the newer value to the older. */
function isExcluded({ direction, excluded, cues }: Asking, made: Combination): boolean {
  const { step, operands, up } = made;
  if (excluded.includes(step)) return true;
  // What is left of the hundred is meant only where the draft says so.
  if (step === 'complement' && cues.rest === 0) return true;
  if (isFarApart(made)) return true;
  if (step !== 'change') return false;
  return (direction !== undefined && (direction === 'up') !== up) || olderFirst(operands) === false;
}

/** A difference between places in two documents that have none of the words near the claim; a change with one such place. */
function isFarApart({ step, operands: [a, b] }: Combination): boolean {
  if (b === undefined || a.in === b.in) return false;
  const isFar = ({ like }: Combination['operands'][0]): boolean => like.near + like.nearShare < 0.05;
  if (step === 'change') return isFar(a) || isFar(b);
  return (step === 'difference' || step === 'points') && isFar(a) && isFar(b);
}

/** If the value is what the claim says: how wide, as a share of it, the stretch of values is that would be. */
function widthMet(claim: FigureMention, step: StepKind, value: number): number | undefined {
  const { low, step: digit } = claim.quantity as NumberQuantity | DurationQuantity;
  const off = (value - low) / low;
  const [below, above] = tolerance(claim, step);
  if (off < -below || off > above) return undefined;
  if (claim.quantity.type === 'number' && step !== 'multiple') {
    if (!standsFor(claim, value, claim.quantity.unit)) return undefined;
    return Math.max(digit / 2 / low, claim.hedge ? 0.04 : 1e-4);
  }
  return Math.max((below + above) / 2, 1e-4);
}

/** How far, as shares of the claim, a value may lie below and above it at most. */
function tolerance({ quantity, hedge }: FigureMention, step: StepKind): readonly [number, number] {
  const { low, step: digit, unit } = quantity as NumberQuantity | DurationQuantity;
  const isMultiple = step === 'multiple';
  switch (hedge?.kind) {
    case 'more-than':
    case 'at-least':
      return [0, isMultiple ? Math.min(0.5, 1 / low) : 0.2];
    case 'nearly':
    case 'less-than':
    case 'at-most':
      // `less than half` may be two-fifths.
      return [unit === 'ratio' && hedge.kind !== 'nearly' ? 0.2 : 0.12, 0];
    case 'about':
      return [0.1, 0.1];
    default:
      break;
  }
  if (isMultiple) return digit < 1 ? [digit / 2 / low, digit / 2 / low] : [0.08, 0.08];
  if (quantity.type === 'number') return [0.1, 0.1];
  // Weeks are made of days.
  return step === 'days' && unit === 'week' ? [0.2 / low, 0.2 / low] : [0.001, 0.001];
}

/** The step as it is shown: `643 − 292 = 351`. */
export function sumOf({ step, operands: [a, b], value }: Combination, claim: FigureMention): string {
  const [x, y] = [textOf(a), b ? textOf(b) : ''];
  const isFraction = claim.quantity.type === 'number' && claim.quantity.unit === 'ratio';
  const share = `${shown(isFraction ? value * 100 : value)}%`;
  switch (step) {
    case 'difference':
      return `${x} − ${y} = ${shown(value)}`;
    case 'sum':
      return `${x} + ${y} = ${shown(value)}`;
    case 'share':
      return `${x} of ${y} is ${share}`;
    case 'complement':
      return b ? `all but ${x} of ${y} is ${share}` : `100% − ${x} = ${share}`;
    case 'change':
      return `from ${x} to ${y} is ${share}`;
    case 'points':
      return `between ${x} and ${y} lie ${shown(value)} points`;
    case 'multiple':
      return `${y} is ${shown(value)} times ${x}`;
    case 'part':
      return `${y} of ${x} is ${shown(value)}`;
    case 'quotient':
      return `${x} ÷ ${y} = ${shown(value)}`;
    default:
      return `from ${x} to ${y} it is ${shown(value)}`;
  }
}

function textOf({ context }: OperandPlace): string {
  return context.figure.text;
}
