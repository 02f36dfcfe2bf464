import type { DurationQuantity, FigureMention } from '../../../extract/mention.ts';
import { unitKind } from '../../../extract/figures/units.ts';
import type { Step } from './values.ts';
import type { FigureContext } from '../context/context.ts';

/** The time between two clock times, or between two times on a stopwatch, of one passage: to the draft's own unit, exactly. */
export function timeStep(
  claim: FigureMention,
  d: DurationQuantity,
  figures: readonly FigureContext[],
): Step | undefined {
  if (d.low !== d.high || !/^(?:second|minute|hour)$/u.test(d.unit)) return undefined;
  const wanted = d.low * unitKind(d.unit)!.factor;
  for (const context of figures) {
    const between = ofClockRange(context.figure);
    if (between !== undefined && isMet(claim, wanted, between))
      return { sum: `${context.figure.text} are ${shownTime(between)}`, operands: [context] };
  }
  const times = figures.flatMap((context) => {
    const seconds = secondsOf(context.figure);
    return seconds ? [{ context, ...seconds }] : [];
  });
  for (const [i, a] of times.entries()) {
    for (const b of times.slice(i + 1)) {
      if (a.clock !== b.clock) continue;
      const between = Math.abs(a.seconds - b.seconds);
      if (between === 0 || !isMet(claim, wanted, between)) continue;
      const sum = `between ${a.context.figure.text} and ${b.context.figure.text} lie ${shownTime(between)}`;
      return { sum, operands: [a.context, b.context] };
    }
  }
  return undefined;
}

function isMet({ hedge }: FigureMention, wanted: number, between: number): boolean {
  const off = between - wanted;
  if (hedge === undefined) return Math.abs(off) < (wanted % 1 === 0 && between % 1 === 0 ? 1 : 0.0001);
  if (hedge.kind === 'more-than') return off > 0 && off / wanted < 0.15;
  if (hedge.kind === 'nearly') return off < 0 && -off / wanted < 0.06;
  return hedge.kind === 'about' && Math.abs(off) / wanted < 0.06;
}

function secondsOf(figure: FigureMention): { seconds: number; clock: boolean } | undefined {
  const { quantity } = figure;
  if (quantity.type === 'date')
    return quantity.precision === 'time' && quantity.minutes !== undefined
      ? { seconds: quantity.minutes * 60, clock: true }
      : undefined;
  if (quantity.type === 'number' && quantity.unit === undefined && quantity.low === quantity.high)
    return quantity.step === 0.01 || quantity.step === 0.1 ? { seconds: quantity.low, clock: false } : undefined;
  const seconds = stopwatchSeconds(figure);
  return seconds === undefined ? undefined : { seconds, clock: false };
}

/** `3:28.71`, `6:58:12`, `53.9 seconds` in seconds; undefined of `two hours`, too coarse to be taken from another. */
export function stopwatchSeconds({ quantity }: FigureMention): number | undefined {
  if (quantity.type !== 'duration' || quantity.low !== quantity.high) return undefined;
  const fine = quantity.unit === 'second' ? quantity.step < 1 : quantity.step < 0.02;
  const factor = unitKind(quantity.unit)?.factor;
  return fine && factor !== undefined ? Number((quantity.low * factor).toFixed(3)) : undefined;
}

/** `34 hundredths slower` are parts of a second. */
export function partsOfSecond(figure: FigureMention): DurationQuantity | undefined {
  const { quantity, text } = figure;
  if (quantity.type !== 'number' || quantity.form !== 'fraction' || !/(?:tenth|hundredth|thousandth)s?$/iu.test(text))
    return undefined;
  return { type: 'duration', low: quantity.low, high: quantity.high, unit: 'second', step: 0.01 };
}

/** `from 9.30 to 21.15`, if these are two times of one day. */
function ofClockRange({ quantity, text }: FigureMention): number | undefined {
  if (quantity.type !== 'number' || quantity.unit !== undefined) return undefined;
  const parts = /^(\d{1,2})[.:]([0-5]\d)\D+(\d{1,2})[.:]([0-5]\d)$/u.exec(text)?.slice(1).map(Number);
  if (!parts) return undefined;
  const [hour, minute, endHour, endMinute] = parts as [number, number, number, number];
  const between = (endHour - hour) * 3600 + (endMinute - minute) * 60;
  return endHour < 24 && between > 0 ? between : undefined;
}

function shownTime(seconds: number): string {
  if (seconds % 60 !== 0) return `${seconds} seconds`;
  const minutes = seconds / 60;
  return minutes === 1 ? 'one minute' : `${minutes} minutes`;
}
