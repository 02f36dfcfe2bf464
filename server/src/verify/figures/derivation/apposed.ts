import type { NumberQuantity } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { isAmount, placesOf, together, type ToldStep } from './told.ts';
import { isExact, isSameUnit, rounded, shown, standsFor, unitOf, valueOf } from './values.ts';

/** Sentences before the claim whose figures may be the two ends of a gap. */
const BEFORE = 4;
const FIGURES = 16;
/** Sentences of a source from which a part may be taken of a whole. */
const PARTS = 40;

/** `438 deaths apart, or 68 percent`: a gap that the draft gives as an amount beside it, said as a share of one of its two ends. */
export function sameGapStep(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): ToldStep | undefined {
  const d = claim.figure.quantity as NumberQuantity;
  if (d.unit !== '%' && d.unit !== 'ratio') return undefined;
  const gaps = (draft.figuresOf.get(claim.sentence) ?? []).filter(
    (other) => isAmount(other) && unitOf(other) !== '%' && isApposed(draft, claim, other),
  );
  if (gaps.length === 0) return undefined;
  const told: FigureContext[] = [];
  for (let at = claim.sentence; at >= claim.sentence - BEFORE; at--)
    told.push(...(draft.figuresOf.get(at) ?? []).filter((other) => isAmount(other) && !gaps.includes(other)));
  const ends = told.slice(0, FIGURES);
  for (const gap of gaps) {
    for (const [i, a] of ends.entries()) {
      for (const b of ends.slice(i + 1)) {
        if (!isSameUnit(unitOf(a), unitOf(b)) || !isExact(gap.figure, rounded(Math.abs(valueOf(a) - valueOf(b)))))
          continue;
        for (const [from, to] of [
          [a, b],
          [b, a],
        ] as const) {
          const share = valueOf(gap) / valueOf(from);
          if (!standsFor(claim.figure, d.unit === 'ratio' ? share : share * 100, d.unit)) continue;
          const [xs, ys] = [placesOf(from, sources), placesOf(to, sources)];
          if (xs.length === 0 || ys.length === 0) continue;
          return {
            sum: `from ${from.figure.text} to ${to.figure.text} is ${shown(share * 100)}%`,
            operands: together(xs, ys),
          };
        }
      }
    }
  }
  return undefined;
}

/** `840 million, or 70%`, `70% or 840 million more` */
function isApposed({ analysis }: DocumentContext, { figure: a }: FigureContext, { figure: b }: FigureContext): boolean {
  const [first, second] = a.start < b.start ? [a, b] : [b, a];
  const between = analysis.document.text.slice(first.end, second.start);
  return /^(?:\s\p{L}+){0,3},?\s+(?:or|that is)\s+(?:\p{L}+\s+){0,3}$/iu.test(between);
}

/** `31 years, 23 of them with others` from `31 years, eight of them with this team`: the other part of a whole that both give. */
export function otherPartStep(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): ToldStep | undefined {
  if (!isPart(draft, claim)) return undefined;
  const own = draft.figuresOf.get(claim.sentence) ?? [];
  const whole = own.filter((other) => other.figure.end < claim.figure.start).at(-1);
  const total = whole && countOf(whole);
  const value = countOf(claim);
  if (total === undefined || value === undefined || value >= total) return undefined;
  for (const place of sources) {
    const { document } = place;
    const parts = document.figures.filter((part) => countOf(part) === total - value && isPart(document, part));
    for (const part of parts.slice(0, PARTS)) {
      const theirs = (document.figuresOf.get(part.sentence) ?? [])
        .filter((other) => other.figure.end < part.figure.start)
        .at(-1);
      if (!theirs || countOf(theirs) !== total || unitOfAny(theirs) !== unitOfAny(whole!)) continue;
      const operands: FigurePlace[] = [theirs, part].map((context) => ({ in: place, context }));
      return { sum: `${theirs.figure.text} − ${part.figure.text} = ${claim.figure.text}`, operands };
    }
  }
  return undefined;
}

function isPart({ analysis }: DocumentContext, { figure }: FigureContext): boolean {
  return /^\s+of\s+(?:them|these|those|which|whom)\b/iu.test(analysis.document.text.slice(figure.end, figure.end + 16));
}

function countOf({ figure: { quantity } }: FigureContext): number | undefined {
  return (quantity.type === 'number' || quantity.type === 'duration') && quantity.low === quantity.high
    ? quantity.low
    : undefined;
}

function unitOfAny({ figure: { quantity } }: FigureContext): string | undefined {
  return quantity.type === 'number' || quantity.type === 'duration' ? quantity.unit : undefined;
}
