import type { FigureMention } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { rowOf } from './derivation/places.ts';
import type { FigureMatch, SourceFigures } from './matches.ts';
import { isOpposed, type Judged } from './plausible.ts';
import { relationOf } from './values/quantities.ts';
import { wordingOf } from './context/wording.ts';

/** Does the source's figure speak of another match or time than the draft's, so that it says nothing against it? */
export function isOfOtherMatter(
  draft: DocumentContext,
  claim: FigureContext,
  { source, document }: SourceFigures,
  context: FigureContext,
): boolean {
  const [d, s] = [claim.figure.quantity, context.figure.quantity];
  if (d.type === 'score' && s.type === 'score') {
    // Findings are kept by the sentence and the one before it, so no more may be asked.
    const { start } = draft.sentences[claim.sentence - 1] ?? draft.sentences[claim.sentence]!;
    const text = fold(draft.analysis.document.text.slice(start, draft.sentences[claim.sentence]!.end));
    return opponentsOf(document, context).some((name) => !text.includes(fold(name)));
  }
  if (d.type !== 'date' || s.type !== 'date' || d.precision !== 'year' || s.precision !== 'year') return false;
  // What the sentence says of `this year` may be what the draft says of that year.
  const published = source.document.metadata.date?.slice(0, 4);
  return (
    (published === undefined || published === d.from.slice(0, 4)) &&
    /\bthis (?:year|season)\b/iu.test(sentenceOf(document, context))
  );
}

function sentenceOf({ analysis, sentences }: DocumentContext, { sentence }: FigureContext): string {
  const { start, end } = sentences[sentence]!;
  return analysis.document.text.slice(start, end);
}

/** `beat Norvane 4-1`, `a 4-1 defeat by Norvane`: whom a result is said to be against. */
function opponentsOf({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): string[] {
  const { text } = analysis.document;
  const { start, end } = sentences[sentence]!;
  return analysis.names
    .filter((name) => {
      if (name.demonym || name.start < start || name.end > end) return false;
      if (name.start >= figure.end)
        return /^\s(?:\p{Ll}+\s)?(?:by|to|against|over)\s(?:the\s)?$/u.test(text.slice(figure.end, name.start));
      const verb = /\b(?:beat|beating|beaten|defeated|defeating|thrashed|against|over)\s(?:the\s)?$/u;
      return /^\s$/u.test(text.slice(name.end, figure.start)) && verb.test(text.slice(start, name.start));
    })
    .map(({ text: name }) => name);
}

/** Places with the draft's value, of which a rival beside them shows that they are of another thing, or of another time. */
export function shownOther(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const found = same[0]!;
  const { quantity } = draft.figure;
  if (quantity.type === 'date') return ofThePeriod(document, draft, same, rivals);
  const ofGroup = ofTheGroup(document, draft, same, rivals);
  if (ofGroup) return ofGroup;
  return rivals.find((match) => {
    if (match.owned || match.told || match.score <= found.score) return false;
    if (quantity.type === 'duration') return isCompoundAlone(draft, found, match) && isOpposed(draft, match);
    return countsTheThing(draft, found, match);
  });
}

/** `Of those under 30 … 57 percent`, which is the share of all; a sentence of the source tells that of those under 30. */
function ofTheGroup(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const groups = (document.figuresOf.get(draft.sentence) ?? []).filter((other) => isGroup(document, other));
  if (groups.length === 0 || groups.some(({ figure }) => figure === draft.figure)) return undefined;
  const isOfGroup = ({ in: place, context }: FigureMatch): boolean =>
    (place.document.figuresOf.get(context.sentence) ?? []).some(
      (other) =>
        other !== context &&
        isGroup(place.document, other) &&
        groups.some(({ figure }) => relationOf(figure, other.figure).kind === 'same'),
    );
  // What a row is of stands in cells of its own.
  if (same.some(({ in: { document: other }, context }) => rowOf(other, context) !== undefined)) return undefined;
  const place = same[0]!.in;
  if (same.some((match) => match.in === place && isOfGroup(match))) return undefined;
  return rivals.find((match) => match.in === place && isOpposed(draft, match) && isOfGroup(match));
}

/** `under 30`, `over the age of 65`, `aged 18 to 24`: who is meant. */
function isGroup({ analysis }: DocumentContext, { figure: { quantity, start } }: FigureContext): boolean {
  if (quantity.type !== 'number' || quantity.high > 110) return false;
  const before = analysis.document.text.slice(Math.max(0, start - 30), start);
  return /\b(?:(?:those|people|persons|patients|women|men|visitors|members|voters|children|adults|workers|residents)\s+(?:aged\s+)?(?:under|over|below|above)|aged(?:\s+\p{L}+)?|(?:under|over|below|above) the age of|(?:older|younger) than)\s+$/iu.test(
    before,
  );
}

/** `18 first-class counties` against the `32 Tests` of another sentence, where the draft has 32 first-class counties. */
function countsTheThing(draft: Judged, found: FigureMatch, match: FigureMatch): boolean {
  const { heads = [], counts } = draft;
  if (!counts || heads.length < 2 || !found.context.counts || found.like.head > 0) return false;
  const { context } = match;
  const counted = [draft, found.context, context].every(({ figure: { quantity } }) => {
    return quantity.type === 'number' && quantity.unit === undefined;
  });
  return (
    counted &&
    context.counts === true &&
    heads.every((key) => context.heads?.includes(key)) &&
    wordingOf(match.in.document, context) === draft.wording
  );
}

/** `a three-year deal` stands in no source, which has `a five-year contract` and `three years later`. */
function isCompoundAlone(draft: Judged, found: FigureMatch, { context: { figure } }: FigureMatch): boolean {
  const [d, s, other] = [draft.figure, found.context.figure, figure];
  if (s.quantity.type !== 'duration' || other.quantity.type !== 'duration') return false;
  return isCompound(d.text) && isCompound(other.text) && !isCompound(s.text) && s.quantity.unit === other.quantity.unit;
}

function isCompound(text: string): boolean {
  return /\p{L}-\p{L}+$|\d-\p{L}+$/u.test(text);
}

/** Other figures of the draft that stand beside a value show that the place is meant. */
const ALONE = 0.2;
/** What the rival's passage must have of the draft's words. */
const ALIKE = 0.3;

/** The quarter or year that a source speaks of, where the draft has the one that it only compares it with. */
function ofThePeriod(
  document: DocumentContext,
  draft: Judged,
  same: readonly FigureMatch[],
  rivals: readonly FigureMatch[],
): FigureMatch | undefined {
  const { quantity } = draft.figure;
  if (quantity.type !== 'date' || (quantity.precision !== 'quarter' && quantity.precision !== 'year')) return undefined;
  if (isCompared(document, draft, 60)) return undefined;
  const explicit = same.filter(({ relation }) => relation.kind === 'same' && !relation.yearUnsaid);
  if (explicit.length === 0) return undefined;
  if (!explicit.every((match) => match.companions < ALONE && isCompared(match.in.document, match.context, 40)))
    return undefined;
  return rivals.find(
    ({ in: place, context, like, told, owned }) =>
      !told &&
      !owned &&
      context.figure.quantity.type === 'date' &&
      context.figure.quantity.precision === quantity.precision &&
      like.passage >= ALIKE &&
      !isCompared(place.document, context, 40) &&
      explicit.some((match) => match.in === place && match.context.sentence === context.sentence),
  );
}

/** A date before a figure is its own less often than one behind it. */
const BEFORE = 12;

/** `2.0 million in 2020, compared with 1.5 million in 2019`: in one sentence the value has the draft's date, the rival another. */
export function isAtItsTime(document: DocumentContext, draft: Judged, found: FigureMatch, rival: FigureMatch): boolean {
  const [mine, own, other] = [
    dateBeside(document, draft),
    dateBeside(found.in.document, found.context),
    dateBeside(rival.in.document, rival.context),
  ];
  const isSame = (date: FigureMention | undefined): boolean =>
    mine !== undefined && date !== undefined && relationOf(mine, date).kind === 'same';
  return found.context.figure.quantity.type !== 'date' && other !== undefined && isSame(own) && !isSame(other);
}

/** `By 28 August 93 had fallen ill` says nothing of `15 August, when eleven fell ill`: each sentence has a day of its own. */
export function isOfAnotherDayThan(draft: DocumentContext, claim: Judged, rival: FigureMatch): boolean {
  if (claim.figure.quantity.type === 'date') return false;
  const [mine, theirs] = [daysOf(draft, claim), daysOf(rival.in.document, rival.context)];
  return mine.length > 0 && theirs.length > 0 && !mine.some((day) => theirs.includes(day));
}

/** Month and day: the year may be what is wrong. */
function daysOf({ figuresOf }: DocumentContext, { sentence }: FigureContext): string[] {
  return (figuresOf.get(sentence) ?? []).flatMap(({ figure: { quantity } }) =>
    quantity.type === 'date' && quantity.precision === 'day' ? [quantity.from.slice(4, 10)] : [],
  );
}

/** The date that stands nearest to a figure in its sentence. */
function dateBeside({ figuresOf }: DocumentContext, { figure, sentence }: FigureContext): FigureMention | undefined {
  const apart = ({ start, end }: FigureMention): number =>
    start >= figure.end ? start - figure.end : figure.start - end + BEFORE;
  return (figuresOf.get(sentence) ?? [])
    .map(({ figure: other }) => other)
    .filter((other) => other.quantity.type === 'date' && other.start !== figure.start && !other.weak)
    .sort((a, b) => apart(a) - apart(b))[0];
}

const COMPARED =
  /\b(?:compar\p{L}+|versus|vs|than|over|from|against|relative|(?:up|down|increase|decrease|change)\s(?:on|in))\b(?:[^,;.]|[.,]\d)*$/iu;

/** Stands the figure behind words that only compare with it, `reach` characters before it at most? */
export function isCompared(
  { analysis, sentences }: DocumentContext,
  { figure, sentence }: FigureContext,
  reach: number,
): boolean {
  const from = Math.max(sentences[sentence]!.start, figure.start - reach);
  return COMPARED.test(analysis.document.text.slice(from, figure.start));
}
