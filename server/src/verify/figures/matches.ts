import type { AnalysedSource } from '../../corpus/corpus.ts';
import { isMoney } from '../../extract/figures/units.ts';
import type { DateQuantity, FigureMention, Quantity } from '../../extract/mention.ts';
import {
  askedOf,
  likeness,
  sentenceLikeness,
  type Likeness,
  type SentenceLikeness,
  type Weight,
} from './context/align.ts';
import { inTurns } from '../../text/turns.ts';
import { isRange } from './values/dateRelation.ts';
import { rowOf } from './derivation/places.ts';
import { contextSteps, type DocumentContext, type FigureContext } from './context/context.ts';
import { sentencesToMatch } from './searching.ts';
import { isOfOtherMatter } from './otherMatters.ts';
import { asStretch, asYears, countsStretches, isSeasonOf } from './values/otherReadings.ts';
import { isEndOfRange } from './values/rangeEnds.ts';
import { relationOf } from './values/quantities.ts';
import type { Relation } from './values/relation.ts';
import { cellName, cellsNamed, sharedNumbers } from './tables/namedCells.ts';
import { companionsOf, explains, isOfOther, isSlipInCompany, owns, slipsFrom, tells } from './context/company.ts';
import { rateBase, withBase, type RateBase } from './values/rates.ts';
import { isFarSlip, isUnmistakable } from './values/slips.ts';
import { termKey } from './context/terms.ts';
import { isRelative, relativeDates, relativeDateSteps } from './values/relativeDates.ts';
import { rightWeekday } from './values/weekdays.ts';
import { isComparedWhole, withFigure } from './context/lazyContexts.ts';

/** A source with the contexts of its figures. */
export interface SourceFigures {
  readonly source: AnalysedSource;
  readonly document: DocumentContext;
}

/** A figure at its place in a source. */
export interface FigurePlace {
  readonly in: SourceFigures;
  readonly context: FigureContext;
}

/** A figure of a source that may speak of the same quantity as one of the draft. */
export interface FigureMatch extends FigurePlace {
  readonly relation: Exclude<Relation, { kind: 'incomparable' }>;
  readonly like: Likeness;
  /** How surely it is the same quantity: see {@link matchScore}. */
  readonly score: number;
  /** May contradict the draft: same kind of figure, written as finely. */
  readonly rival: boolean;
  /** How much of the draft's words stand near it, whatever the rest: see {@link contentOf}. */
  readonly content: number;
  /** The share of the draft's other figures that stand by it. */
  readonly companions: number;
  /** Another figure of the draft's sentence counts what it counts, and this one does not. */
  readonly owned: boolean;
  /** The draft gives this value itself beside the claim, of something else: an operand, or what is said already. */
  readonly told: boolean;
  /** The cell that is called like the draft's, by row and by column: the share of the draft's table that its source has. */
  readonly cell?: number;
  /** What it was scored by, in the order of {@link features}. */
  readonly signals: readonly number[];
}

/** Prepares a source; its contexts are kept with its analysis. */
export async function sourceFigures(source: AnalysedSource): Promise<SourceFigures> {
  const figures = { source, document: await inTurns(contextSteps(source.analysis)) };
  if (!isComparedWhole(figures.document.figures)) await inTurns(relativeDateSteps(figures));
  return figures;
}

const UNRELATED = 0.05;

/** All figures of the sources that can be compared with a draft's figure, best first. */
export function matchesOf(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  weight: Weight,
): FigureMatch[] {
  const asked = askedOf(draft, claim, weight);
  const others = (draft.figuresOf.get(claim.sentence) ?? []).filter((other) => other !== claim);
  const block = draft.sentences[claim.sentence]!.block;
  const earlier =
    draft.sentences[claim.sentence - 1]?.block === block ? (draft.figuresOf.get(claim.sentence - 1) ?? []) : [];
  const later =
    draft.sentences[claim.sentence + 1]?.block === block ? (draft.figuresOf.get(claim.sentence + 1) ?? []) : [];
  const edge = edgeOf(draft, claim);
  const bare = rowOf(draft, claim) && bareCell(claim);
  const name = cellName(draft, claim);
  const { quantity } = claim.figure;
  const isTold = quantity.type === 'date' && ['day', 'month', 'year'].includes(quantity.precision);
  const base = rateBase(draft, claim);
  const matches: FigureMatch[] = [];
  for (const entry of sources) {
    const { document } = entry;
    const sentences = new Map<number, SentenceLikeness>();
    const company = new Map<number, number>();
    const companyAt = (document: DocumentContext, sentence: number): number => {
      let share = company.get(sentence);
      if (share === undefined) company.set(sentence, (share = companionsOf(others, earlier, document, sentence)));
      return share;
    };
    const searched = sentencesToMatch(asked, document);
    let edition: number | undefined;
    const cells = name ? cellsNamed(name, claim.figure, document) : [];
    for (const one of isTold ? [...document.figures, ...relativeDates(entry)] : document.figures) {
      const cell = cells.includes(one);
      if (searched && !searched.has(one.sentence) && !cell) continue;
      const [mine, context] = comparable(claim, bare, one, document);
      const relation = onBase(
        settled(relationOf(mine.figure, context.figure), mine, context, entry, edge),
        base,
        document,
        context,
      );
      if (relation.kind === 'incomparable') continue;
      let known = sentences.get(context.sentence);
      if (!known) sentences.set(context.sentence, (known = sentenceLikeness(asked, document, context.sentence)));
      // Another value in a passage that shares nothing with the draft can neither refute nor cast doubt.
      if (
        relation.kind !== 'same' &&
        !cell &&
        !(relation.kind === 'different' && relation.what === 'weekday') &&
        known.passage < UNRELATED &&
        !isEndOfRange(claim.figure.quantity, context.figure.quantity) &&
        !isFarSlip(claim.figure.quantity, context.figure.quantity) &&
        !isUnmistakable(claim.figure, context.figure) &&
        !isSlipInCompany(claim.figure, context.figure, () => companyAt(document, context.sentence))
      )
        continue;
      if (isOfOther(relation, claim, context, others)) continue;
      const companions = companyAt(document, context.sentence);
      const like = likeness(asked, document, context, known);
      const explained =
        relation.kind === 'different' &&
        (others.some((other) => explains(other, context, claim)) ||
          earlier.some((other) => explains(other, context, claim)));
      const signals = features(like, relation, claim, context, companions, explained);
      const score = matchScore(signals);
      matches.push({
        in: entry,
        context,
        relation,
        like,
        score,
        signals,
        rival: isRival(relation, claim, context, like) && !isOfOtherMatter(draft, claim, entry, context),
        content: contentOf(like, companions),
        companions,
        ...(cell && { cell: (edition ??= sharedNumbers(draft, claim, document)) }),
        told:
          relation.kind === 'different' &&
          (others.some((other) => tells(other, context, claim) || slipsFrom(other, context, claim)) ||
            earlier.some((other) => tells(other, context, claim)) ||
            later.some((other) => tells(other, context, claim))),
        owned: relation.kind === 'different' && others.some((other) => owns(other, claim, context)),
      });
    }
  }
  return matches.sort((a, b) => b.score - a.score);
}

/** The relation by value, with what only the documents can tell: the year of a day without one, the thing counted. */
function settled(
  relation: Relation,
  claim: FigureContext,
  context: FigureContext,
  { source, document }: SourceFigures,
  edge: 'from' | 'to' | undefined,
): Relation {
  if (isBase(claim, context.figure) || isSeasonOf(claim.figure.quantity, context))
    return { kind: 'same', how: 'found' };
  if (relation.kind === 'finer' && isEndOf(claim.figure.quantity, context.figure.quantity, edge))
    return { kind: 'same', how: 'found' };
  if (relation.kind === 'finer' && edge) return atEdge(relation, claim.figure.quantity, context.figure.quantity, edge);
  if (relation.kind !== 'same') return relation;
  const d = claim.figure.quantity;
  if (d.type === 'date' && context.figure.quantity.type === 'date') {
    const weekday = rightWeekday(d, context.figure.quantity, source.document.metadata.date);
    if (weekday !== undefined) return { kind: 'different', what: 'weekday', weekday };
  }
  if (relation.yearUnsaid && d.type === 'date') {
    const year = d.from.slice(0, 4);
    const published = source.document.metadata.date?.slice(0, 4);
    if (document.years.has(year) || published === year) return relation;
    return document.years.size > 0 || published !== undefined
      ? { kind: 'different', what: 'value' }
      : { kind: 'finer' };
  }
  // `three years` is no `three fatalities`, nor the first number of `three 21-day stretches`.
  if (
    relation.loose &&
    (context.counts || countsStretches(context, document)) &&
    isBareCount(context.figure) &&
    hasUnit(claim.figure)
  )
    return { kind: 'incomparable' };
  if (
    relation.loose &&
    claim.counts &&
    d.type === 'number' &&
    d.unit === undefined &&
    context.figure.quantity.type !== 'date'
  ) {
    const s = context.figure.quantity;
    if (s.type === 'number' && isBareSum(claim, d) && isMoney(s.unit)) return relation;
    // One end of a range; whether it is asked for is judged by the words about it.
    if (s.type === 'number' && s.unit === undefined && s.low !== s.high) return relation;
    // `2.3 beds for every 100 people`
    if (s.type === 'number' && s.unit?.startsWith('per ') && d.step < 1) return relation;
    if (s.type === 'score' || s.unit === 'year-old') return s.type === 'score' ? relation : { kind: 'incomparable' };
    if (s.type === 'duration' || s.form !== 'ordinal') return { kind: 'incomparable' };
  }
  return relation;
}

/** `£18,500 a week` is not `£18,500 a month`. */
function onBase(
  relation: Relation,
  mine: RateBase | undefined,
  document: DocumentContext,
  context: FigureContext,
): Relation {
  const theirs = mine && relation.kind === 'same' ? rateBase(document, context) : undefined;
  if (!mine || !theirs || theirs.unit === mine.unit) return relation;
  return { kind: 'different', what: 'unit', base: { mine: mine.text, theirs: withBase(mine, theirs.unit) } };
}

/** `71 for every 1,000`: the number that the source's rate is of. */
function isBase({ figure: { quantity }, before }: FigureContext, source: FigureMention): boolean {
  if (before !== 'every' || quantity.type !== 'number' || quantity.unit !== undefined) return false;
  return source.quantity.type === 'number' && source.quantity.unit === `per ${quantity.low}`;
}

/** `4.3 million on average`, `6 billion a month`: no thing is named that is counted, so it may be money. */
function isBareSum({ behind }: FigureContext, { step }: { step: number }): boolean {
  return step >= 1e5 && behind !== 'of' && termKey(behind) === '';
}

/** The number as it stands in a cell, without the unit that only a header or caption gives it; undefined of other figures. */
function bareCell({ figure }: FigureContext): FigureMention | undefined {
  const { quantity, text } = figure;
  if (!/^[\d.,−-]+$/u.test(text) || (quantity.type !== 'number' && quantity.type !== 'duration')) return undefined;
  const value = Number(text.replaceAll(',', '').replace('−', '-'));
  if (!Number.isFinite(value)) return undefined;
  const step = 10 ** -(text.split('.')[1]?.length ?? 0);
  return { ...figure, quantity: { type: 'number', low: value, high: value, step } };
}

/**
 * Between cells unit and magnitude are a matter of headers and captions: where they say unlike units, or one says a magnitude and
 * the other has the very same number, the bare numbers are compared.
 */
function comparable(
  claim: FigureContext,
  bare: FigureMention | undefined,
  context: FigureContext,
  document: DocumentContext,
): readonly [FigureContext, FigureContext] {
  const isCell = rowOf(document, context) !== undefined;
  const theirs = bare && isCell ? bareCell(context) : undefined;
  if (bare && theirs && (unitOf(claim) !== unitOf(context) || isSameNumber(bare, theirs)))
    return [withFigure(claim, bare), withFigure(context, theirs)];
  return [asYears(claim, context), isCell ? asStretch(claim, context) : context];
}

function isSameNumber({ quantity: a }: FigureMention, { quantity: b }: FigureMention): boolean {
  return 'low' in a && 'low' in b && a.low === b.low;
}

function unitOf({ figure: { quantity } }: FigureContext): string | undefined {
  return 'unit' in quantity ? quantity.unit : undefined;
}

/** `begins on 24 September`, `until 3 October`: which end of a stretch of days the draft's day is. */
function edgeOf(
  { analysis, sentences }: DocumentContext,
  { figure, sentence }: FigureContext,
): 'from' | 'to' | undefined {
  const { quantity, start } = figure;
  if (quantity.type !== 'date' || quantity.precision !== 'day' || isRange(quantity)) return undefined;
  const before = analysis.document.text.slice(Math.max(sentences[sentence]!.start, start - 24), start);
  if (/\b(?:begin(?:s|ning)?|began|starts?|started|starting|opens?|opened|opening)(?:\s+on)?\s+$/iu.test(before))
    return 'from';
  return /\b(?:ends?|ended|ending|finish(?:es|ed)?|clos(?:es|ed|ing)|until|till)(?:\s+on)?\s+$/iu.test(before)
    ? 'to'
    : undefined;
}

/** A day of the draft that is the first or last of a source's range, where it does not say which of them it is. */
function isEndOf(d: Quantity, s: Quantity, edge: 'from' | 'to' | undefined): boolean {
  if (edge || d.type !== 'date' || s.type !== 'date' || d.precision !== 'day' || s.precision !== 'day') return false;
  const bare = d.from.startsWith('XXXX') || s.from.startsWith('XXXX');
  const part = (iso: string): string => iso.slice(bare ? 4 : 0);
  return !isRange(d) && [s.from, s.to].map(part).includes(part(d.from));
}

function atEdge(relation: Relation, d: Quantity, s: Quantity, edge: 'from' | 'to'): Relation {
  if (d.type !== 'date' || s.type !== 'date' || s.precision !== 'day' || !isRange(s)) return relation;
  const bare = d.from.startsWith('XXXX') || s[edge].startsWith('XXXX');
  const same = d.from.slice(bare ? 4 : 0) === s[edge].slice(bare ? 4 : 0);
  return same ? { kind: 'same', how: 'found' } : { kind: 'different', what: 'value' };
}

function isBareCount({ quantity }: FigureMention): boolean {
  return quantity.type === 'number' && quantity.unit === undefined;
}

function hasUnit({ quantity }: FigureMention): boolean {
  return (
    quantity.type === 'duration' ||
    (quantity.type === 'number' &&
      quantity.unit !== undefined &&
      quantity.unit !== 'year-old' &&
      quantity.form !== 'ordinal')
  );
}

/** May the source's figure, being another value, contradict the draft's? Not where units or precision are unlike. */
function isRival(relation: Relation, claim: FigureContext, context: FigureContext, like: Likeness): boolean {
  if (relation.kind !== 'different' || relation.loose || isRelative(context) || context.figure.text === '')
    return false;
  const d = claim.figure.quantity;
  const s = context.figure.quantity;
  if (isFarSlip(d, s)) return true;
  if (d.type === 'date' && s.type === 'date') {
    // `in June` is of the year that is spoken of; another year's month is another matter.
    if (d.precision === 'month' && s.precision !== 'month' && (like.near < 0.25 || like.passage < 0.3)) return false;
    if (d.from.startsWith('XXXX') && !s.from.startsWith('XXXX') && d.precision === 'month') return false;
    if (d.precision === 'year' && s.precision === 'year' && isRange(s) && !isRange(d)) return false;
    if (isRange(d) && isRange(s) && d.precision === s.precision && areApart(d, s)) return false;
    if (d.precision === s.precision) return d.precision !== 'day' || isRange(d) === isRange(s) || !isRange(d);
    const fine = ['day', 'month', 'quarter', 'season', 'week'];
    return d.precision === 'year'
      ? fine.includes(s.precision)
      : fine.includes(d.precision) && fine.includes(s.precision);
  }
  if (d.type === 'number' && s.type === 'number' && s.form === 'fraction' && d.form !== 'fraction') return false;
  return context.figure.weak !== true || claim.figure.weak === true;
}

/** Two stretches of years or days that have nothing in common, not even the month: two matters. */
function areApart(d: DateQuantity, s: DateQuantity): boolean {
  const bare = d.from.startsWith('XXXX') || s.from.startsWith('XXXX');
  const part = (iso: string): string => iso.slice(bare ? 4 : 0, d.precision === 'year' ? 4 : 7);
  // `6 to 17 June` for `6 to 17 July`
  const isOfSameDays = d.from.slice(8) === s.from.slice(8) && d.to.slice(8) === s.to.slice(8);
  if (d.precision === 'day' && isOfSameDays) return false;
  return part(d.to) < part(s.from) || part(s.to) < part(d.from);
}

/** What a match is judged by; the order is that of {@link WEIGHTS}. */
export function features(
  like: Likeness,
  relation: Relation,
  claim: FigureContext,
  context: FigureContext,
  companions: number,
  explained: boolean,
): number[] {
  return [
    like.passage,
    like.near,
    like.nearShare,
    like.head,
    like.lead,
    like.before,
    like.behind,
    like.focus,
    like.early,
    'loose' in relation && relation.loose ? 1 : 0,
    relation.kind === 'finer' ? 1 : 0,
    companions,
    explained ? 1 : 0,
    isLikeWritten(claim.figure, context.figure) ? 1 : 0,
  ];
}

function isLikeWritten(a: FigureMention, b: FigureMention): boolean {
  const [d, s] = [a.quantity, b.quantity];
  if (d.type !== s.type) return false;
  if (d.type === 'date' && s.type === 'date') return d.precision === s.precision;
  if (d.type === 'score' || s.type === 'score') return true;
  // `a five-year deal` and `five years later`
  if (d.type === 'duration' && /\d-|\p{L}-\p{L}+$/u.test(a.text) !== /\d-|\p{L}-\p{L}+$/u.test(b.text)) return false;
  return 'unit' in d && 'unit' in s ? d.unit === s.unit : !('unit' in d) && !('unit' in s);
}

/** Fitted to drafts whose figures are right: the source's figure of the same value should come first. */
const WEIGHTS: readonly number[] = [2.6, 2, 2, 1, -0.2, 2, 0.5, 2.4, 2.2, 0.5, -1, 1.8, -3.4, 0.3];

/** How far the words agree, the place in the source and small words left out. */
function contentOf(like: Likeness, companions: number): number {
  return 2.5 * like.passage + 2 * like.near + 2 * like.nearShare + 1.8 * companions + (like.head === 1 ? 0.5 : 0);
}

function matchScore(values: readonly number[]): number {
  return values.reduce((sum, value, i) => sum + value * WEIGHTS[i]!, 0);
}
