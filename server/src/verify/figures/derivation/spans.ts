import type { DurationQuantity, FigureMention } from '../../../extract/mention.ts';
import { sentenceLikeness, type Asked } from '../context/align.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { relationOf } from '../values/quantities.ts';
import { firstKeys } from '../context/terms.ts';
import { momentsOf, type Moment } from './moments.ts';
import type { ToldStep } from './told.ts';
import { sentencesToSearch } from '../searching.ts';

/** How sure it is that a moment is meant, by what says so. */
const SURE = { own: 2, beside: 1.6, event: 1.5, passage: 1.5, near: 1, told: 1, published: 0.8 };
/** What two moments must have together; of few days or hours more, for such gaps are everywhere. */
const NEEDED = 2.4;
const NEEDED_OF_FEW = 3;
/** Share of the draft sentence's words in the passage of a moment. */
const PASSAGE = 0.35;
const NEAR = 0.22;
/** Moments whose pairs are looked at, surest first. */
const LOOKED_AT = 24;

/** The draft says from when to when, since, before, after or how long it took. */
const BEHIND =
  /^[\s-]*(?:later|earlier|before|after|ago|on|late|behind|since|from|until|till|between|longer|ahead|overdue|separate[sd]?|passed|went|lay)\b/iu;
const BEFORE =
  /\b(?:for|in|within|after|took|taken|takes|lasted|lasting|over|lay|spent|another|delay of|every|only|been|of)\s+(?:(?:about|almost|nearly|some|around|roughly|just|over|under|more|less|than|at|least|not|quite|only|the|a|an|full|good|well)\s+)*$/iu;
const EVENT =
  /^[\s-]*(?:before|after|since|from|until|till|ahead\s+of|behind|following)\s+(?:the|its|his|her|their|an?)?\s*([^.,;:()]{2,40})/iu;

interface Sure {
  readonly moment: Moment;
  readonly place: SourceFigures;
  readonly sure: number;
}

/** The time between two moments that sources give: of the draft's own dates, of its matter, or of what it names. */
export function spanStep(
  draft: DocumentContext,
  asked: Asked,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): ToldStep | undefined {
  const { quantity } = claim.figure;
  if (quantity.type !== 'duration' || quantity.low !== quantity.high || !isSpan(draft, claim)) return undefined;
  const isClock = quantity.unit === 'hour' || quantity.unit === 'minute';
  const found = sureMoments(draft, asked, claim, sources)
    .filter(({ moment }) => (isClock ? moment.minutes !== undefined : moment.year !== undefined))
    .sort((a, b) => b.sure - a.sure)
    .slice(0, LOOKED_AT);
  const few = quantity.low < 4 && quantity.unit !== 'month';
  for (const [i, a] of found.entries()) {
    for (const b of found.slice(i + 1)) {
      if (a.sure + b.sure < (few ? NEEDED_OF_FEW : NEEDED)) break;
      if (isClock && a.place !== b.place && (a.moment.day === undefined || b.moment.day === undefined)) continue;
      if (!isMet(claim.figure, quantity, a.moment, b.moment)) continue;
      const [x, y] = [a.moment.context.figure.text, b.moment.context.figure.text];
      return { sum: `between ${x} and ${y} lie ${claim.figure.text}`, operands: [placeOf(a), placeOf(b)] };
    }
  }
  return undefined;
}

function placeOf({ place, moment }: Sure): FigurePlace {
  return { in: place, context: moment.context };
}

function isSpan({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): boolean {
  const { text } = analysis.document;
  const within = sentences[sentence]!;
  return (
    BEHIND.test(text.slice(figure.end, Math.min(within.end, figure.end + 24))) ||
    BEFORE.test(text.slice(Math.max(within.start, figure.start - 40), figure.start))
  );
}

function sureMoments(
  draft: DocumentContext,
  asked: Asked,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): Sure[] {
  const times = draft.figures.filter(({ figure: { quantity } }) => quantity.type === 'date');
  const event = eventKeys(draft, claim);
  const beside = (draft.figuresOf.get(claim.sentence) ?? []).filter((other) => other !== claim);
  const found: Sure[] = [];
  for (const place of sources) {
    const { document, source } = place;
    const searched = sentencesToSearch(asked, document);
    const published = source.document.metadata.date?.slice(0, 10);
    for (const moment of momentsOf(place)) {
      const { context } = moment;
      if (searched && !searched.has(context.sentence)) continue;
      const { keys } = document.sentences[context.sentence]!;
      const { passage } = sentenceLikeness(asked, document, context.sentence);
      const told = toldAt(times, claim, context);
      const sure = Math.max(
        told === 0 ? SURE.own : told === 1 ? SURE.beside : told === undefined ? 0 : SURE.told,
        event.some((key) => keys.has(key)) ? SURE.event : 0,
        passage >= PASSAGE || hasCompany(document, context, beside) ? SURE.passage : passage >= NEAR ? SURE.near : 0,
        published !== undefined && isDay(context.figure, published) ? SURE.published : 0,
      );
      if (sure > 0) found.push({ moment, place, sure });
    }
  }
  return found;
}

/** Does the sentence of a moment give another figure of the draft's sentence too, one that is not everywhere? */
function hasCompany({ figuresOf }: DocumentContext, context: FigureContext, beside: readonly FigureContext[]): boolean {
  return (figuresOf.get(context.sentence) ?? []).some(
    (other) =>
      other !== context &&
      beside.some(({ figure }) => figure.text.length > 2 && relationOf(figure, other.figure).kind === 'same'),
  );
}

/** How many sentences from the claim the draft tells the moment: none, one, or more as 2. */
function toldAt(times: readonly FigureContext[], claim: FigureContext, context: FigureContext): number | undefined {
  let best: number | undefined;
  for (const time of times) {
    const [d, s] = [time.figure.quantity, context.figure.quantity];
    if (d.type !== 'date' || s.type !== 'date' || (d.precision !== s.precision && d.precision !== 'month')) continue;
    if (relationOf(time.figure, context.figure).kind !== 'same') continue;
    const distance = Math.min(2, Math.abs(time.sentence - claim.sentence));
    if (best === undefined || distance < best) best = distance;
  }
  return best;
}

/** The words for what came before or after: `one week before the election`. */
function eventKeys({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): string[] {
  const behind = analysis.document.text.slice(figure.end, Math.min(sentences[sentence]!.end, figure.end + 60));
  const words = EVENT.exec(behind)?.[1];
  return words === undefined ? [] : firstKeys(words, 2);
}

function isDay({ quantity }: FigureMention, iso: string): boolean {
  if (quantity.type !== 'date' || quantity.precision !== 'day') return false;
  return quantity.from === iso || (quantity.from.startsWith('XXXX') && quantity.from.slice(4) === iso.slice(4));
}

/** Does so much time lie between the two, as exactly as they and the draft are written? */
function isMet({ hedge }: FigureMention, d: DurationQuantity, a: Moment, b: Moment): boolean {
  const between = unitsBetween(d.unit, a, b);
  if (between === undefined || between.units === 0) return false;
  const { units, slack } = between;
  const off = units - d.low;
  switch (hedge?.kind) {
    case undefined:
      return Math.abs(off) <= slack;
    case 'more-than':
    case 'at-least':
      return off >= -slack && off <= Math.max(0.15 * d.low, slack);
    case 'nearly':
    case 'less-than':
    case 'at-most':
      return off <= slack && off >= -Math.max(0.06 * d.low, slack, Math.min(0.5, 0.15 * d.low));
    default:
      return Math.abs(off) <= Math.max(0.06 * d.low, slack, Math.min(0.5, 0.1 * d.low));
  }
}

/** The time between two moments in a unit, and how much it may be off by the way they are written. */
function unitsBetween(unit: string, a: Moment, b: Moment): { units: number; slack: number } | undefined {
  const far = (x: number | undefined, y: number | undefined): number | undefined =>
    x === undefined || y === undefined ? undefined : Math.abs(x - y);
  const days = far(a.day, b.day);
  switch (unit) {
    case 'minute':
    case 'hour': {
      const [x, y] = [clock(a), clock(b)];
      if (x === undefined || y === undefined) return undefined;
      return { units: Math.abs(x - y) / (unit === 'hour' ? 60 : 1), slack: unit === 'hour' ? 0.02 : 0 };
    }
    case 'day':
      return days === undefined ? undefined : { units: days, slack: 0 };
    case 'week':
      return days === undefined ? undefined : { units: days / 7, slack: 0 };
    case 'month': {
      if (days !== undefined) return { units: days / 30.44, slack: 0.15 };
      const months = far(a.month, b.month);
      return months === undefined ? undefined : { units: months, slack: 0 };
    }
    case 'year': {
      if (days !== undefined) return { units: days / 365.25, slack: 0.05 };
      const years = far(a.year, b.year);
      return years === undefined ? undefined : { units: years, slack: 0 };
    }
    default:
      return undefined;
  }

  function clock({ day, minutes }: Moment): number | undefined {
    if (minutes === undefined) return undefined;
    return a.day !== undefined && b.day !== undefined ? day! * 1440 + minutes : minutes;
  }
}
