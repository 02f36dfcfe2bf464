import { askedOf, type Asked, type Weight } from './context/align.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { otherPartStep, sameGapStep } from './derivation/apposed.ts';
import { contraryOf, type Contrary } from './derivation/contrary.ts';
import { otherShare } from './derivation/otherParts.ts';
import { columnSum } from './derivation/columnSums.ts';
import { cuesOf } from './derivation/cues.ts';
import { misreckoned } from './derivation/misreckoned.ts';
import { gapStep } from './derivation/gaps.ts';
import { givenOperands } from './derivation/given.ts';
import { operandsFor } from './derivation/operands.ts';
import { complementStep } from './derivation/rests.ts';
import { perPeriodStep, perPieceStep } from './derivation/periods.ts';
import { rowChange } from './derivation/rowChanges.ts';
import { spanStep } from './derivation/spans.ts';
import { toldStep } from './derivation/told.ts';
import { stepFrom, type Operands } from './derivation/steps.ts';
import { inUnitOf, type Step } from './derivation/values.ts';
import { partsOfSecond, timeStep } from './derivation/times.ts';
import { ageStep, lifetimeStep, yearsStep } from './derivation/years.ts';
import { possibleSteps, sumOf } from './derivation/search.ts';
import type { FigurePlace, SourceFigures } from './matches.ts';
import { wordingOf } from './context/wording.ts';

interface RuledStep {
  /** `643 − 292 = 351`, in the source's own figures. */
  readonly sum: string;
  readonly operands: readonly FigurePlace[];
}

/** A figure of the draft as it follows from figures of a source. */
export interface Derivation extends RuledStep {
  /** From 0 to 1. */
  readonly likelihood: number;
  /** It speaks against the figure. */
  readonly contrary?: Contrary;
}

/**
 * The step of arithmetic that a draft's figure follows from, if one is known: by rules that ask for certain words in a certain
 * passage, and else the likeliest of all steps that give its value from figures of the sources. Undefined if none does.
 */
export function derivationOf(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  weight: Weight,
): Derivation | undefined {
  // How often something is done no arithmetic tells.
  if (claim.figure.quantity.type === 'duration' && claim.before === 'every') return undefined;
  const wrong = misreckoned(draft, claim, sources);
  if (wrong) return { sum: wrong.sum, operands: wrong.operands, likelihood: 1, contrary: { value: wrong.value } };
  const changed = rowChange(draft, claim, sources);
  if (changed) return { ...changed, likelihood: 1 };
  const ruled = ruledStep(draft, claim, sources, weight);
  const wording = wordingOf(draft, claim);
  const judged = (derivation: Derivation): Derivation => {
    const other = otherShare(draft, claim, derivation.operands);
    if (other) return { ...derivation, ...other, contrary: { value: other.value } };
    const contrary = contraryOf(claim, wording, derivation.operands);
    return contrary ? { ...derivation, contrary } : derivation;
  };
  if (ruled) return judged({ ...ruled, likelihood: 1 });
  const best = possibleSteps(draft, claim, sources, weight)[0];
  return best && judged({ sum: sumOf(best, claim.figure), operands: best.operands, likelihood: best.likelihood });
}

/**
 * Looks for one step of arithmetic that gives a draft's figure from figures of one sentence or table row: change, share,
 * multiple, sum, difference, a value before a change. Only where the passage speaks of the draft's matter, or the draft
 * itself gives the operands nearby, and words of the draft or the source ask for that step; else undefined.
 */
function ruledStep(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  weight: Weight,
): RuledStep | undefined {
  const { quantity } = claim.figure;
  const asked = askedOf(draft, claim, weight);
  const time =
    quantity.type === 'duration'
      ? quantity
      : wordingOf(draft, claim) === 'change'
        ? partsOfSecond(claim.figure)
        : undefined;
  if (time) {
    for (const operands of [...operandsFor(asked, claim, sources), ...givenOperands(draft, claim, sources)]) {
      const found = timeStep(claim.figure, time, operands.figures);
      if (found) return placed(found, operands);
    }
  }
  if (quantity.type === 'duration') {
    return spanStep(draft, asked, claim, sources) ?? sinceThen(draft, asked, claim, sources);
  }
  if (quantity.type === 'number' && quantity.form === 'ordinal') return sinceThen(draft, asked, claim, sources);
  if (quantity.type !== 'number' || quantity.low !== quantity.high) return undefined;
  if (quantity.unit === 'year-old')
    return lifetimeStep(asked, claim, sources) ?? ageStep(claim, sources) ?? sinceThen(draft, asked, claim, sources);
  const plain =
    perPeriodStep(draft, asked, claim, sources) ??
    perPieceStep(draft, asked, claim, sources) ??
    sameGapStep(draft, claim, sources) ??
    otherPartStep(draft, claim, sources) ??
    columnSum(draft, claim, sources);
  if (plain) return plain;
  const cues = cuesOf(draft, claim);
  const given = givenOperands(draft, claim, sources);
  for (const operands of [...given, ...operandsFor(asked, claim, sources)]) {
    const found = stepFrom(inUnitOf(claim.figure, operands.figures), quantity, operands, cues);
    if (found) return placed(found, operands);
  }
  const told = toldStep(draft, claim, sources, cues) ?? gapStep(draft, claim, sources, cues);
  if (told) return told;
  if (quantity.unit !== '%' && quantity.unit !== 'ratio') return undefined;
  const rest = complementStep(asked, claim, quantity, cues, sources);
  return rest && { sum: rest.step.sum, operands: rest.step.operands.map((context) => ({ in: rest.place, context })) };
}

function sinceThen(
  draft: DocumentContext,
  asked: Asked,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): RuledStep | undefined {
  const found = yearsStep(draft, asked, claim, sources);
  if (!found) return undefined;
  const { step, place } = found;
  return { sum: step.sum, operands: step.operands.map((context) => ({ in: place, context })) };
}

function placed({ sum, operands }: Step, { place }: Operands): RuledStep {
  return { sum, operands: operands.map((context) => ({ in: place, context })) };
}
