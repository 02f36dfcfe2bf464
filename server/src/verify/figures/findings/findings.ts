import type { Derivation } from '../derivation.ts';
import type { Contrary } from '../derivation/contrary.ts';
import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import type { Span } from '../../../text/offsets.ts';
import { figureEvidence, quotedFigure } from './evidence.ts';
import type { FigureMatch } from '../matches.ts';
import { isRelative } from '../values/relativeDates.ts';
import { dayInWords } from './dateRepair.ts';
import { inDraftStyle } from './repair.ts';
import type { Difference } from '../values/relation.ts';
import type { Finding, Suggestion } from '../../verdict.ts';
import { WEEKDAY_NAMES, withWeekday } from '../values/weekdays.ts';

const SHOWN = 3;

/** A source gives the figure, or one that the draft fairly rounds. */
export function supportedFigure(claim: FigureMention, matches: readonly FigureMatch[]): Finding {
  const best = matches[0]!;
  const rounded = best.relation.kind === 'same' && best.relation.how === 'rounded';
  return {
    verdict: 'supported',
    code: rounded ? 'figure.rounded' : 'figure.found',
    message: rounded
      ? `${best.in.source.record.path} gives “${quotedFigure(best)}”, which ${claim.text} stands for.`
      : `${best.in.source.record.path}${issue(best)} gives this figure: “${quotedFigure(best)}”.`,
    explanation: steps(claim, best),
    evidence: matches.slice(0, SHOWN).map((match) => figureEvidence(match)),
    suggestions: [],
  };
}

/** `, of 4 February 2026,` where the source tells the date by the day it is of. */
function issue({ context, in: { source } }: FigureMatch): string {
  const { date } = source.document.metadata;
  return isRelative(context) && date !== undefined ? `, of ${dayInWords(date)},` : '';
}

/** The figure follows from a source's figures. */
export function derivedFigure(claim: FigureMention, { sum, operands }: Derivation): Finding {
  const path = operands[0]!.in.source.record.path;
  return {
    verdict: 'supported',
    code: 'figure.derived',
    message: `${claim.text} follows from figures of ${path}: ${sum}.`,
    explanation: [`No source gives ${claim.text} itself.`, `It follows from figures of ${path}: ${sum}.`],
    evidence: operands.map((operand) => figureEvidence(operand)),
    suggestions: [],
  };
}

/** The sources' figures give the value, and it is no rise but a fall, or no per cent but points; or they give another. */
export function contraryFigure(claim: FigureMention, { sum, operands }: Derivation, contrary: Contrary): Finding {
  const path = operands[0]!.in.source.record.path;
  if (typeof contrary === 'object') {
    const right = inDraftStyle(claim, reckoned(claim, contrary.value));
    return {
      verdict: 'refuted',
      code: 'figure.mismatch',
      message: `By the figures of ${path} it is ${right}, not ${claim.text}: ${sum}.`,
      explanation: [`It follows from figures of ${path}: ${sum}.`],
      evidence: operands.map((operand) => figureEvidence(operand)),
      suggestions: [replacement(right)],
    };
  }
  const isPoints = contrary === 'points';
  const message = isPoints
    ? `The figures of ${path} lie ${claim.text} apart as percentage points, not per cent: ${sum}.`
    : `By the figures of ${path} it is ${contrary === 'fall' ? 'a fall, not a rise' : 'a rise, not a fall'}: ${sum}.`;
  const points = claim.text.replace(/\s?(?:per ?cent|%)$/u, ' percentage points');
  return {
    verdict: 'refuted',
    code: 'figure.mismatch',
    message,
    explanation: [`It follows from figures of ${path}: ${sum}.`],
    evidence: operands.map((operand) => figureEvidence(operand)),
    suggestions: isPoints && points !== claim.text ? [replacement(points)] : [],
  };
}

/** A figure with a value of the claim's unit, rounded as finely as the claim. */
function reckoned(claim: FigureMention, value: number): FigureMention {
  const { unit, step } = claim.quantity as NumberQuantity;
  const low = unit === 'ratio' ? value : Number((Math.round(value / step) * step).toPrecision(12));
  const quantity: NumberQuantity = { type: 'number', low, high: low, step, ...(unit !== undefined && { unit }) };
  return { ...claim, text: unit === 'ratio' ? fractionOf(value) : String(low), quantity };
}

const FRACTIONS: readonly (readonly [number, string])[] = [
  [1 / 2, 'half'],
  [1 / 3, 'a third'],
  [2 / 3, 'two-thirds'],
  [1 / 4, 'a quarter'],
  [3 / 4, 'three-quarters'],
  [1 / 5, 'a fifth'],
  [2 / 5, 'two-fifths'],
  [3 / 5, 'three-fifths'],
  [4 / 5, 'four-fifths'],
  [1 / 10, 'a tenth'],
];

/** `a fifth`, else `27%`. */
function fractionOf(value: number): string {
  return FRACTIONS.find(([share]) => Math.abs(share - value) < 0.005)?.[1] ?? `${Math.round(value * 100)}%`;
}

/** The sources speak of the same quantity and give another value. */
export function refutedFigure(claim: FigureMention, matches: readonly FigureMatch[]): Finding {
  const best = matches[0]!;
  const what: Difference = best.relation.kind === 'different' ? best.relation.what : 'value';
  const base = baseIn(best);
  const span = what === 'hedge' ? hedgedSpan(claim) : base && { start: claim.start, end: claim.end + base.mine.length };
  return {
    verdict: 'refuted',
    code: 'figure.mismatch',
    message: refutation(claim, best, what),
    explanation: steps(claim, best),
    evidence: matches.slice(0, SHOWN).map((match) => figureEvidence(match)),
    suggestions: repairs(claim, best, what),
    ...(span && { span }),
  };
}

/** The sources disagree among themselves: the draft's value is that of `agreeing`. */
export function conflictingFigure(
  claim: FigureMention,
  agreeing: readonly FigureMatch[],
  opposing: readonly FigureMatch[],
): Finding {
  const [mine, other] = [agreeing[0]!, opposing[0]!];
  return {
    verdict: 'conflicting-evidence',
    code: 'figure.conflict',
    message: `The sources disagree: ${mine.in.source.record.path} gives “${quotedFigure(mine)}”, ${other.in.source.record.path} “${quotedFigure(other)}”.`,
    explanation: [...steps(claim, mine), ...steps(claim, other)],
    evidence: [
      ...agreeing.slice(0, 2).map((match) => figureEvidence(match, quotedFigure(match))),
      ...opposing.slice(0, 2).map((match) => figureEvidence(match, quotedFigure(match))),
    ],
    suggestions: [],
  };
}

/** Nothing that the sources say bears on it. */
export function unknownFigure(): Finding {
  return {
    verdict: 'not-enough-evidence',
    code: 'figure.unknown',
    message: 'No source gives such a figure.',
    explanation: [],
    evidence: [],
    suggestions: [],
  };
}

/** The sources have the value, and only where they speak of other things than the draft. */
export function elsewhereFigure(claim: FigureMention, matches: readonly FigureMatch[]): Finding {
  return {
    ...unknownFigure(),
    message: `The sources give ${claim.text} of other matters, not of this.`,
    explanation: [`No sentence that has ${claim.text}, nor one beside it, shares a telling word with this one.`],
    evidence: matches.slice(0, SHOWN).map((match) => figureEvidence(match)),
  };
}

/** The draft gives the same quantity another value elsewhere, and no source has this one. */
export function inconsistentFigure(
  claim: FigureMention,
  other: FigureMention,
): Pick<Finding, 'code' | 'message' | 'explanation' | 'suggestions'> {
  return {
    code: 'figure.inconsistent',
    message: `The draft says ${claim.text} here and ${other.text} of the same thing elsewhere; no source gives ${claim.text}.`,
    explanation: [
      `${claim.text} and ${other.text} stand among the same words and names of the draft.`,
      `No source gives ${claim.text} of it.`,
    ],
    suggestions: [replacement(inDraftStyle(claim, other))],
  };
}

/** Hedge and number, where the hedge is what is wrong. */
function hedgedSpan({ hedge, start, end }: FigureMention): Span | undefined {
  if (!hedge) return undefined;
  return { start: Math.min(hedge.start, start), end: Math.max(hedge.end, end) };
}

/** What it is said for, where that is what is wrong. */
function baseIn({ relation }: FigureMatch): { readonly mine: string; readonly theirs: string } | undefined {
  return relation.kind === 'different' ? relation.base : undefined;
}

function refutation(claim: FigureMention, best: FigureMatch, what: Difference): string {
  const theirs = quotedFigure(best);
  switch (what) {
    case 'direction':
      return `The source gives ${best.context.figure.text} the other way round: “${sentenceAround(best)}”.`;
    case 'hedge':
      return `The source gives “${theirs}”, not ${claim.hedge?.text ?? ''} ${claim.text}.`.replace(/\s+/gu, ' ');
    case 'currency':
      return `The source gives ${best.context.figure.text}, in another currency than ${claim.text}.`;
    case 'unit':
      if (baseIn(best)) return `The source gives “${theirs}”, not ${claim.text}${baseIn(best)!.mine}.`;
      return `The source gives ${best.context.figure.text}, in another unit than ${claim.text}.`;
    case 'weekday':
      return `That day is a ${WEEKDAY_NAMES[weekdayIn(best)!]}, not as in ${claim.text}: the source gives “${theirs}”.`;
    default:
      return `The source gives “${theirs}”, not ${claim.text}.`;
  }
}

function weekdayIn({ relation }: FigureMatch): number | undefined {
  return relation.kind === 'different' ? relation.weekday : undefined;
}

function sentenceAround(match: FigureMatch): string {
  const { text } = figureEvidence(match);
  return text.replace(/\s+/gu, ' ').slice(0, 160);
}

/** The repairs offered: the source's value in the draft's style, and as the source writes it. */
function repairs(claim: FigureMention, best: FigureMatch, what: Difference): Suggestion[] {
  if (what === 'direction') return [];
  const theirs = best.context.figure;
  if (what === 'hedge') {
    const span = hedgedSpan(claim);
    const text =
      theirs.hedge && theirs.hedge.start < theirs.start ? `${theirs.hedge.text} ${theirs.text}` : theirs.text;
    return span ? [replacement(text)] : [];
  }
  const base = baseIn(best);
  if (base) return [replacement(claim.text + base.theirs)];
  const weekday = weekdayIn(best);
  if (weekday !== undefined) return [replacement(withWeekday(claim.text, weekday))];
  const texts = new Set([inDraftStyle(claim, theirs), theirs.text.replace(/\s+/gu, ' ')]);
  texts.delete(claim.text);
  return [...texts].map(replacement);
}

function replacement(newText: string): Suggestion {
  return { title: `Replace with ${newText}`, newText };
}

/** What was compared, for the hover. */
function steps(claim: FigureMention, match: FigureMatch): string[] {
  const {
    context,
    relation,
    in: { source },
  } = match;
  const lines = [`The draft says ${withHedge(claim)}; ${source.record.path} says ${withHedge(context.figure)}.`];
  if (context.head !== undefined) lines.push(`What is counted or measured there: “${quotedFigure(match)}”.`);
  if (relation.kind === 'same')
    lines.push(relation.how === 'rounded' ? 'The value is a fair rounding.' : 'The values agree.');
  if (relation.kind === 'different') lines.push(`They differ in ${relation.what}.`);
  return lines;
}

function withHedge({ hedge, text, start }: FigureMention): string {
  if (!hedge) return text;
  return hedge.start < start ? `${hedge.text} ${text}` : `${text} ${hedge.text}`;
}
