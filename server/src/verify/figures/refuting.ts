import type { FigureMention } from '../../extract/mention.ts';
import { inUnitOf } from './derivation/values.ts';
import { isRange } from './values/dateRelation.ts';
import type { FigureMatch } from './matches.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { COMPANY } from './context/company.ts';
import { relationOf } from './values/quantities.ts';
import { isLongSwap, isShortSlip, isSlipOf, isTellingSwap, slipNeeds } from './values/slips.ts';
import { isBracketed, wordingOf } from './context/wording.ts';
import { isFarFetched, isOpposed, isSmallCount, magnitudeOf, type Judged } from './plausible.ts';

/**
 * What a rival must have in common with the draft to refute a value that no source gives: by its score, which is for a number
 * lessened by how far apart the two values are, by the words near it and by its passage.
 */
const REFUTES = { score: 3.5, date: 2, content: 1.4, passage: 0.15 };
const ACCOMPANIED = 0.8;
/** So far before a change stands the level that has changed. */
const LEVEL_REACH = 40;
/** What a passage about others must have of the draft's words. */
const FAMILIAR = 0.35;
/** Likeness of the words near two days that have nothing in common. */
const OTHER_DAY = 0.6;
/** What it adds to a rival's score that the draft's value is a slip away from it. */
const SLIP_BONUS = 2.5;
/** What it takes from one that is the value of an earlier time. */
const PREVIOUS = 2;

/** Where no source gives the value: the figure that clearly is another value of the same quantity. */
export function refuting(
  document: DocumentContext,
  draft: Judged,
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const { figure } = draft;
  let best: FigureMatch | undefined;
  let bestScore = -Infinity;
  for (const match of rivals) {
    if (match.owned) continue;
    const source = match.context.figure;
    const slipped =
      isSlipOf(figure, source) ||
      (match.companions >= COMPANY && isOpposed(draft, match) && isShortSlip(figure, source));
    const slip = isUnitSlip(match) || (slipped && !isFarFetched(draft, match));
    if (
      !(slip
        ? isSlipNear(draft, match)
        : isOfSameLevel(document, draft, match) || (isStrong(draft, match) && !isOfStrangers(document, draft, match)))
    )
      continue;
    const score = match.score + (slip ? SLIP_BONUS : 0) - (isPrevious(match) ? PREVIOUS : 0);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best;
}

/** Has the passage so much of the draft's words as the slip needs? `by` or `since` before both count for a part of them. */
function isSlipNear(draft: Judged, match: FigureMatch): boolean {
  const { context, content, like } = match;
  // `two months` and `two years` stand in every text.
  if (isUnitSlip(match) && context.figure.quantity.type === 'duration' && content < 1.2) return false;
  const rates = (wordingOf(match.in.document, context) === 'rate') !== (draft.wording === 'rate');
  if (rates && isSmallCount(draft.figure) && !isLongSwap(draft.figure, context.figure)) return false;
  return (
    content + (isTelling(draft, match) ? like.lead : 0) >=
    slipNeeds(draft.figure, context.figure) * (like.before === 1 && draft.figure.quantity.type === 'date' ? 0.35 : 1)
  );
}

/** Two digits of a long number changed places, which the sentence before may be enough to place. */
function isTelling({ figure }: Judged, { context }: FigureMatch): boolean {
  const [d, s] = [figure.quantity, context.figure.quantity];
  return d.type === 'number' && s.type === 'number' && isTellingSwap(d, s);
}

/** `18.7% (17.9%)`: in brackets stands the value of an earlier time. */
function isPrevious({ context: { figure, sentence }, in: { document } }: FigureMatch): boolean {
  if (!isBracketed(document, figure)) return false;
  const others = document.figuresOf.get(sentence) ?? [];
  return others.some(({ figure: other }) => other.end < figure.start && figure.start - other.end < 4);
}

function isStrong(draft: Judged, match: FigureMatch): boolean {
  const { score, content, like, companions } = match;
  const { figure } = draft;
  // Where nearly all of the draft's other figures stand beside it, the passage is meant.
  if (content < REFUTES.content || (like.passage < REFUTES.passage && companions < ACCOMPANIED)) return false;
  const needed = figure.quantity.type === 'date' ? REFUTES.date : REFUTES.score;
  if (score - distanceOf(figure, match.context.figure) < needed) return false;
  if (isAnotherDay(figure, match.context.figure) && like.near + like.nearShare < OTHER_DAY) return false;
  if (!isOpposed(draft, match)) return false;
  // Two of one thing and three of another say nothing of each other.
  return !isSmallCount(figure) || like.head >= 0.3;
}

/** `37 seats, 32 more than before` and `Thirty-seven women, five more than in 2022`: both are the change of what stands before it. */
function isOfSameLevel(draft: DocumentContext, claim: Judged, { in: { document }, context }: FigureMatch): boolean {
  if (claim.wording !== 'change' || wordingOf(document, context) !== 'change') return false;
  const [mine, theirs] = [levelBefore(draft, claim), levelBefore(document, context)];
  if (!mine || !theirs || claim.figure.direction !== context.figure.direction) return false;
  const relation = relationOf(mine, theirs);
  return !isSmallCount(mine) && relation.kind === 'same' && relation.how === 'found' && !relation.loose;
}

/** The figure that a sentence gives just before another. */
function levelBefore({ figuresOf }: DocumentContext, { figure, sentence }: FigureContext): FigureMention | undefined {
  return (figuresOf.get(sentence) ?? []).findLast(({ figure: other }) => {
    const gap = figure.start - other.end;
    return gap > 0 && gap <= LEVEL_REACH;
  })?.figure;
}

/** Its sentence counts something of people and places that the draft does not know, and has few of the draft's words. */
function isOfStrangers(
  draft: DocumentContext,
  { figure }: Judged,
  { in: { document }, context, like }: FigureMatch,
): boolean {
  const { quantity } = figure;
  if (quantity.type !== 'number' || quantity.unit !== undefined || like.passage >= FAMILIAR) return false;
  const { start, end } = document.sentences[context.sentence]!;
  const known = draft.analysis.document.text.toLowerCase();
  const strangers = document.analysis.names.filter(
    (name) =>
      name.start >= start &&
      name.end <= end &&
      !name.text
        .toLowerCase()
        .split(/\s+/u)
        .some((part) => part.length > 2 && known.includes(part)),
  );
  return new Set(strangers.map(({ text }) => text)).size > 1;
}

/** Two days that have neither month nor day in common: only the words near them can say that they are meant for one. */
function isAnotherDay({ quantity: d }: FigureMention, { quantity: s }: FigureMention): boolean {
  if (d.type !== 'date' || s.type !== 'date' || d.precision !== 'day' || s.precision !== 'day') return false;
  if (isRange(d) || isRange(s)) return false;
  const [month, day] = [d.from.slice(5, 7), d.from.slice(8)];
  return month !== s.from.slice(5, 7) && day !== s.from.slice(8);
}

/** How many times one value doubles to the other, three at most; where a digit of two is another they are close. */
function distanceOf(a: FigureMention, b: FigureMention): number {
  const [x, y] = [magnitudeOf(a), magnitudeOf(inUnitOf(b, [{ figure: a }]))];
  if (!x || !y) return 0;
  const [d, s] = [String(x), String(y)];
  if (d.length === 2 && s.length === 2 && [...d].some((digit) => s.includes(digit))) return -1.5;
  return Math.min(3, Math.abs(Math.log2(x / y)));
}

/** The same number with another currency or unit, or on the wrong side of a hedge. */
export function isUnitSlip({ relation }: FigureMatch): boolean {
  return relation.kind === 'different' && relation.what !== 'value';
}
