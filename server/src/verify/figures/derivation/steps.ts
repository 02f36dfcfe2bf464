import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { columnOf } from './places.ts';
import {
  amountOfShareStep,
  changedLevelStep,
  changedShareStep,
  eachStep,
  perTimeStep,
  pointsStep,
  rateStep,
} from './levels.ts';
import { partStep } from './rests.ts';
import type { Cues } from './cues.ts';
import {
  isExact,
  isUnitOf,
  olderOf,
  pairsOf,
  shown,
  significant,
  standsFor,
  unitOf,
  valueOf,
  type Pair,
  type Step,
} from './values.ts';
import type { FigureContext } from '../context/context.ts';
import { wordingOf } from '../context/wording.ts';
import type { SourceFigures } from '../matches.ts';
import { coarseStep } from '../values/rounding.ts';

/** Figures of a source that a figure of the draft may follow from. */
export interface Operands {
  readonly place: SourceFigures;
  readonly figures: readonly FigureContext[];
  /** How much of the draft's sentence the passage has. */
  readonly passage: number;
  /** The operands' sentence. */
  readonly text: string;
  /**
   * `wide`: of two sentences or rows side by side. `given`: the draft itself gives all of them nearby. `named`: of a row that it names,
   * `rows`: of a column in several such rows.
   */
  readonly kind: 'sentence' | 'wide' | 'given' | 'named' | 'rows';
}

/** The step of arithmetic that gives the draft's figure from these operands, if its words ask for one; else undefined. */
export function stepFrom(claim: FigureMention, d: NumberQuantity, operands: Operands, cues: Cues): Step | undefined {
  const pairs = operands.kind === 'wide' ? widePairs(operands) : pairsOf(operands.figures);
  if (d.unit === 'pp' || d.unit === 'bp') return firstOf(pairs, (a, b) => pointsStep(claim, d, a, b));
  if (d.form === 'multiple')
    return firstOf(pairs, (a, b) => multipleStep(claim, a, b)) ?? multipleOfShare(claim, operands.figures);
  if (d.unit === '%' || d.unit === 'ratio') return shareOrChange(claim, d, pairs, operands, cues);
  if (operands.kind === 'wide') {
    return (
      rateStep(claim, pairs, cues.behind) ??
      (d.unit !== undefined || significant(d.low) >= 3
        ? firstOf(pairs, (a, b) => differenceStep(claim, a, b, operands, cues))
        : undefined)
    );
  }
  if (operands.kind === 'given' || operands.kind === 'named' || operands.kind === 'rows') {
    return (
      rateStep(claim, pairs, cues.behind) ??
      firstOf(pairs, (a, b) => differenceStep(claim, a, b, operands, cues)) ??
      (cues.total ? firstOf(pairs, (a, b) => sumStep(claim, a, b, operands, cues)) : undefined) ??
      earlierStep(claim, operands, cues)
    );
  }
  return (
    rateStep(claim, pairs, cues.behind) ??
    perTimeStep(claim, operands.figures, cues.behind) ??
    (cues.wording === 'change'
      ? amountOfShareStep(claim, operands.figures)
      : changedLevelStep(claim, operands.figures, operands.text, operands.place.document)) ??
    eachStep(claim, operands.figures, operands.place.document) ??
    firstOf(pairs, (a, b) => differenceStep(claim, a, b, operands, cues)) ??
    partStep(claim, operands.figures, operands.passage, cues) ??
    elidedDifference(claim, operands, cues) ??
    firstOf(pairs, (a, b) => sumStep(claim, a, b, operands, cues)) ??
    earlierStep(claim, operands, cues)
  );
}

const OF_THIS = /(?:^|[.!?]\s+)(?:Of (?:this|these|them|the)\b|.{0,80}\bof (?:it|them|this)\b)/u;

function shareOrChange(
  claim: FigureMention,
  d: NumberQuantity,
  pairs: readonly Pair[],
  operands: Operands,
  cues: Cues,
): Step | undefined {
  const { kind, text, figures } = operands;
  const before =
    d.unit === '%' && kind === 'sentence' && cues.wording === 'level'
      ? changedLevelStep(claim, figures, text, operands.place.document)
      : undefined;
  if (before) return before;
  const fallen = cues.lost ? ({ ...claim, direction: 'down' } as const) : claim;
  const change =
    (cues.change || cues.lost) && kind !== 'wide' && kind !== 'rows'
      ? firstOf(pairs, (a, b) => changeStep(fallen, d, a, b, text))
      : undefined;
  if (change || cues.lost) return change;
  if (cues.wording === 'change')
    return kind === 'sentence' || kind === 'given'
      ? changedShareStep(claim, d, figures, text, operands.place.document)
      : undefined;
  // Of two sentences only where the draft or the second says of what it is a part: `Of this, …`.
  const linked = kind !== 'wide' || /^\s*of\b/iu.test(cues.behind) || OF_THIS.test(text);
  if (!linked || !cues.share) return undefined;
  return firstOf(pairs, (a, b) => shareStep(claim, d, a, b, text));
}

/** One operand of each of two sentences; of two rows those of one column. */
function widePairs({ figures, place: { document } }: Operands): Pair[] {
  const first = figures[0]!.sentence;
  return pairsOf(figures).filter(([a, b]) => {
    if (a.sentence !== first || b.sentence === first) return false;
    return columnOf(document, a) === columnOf(document, b);
  });
}

function firstOf(
  pairs: readonly Pair[],
  step: (a: FigureContext, b: FigureContext) => Step | undefined,
): Step | undefined {
  for (const [a, b] of pairs) {
    const found = step(a, b);
    if (found) return found;
  }
  return undefined;
}

function multipleStep(claim: FigureMention, a: FigureContext, b: FigureContext): Step | undefined {
  const { low: times } = claim.quantity as NumberQuantity;
  const [small, large] = valueOf(a) < valueOf(b) ? [a, b] : [b, a];
  const ratio = valueOf(large) / valueOf(small);
  return isMultiple(claim, times < 1 ? 1 / ratio : ratio)
    ? { sum: `${large.figure.text} is ${shown(ratio)} times ${small.figure.text}`, operands: [a, b] }
    : undefined;
}

function isMultiple(claim: FigureMention, ratio: number): boolean {
  const { low: times } = claim.quantity as NumberQuantity;
  const off = (ratio - times) / times;
  switch (claim.hedge?.kind) {
    case 'more-than':
    case 'at-least':
      // `more than four times` is not five times.
      return off >= 0 && off < 0.5 && (times < 1 || ratio < times + 1);
    case 'nearly':
    case 'less-than':
    case 'at-most':
      return off <= 0 && off > -0.12;
    default:
      return Math.abs(off) <= 0.06;
  }
}

/** `a 120 percent increase` for `more than doubled`. */
function multipleOfShare(claim: FigureMention, figures: readonly FigureContext[]): Step | undefined {
  for (const context of figures) {
    const { quantity, direction } = context.figure;
    if (quantity.type !== 'number' || quantity.unit !== '%' || direction === undefined) continue;
    const ratio = 1 + (direction === 'down' ? -quantity.low : quantity.low) / 100;
    if (isMultiple(claim, ratio))
      return { sum: `a change by ${context.figure.text} makes ${shown(ratio)} times as much`, operands: [context] };
  }
  return undefined;
}

function changeStep(
  claim: FigureMention,
  d: NumberQuantity,
  a: FigureContext,
  b: FigureContext,
  text: string,
): Step | undefined {
  const known = olderOf(a, b, text);
  for (const old of known ? [known] : [a, b]) {
    const fresh = old === a ? b : a;
    if (!isCertain(old) || !isCertain(fresh)) continue;
    const change = ((valueOf(fresh) - valueOf(old)) / valueOf(old)) * 100;
    if (claim.direction && (claim.direction === 'down') !== change < 0) continue;
    const size = d.unit === 'ratio' ? Math.abs(change) / 100 : Math.abs(change);
    if (standsFor(claim, size, d.unit)) {
      return { sum: `from ${old.figure.text} to ${fresh.figure.text} is ${shown(change)}%`, operands: [old, fresh] };
    }
  }
  return undefined;
}

function shareStep(
  claim: FigureMention,
  d: NumberQuantity,
  a: FigureContext,
  b: FigureContext,
  text: string,
): Step | undefined {
  // `12 percent` of `87 percent` is a share of nothing.
  if (unitOf(a) === '%' && unitOf(b) === '%') return undefined;
  const scale = d.unit === 'ratio' ? 1 : 100;
  const [part, whole] = [Math.min(valueOf(a), valueOf(b)), Math.max(valueOf(a), valueOf(b))];
  const parts =
    olderOf(a, b, text) === undefined && /\b(?:remaining|remainder|rest|votes?|voted|to|against|other)\b/u.test(text);
  const shares: [number, string][] = [[part / whole, 'of']];
  if (parts)
    shares.push([valueOf(a) / (valueOf(a) + valueOf(b)), 'and'], [valueOf(b) / (valueOf(a) + valueOf(b)), 'and']);
  for (const [share, how] of shares) {
    if (!standsFor(claim, share * scale, d.unit)) continue;
    const sum =
      how === 'of'
        ? `${shown(share * 100)}% is the share of ${shown(part)} in ${shown(whole)}`
        : `${a.figure.text} and ${b.figure.text} make the whole, ${shown(share * 100)}% is the share`;
    return { sum, operands: [a, b] };
  }
  return undefined;
}

function isCertain({ figure: { hedge } }: FigureContext): boolean {
  return hedge === undefined || hedge.kind === 'about';
}

/** `214 billion, down from 391 billion`: the source itself sets the two against each other. */
const FELL = /\b(?:up|down)\s+from\b/iu;

function differenceStep(
  claim: FigureMention,
  a: FigureContext,
  b: FigureContext,
  { text, passage, kind, place: { document } }: Operands,
  cues: Cues,
): Step | undefined {
  // `37 were elected, five more than before`: 32 is what there was, not how many more.
  if (cues.wording === 'change' && [a, b].some((operand) => wordingOf(document, operand) === 'change'))
    return undefined;
  const difference = Number(Math.abs(valueOf(a) - valueOf(b)).toPrecision(12));
  const changed = (cues.by || cues.wording === 'change') && olderOf(a, b, text) !== undefined;
  const bracketed = (cues.by || cues.wording === 'change') && text.includes(`(${b.figure.text})`);
  const parted = /\b(?:remainder|remaining|rest|others?|of which|of whom|of them)\b/u.test(text);
  const fell =
    kind === 'sentence' && FELL.test(text) && olderOf(a, b, text) !== undefined && significant(difference) >= 3;
  const asked = cues.more || changed || bracketed || cues.rest || parted || fell;
  if (!asked || difference === 0 || !isUnitOf(claim, a, b)) return undefined;
  const sure = kind === 'sentence' || kind === 'wide' ? changed || bracketed : cues.wording !== 'level' || cues.rest;
  if (
    difference < 13 &&
    significant(difference) < 2 &&
    !sure &&
    !(parted && passage > 0.3) &&
    !(cues.rest && passage > 0.5)
  )
    return undefined;
  if (!isExact(claim, difference) && !(claim.hedge && standsFor(claim, difference, unitOf(a) ?? unitOf(b))))
    return undefined;
  const [large, small] = valueOf(a) > valueOf(b) ? [a, b] : [b, a];
  return { sum: `${large.figure.text} − ${small.figure.text} = ${shown(difference)}`, operands: [a, b] };
}

/** `It costs 31 million and we have collected 19`: the second amount leaves its magnitude to the first. */
function elidedDifference(claim: FigureMention, { figures, passage }: Operands, cues: Cues): Step | undefined {
  const { low } = claim.quantity as NumberQuantity;
  if (!cues.rest || low < 1e6 || passage < 0.3) return undefined;
  for (const [i, a] of figures.entries()) {
    const size = [1e9, 1e6].find((factor) => a.figure.quantity.type === 'number' && valueOf(a) >= factor);
    if (size === undefined) continue;
    for (const b of figures.slice(i + 1)) {
      if (b.figure.quantity.type !== 'number' || valueOf(b) >= 1000 || unitOf(b) !== undefined) continue;
      const difference = Number((valueOf(a) - valueOf(b) * size).toPrecision(12));
      if (difference <= 0 || !isUnitOf(claim, a) || !isExact(claim, difference)) continue;
      return { sum: `${a.figure.text} − ${b.figure.text} = ${shown(difference)}`, operands: [a, b] };
    }
  }
  return undefined;
}

function sumStep(
  claim: FigureMention,
  a: FigureContext,
  b: FigureContext,
  { text, passage }: Operands,
  cues: Cues,
): Step | undefined {
  const sum = valueOf(a) + valueOf(b);
  if (!isUnitOf(claim, a, b)) return undefined;
  const exact = isExact(claim, sum);
  const telling = String(sum).replace(/0+$/u, '').length >= 3;
  const joined = /\band\b/u.test(text) && passage > 0.5;
  if (
    exact
      ? !(cues.total || telling || (joined && sum > 20))
      : !(
          joined &&
          claim.hedge &&
          sum > 20 &&
          standsFor(claim, sum, unitOf(a)) &&
          coarseStep(sum, 1) < coarseStep((claim.quantity as NumberQuantity).low, 1)
        )
  ) {
    return undefined;
  }
  return { sum: `${a.figure.text} + ${b.figure.text} = ${shown(sum)}`, operands: [a, b] };
}

/** The value before a change by so many per cent: `1,081 … a 45% increase` for an earlier 745. */
function earlierStep(claim: FigureMention, { figures, text }: Operands, cues: Cues): Step | undefined {
  const compared = /\b(?:from|on|than|over|against|with)\s+(\d{4})\b/u.exec(text)?.[1];
  const isThen = compared !== undefined && cues.years.includes(compared);
  if (!cues.before && !cues.reduced && !isThen) return undefined;
  for (const share of figures) {
    const { quantity } = share.figure;
    const direction = share.figure.direction ?? (cues.reduced ? 'down' : undefined);
    if (quantity.type !== 'number' || quantity.unit !== '%' || direction === undefined) continue;
    const factor = 1 + (direction === 'down' ? -quantity.low : quantity.low) / 100;
    for (const base of figures) {
      if (
        base === share ||
        base.figure.quantity.type !== 'number' ||
        base.figure.quantity.unit === '%' ||
        !isUnitOf(claim, base)
      )
        continue;
      const value = valueOf(base) / factor;
      if (
        Math.abs(value - (claim.quantity as NumberQuantity).low) <= (claim.quantity as NumberQuantity).step ||
        standsFor(claim, value, unitOf(base))
      ) {
        return {
          sum: `${base.figure.text} after a change by ${share.figure.text} was ${shown(value)}`,
          operands: [base, share],
        };
      }
    }
  }
  return undefined;
}
