import { EARLIER } from './conflicts.ts';
import { isCompared } from './otherMatters.ts';
import type { FigureMention, Quantity } from '../../extract/mention.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import type { FigureMatch } from './matches.ts';
import { wordingOf } from './context/wording.ts';
import { rowOf } from './derivation/places.ts';
import { significant } from './derivation/values.ts';
import { relationOf } from './values/quantities.ts';
import { cellName } from './tables/namedCells.ts';
import { isSlipOf } from './values/slips.ts';
import { isBeside, isMeant, isNamedApart, isOfNamedColumn } from './neighbours.ts';
import { CLEAR, isAlike, isOpposed, isOwnDate, isSmallCount, magnitudeOf, type Judged } from './plausible.ts';

/** By so much must a rival be better aligned than the place with the draft's own value to refute it, or to cast doubt. */
const OVERRULES = 3;
/** The same where the draft's other figures stand about the rival alone. */
const ACCOMPANIED = 2;
/** The same between two months, of which there are but twelve. */
const OTHER_MONTH = 1.5;
/** Where the value stands among none of the draft's words. */
const APART = 5;
export const DOUBTS = 1.5;
/** The same between two figures of one sentence. */
const NEIGHBOUR = 0.4;
/** Where each says what it counts. */
const NAMED_APART = -4;
/** The rival's sentence has nearly all of the draft's words, and that of the draft's value next to none. */
const WHOLE = 0.8;
const HARDLY = 0.2;
/** So near a date stands what says that something is only compared with it. */
const COMPARED = 40;
/** What a rival gains on a value that is not one of the draft's kind. */
const STRANGE = 1;
/** Rivals that are held against a place with the value; a long table has thousands. */
const LOOKED_AT = 40;
/** What the place of a day needs of the draft's words, to be no chance. */
const SPOKEN_OF = 1.5;
/** A sentence of no more telling words leaves out what the one before it says. */
const FEW_WORDS = 5;

/** The rival that speaks of the draft's matter so much more clearly than the place with its value that this is another matter. */
export function overruling(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  return (
    neighbour(document, draft, same, rivals.slice(0, LOOKED_AT)) ??
    namesake(draft, same[0]!, rivals[0]) ??
    tenfold(draft, same[0]!, rivals) ??
    elsewhere(document, draft, same, rivals)
  );
}

/** One that stands in the sentence or table of the draft's value, and that the draft's words tell apart from it. */
function neighbour(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const found = same[0]!;
  const needed = NEIGHBOUR + prevalence(same);
  const isLikeWorded = (match: FigureMatch): boolean => wordingOf(match.in.document, match.context) === draft.wording;
  return rivals.find((match) => {
    if (match.owned || match.told || !isAlike(draft.figure, match.context.figure)) return false;
    const lead = match.score - found.score;
    // The rows of a long table are many: their labels are read last.
    if (lead < NAMED_APART || (isLikeWorded(found) && !isLikeWorded(match))) return false;
    const isTold =
      isNamedApart(document, draft, match, found) ||
      (lead >= 0 && isOfNamedColumn(document, draft, match, found)) ||
      (lead >= needed && isMeant(match, found));
    return isTold && isBeside(document, draft, match, found);
  });
}

/** The very thing is counted in the draft's words, and the value stands among none of them: its size says nothing then. */
function namesake(draft: Judged, found: FigureMatch, named: FigureMatch | undefined): FigureMatch | undefined {
  return named && isNamesake(draft, named) && named.score - found.score >= APART && nearness(found) < 0.1
    ? named
    : undefined;
}

/** A nought too many in a round number, which another place only rounds to. */
function tenfold({ figure }: Judged, found: FigureMatch, rivals: readonly FigureMatch[]): FigureMatch | undefined {
  if (found.relation.kind !== 'same' || found.relation.how !== 'rounded') return undefined;
  return rivals.find(
    (match) =>
      !match.owned &&
      !match.told &&
      match.score - found.score >= OVERRULES &&
      nearness(match) >= 1.2 &&
      isTenfold(figure, match.context.figure),
  );
}

/** One anywhere else that is much better aligned with the draft than the place with its value. */
function elsewhere(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const { figure } = draft;
  const found = same[0]!;
  // A nought too many speaks against a round number that some source has by chance, not against one of several digits.
  const isRound = significant(magnitudeOf(figure) ?? 0) < 2;
  const best = rivals.find(
    (match) =>
      isOpposed(draft, match) &&
      (isRound || isAlike(figure, match.context.figure)) &&
      !(figure.quantity.type === 'date' && isCompared(match.in.document, match.context, COMPARED)),
  );
  if (!best || isContinuation(document, draft, best, found)) return undefined;
  const isAccompanied = best.companions >= 0.8 && found.companions <= 0.2;
  if (!isNear(best) && !(isAccompanied && isMonth(best) && isMonth(found))) return undefined;
  // `three of us` for `three years`
  const isLoose = figure.quantity.type === 'duration' && found.relation.kind === 'same' && found.relation.loose;
  const isMeantAlone =
    best.like.head === 1 &&
    found.like.head === 0 &&
    found.companions - best.companions < 0.5 &&
    nearness(best) - nearness(found) >= 1 &&
    !isGivenBefore(document, draft, best);
  if (best.companions < found.companions && !isStray(found) && !isLoose && !isMeantAlone) return undefined;
  const lead =
    best.score - found.score - specificity(figure, found, best) - prevalence(same) + (isRank(found) ? STRANGE : 0);
  // Few words find nothing for sure, unless they all stand at the one and none at the other.
  const isElsewhere = isStray(found) || (isSmallCount(figure) && countsElsewhere(best, found));
  if (draft.thin && !(isElsewhere && best.like.sentence >= WHOLE && lead >= OVERRULES)) return undefined;
  const isNowhere = same.every(({ like }) => like.sentence < HARDLY);
  if (lead >= DOUBTS && best.like.sentence >= WHOLE && isNowhere) return best;
  // A place that speaks of the same matter as well must be told apart by the words at the figure, or by the other figures.
  const apart =
    best.like.near - found.like.near >= 0.4 || (best.companions - found.companions >= 0.4 && best.companions >= 0.8);
  if (found.content >= CLEAR && !(apart && best.in === found.in)) return undefined;
  const needed = isAccompanied || isMeantAlone ? ACCOMPANIED : isOtherMonth(best, found) ? OTHER_MONTH : OVERRULES;
  return lead >= needed ? best : undefined;
}

/** Stands among none of the draft's words and figures, or hardly any. */
function isStray(match: FigureMatch): boolean {
  return match.companions < 0.4 && match.like.passage < 0.1 && nearness(match) < 0.05;
}

function isTenfold(a: FigureMention, b: FigureMention): boolean {
  const [x, y] = [magnitudeOf(a), magnitudeOf(b)];
  return x !== undefined && y !== undefined && (x === 10 * y || y === 10 * x) && isSlipOf(a, b);
}

/** `Five died. Two of them …`: the draft's sentence before gives the rival's value. */
function isGivenBefore({ figuresOf }: DocumentContext, { sentence }: FigureContext, { context }: FigureMatch): boolean {
  const before = figuresOf.get(sentence - 1) ?? [];
  return before.some(({ figure }) => relationOf(figure, context.figure).kind === 'same');
}

/** The one counts what the draft counts, the other something else among few of the draft's words. */
function countsElsewhere(rival: FigureMatch, found: FigureMatch): boolean {
  return rival.like.head === 1 && found.like.head === 0 && nearness(found) < 0.3;
}

/** A month that is said of the draft's matter, where the draft's own month stands among none of its words. */
function isOtherMonth(rival: FigureMatch, found: FigureMatch): boolean {
  return isMonth(rival) && isMonth(found) && nearness(rival) >= 0.4 && nearness(found) < 0.1;
}

function isMonth({ context: { figure } }: FigureMatch): boolean {
  return figure.quantity.type === 'date' && figure.quantity.precision === 'month';
}

/** A row of all of them is not called like the source's, which has other rows beside it that are called like it. */
export function isPartOfTotal(
  draft: DocumentContext,
  claim: FigureContext,
  rival: FigureMatch,
  found: FigureMatch,
): boolean {
  if (rival.in !== found.in || cellName(draft, claim)?.row.words.has('total') !== true) return false;
  const [a, b] = [rowOf(rival.in.document, rival.context), rowOf(found.in.document, found.context)];
  return a !== undefined && a.table === b?.table;
}

/** `They spent 27% on housing. For tenants it was 36%`: the sentence behind the rival's goes on with it, in the draft's words. */
function isContinuation(draft: DocumentContext, claim: FigureContext, rival: FigureMatch, found: FigureMatch): boolean {
  if (rival.in !== found.in || found.context.sentence !== rival.context.sentence + 1) return false;
  const { keys, start, end } = found.in.document.sentences[found.context.sentence]!;
  if (EARLIER.test(found.in.document.analysis.document.text.slice(start, end))) return false;
  const mine = draft.sentences[claim.sentence]!.keys;
  const own = rival.in.document.sentences[rival.context.sentence]!.keys;
  const shared = [...keys].filter((key) => mine.has(key));
  return keys.size <= FEW_WORDS && 2 * shared.length >= keys.size && shared.some((key) => !own.has(key));
}

/** Counts all of what the draft's figure counts, and is worded like it. */
function isNamesake(draft: Judged, match: FigureMatch): boolean {
  const { like, owned, told, context, in: place } = match;
  return (
    !owned &&
    !told &&
    like.head === 1 &&
    nearness(match) >= 1.2 &&
    draft.figure.direction === context.figure.direction &&
    wordingOf(place.document, context) === draft.wording
  );
}

/** Words of the draft stand near the figure itself, not only somewhere in its passage. */
function isNear(match: FigureMatch): boolean {
  return nearness(match) >= 0.3;
}

function nearness({ like }: FigureMatch): number {
  return like.near + like.nearShare;
}

/** How unlikely it is that a value is met by chance: more digits, a full date; most of all the source's own date, which no month is against. */
function specificity(
  figure: FigureMention,
  { context, content, in: { source } }: FigureMatch,
  rival: FigureMatch,
): number {
  const { quantity } = figure;
  if (quantity.type === 'date') {
    if (quantity.precision === 'month' && !isBare(quantity) && !isBare(context.figure.quantity)) return 1.5;
    if (quantity.precision !== 'day') return 0;
    if (isBare(quantity) && isDay(rival)) return content >= SPOKEN_OF ? 1 : 0;
    if (isBare(quantity)) return isOwnDate(source, context.figure) ? 5 : 0;
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

/** A value that is given again and again in passages of the draft's matter is what they are about. */
function prevalence(same: readonly FigureMatch[]): number {
  const places = same.filter((match) => match.content >= 0.8).length;
  return Math.min(1.2, 0.4 * Math.max(0, places - 1));
}

/** `second-largest`, which `two` is met by where nothing better is. */
function isRank({ relation, context: { figure } }: FigureMatch): boolean {
  const { quantity, text } = figure;
  const isLoose = relation.kind === 'same' && relation.loose === true;
  return isLoose && quantity.type === 'number' && quantity.form === 'ordinal' && text.includes('-');
}

function isDay({ context: { figure } }: FigureMatch): boolean {
  return figure.quantity.type === 'date' && figure.quantity.precision === 'day';
}

/** Without its year. */
function isBare(quantity: Quantity): boolean {
  return quantity.type === 'date' && quantity.from.startsWith('XXXX');
}
