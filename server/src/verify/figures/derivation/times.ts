import type { DurationQuantity, FigureMention } from '../../../extract/mention.ts';
import { unitKind } from '../../../extract/figures/units.ts';
import type { Step } from './values.ts';
import type { FigureContext } from '../context.ts';

/** The time between two clock times, or between two times on a stopwatch, of one passage: to the draft's own unit, exactly. */
export function timeStep(
  claim: FigureMention,
  d: DurationQuantity,
  figures: readonly FigureContext[],
): Step | undefined {
  if (d.low !== d.high || !/^(?:second|minute|hour)$/u.test(d.unit)) return undefined;
  const wanted = d.low * unitKind(d.unit)!.factor;
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
  if (hedge === undefined) return Math.abs(off) < 1;
  if (hedge.kind === 'more-than') return off > 0 && off / wanted < 0.15;
  if (hedge.kind === 'nearly') return off < 0 && -off / wanted < 0.06;
  return hedge.kind === 'about' && Math.abs(off) / wanted < 0.06;
}

function secondsOf({ quantity }: FigureMention): { seconds: number; clock: boolean } | undefined {
  if (quantity.type === 'date')
    return quantity.precision === 'time' && quantity.minutes !== undefined
      ? { seconds: quantity.minutes * 60, clock: true }
      : undefined;
  // Only times of several parts: `two hours` and `one hour` are too coarse to be taken from each other.
  if (quantity.type !== 'duration' || quantity.low !== quantity.high || quantity.unit !== 'hour') return undefined;
  return quantity.step < 0.02 ? { seconds: Math.round(quantity.low * 3600), clock: false } : undefined;
}

function shownTime(seconds: number): string {
  if (seconds % 60 !== 0) return `${seconds} seconds`;
  const minutes = seconds / 60;
  return minutes === 1 ? 'one minute' : `${minutes} minutes`;
}
