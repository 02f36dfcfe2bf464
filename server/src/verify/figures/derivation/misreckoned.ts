import type { NumberQuantity } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { SourceFigures } from '../matches.ts';
import { isAmount, placesOf, together, type ToldStep } from './told.ts';
import { isSameUnit, rounded, shown, standsFor, unitOf, valueOf } from './values.ts';

/** A step that the draft sets out itself, and what it really comes to. */
export interface Misreckoned extends ToldStep {
  /** In the claim's unit. */
  readonly value: number;
}

/** `£212,400 and spent £187,600, which leaves (a surplus of) …` */
const LEAVES =
  /^[^.;:]{0,30}?\b(?:leav(?:es|ing)|left)\s+(?:(?:it|them|her|him|us|the \p{L}+)\s+)?(?:with\s+)?(?:an?\s+(?:surplus|profit|deficit|loss|gap|shortfall)\s+of\s+)?$/iu;
/** `79.5 per cent, … points short of the …` */
const APART =
  /^\s*(?:percentage\s+)?(?:points?\s+)?(?:short of|below|above|under|over|(?:more|less|fewer|higher|lower|better|worse) than|ahead of|behind)\s+(?:the\s+)?(?:[\p{L}’']+\s+){0,2}$/iu;
/** `650,000 florins, of which 130,000 has been repaid: … of the sum` */
const OF_WHICH = /\bof (?:which|whom|these|them)\s+(?:[\p{L}]+\s+){0,2}$/iu;
const SHARE_OF = /^\s+of\s+(?:it|them|(?:the|that|this)\s+(?:sum|total|whole|amount|lot|number|loan|price))\b/iu;
const APPOSED =
  /^[^.;,:]{0,40}(?:,\s+(?:or|that is)|:|\s[–—])\s+(?:(?:about|some|roughly|almost|nearly|just|over)\s+)*$/iu;
/** `from 18,400 to 19,900, a rise of …` */
const CHANGED_BY =
  /^[^.;:]{0,20}?,?\s+(?:or|up|down|an?\s+(?:\p{L}+\s+)?(?:rise|increase|growth|gain|jump|fall|drop|decrease|decline|cut|loss) of)\s+(?:(?:by|about|some|roughly|almost|nearly|just|over)\s+)*$/iu;

/**
 * A step of arithmetic whose operands stand beside the claim in its own sentence, are said to be these, and do not give its value;
 * each operand must be what a source gives. Undefined where the draft sets out no step, or reckons well.
 */
export function misreckoned(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): Misreckoned | undefined {
  if (!isAmount(claim)) return undefined;
  const told = toldIn(draft, claim);
  if (!told) return undefined;
  const { operands, value, sum } = told;
  if (standsFor(claim.figure, value, unitOf(claim))) return undefined;
  const [xs, ys] = operands.map((operand) => placesOf(operand, sources));
  if (xs!.length === 0 || ys!.length === 0) return undefined;
  return { value, sum, operands: together(xs!, ys!) };
}

interface Told {
  readonly operands: readonly [FigureContext, FigureContext];
  readonly value: number;
  readonly sum: string;
}

function toldIn({ analysis, figuresOf }: DocumentContext, claim: FigureContext): Told | undefined {
  const { text } = analysis.document;
  const own = figuresOf.get(claim.sentence) ?? [];
  const at = own.indexOf(claim);
  const earlier = own.slice(0, at).filter(isAmount);
  const lastOf = (figures: readonly FigureContext[], like: FigureContext): FigureContext | undefined =>
    figures.findLast((other) => isSameUnit(unitOf(other), unitOf(like)));
  const { unit } = claim.figure.quantity as NumberQuantity;
  const next = own[at + 1];
  if (next && isAmount(next) && APART.test(text.slice(claim.figure.end, next.figure.start))) {
    const level = lastOf(earlier, next);
    const isOfUnit = unitOf(next) === '%' ? unit === 'pp' || unit === undefined : unit === unitOf(next);
    return level && isOfUnit ? difference(level, next) : undefined;
  }
  const second = own[at - 1];
  if (!second || !isAmount(second)) return undefined;
  const first = lastOf(earlier.slice(0, -1), second);
  if (!first) return undefined;
  const before = text.slice(second.figure.end, claim.figure.start);
  if (LEAVES.test(before) && unit === unitOf(first)) return difference(first, second);
  const isShare = unit === '%' || unit === 'ratio';
  const isPart = OF_WHICH.test(text.slice(first.figure.end, second.figure.start)) && APPOSED.test(before);
  if (isShare && isPart && SHARE_OF.test(text.slice(claim.figure.end))) {
    const part = valueOf(second) / valueOf(first);
    return shared(
      part,
      unit,
      [second, first],
      `${second.figure.text} of ${first.figure.text} is ${shown(part * 100)}%`,
    );
  }
  if (first.before !== 'from' || second.before !== 'to' || !CHANGED_BY.test(before)) return undefined;
  if (unitOf(second) === '%') return unit === 'pp' ? difference(first, second) : undefined;
  if (!isShare) return unit === unitOf(second) ? difference(first, second) : undefined;
  const change = Math.abs(valueOf(second) / valueOf(first) - 1);
  return shared(
    change,
    unit,
    [first, second],
    `from ${first.figure.text} to ${second.figure.text} is ${shown(change * 100)}%`,
  );
}

function difference(a: FigureContext, b: FigureContext): Told {
  const [large, small] = valueOf(a) > valueOf(b) ? [a, b] : [b, a];
  const value = rounded(valueOf(large) - valueOf(small));
  return { operands: [large, small], value, sum: `${large.figure.text} − ${small.figure.text} = ${shown(value)}` };
}

function shared(value: number, unit: string, operands: Told['operands'], sum: string): Told {
  return { operands, value: unit === '%' ? value * 100 : value, sum };
}
