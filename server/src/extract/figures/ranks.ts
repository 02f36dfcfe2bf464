import type { FigureReading } from './reading.ts';
import type { FigureToken } from './tokens.ts';
import { isHyphen, readOrdinal } from './numerals.ts';

/** Ranks and numbered occasions: `second-largest`, `12th`, `third place`, `63rd minute`, `fifth anniversary`. */
export function readRank(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const reading = readOrdinal(tokens, at);
  if (!reading) return undefined;
  const hyphen = isHyphen(tokens[reading.next]) ? 1 : 0;
  const behind = tokens[reading.next + hyphen]?.lower ?? '';
  const rank = (next: number, unit = 'rank', weak = false): FigureReading => ({
    quantity: {
      type: 'number',
      low: reading.value,
      high: reading.value,
      step: 1,
      unit,
      form: 'ordinal',
      ...(reading.words && { words: true as const }),
    },
    from: at,
    next,
    ...(weak && { weak: true as const }),
  });
  if (
    /^(?:minute|week|lap|over|day|hour)$/u.test(behind) &&
    (!reading.words || behind === 'minute' || behind === 'week')
  ) {
    return reading.words && behind === 'week' && tokens[reading.next + hyphen + 1]?.lower !== 'of'
      ? rank(reading.next, 'rank', true)
      : rank(reading.next + hyphen + 1, `nth ${behind}`);
  }
  if (!reading.words) return rank(reading.next);
  if (isSuperlative(behind)) return rank(reading.next + hyphen + 1);
  const before = tokens[at - 1]?.lower ?? '';
  if (/^(?:place|placed|spot|position|ranked|seed|seeded|anniversary|birthday|grade|floor|tier)$/u.test(behind))
    return rank(reading.next);
  if (
    /^(?:finished|came|ranked|placed|ranks|sits|stood|lie|lies|lying|finish|finishing)$/u.test(before) &&
    !/^(?:time|half|person|to)$/u.test(behind)
  )
    return rank(reading.next);
  if (
    reading.value > 2 &&
    behind !== 'party' &&
    behind !== 'parties' &&
    tokens[at]!.text === tokens[at]!.lower &&
    tokens[at - 1]?.lower !== 'a'
  )
    return rank(reading.next, 'rank', true);
  return undefined;
}

function isSuperlative(word: string): boolean {
  return (
    /^(?:most|least|best|worst|last|highest|lowest|[a-z]{3,}est)$/u.test(word) &&
    !/^(?:interest|protest|request|forest|harvest|guest|arrest|west|test|quest|contest|honest|modest|rest|nest|invest|chest)$/u.test(
      word,
    )
  );
}
