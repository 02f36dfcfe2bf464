import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { FigureMention } from '../../extract/mention.ts';
import { unitKind } from '../../extract/figures/units.ts';
import type { FigureContext } from './context/context.ts';
import { rowOf } from './derivation/places.ts';
import type { FigureMatch } from './matches.ts';
import { isRelative } from './values/relativeDates.ts';
import { isSlipOf } from './values/slips.ts';
import { wordingOf, type Wording } from './context/wording.ts';

/** So much a passage has in common with the draft that it surely speaks of its matter: see `content`. */
export const CLEAR = 3.5;
/** Two values further apart than this factor are no two accounts of one quantity. */
const FAR = 8;
const DAYS: Readonly<Record<string, number>> = {
  second: 1 / 86_400,
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30,
  year: 365,
};

/** A draft's figure with how it is worded. */
export interface Judged extends FigureContext {
  readonly wording: Wording;
  /** Its sentence has too few telling words to say which passage speaks of its matter. */
  readonly thin: boolean;
}

/** The value met by chance: a few of something else, or another thing that only rounds to it. */
export function isChance(draft: Judged, match: FigureMatch): boolean {
  const { relation, like, context, companions, content } = match;
  if (relation.kind !== 'same') return false;
  const { quantity } = draft.figure;
  // Every text has a `last year` somewhere.
  if (isRelative(context) && !(content >= 1.5 && like.near >= 0.2)) return true;
  // A day of some August is no `third quarter`.
  if (isBareQuarter(draft.figure) && !isBareQuarter(context.figure) && content < 1.5) return true;
  const size = magnitudeOf(draft.figure) ?? Infinity;
  if (!relation.loose)
    return (
      size < 13 &&
      companions < 0.5 &&
      ((content < 1.5 && like.passage < 0.25 && countsAnother(draft, context, like.head)) ||
        // A force, a number of a page: nothing of the draft stands about it.
        (isCount(draft.figure) && content < 0.1 && like.head < 1))
    );
  // `two years` and a `twice` somewhere
  if (quantity.type === 'duration' && quantity.low < 13 && content < 0.1) return true;
  if (quantity.type !== 'number' || quantity.form === 'ordinal' || isOrdinal(context.figure)) return false;
  // Three digits are not met by chance.
  if (!Number.isInteger(size) && String(size).length > 3 && relation.how === 'found') return false;
  const bare = quantity.unit === undefined || !sharesUnit(draft.figure, context.figure, true);
  if (bare && relation.how === 'rounded' && quantity.step < 1e5) return true;
  // `three centimetres more` is not the `3` of a list, whatever stands beside it.
  if (size < 13 && draft.wording === 'change' && isMeasure(draft.figure) && !isMeasure(context.figure)) return true;
  return (
    size < (isTemperature(context.figure) || isShare(draft.figure) !== isShare(context.figure) ? 100 : 13) &&
    like.near + like.nearShare < 0.3 &&
    companions < 0.6
  );
}

function isBareQuarter({ quantity }: FigureMention): boolean {
  return quantity.type === 'date' && quantity.precision === 'quarter';
}

function isMeasure({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && unitKind(quantity.unit) !== undefined && quantity.unit !== '%';
}

function isTemperature({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && quantity.unit?.startsWith('°') === true;
}

function isOrdinal({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && quantity.form === 'ordinal';
}

/** `loosely`: both have a unit, if not the same. */
function sharesUnit(a: FigureMention, b: FigureMention, loosely = false): boolean {
  const [d, s] = [a.quantity, b.quantity];
  return 'unit' in d && 'unit' in s && d.unit !== undefined && (d.unit === s.unit || (loosely && s.unit !== undefined));
}

/** A place that gives the value, of which it is not plain that it speaks of the draft's matter: arithmetic may explain it better. */
export function isWeak(draft: FigureMention, { relation, like, content, companions, context }: FigureMatch): boolean {
  if (relation.kind !== 'same' || context.figure.quantity.type === 'date' || content >= CLEAR) return false;
  if (relation.loose || content < 0.15) return companions < 0.5;
  const size = magnitudeOf(context.figure) ?? 100;
  const few = size < 13 && Number.isInteger(size);
  if (few && like.head < 1 && content < 2 && companions < 0.5) return true;
  if (like.head === 0 && isShare(context.figure)) return true;
  return relation.how === 'rounded' && like.head < 1 && !isHairsbreadth(draft, context.figure);
}

/** `just under 5%` for 4.99%. */
function isHairsbreadth(a: FigureMention, b: FigureMention): boolean {
  const [x, y] = [magnitudeOf(a), magnitudeOf(b)];
  return x !== undefined && y !== undefined && a.direction === b.direction && Math.abs(x - y) <= 0.005 * y;
}

function isShare({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && (quantity.unit === '%' || quantity.unit === 'ratio');
}

/** It counts the very thing, in a passage that has some of the draft's words. */
export function isNamed({ like, context }: FigureMatch): boolean {
  return like.head === 1 && context.counts === true && like.near + like.nearShare >= 0.5;
}

/** Could the rival be another value of the quantity that the draft means: of its kind of wording, its size and its thing? */
export function isOpposed(draft: Judged, match: FigureMatch): boolean {
  const { context, owned, told } = match;
  if (owned || told || isTrifle(draft.figure, match) || isBelow(draft.figure, context.figure)) return false;
  if (isComplement(draft.figure, context.figure)) return false;
  if (isAge(draft.figure) && isAge(context.figure) && match.like.near === 0) return false;
  if (!isAlike(draft.figure, context.figure) && !(isNamed(match) && isSlipOf(draft.figure, context.figure)))
    return false;
  return wordingOf(match.in.document, context) === draft.wording && !countsAnother(draft, context, match.like.head);
}

/** `at least three` of an early report says nothing against 13. */
function isBelow(a: FigureMention, b: FigureMention): boolean {
  if (b.hedge?.kind !== 'at-least' || !isCount(a) || isSlipOf(a, b)) return false;
  return (magnitudeOf(a) ?? 0) >= 2 * (magnitudeOf(b) ?? Infinity);
}

/** `three in ten have none` and `71 percent have one` say the same. */
function isComplement(a: FigureMention, b: FigureMention): boolean {
  const [x, y] = [magnitudeOf(a), magnitudeOf(b)];
  return isShare(a) && isShare(b) && Math.abs(x! + y! - 100) < 2;
}

/** The age of somebody says nothing of the age of a thing that shares no word with it. */
function isAge({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && quantity.unit === 'year-old';
}

/** Nine of something say nothing against a count of hundreds. */
function isTrifle(figure: FigureMention, { context }: FigureMatch): boolean {
  return isSmallCount(context.figure) && isCount(figure) && (magnitudeOf(figure) ?? 0) >= 100;
}

/**
 * Values so far apart, or a change held against a level, are two quantities, whatever words they share. An operand of a
 * difference stands in the very sentence that the difference follows from.
 */
export function isAlike(a: FigureMention, b: FigureMention): boolean {
  if (a.direction !== b.direction && !isNumberOfDigits(a)) return false;
  const [x, y] = [magnitudeOf(a), magnitudeOf(b)];
  return x === undefined || y === undefined || Math.max(x, y) <= FAR * Math.min(x, y);
}

/** `in the mid-single digits`: always of a change, whatever is said of its direction. */
function isNumberOfDigits({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && quantity.unit === 'digits';
}

/** Each stands directly before what it counts, and these are two things. */
function countsAnother(draft: FigureContext, source: FigureContext, head: number): boolean {
  return isCount(draft.figure) && draft.counts === true && source.counts === true && head === 0;
}

/**
 * What looks like a slip and is none: a nought too many or too few of a number with one digit that counts, of another thing
 * (`two` for `20`), a level for the size of a change, and, of numbers of one or two digits, what shares no words with the draft.
 */
export function isFarFetched(draft: Judged, match: FigureMatch): boolean {
  const { context, like, told, companions } = match;
  const value = magnitudeOf(draft.figure) ?? 0;
  if (told) return true;
  const wording = rowOf(match.in.document, context) ? undefined : wordingOf(match.in.document, context);
  if (draft.wording === 'change' && wording === 'level') return true;
  if ((draft.wording === 'base') !== (wording === 'base')) return true;
  // `$71 billion` is no number such as any text has.
  const isLarge = value >= 1e6 && sharesUnit(draft.figure, context.figure);
  const isShort = draft.figure.quantity.type === 'number' && Number(value.toPrecision(2)) === value && !isLarge;
  const [mine, theirs] = [digitsOf(draft.figure), digitsOf(context.figure)];
  const isSwapped = mine !== theirs && isReordered(mine, theirs);
  if (isShort && !isSwapped && like.near + like.nearShare < 0.25 && companions < 0.5) return true;
  const round = Number(value.toPrecision(1)) === value;
  return round && countsAnother(draft, context, like.head) && !isAlike(draft.figure, context.figure);
}

function isCount({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && quantity.unit === undefined;
}

/** The digits that tell, without noughts and points. */
function digitsOf(figure: FigureMention): string {
  const value = magnitudeOf(figure) ?? 0;
  return value.toPrecision(12).replace(/e.*$/u, '').replace(/[.0]/gu, '');
}

function isReordered(a: string, b: string): boolean {
  return [...a].sort().join('') === [...b].sort().join('');
}

/** A count of a few, such as any text has many of. */
export function isSmallCount({ quantity }: FigureMention): boolean {
  return (
    quantity.type === 'number' && quantity.unit === undefined && quantity.low === quantity.high && quantity.low < 13
  );
}

export function isPlain({ relation }: FigureMatch): boolean {
  return relation.kind === 'same' && !relation.loose;
}

/** The size of a number or of a stretch of time in days; undefined for what has none. */
export function magnitudeOf({ quantity }: FigureMention): number | undefined {
  if (quantity.type === 'number')
    return Math.abs(quantity.low) * (quantity.unit === 'ratio' ? 100 : quantity.unit === 'bp' ? 0.01 : 1);
  if (quantity.type !== 'duration') return undefined;
  const days = DAYS[quantity.unit];
  return days === undefined ? undefined : quantity.low * days;
}

/** Is it the day that the source is of? */
export function isOwnDate({ document }: AnalysedSource, { quantity }: FigureMention): boolean {
  return quantity.type === 'date' && document.metadata.date?.slice(0, 10) === quantity.from;
}
