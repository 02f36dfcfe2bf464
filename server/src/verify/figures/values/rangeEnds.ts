import type { DateQuantity, FigureMention, Quantity } from '../../../extract/mention.ts';
import { isRange, isYearUnsaid } from './dateRelation.ts';
import type { FigureMatch, SourceFigures } from '../matches.ts';

/** Of a range from one date to another: the dates of a source that are its ends. */
export function endsOf({ quantity }: FigureMention, matches: readonly FigureMatch[]): FigureMatch[] | undefined {
  if (quantity.type !== 'date' || !isRange(quantity)) return undefined;
  const dates = (edge: 'from' | 'to', isDate: (source: DateQuantity) => boolean): FigureMatch[] =>
    matches.filter(({ context: { figure }, in: place }) => {
      const source = figure.quantity;
      return (
        source.type === 'date' &&
        source.precision === quantity.precision &&
        isDate(source) &&
        isAt(quantity, source, edge) &&
        isOfYear(quantity, source, place)
      );
    });
  const single = (source: DateQuantity): boolean => !isRange(source);
  const [from, to] = [dates('from', single)[0], dates('to', single)[0]];
  if (from && to && from.in === to.in) return [from, to];
  if (quantity.precision !== 'year') return undefined;
  // `1958/59 through to 1963/64`: the ends are seasons.
  for (const first of dates('from', isSeason)) {
    const last = dates('to', isSeason).find((match) => isThrough(first, match));
    if (last) return [first, last];
  }
  return undefined;
}

/** `up to 6,000`, `6,000 at most` for `4,000–6,000`: the end of the source's range that the draft's words ask for. */
export function isEndSaid(figure: FigureMention, source: FigureMention, sentence: string): boolean {
  const [d, s] = [figure.quantity, source.quantity];
  if (d.type !== 'number' || s.type !== 'number' || d.unit !== s.unit || d.low !== d.high || s.low === s.high)
    return false;
  return (d.low === s.high && MOST.test(sentence)) || (d.low === s.low && LEAST.test(sentence));
}

const MOST = /\b(?:at (?:the )?(?:very )?most|up to|as many as|as much as|no more than|not more than|maximum)\b/iu;
const LEAST = /\b(?:at (?:the )?(?:very )?least|no (?:fewer|less) than|minimum)\b/iu;

function isAt(range: DateQuantity, source: DateQuantity, edge: 'from' | 'to'): boolean {
  const told = source.precision === 'year' ? 4 : source.precision === 'month' ? 7 : 10;
  const bare = range.from.startsWith('XXXX') || source.from.startsWith('XXXX');
  return source[edge].slice(bare ? 4 : 0, told) === range[edge].slice(bare ? 4 : 0, told);
}

/** A year that the draft says and the source leaves out must be one that the source speaks of. */
function isOfYear(
  range: DateQuantity,
  source: DateQuantity,
  { source: { document }, document: { years } }: SourceFigures,
): boolean {
  const year = range.from.slice(0, 4);
  return !isYearUnsaid(range, source) || years.has(year) || document.metadata.date?.slice(0, 4) === year;
}

/** Is the source's day the first or the last of the draft's stretch of days? */
export function isEndOfRange(draft: Quantity, source: Quantity): boolean {
  if (draft.type !== 'date' || source.type !== 'date' || draft.precision !== 'day' || source.precision !== 'day')
    return false;
  return isRange(draft) && !isRange(source) && (isAt(draft, source, 'from') || isAt(draft, source, 'to'));
}

/** `1963/64` */
function isSeason({ precision, from, to }: DateQuantity): boolean {
  return precision === 'year' && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) === 1;
}

/** Stands nothing between the two but that the one goes on to the other? */
function isThrough(first: FigureMatch, last: FigureMatch): boolean {
  if (first.in !== last.in) return false;
  const { text } = first.in.document.analysis.document;
  const between = text.slice(first.context.figure.end, last.context.figure.start);
  return /^\s*(?:through(?:\sto)?|to|until|till|up\sto|[-–—])\s*$/u.test(between);
}
