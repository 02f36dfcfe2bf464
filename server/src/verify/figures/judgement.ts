import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { FigureMention } from '../../extract/mention.ts';
import { isRange } from './dateRelation.ts';
import { isAtItsTime, shownOther } from './otherMatters.ts';
import { endsOf } from './rangeEnds.ts';
import type { Derivation } from './derivation.ts';
import type { DocumentContext, FigureContext } from './context.ts';
import {
  conflictingFigure,
  contraryFigure,
  derivedFigure,
  refutedFigure,
  supportedFigure,
  unknownFigure,
} from './findings.ts';
import type { FigureMatch } from './matches.ts';
import { COMPANY } from './company.ts';
import { cellOfOtherTime, cellsFirst, contraryCell } from './cells.ts';
import { conflicts, mayConflict } from './conflicts.ts';
import { isShortSlip, isSlipOf, isTellingSwap, slipNeeds } from './slips.ts';
import { wordingOf } from './wording.ts';
import { columnOf, rowOf } from './derivation/places.ts';
import { likelihoodNeeded, SURE } from './derivationNeeds.ts';
import { significant } from './derivation/values.ts';
import { sentenceWords } from './sentenceWords.ts';
import type { TableRow } from '../../text/structuredText.ts';
import {
  CLEAR,
  isAlike,
  isChance,
  isFarFetched,
  isNamed,
  isOpposed,
  isSmallCount,
  isWeak,
  magnitudeOf,
  type Judged,
} from './plausible.ts';
import type { Finding } from '../verdict.ts';
import { isWeekdayConfirmed } from './weekdays.ts';
import { withFigure } from './lazyContexts.ts';

/**
 * What a rival must have in common with the draft to refute a value that no source gives: by its score, which is for a number
 * lessened by how far apart the two values are, by the words near it and by its passage.
 */
const REFUTES = { score: 3.5, date: 2, content: 1.4, passage: 0.15 };
const ACCOMPANIED = 0.8;
/** Likeness of the words near two days that have nothing in common. */
const OTHER_DAY = 0.6;
/** What it adds to a rival's score that the draft's value is a slip away from it. */
const SLIP_BONUS = 2.5;
/** What it takes from one that is the value of an earlier time. */
const PREVIOUS = 2;
/** By so much must a rival be better aligned than the place with the draft's own value to refute it, or to cast doubt. */
const OVERRULES = 3;
/** Where the value stands among none of the draft's words. */
const APART = 5;
const DOUBTS = 1.5;
/** The same between two figures of one sentence. */
const NEIGHBOUR = 0.7;
/** Where each says what it counts. */
const NAMED_APART = -2.5;
/** The rival's sentence has nearly all of the draft's words, and that of the draft's value next to none. */
const WHOLE = 0.8;
const HARDLY = 0.2;
/** Rivals that are held against a place with the value; a long table has thousands. */
const LOOKED_AT = 40;
/** What a passage needs of the draft's words where it gives the very same day. */
const SLIGHTLY_ALIKE = 0.4;
/** Telling words of a sentence; fewer find nothing for sure. */
const THIN = 3;

/**
 * The verdict on one figure, from the source figures that can be compared with it, best first. `derive` is asked where no
 * source gives the value in a place that fits.
 */
export function judgeFigure(
  document: DocumentContext,
  draft: FigureContext,
  matches: readonly FigureMatch[],
  derive: () => Derivation | undefined,
): Finding {
  const { figure } = draft;
  const claim: Judged = {
    ...withFigure(draft, figure),
    wording: wordingOf(document, draft),
    thin: document.sentences[draft.sentence]!.keys.size < THIN,
  };
  const same = cellsFirst(matches.filter((match) => match.relation.kind === 'same' && !isChance(claim, match)));
  const rivals = matches.filter((match) => match.rival);
  const weekday = wrongWeekday(claim, same, rivals);
  if (weekday) return refutedFigure(figure, agreeing(rivals, weekday));
  const cell = contraryCell(same, rivals) ?? cellOfOtherTime(document, draft, same, rivals);
  if (cell) return refutedFigure(figure, agreeing(rivals, cell));
  const found = same[0];
  if (!found) {
    const ends = endsOf(figure, matches);
    if (ends) return supportedFigure(figure, ends);
    const against = refuting(claim, rivals);
    const derivation = namesake(claim, rivals) || (against && isUnitSlip(against)) ? undefined : derive();
    if (derivation?.contrary) {
      if (derivation.likelihood >= SURE) return contraryFigure(figure, derivation, derivation.contrary);
    } else if (derivation && derivation.likelihood >= likelihoodNeeded(document, draft, derivation, against))
      return derivedFigure(figure, derivation);
    return against ? refutedFigure(figure, agreeing(rivals, against)) : unknownFigure();
  }
  const rival = rivals.find((match) => isOpposed(claim, match));
  const doubtful =
    isWeak(figure, found) ||
    // So many a day are not so many.
    (claim.wording === 'rate' && found.content < CLEAR && wordingOf(found.in.document, found.context) !== 'rate') ||
    (rival !== undefined && rival.score - found.score >= DOUBTS && isRounded(found));
  const derivation = doubtful ? derive() : undefined;
  if (derivation && !derivation.contrary && derivation.likelihood >= SURE) return derivedFigure(figure, derivation);
  const other =
    shownOther(document, claim, same, rivals) ??
    overruling(
      document,
      claim,
      same,
      rivals.filter((match) => !isAtItsTime(document, claim, found, match)),
    );
  if (other) {
    return mayConflict(other, found)
      ? conflictingFigure(figure, same, agreeing(rivals, other))
      : refutedFigure(figure, agreeing(rivals, other));
  }
  const opposing = rivals.filter((match) => conflicts(document, claim, match, found));
  if (opposing.length > 0) return conflictingFigure(figure, same, opposing);
  return supportedFigure(figure, same);
}

function isRounded({ relation }: FigureMatch): boolean {
  return relation.kind === 'same' && relation.how === 'rounded';
}

/** A source's day that the draft gives with another weekday, if no source has the draft's. */
function wrongWeekday(
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const d = draft.figure.quantity;
  if (d.type !== 'date' || d.weekday === undefined) return undefined;
  const confirmed = same.some(({ context }) => {
    const s = context.figure.quantity;
    return s.type === 'date' && isWeekdayConfirmed(d, s);
  });
  return confirmed
    ? undefined
    : rivals.find(
        ({ relation, content, context, in: { source } }) =>
          relation.kind === 'different' &&
          relation.what === 'weekday' &&
          (content >= SLIGHTLY_ALIKE || isOwnDate(source, context.figure)),
      );
}

/** A value a slip away that counts the very same thing: no arithmetic is asked then. */
function namesake(draft: Judged, rivals: readonly FigureMatch[]): boolean {
  return rivals.some(
    (match) =>
      draft.counts === true &&
      isNamed(match) &&
      (draft.heads ?? []).filter((key) => match.context.heads?.includes(key)).length > 1 &&
      isSlipOf(draft.figure, match.context.figure) &&
      wordingOf(match.in.document, match.context) === draft.wording,
  );
}

/** The rival that speaks of the draft's matter so much more clearly than the place with its value that this is another matter. */
function overruling(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const found = same[0]!;
  const { figure } = draft;
  const needed = NEIGHBOUR + prevalence(same);
  const beside = rivals.slice(0, LOOKED_AT).find(
    (match) =>
      (wordingOf(found.in.document, found.context) !== draft.wording ||
        wordingOf(match.in.document, match.context) === draft.wording) &&
      // The rows of a long table are many: their labels are read last.
      match.score - found.score >= (isNamedApart(match, found) ? NAMED_APART : needed) &&
      !match.owned &&
      !match.told &&
      isAlike(figure, match.context.figure) &&
      isMeant(match, found) &&
      isBeside(document, draft, match, found),
  );
  if (beside) return beside;
  // The very thing is counted in the draft's words, and the value stands among none of them: its size says nothing then.
  const named = rivals[0];
  if (
    named &&
    isNamesake(draft, named) &&
    named.score - found.score >= APART &&
    found.like.near + found.like.nearShare < 0.1
  )
    return named;
  // A nought too many speaks against a round number that some source has by chance, not against one of several digits.
  const isRound = significant(magnitudeOf(figure) ?? 0) < 2;
  const best = rivals.find((match) => isOpposed(draft, match) && (isRound || isAlike(figure, match.context.figure)));
  if (!best || !isNear(best) || (best.companions < found.companions && !isStray(found))) return undefined;
  const lead = best.score - found.score - specificity(figure, found) - prevalence(same);
  // Few words find nothing for sure, unless they all stand at the one and none at the other.
  if (draft.thin && !(isStray(found) && best.like.sentence >= WHOLE && lead >= OVERRULES)) return undefined;
  if (lead >= DOUBTS && best.like.sentence >= WHOLE && found.like.sentence < HARDLY) return best;
  // A place that speaks of the same matter as well must be told apart by the words at the figure, or by the other figures.
  const apart =
    best.like.near - found.like.near >= 0.4 || (best.companions - found.companions >= 0.4 && best.companions >= 0.8);
  if (found.content >= CLEAR && !(apart && best.in === found.in)) return undefined;
  return lead >= OVERRULES ? best : undefined;
}

/** Stands among none of the draft's words and figures, or hardly any. */
function isStray({ like, companions }: FigureMatch): boolean {
  return companions < 0.4 && like.passage < 0.1 && like.near + like.nearShare < 0.05;
}

/** Counts all of what the draft's figure counts, and is worded like it. */
function isNamesake(draft: Judged, { like, owned, told, context, in: { document } }: FigureMatch): boolean {
  return (
    !owned &&
    !told &&
    like.head === 1 &&
    like.near + like.nearShare >= 1.2 &&
    draft.figure.direction === context.figure.direction &&
    wordingOf(document, context) === draft.wording
  );
}

/** In one sentence; or in one column of a table, and the draft names the row of the one and not that of the other. */
function isBeside(draft: DocumentContext, claim: FigureContext, a: FigureMatch, b: FigureMatch): boolean {
  if (a.in !== b.in) return false;
  // What the cells of a row are called is compared where both stand in tables.
  if (a.context.sentence === b.context.sentence) return !rowOf(draft, claim) || !rowOf(a.in.document, a.context);
  const { document } = a.in;
  const [mine, other] = [rowOf(document, a.context), rowOf(document, b.context)];
  if (!mine || mine.table !== other?.table || columnOf(document, a.context) !== columnOf(document, b.context))
    return false;
  const isLabelled = (row: TableRow): boolean => {
    const label = row.cells[0];
    const text = label ? document.analysis.document.text.slice(label.start, label.end) : '';
    return [...sentenceWords(text).keys].some((key) => claim.near.has(key));
  };
  return isLabelled(mine) && !isLabelled(other);
}

/** In one sentence the draft's words tell its figures apart: the same thing is counted, or they stand much nearer. */
function isMeant(rival: FigureMatch, found: FigureMatch): boolean {
  const [like, other] = [rival.like, found.like];
  if (isElided(rival, found)) return false;
  if (like.head === 1 && other.head <= 0.3) return true;
  return like.near - other.near >= 0.2 && like.nearShare - other.nearShare >= 0.15 && like.head >= other.head;
}

/** Both say what they count, and it is what the draft counts in the one, something else in the other. */
function isNamedApart(rival: FigureMatch, found: FigureMatch): boolean {
  return (
    rival.like.head === 1 && found.like.head === 0 && rival.context.counts === true && found.context.counts === true
  );
}

/** `2,100 meals; later it was cut to 1,600`: a number without a noun or unit takes the one before. */
function isElided(rival: FigureMatch, { context, in: { document } }: FigureMatch): boolean {
  const { quantity } = context.figure;
  const followed = context.counts === true && !/^(?:in|on|at|of|by|from|for|since|and|but)$/u.test(context.behind);
  const bare = quantity.type === 'number' && quantity.unit === undefined && !followed;
  // `1,865 (2024: 1,530)`: in brackets stands one of another time.
  const inBrackets = isBracketed(document, context.figure);
  return bare && !inBrackets && rival.context.counts === true && rowOf(document, context) === undefined;
}

/** Words of the draft stand near the figure itself, not only somewhere in its passage. */
function isNear({ like }: FigureMatch): boolean {
  return like.near + like.nearShare >= 0.3;
}

/** Where no source gives the value: the figure that clearly is another value of the same quantity. */
function refuting(draft: Judged, rivals: readonly FigureMatch[]): FigureMatch | undefined {
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
    if (!(slip ? isSlipNear(draft, match) : isStrong(draft, match))) continue;
    const score = match.score + (slip ? SLIP_BONUS : 0) - (isPrevious(match) ? PREVIOUS : 0);
    if (score > bestScore) [best, bestScore] = [match, score];
  }
  return best;
}

/** Has the passage so much of the draft's words as the slip needs? `by` or `since` before both count for a part of them. */
function isSlipNear(draft: Judged, match: FigureMatch): boolean {
  const { context, content, like } = match;
  // `two months` and `two years` stand in every text.
  if (isUnitSlip(match) && context.figure.quantity.type === 'duration' && content < 1.5) return false;
  const rates = (wordingOf(match.in.document, context) === 'rate') !== (draft.wording === 'rate');
  if (rates && isSmallCount(draft.figure)) return false;
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

/** `(17.9%)`, `(2024: 1,530)` */
function isBracketed({ analysis }: DocumentContext, { start }: FigureMention): boolean {
  return /\((?:\d{4}:\s)?$/u.test(analysis.document.text.slice(Math.max(0, start - 8), start));
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

/** Two days that have neither month nor day in common: only the words near them can say that they are meant for one. */
function isAnotherDay({ quantity: d }: FigureMention, { quantity: s }: FigureMention): boolean {
  if (d.type !== 'date' || s.type !== 'date' || d.precision !== 'day' || s.precision !== 'day') return false;
  if (isRange(d) || isRange(s)) return false;
  const [month, day] = [d.from.slice(5, 7), d.from.slice(8)];
  return month !== s.from.slice(5, 7) && day !== s.from.slice(8);
}

/** How many times one value doubles to the other, three at most; where a digit of two is another they are close. */
function distanceOf(a: FigureMention, b: FigureMention): number {
  const [x, y] = [magnitudeOf(a), magnitudeOf(b)];
  if (!x || !y) return 0;
  const [d, s] = [String(x), String(y)];
  if (d.length === 2 && s.length === 2 && [...d].some((digit) => s.includes(digit))) return -1.5;
  return Math.min(3, Math.abs(Math.log2(x / y)));
}

/** The same number with another currency or unit, or on the wrong side of a hedge. */
function isUnitSlip({ relation }: FigureMatch): boolean {
  return relation.kind === 'different' && relation.what !== 'value';
}

/** How unlikely it is that a value is met by chance: more digits, a full date; most of all the source's own date. */
function specificity(figure: FigureMention, { in: { source } }: FigureMatch): number {
  const { quantity } = figure;
  if (quantity.type === 'date') {
    if (quantity.precision === 'month' && !quantity.from.startsWith('XXXX')) return 1.5;
    if (quantity.precision !== 'day' || quantity.from.startsWith('XXXX')) return 0;
    return isOwnDate(source, figure) ? 5 : 2.5;
  }
  if (quantity.type === 'score') return 0.5;
  const digits = quantity.low
    .toPrecision(12)
    .replace(/e.*$/u, '')
    .replace('.', '')
    .replace(/^0+|0+$/gu, '').length;
  return digits >= 4 ? 1 : digits === 3 ? 0.6 : 0;
}

/** Is it the day that the source is of? */
function isOwnDate({ document }: AnalysedSource, { quantity }: FigureMention): boolean {
  return quantity.type === 'date' && document.metadata.date?.slice(0, 10) === quantity.from;
}

/** A value that is given again and again in passages of the draft's matter is what they are about. */
function prevalence(same: readonly FigureMatch[]): number {
  const places = same.filter((match) => match.content >= 0.8).length;
  return Math.min(1.2, 0.4 * Math.max(0, places - 1));
}

/** A rival and the others that give the same value as well, the rival first. */
function agreeing(matches: readonly FigureMatch[], best: FigureMatch): FigureMatch[] {
  const value = JSON.stringify(best.context.figure.quantity);
  const others = matches.filter((match) => match !== best && JSON.stringify(match.context.figure.quantity) === value);
  return [best, ...others];
}
