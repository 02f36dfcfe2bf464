import { fullYear, years } from './calendar.ts';
import type { DateReading } from './dateReading.ts';
import type { FigureToken } from './tokens.ts';
import { isDash, isHyphen, readNumeral, readOrdinal } from './numerals.ts';

/** A year, years with a dash, a decade or a century: `2025/26`, `1990s`, `21st century`. */
export function readYears(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  return decade(tokens, at) ?? yearSpan(tokens, at) ?? century(tokens, at);
}

/** Four digits, without separator. */
export function isYearToken(token: FigureToken | undefined): boolean {
  return token?.kind === 'number' && token.text.length === 4 && token.decimals === 0 && !token.grouped;
}

const CONNECTORS = new Set(['to', 'until', 'till', 'through']);

/** Is there a connector between the ends of a range? `and` connects behind `between` only. */
export function connector(tokens: readonly FigureToken[], at: number, between: boolean): boolean {
  const token = tokens[at];
  if (!token) return false;
  return isDash(token) || CONNECTORS.has(token.lower) || (between && token.lower === 'and');
}

/** Does `between` stand before it? */
export function isBetween(tokens: readonly FigureToken[], at: number): boolean {
  const before = tokens[at - 1]?.lower;
  return before === 'between' || (before === 'the' && tokens[at - 2]?.lower === 'between');
}

/** `1990s`, `1920s and 30s`; of an age (`in her 30s`) the number grammar takes care. */
function decade(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  let i = at + 1;
  if (tokens[i]?.glued && /^['’]$/u.test(tokens[i]!.text)) i++;
  if (token.kind !== 'number' || tokens[i]?.lower !== 's' || !tokens[i]!.glued || token.value % 10 !== 0)
    return undefined;
  if (token.text.length === 4)
    return {
      quantity: years(token.value, token.value + (token.value % 100 === 0 && token.value < 2000 ? 99 : 9), 'decade'),
      next: i + 1,
    };
  if (
    token.text.length !== 2 ||
    (/^(?:his|her|their|my|your|our|its|the)$/u.test(tokens[at - 1]?.lower ?? '') && token.value < 30)
  )
    return undefined;
  if (/^(?:his|her|their|my|your|our|mid|early|late)$/u.test(tokens[at - 1]?.lower ?? '')) return undefined;
  return { quantity: years(1900 + token.value, 1909 + token.value, 'decade'), next: i + 1 };
}

/** `’90s`. */
export function shortDecade(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const number = tokens[at + 1];
  if (
    number?.kind !== 'number' ||
    !number.glued ||
    number.text.length !== 2 ||
    tokens[at + 2]?.lower !== 's' ||
    !tokens[at + 2]!.glued
  )
    return undefined;
  return { quantity: years(1900 + number.value, 1909 + number.value, 'decade'), next: at + 3 };
}

/** A year, or years with a dash or slash: `2025/26`, `2014–2018`, `2021 to 2024`. */
function yearSpan(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const token = tokens[at]!;
  if (!isYearToken(token)) return wordYear(tokens, at);
  if (token.value < 1000) return undefined;
  const joint = tokens[at + 1];
  const last = tokens[at + 2];
  if (
    last?.kind === 'number' &&
    !last.grouped &&
    last.decimals === 0 &&
    (!tokens[at + 3]?.glued || tokens[at + 3]!.kind === 'symbol')
  ) {
    const tight = joint?.glued && last.glued && (isDash(joint) || joint.text === '/');
    if (tight && last.text.length === 2 && plausible(token.value) && tokens[at + 3]?.text !== joint.text) {
      const to = fullYear(last.value, token.value);
      if (to - token.value < 60) return { quantity: years(token.value, to, 'year'), next: at + 3 };
    }
    const linked =
      tight ||
      (joint && (isDash(joint) || CONNECTORS.has(joint.lower) || (joint.lower === 'and' && isBetween(tokens, at))));
    if (
      linked &&
      plausible(token.value) &&
      isYearToken(last) &&
      last.value > token.value &&
      last.value < 2200 &&
      isBareYear(tokens, at + 2)
    ) {
      return { quantity: years(token.value, last.value, 'year'), next: at + 3 };
    }
  }
  return isBareYear(tokens, at) ? { quantity: years(token.value, token.value, 'year'), next: at + 1 } : undefined;
}

function plausible(year: number): boolean {
  return year >= 1500 && year <= 2100;
}

const YEAR_CUES = new Set(
  (
    'in since by until till from of during after before to the for early late mid and between circa around year through ' +
    'through summer spring autumn winter fall fiscal season class dated ended ending back election'
  ).split(' '),
);

const MEASURES = /^(?:k?m[²³2-3]?|kg|kw|kwh|mw|mwh|gw|gwh|ha|sq|square|cubic)$/u;

/** Is a number of four digits the name of a year rather than a count? */
function isBareYear(tokens: readonly FigureToken[], at: number): boolean {
  const year = tokens[at]!.value;
  const before = tokens[at - 1];
  const behind = tokens[at + 1];
  if (behind?.glued && (behind.kind === 'word' || ['%', '°', '+', '$'].includes(behind.text))) return false;
  if (before?.glued && before.kind === 'symbol' && /[$£€¥#]/u.test(before.text)) return false;
  // `more than 2000 wait`, `at least 1900`, `1900 km²`: counts, also without a comma.
  if (before?.lower === 'than' && /^(?:more|fewer|less)$/u.test(tokens[at - 2]?.lower ?? '')) return false;
  if (before?.lower === 'least' || before?.lower === 'some') return false;
  if (behind && MEASURES.test(behind.lower)) return false;
  const cue = before !== undefined && YEAR_CUES.has(before.lower);
  if (!plausible(year)) {
    if (year > 2100) {
      // A slip (`in 2719`, `the 2101 civil war`) is a year still, unless it counts something.
      const dated = /^(?:in|since|during|until|by|of|from)$/u.test(before?.lower ?? '');
      const named = before?.lower === 'the' && behind?.kind === 'word' && behind.text !== behind.lower;
      return (dated || named) && !(behind?.kind === 'word' && isCountedNoun(behind.lower)) && !tokens[at]!.grouped;
    }
    if (year < 1000) return false;
    return before?.lower === 'in' && !(behind?.kind === 'word' && behind.text === behind.lower);
  }
  if (behind?.kind !== 'word' || behind.text !== behind.lower) return true;
  if (isCountedNoun(behind.lower))
    return (
      before?.lower === 'the' ||
      before?.lower === 'since' ||
      (before?.text === ',' && year > 1900 && before.glued === false)
    );
  return cue || year >= 1700;
}

/** A plural or a word for people, as behind a count. */
function isCountedNoun(word: string): boolean {
  if (
    /^(?:people|men|women|children|police|troops|million|billion|percent|per|feet|miles|metres|meters|kilometres|years?|days|hours)$/u.test(
      word,
    )
  )
    return true;
  return (
    word.length > 3 &&
    word.endsWith('s') &&
    !/(?:ss|us|is|'s)$/u.test(word) &&
    !/^(?:does|says|gets|puts|lets|runs|sets|ends|wins|plus|thus|sees|adds|asks|lies|hits|uses|owes|buys|pays|aims|eyes|always|besides|perhaps|towards|afterwards|takes|makes|gives|shows|says|remains|sees|means|marks|comes|goes|seems|unless)$/u.test(
      word,
    )
  );
}

function wordYear(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  if (!/^(?:sixteen|seventeen|eighteen|nineteen|twenty)$/u.test(tokens[at]!.lower)) return undefined;
  const numeral = readNumeral(tokens, at);
  if (!numeral || numeral.value < 1600 || numeral.value > 2099 || numeral.scaled || tokens[at + 1]?.lower === 'hundred')
    return undefined;
  return { quantity: years(numeral.value, numeral.value, 'year'), next: numeral.next };
}

/** `21st century`. */
function century(tokens: readonly FigureToken[], at: number): DateReading | undefined {
  const ordinal = readOrdinal(tokens, at);
  if (!ordinal || ordinal.value > 30) return undefined;
  const hyphen = isHyphen(tokens[ordinal.next]) ? 1 : 0;
  if (tokens[ordinal.next + hyphen]?.lower !== 'century') return undefined;
  return { quantity: years(ordinal.value * 100 - 99, ordinal.value * 100, 'century'), next: ordinal.next + hyphen + 1 };
}
