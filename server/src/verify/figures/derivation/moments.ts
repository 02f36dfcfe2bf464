import type { DateQuantity } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import { isRange } from '../values/dateRelation.ts';
import type { SourceFigures } from '../matches.ts';

/** A point in time that a document tells, by a date, a time of day or both. */
export interface Moment {
  /** The date, or the time where there is no date. */
  readonly context: FigureContext;
  readonly year?: number;
  /** Months since year 0. */
  readonly month?: number;
  /** Days since 1970. */
  readonly day?: number;
  /** Minutes of the day. */
  readonly minutes?: number;
}

const DAY = 86_400_000;
/** Between a date and its time of day. */
const JOINT = /^[\s,.]*(?:(?:at|on|of|in|the|about|around|local|time|morning|afternoon|evening)[\s,]*)*$/iu;

const MOMENTS = new WeakMap<DocumentContext, readonly Moment[]>();

/** The points in time of a document, in order; the ends of a range each by itself. */
export function momentsOf({ document, source }: SourceFigures): readonly Moment[] {
  const known = MOMENTS.get(document);
  if (known) return known;
  const { text } = document.analysis.document;
  const published = source.document.metadata.date;
  const year = published?.slice(0, 4) ?? yearSaid(document);
  const dates = document.figures.filter(({ figure }) => figure.quantity.type === 'date');
  const moments: Moment[] = [];
  for (const [i, context] of dates.entries()) {
    const quantity = context.figure.quantity as DateQuantity;
    if (quantity.precision === 'time') {
      const beside = [dates[i - 1], dates[i + 1]].find(
        (other) => other && other.sentence === context.sentence && JOINT.test(between(text, other, context)),
      );
      const day = beside && pointsOf(beside.figure.quantity as DateQuantity, year, published)[0];
      if (quantity.minutes !== undefined) moments.push({ context, ...day, minutes: quantity.minutes });
    } else for (const point of pointsOf(quantity, year, published)) moments.push({ context, ...point });
  }
  MOMENTS.set(document, moments);
  return moments;
}

function between(text: string, a: FigureContext, b: FigureContext): string {
  const [first, second] = a.figure.start < b.figure.start ? [a, b] : [b, a];
  return text.slice(first.figure.end, second.figure.start);
}

/** The year of the first full date. */
function yearSaid({ figures }: DocumentContext): string | undefined {
  for (const { figure } of figures) {
    const { quantity } = figure;
    if (quantity.type === 'date' && quantity.precision === 'day' && /^\d/u.test(quantity.from))
      return quantity.from.slice(0, 4);
  }
  return undefined;
}

type Point = Pick<Moment, 'year' | 'month' | 'day'>;

function pointsOf(quantity: DateQuantity, year: string | undefined, published: string | undefined): Point[] {
  const { precision } = quantity;
  if (precision === 'weekday') {
    const day = published === undefined ? undefined : lastWeekday(quantity.weekday, published);
    return day === undefined ? [] : [pointOf(day)];
  }
  if (precision !== 'day' && precision !== 'month' && precision !== 'year') return [];
  const ends = isRange(quantity) ? [quantity.from, quantity.to] : [quantity.from];
  return ends.flatMap((iso) => {
    const dated = iso.startsWith('XXXX') ? (year === undefined ? undefined : year + iso.slice(4)) : iso;
    if (dated === undefined) return [];
    const [y, m] = dated.split('-').map(Number) as [number, number];
    if (precision === 'year') return [{ year: y }];
    if (precision === 'month') return [{ year: y, month: y * 12 + m - 1 }];
    const time = Date.parse(dated.slice(0, 10));
    return Number.isNaN(time) ? [] : [pointOf(time / DAY)];
  });
}

function pointOf(day: number): Point {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCFullYear() * 12 + date.getUTCMonth(), day };
}

/** The last such weekday up to the day of publication. */
function lastWeekday(weekday: number | undefined, published: string): number | undefined {
  const time = Date.parse(published.slice(0, 10));
  if (weekday === undefined || Number.isNaN(time)) return undefined;
  return time / DAY - ((new Date(time).getUTCDay() - weekday + 7) % 7);
}
