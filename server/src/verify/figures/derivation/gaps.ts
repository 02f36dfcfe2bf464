import type { NumberQuantity } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { relationOf } from '../values/quantities.ts';
import { firstKeys } from '../context/terms.ts';
import { COMPARATIVES } from '../context/wording.ts';
import type { Cues } from './cues.ts';
import { columnOf, rowOf } from './places.ts';
import { isAmount, placesOf, type ToldStep } from './told.ts';
import { inUnitOf, isExact, isSameUnit, isUnitOf, rounded, shown, standsFor, unitOf, valueOf } from './values.ts';

/** Places of one level, and figures held against it, that are looked at. */
const LEVELS = 6;
const OTHERS = 60;

/** `above the target`, `more than the airmen`: what the gap is measured from. */
const MEASURED_FROM = new RegExp(
  `^[\\s-]*(?:\\p{L}+\\s+){0,2}?(?:${COMPARATIVES}|over|under|short of)\\s+(?:than\\s+)?(?:in\\s+|on\\s+)?(?:the|its|his|her|their|an?|last|this)?\\s*([^.,;:()]{2,60})`,
  'iu',
);

/** `The record of 2019 was missed by`: the same, before the gap. */
const MISSED =
  /\b(?:the|its|his|her|their|last|this)\s+([^.,;:()]{2,60}?)\s+(?:was|is|were|has been|had been)\s+(?:only\s+|narrowly\s+)?(?:missed|beaten|exceeded|surpassed|broken|topped|undercut|overshot|undershot)\s+by\s+(?:\p{L}+\s+){0,2}$/iu;

/**
 * The size of a gap between a level that the draft gives beside it and another: that of what the draft measures it from, that of
 * the year it names, or one that it gives somewhere else, of the same matter.
 */
export function gapStep(
  draft: DocumentContext,
  claim: FigureContext,
  sources: readonly SourceFigures[],
  cues: Cues,
): ToldStep | undefined {
  if (cues.wording !== 'change') return undefined;
  const keys = measuredFrom(draft, claim);
  const times = (draft.figuresOf.get(claim.sentence) ?? []).filter(
    ({ figure: { quantity } }) => quantity.type === 'date',
  );
  for (const level of levelsBeside(draft, claim)) {
    for (const place of placesOf(level, sources).slice(0, LEVELS)) {
      const others = [
        ...sources.flatMap((source) => namedLevels(source, keys)),
        ...levelsOfTimes(place, times),
        ...toldElsewhere(draft, claim, sources),
      ];
      for (const other of others.slice(0, OTHERS)) {
        const sum = sumOf(claim, place.context, other.context);
        if (sum) return { sum, operands: [place, other] };
      }
    }
  }
  return undefined;
}

/** The levels of the claim's sentence and of the one before, nearest first. */
function levelsBeside(draft: DocumentContext, claim: FigureContext): FigureContext[] {
  const own = draft.figuresOf.get(claim.sentence) ?? [];
  const before = draft.figuresOf.get(claim.sentence - 1) ?? [];
  return [...own, ...before].filter((other) => other !== claim && isAmount(other));
}

/** The words for what the gap is measured from. */
function measuredFrom({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): string[] {
  const behind = analysis.document.text.slice(figure.end, Math.min(sentences[sentence]!.end, figure.end + 90));
  const before = analysis.document.text.slice(sentences[sentence]!.start, figure.start);
  const words = MEASURED_FROM.exec(behind)?.[1] ?? MISSED.exec(before)?.[1];
  return words === undefined ? [] : firstKeys(words, 2);
}

/** The figures of sentences that speak of it. */
function namedLevels(source: SourceFigures, keys: readonly string[]): FigurePlace[] {
  const { document } = source;
  return keys.flatMap((key) =>
    (document.postings.get(key) ?? []).flatMap((sentence) =>
      (document.figuresOf.get(sentence) ?? [])
        .filter((context) => isAmount(context) && (context.near.get(key) ?? 0) >= 0.25)
        .map((context) => ({ in: source, context })),
    ),
  );
}

/** Of the document of a level, those of the same thing in sentences, or in columns of its row, of a time that the draft names. */
function levelsOfTimes({ in: source, context }: FigurePlace, times: readonly FigureContext[]): FigurePlace[] {
  if (times.length === 0) return [];
  const { document } = source;
  const found: FigurePlace[] = [];
  for (const other of document.figures) {
    if (other.figure.quantity.type !== 'date' || !times.some((time) => isSameTime(time, other))) continue;
    const row = rowOf(document, other);
    const column = columnOf(document, other);
    for (const level of document.figuresOf.get(row?.header ? context.sentence : other.sentence) ?? []) {
      if (level === context || !isAmount(level)) continue;
      const fits = row?.header
        ? rowOf(document, context)?.table === row.table && columnOf(document, level) === column
        : row === undefined && level.head !== undefined && (context.near.get(level.head) ?? 0) > 0;
      if (fits) found.push({ in: source, context: level });
    }
  }
  return found;
}

function isSameTime(a: FigureContext, b: FigureContext): boolean {
  return relationOf(a.figure, b.figure).kind === 'same';
}

/** Levels that the draft gives anywhere and that a source gives in a sentence with a word of the claim's. */
function toldElsewhere(draft: DocumentContext, claim: FigureContext, sources: readonly SourceFigures[]): FigurePlace[] {
  const unit = (claim.figure.quantity as NumberQuantity).unit;
  const { keys } = draft.sentences[claim.sentence]!;
  const isPoints = unit === 'pp' || unit === 'bp';
  const found: FigurePlace[] = [];
  for (const level of draft.figures) {
    if (level === claim || !isAmount(level) || found.length > OTHERS) continue;
    if (isPoints ? unitOf(level) !== '%' : !isUnitOf(claim.figure, level)) continue;
    for (const place of placesOf(level, sources).slice(0, LEVELS)) {
      const theirs = place.in.document.sentences[place.context.sentence]!.keys;
      if ([...theirs].some((key) => keys.has(key) && (place.context.near.get(key) ?? 0) >= 0.3)) found.push(place);
    }
  }
  return found;
}

function sumOf(claim: FigureContext, level: FigureContext, other: FigureContext): string | undefined {
  const figure = inUnitOf(claim.figure, [level, other]);
  const d = figure.quantity as NumberQuantity;
  const [high, low] = valueOf(level) > valueOf(other) ? [level, other] : [other, level];
  const difference = rounded(valueOf(high) - valueOf(low));
  if (difference === 0) return undefined;
  const told = `${high.figure.text} − ${low.figure.text} = ${shown(difference)}`;
  if (d.unit === 'pp' || d.unit === 'bp') {
    const points = rounded(difference * (d.unit === 'bp' ? 100 : 1));
    return unitOf(level) === '%' && unitOf(other) === '%' && isExact(figure, points) ? told : undefined;
  }
  if (!isSameUnit(unitOf(level), unitOf(other))) return undefined;
  if (d.unit === '%') {
    if (unitOf(level) === '%' || valueOf(level) < 20) return undefined;
    const change = (Math.abs(valueOf(level) - valueOf(other)) / valueOf(other)) * 100;
    const rises = valueOf(level) > valueOf(other);
    if (figure.direction && (figure.direction === 'up') !== rises) return undefined;
    return standsFor(figure, change, '%')
      ? `from ${other.figure.text} to ${level.figure.text} is ${shown(change)}%`
      : undefined;
  }
  if (!isUnitOf(figure, level, other)) return undefined;
  const met =
    isExact(figure, difference) || (figure.hedge !== undefined && standsFor(figure, difference, unitOf(level)));
  return met ? told : undefined;
}
