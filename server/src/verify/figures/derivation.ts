import type { FigureMention, NumberQuantity } from '../../extract/mention.ts';
import { columnOf, isNamed, isTogether } from './derivationPlaces.ts';
import { changedLevelStep, perTimeStep, pointsStep, rateStep } from './derivedLevels.ts';
import { timeStep } from './derivedTimes.ts';
import {
  isExact,
  isUnitOf,
  olderOf,
  pairsOf,
  shown,
  standsFor,
  unitOf,
  valueOf,
  type Pair,
  type Step,
} from './derivationValues.ts';
import { askedOf, sentenceLikeness, sentencesToSearch, type Asked, type Weight } from './align.ts';
import type { DocumentContext, FigureContext } from './context.ts';
import type { FigurePlace, SourceFigures } from './matches.ts';
import { coarseStep, relationOf } from './quantities.ts';

/** A figure of the draft as it follows from figures of a source. */
export interface Derivation {
  /** `643 − 292 = 351`, in the source's own figures. */
  readonly sum: string;
  readonly operands: readonly FigurePlace[];
}

/** Sentences of a source that are searched for operands. */
const SEARCHED = 12;
/** Share of the draft sentence's words that the operands' passage must have. */
const PASSAGE = 0.25;

interface Operands {
  readonly place: SourceFigures;
  readonly figures: readonly FigureContext[];
  /** How much of the draft's sentence the passage has. */
  readonly passage: number;
  /** The operands' sentence. */
  readonly text: string;
  /** Of two sentences or rows side by side: pairs have one operand in each. */
  readonly wide?: true;
}

/**
 * Looks for one step of arithmetic that gives a draft's figure from figures of one sentence or table row: change, share,
 * multiple, sum, difference, a value before a change. Only where the passage speaks of the draft's matter and words of the
 * draft or the source ask for that step; else undefined.
 */
export function derivationOf(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  weight: Weight,
): Derivation | undefined {
  const { quantity } = claim.figure;
  if (quantity.type === 'duration') {
    for (const operands of operandsFor(askedOf(draft, claim, weight), claim, sources)) {
      const found = timeStep(claim.figure, quantity, operands.figures);
      if (found)
        return { sum: found.sum, operands: found.operands.map((context) => ({ in: operands.place, context })) };
    }
    return undefined;
  }
  if (
    quantity.type !== 'number' ||
    quantity.low !== quantity.high ||
    quantity.form === 'ordinal' ||
    quantity.unit === 'year-old'
  ) {
    return undefined;
  }
  const asked = askedOf(draft, claim, weight);
  const cues = cuesOf(draft, claim);
  for (const operands of operandsFor(asked, claim, sources)) {
    const found = stepFrom(claim.figure, quantity, operands, cues);
    if (found) return { sum: found.sum, operands: found.operands.map((context) => ({ in: operands.place, context })) };
  }
  return undefined;
}

/** The sentences with two figures or more that speak of the draft's matter, best first. */
function operandsFor(asked: Asked, claim: FigureContext, sources: readonly SourceFigures[]): Operands[] {
  const found: (Operands & { score: number })[] = [];
  const time = claim.figure.quantity.type === 'duration';
  const mentioned = (asked.document.figuresOf.get(claim.sentence) ?? []).filter((other) => other !== claim);
  for (const place of sources) {
    const { document } = place;
    const { text } = document.analysis.document;
    const searched = sentencesToSearch(asked, document);
    for (const [sentence, own] of document.figuresOf) {
      if (searched && !searched.has(sentence)) continue;
      const next = isTogether(document, sentence) ? document.figuresOf.get(sentence + 1) : undefined;
      const third =
        next && time && isTogether(document, sentence + 1) ? document.figuresOf.get(sentence + 2) : undefined;
      if (own.length < 2 && !next) continue;
      const figures = [...own, ...(next ?? []), ...(third ?? [])];
      const like = sentenceLikeness(asked, document, sentence);
      const shared = mentioned.filter((other) =>
        figures.some((figure) => relationOf(other.figure, figure.figure).kind === 'same'),
      ).length;
      // Of two rows the second may be the one that the draft speaks of.
      const other = next && time ? sentenceLikeness(asked, document, sentence + 1).passage : 0;
      const passage =
        Math.max(like.passage, other) +
        0.3 * like.lead +
        (mentioned.length > 0 ? (0.4 * shared) / mentioned.length : 0);
      const row = document.analysis.document.blocks[document.sentences[sentence]!.block]?.kind === 'table-row';
      const named = row && isNamed(asked, document.sentences[sentence]!.keys);
      if (passage < PASSAGE && !named) continue;
      const { start, end } = document.sentences[sentence]!;
      const score = passage + 0.5 * like.sentence + (named ? 0.5 : 0);
      if (own.length > 1) found.push({ place, figures: own, passage, text: text.slice(start, end), score });
      if (next) {
        const wide = text.slice(start, document.sentences[sentence + 1]!.end);
        found.push({ place, figures, passage, text: wide, wide: true, score: score - 0.3 });
      }
    }
  }
  return found.sort((a, b) => b.score - a.score).slice(0, SEARCHED);
}

interface Cues {
  readonly total: boolean;
  readonly rest: boolean;
  readonly more: boolean;
  readonly before: boolean;
  readonly change: boolean;
  readonly share: boolean;
  /** `by 47`: the size of a change. */
  readonly by: boolean;
  readonly behind: string;
}

/** What the draft's words around the figure say of the step. */
function cuesOf(draft: DocumentContext, claim: FigureContext): Cues {
  const { start, end } = draft.sentences[claim.sentence]!;
  const { text } = draft.analysis.document;
  const sentence = text.slice(start, end);
  const behind = text.slice(claim.figure.end, Math.min(end, claim.figure.end + 30));
  const before = text.slice(Math.max(start, claim.figure.start - 30), claim.figure.start);
  return {
    total:
      /\b(?:total|totals|including|takes home|with (?:all|every|the)|altogether|in all|combined|together|overall|sum|casualties|victims|both)\b/iu.test(
        sentence,
      ),
    rest: /\b(?:rest|kept|keeps|still|leaves|absent|missing|not there|all but|remaining|remainder|other|others|left|filled|without)\b/iu.test(
      sentence,
    ),
    more:
      /^\s*(?:\S+\s){0,2}(?:more|fewer|less|higher|lower|up|down|above|below)\b/iu.test(behind) ||
      /\b(?:gap|difference|rise|fall|increase|decrease|drop|growth|cut)\b/iu.test(sentence),
    before: /\b(?:earlier|before|previous|previously|prior|had been|was then|then|would put)\b/iu.test(sentence),
    change:
      claim.figure.direction !== undefined ||
      /\b(?:rose|rise[sn]?|fell|falls?|grew|grow[sn]?|drop\w*|increas\w*|decreas\w*|declin\w*|up|down|lower|higher|more|fewer|less)\b/iu.test(
        sentence,
      ),
    share: /^\s*of\b/iu.test(behind),
    by: /\bby\s+(?:\p{L}+\s+){0,2}$/iu.test(before),
    behind,
  };
}

function stepFrom(claim: FigureMention, d: NumberQuantity, operands: Operands, cues: Cues): Step | undefined {
  const pairs = operands.wide ? widePairs(operands) : pairsOf(operands.figures);
  if (d.unit === 'pp' || d.unit === 'bp') return firstOf(pairs, (a, b) => pointsStep(claim, d, a, b));
  if (d.form === 'multiple')
    return firstOf(pairs, (a, b) => multipleStep(claim, a, b)) ?? multipleOfShare(claim, operands.figures);
  if (d.unit === '%' || d.unit === 'ratio') {
    return (
      (cues.change && !operands.wide
        ? firstOf(pairs, (a, b) => changeStep(claim, d, a, b, operands.text))
        : undefined) ?? (cues.share ? firstOf(pairs, (a, b) => shareStep(claim, d, a, b, operands.text)) : undefined)
    );
  }
  if (operands.wide) {
    return (
      rateStep(claim, pairs, cues.behind) ??
      (d.unit !== undefined || significant(d.low) >= 3
        ? firstOf(pairs, (a, b) => differenceStep(claim, a, b, operands, cues))
        : undefined)
    );
  }
  return (
    rateStep(claim, pairs, cues.behind) ??
    perTimeStep(claim, operands.figures, cues.behind) ??
    changedLevelStep(claim, operands.figures, operands.text, operands.place.document) ??
    firstOf(pairs, (a, b) => differenceStep(claim, a, b, operands, cues)) ??
    firstOf(pairs, (a, b) => sumStep(claim, a, b, operands, cues)) ??
    earlierStep(claim, operands, cues)
  );
}

/** One operand of each of two sentences; of two rows those of one column. */
function widePairs({ figures, place: { document } }: Operands): Pair[] {
  const first = figures[0]!.sentence;
  return pairsOf(figures).filter(([a, b]) => {
    if (a.sentence !== first || b.sentence === first) return false;
    return columnOf(document, a) === columnOf(document, b);
  });
}

function significant(value: number): number {
  return String(Math.abs(value))
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;
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
      return off >= 0 && off < 0.5;
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
  const scale = d.unit === 'ratio' ? 1 : 100;
  const [part, whole] = [Math.min(valueOf(a), valueOf(b)), Math.max(valueOf(a), valueOf(b))];
  const parts = /\b(?:remaining|remainder|rest|votes?|voted|to|against|other)\b/u.test(text);
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

function differenceStep(
  claim: FigureMention,
  a: FigureContext,
  b: FigureContext,
  { text, passage }: Operands,
  cues: Cues,
): Step | undefined {
  const difference = Math.abs(valueOf(a) - valueOf(b));
  const changed = cues.by && olderOf(a, b, text) !== undefined;
  const bracketed = cues.by && text.includes(`(${b.figure.text})`);
  const asked =
    cues.more ||
    changed ||
    bracketed ||
    cues.rest ||
    /\b(?:remainder|remaining|rest|others?|of which|of whom|of them)\b/u.test(text);
  if (!asked || difference === 0 || !isUnitOf(claim, a, b)) return undefined;
  if (difference < 13 && !changed && !(cues.rest && passage > 0.5)) return undefined;
  if (!isExact(claim, difference) && !(claim.hedge && standsFor(claim, difference, unitOf(a) ?? unitOf(b))))
    return undefined;
  const [large, small] = valueOf(a) > valueOf(b) ? [a, b] : [b, a];
  return { sum: `${large.figure.text} − ${small.figure.text} = ${shown(difference)}`, operands: [a, b] };
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
function earlierStep(claim: FigureMention, { figures }: Operands, cues: Cues): Step | undefined {
  if (!cues.before) return undefined;
  for (const share of figures) {
    const { quantity, direction } = share.figure;
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
