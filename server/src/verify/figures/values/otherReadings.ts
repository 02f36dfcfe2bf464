import { SEASONS } from '../../../extract/figures/calendar.ts';
import { unitKind } from '../../../extract/figures/units.ts';
import type { NumberQuantity, Quantity } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import { withFigure } from '../context/lazyContexts.ts';

const SECONDS: Readonly<Record<string, number>> = { second: 1, minute: 60, hour: 3600 };

/** `the 1777-78 winter` for the winter of 1777-78. */
export function isSeasonOf(d: Quantity, source: FigureContext): boolean {
  const s = source.figure.quantity;
  if (d.type !== 'date' || s.type !== 'date' || d.precision !== 'season' || s.precision !== 'year') return false;
  const year = (iso: string): string => iso.slice(0, 4);
  const isNamed = SEASONS.get(source.behind)?.[0] === Number(d.from.slice(5, 7));
  return isNamed && year(d.from) === year(s.from) && year(d.to) === year(s.to);
}

/** `the 20th anniversary` as the years since, where the source gives those. */
export function asYears(claim: FigureContext, source: FigureContext): FigureContext {
  const [d, s] = [claim.figure.quantity, source.figure.quantity];
  if (d.type !== 'number' || d.form !== 'ordinal' || claim.behind !== 'anniversary') return claim;
  if (s.type !== 'duration' || s.unit !== 'year') return claim;
  if (!/^(?:since|after|ago|on|later|from)$/u.test(source.behind)) return claim;
  const { low, high, step } = d;
  return withFigure(claim, { ...claim.figure, quantity: { type: 'duration', low, high, step, unit: 'year' } });
}

/** The cell `2:43` for `two hours and 43 minutes`, where it is no time of day; as it is if the two are not alike. */
export function asStretch(claim: FigureContext, context: FigureContext): FigureContext {
  const { quantity } = claim.figure;
  const clock = /^(\d{1,2}):(\d{2})$/u.exec(context.figure.text);
  const size = quantity.type === 'duration' ? SECONDS[quantity.unit] : undefined;
  if (!clock || size === undefined || quantity.type !== 'duration') return context;
  const [first, second] = [Number(clock[1]), Number(clock[2])];
  const said = quantity.low * size;
  const read = [first * 3600 + second * 60, first * 60 + second].find((stretch) => Math.abs(stretch - said) < 1);
  if (read === undefined) return context;
  return withFigure(context, { ...context.figure, quantity });
}

/** `23-pound`, which may be money, is a weight beside another weight. */
export function asWeight(pounds: NumberQuantity, other: NumberQuantity): NumberQuantity {
  return pounds.unit === 'pound' && unitKind(other.unit)?.dimension === unitKind('lb')!.dimension
    ? { ...pounds, unit: 'lb' }
    : pounds;
}

/** The first number of `three 21-day stretches`. */
export function countsStretches({ figure, sentence }: FigureContext, { figuresOf }: DocumentContext): boolean {
  return (figuresOf.get(sentence) ?? []).some(
    ({ figure: next }) => next.start === figure.end + 1 && next.quantity.type === 'duration' && next.text.includes('-'),
  );
}
