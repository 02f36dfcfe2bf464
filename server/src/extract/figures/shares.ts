import { unitAt } from './amountUnits.ts';
import type { FigureReading } from './reading.ts';
import type { FigureToken } from './tokens.ts';
import { denominator, isHyphen, readNumeral, readOrdinal, type Numeral } from './numerals.ts';
import { isDuration, unitKind, unitNamed } from './units.ts';

/** `two-thirds`, `a third of`, `three in four`, `nine out of ten`, `half of`, `more than half`. */
export function readFraction(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const token = tokens[at]!;
  const share = (value: number, next: number, words = true): FigureReading => ({
    quantity: {
      type: 'number',
      low: value,
      high: value,
      step: 0.01,
      unit: 'ratio',
      form: 'fraction',
      ...(words && { words: true as const }),
    },
    from: at,
    next,
  });
  if (token.kind === 'number' && token.value < 1 && token.decimals === 2 && !token.text.includes('.')) {
    return unitAt(tokens, at + 1, { value: token.value, step: 0.01, next: at + 1 })
      ? undefined
      : share(token.value, at + 1, false);
  }
  if (isOneOfEach(tokens, at)) return share(1 / readOrdinal(tokens, at)!.value, at + 1);
  const small = readPartOfUnit(tokens, at);
  if (small) return small;
  if (token.lower === 'half') return isHalf(tokens, at) ? share(0.5, at + 1) : undefined;
  if (token.lower === 'a' || token.lower === 'an') {
    const below = denominator(tokens[at + 1]?.lower ?? '');
    if (!below || below === 2) return undefined;
    return isPart(tokens, at, at + 2) ? share(1 / below, at + 2) : undefined;
  }
  const top = readNumeral(tokens, at);
  if (!top || top.scaled || !Number.isInteger(top.value) || top.value > 999 || top.loose === 'dozen') return undefined;
  // two-thirds, 2/3
  let i = top.next;
  if (
    token.kind === 'number' &&
    tokens[i]?.text === '/' &&
    tokens[i]!.glued &&
    tokens[i + 1]?.kind === 'number' &&
    tokens[i + 1]!.glued
  ) {
    const below = tokens[i + 1]!;
    const usual = top.value < below.value && below.value <= 10 && below.decimals === 0 && tokens[i + 2]?.text !== '/';
    return usual ? share(top.value / below.value, i + 2, false) : undefined;
  }
  const hyphen = isHyphen(tokens[i]) && tokens[i + 1]?.glued;
  if (hyphen) i++;
  const below = denominator(tokens[i]?.lower ?? '');
  const plural = tokens[i]?.lower.endsWith('s') ?? false;
  if (
    below &&
    (plural ? top.value > 1 : top.value === 1 && (hyphen || isPart(tokens, at, i + 1))) &&
    !(below === 4 && !plural && tokens[i + 1]?.lower === 'of' && /^\d{4}$/u.test(tokens[i + 2]?.text ?? ''))
  ) {
    const unit = tokens[i + 1]?.lower;
    if (unit === 'final' || (isHyphen(tokens[i + 1]) && tokens[i + 2]?.lower === 'final')) return undefined;
    return share(top.value / below, i + 1);
  }
  return oneIn(tokens, at, top, share);
}

const MOMENTS = /^(?:times?|nights?|mornings?|evenings?|seasons?|summers?|winters?|\p{L}+days?)$/u;

/** `every fifth beam`, but not `every fifth year`. */
function isOneOfEach(tokens: readonly FigureToken[], at: number): boolean {
  if (tokens[at - 1]?.lower !== 'every' || tokens[at]!.kind !== 'word') return false;
  const ordinal = readOrdinal(tokens, at);
  const behind = tokens[at + 1];
  if (!ordinal || ordinal.next !== at + 1 || ordinal.value < 2 || behind?.kind !== 'word') return false;
  return !isDuration(unitNamed(behind.lower)) && !MOMENTS.test(behind.lower);
}

/** `half an hour`, `a quarter of an hour`, `three quarters of a percentage point`: a part of one unit, not of a whole. */
function readPartOfUnit(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const part = partOfOne(tokens, at);
  if (!part || (tokens[part.next]?.lower !== 'a' && tokens[part.next]?.lower !== 'an')) return undefined;
  const { value } = part;
  const one = unitAt(tokens, part.next + 1, { value, step: 0.01, next: part.next + 1 });
  const kind = unitKind(one?.name);
  if (!one || !kind || kind.dimension === 'share') return undefined;
  // In the next smaller unit, as one says it: a quarter of an hour is 15 minutes.
  const whole = { hour: ['minute', 60], minute: ['second', 60], year: ['month', 12] } as const;
  const smaller = whole[one.name as keyof typeof whole];
  const [unit, factor] = smaller ?? [one.name, 1];
  const amount = { low: value * factor, high: value * factor, step: smaller ? 1 : 0.01, unit };
  return {
    quantity:
      kind.dimension === 'duration'
        ? { type: 'duration', ...amount }
        : { type: 'number', ...amount, words: true as const },
    from: at,
    next: one.next,
  };
}

/** `half`, `a quarter of`, `three-quarters of`. */
function partOfOne(tokens: readonly FigureToken[], at: number): { value: number; next: number } | undefined {
  if (tokens[at]!.lower === 'half') return { value: 0.5, next: at + 1 };
  const article = tokens[at]!.lower === 'a';
  const top = article ? { value: 1, next: at + 1 } : readNumeral(tokens, at);
  if (!top || !Number.isInteger(top.value) || top.value > 9) return undefined;
  let i = top.next;
  if (isHyphen(tokens[i]) && tokens[i + 1]?.glued) i++;
  const below = denominator(tokens[i]?.lower ?? '');
  if (!below || below > 10 || tokens[i + 1]?.lower !== 'of') return undefined;
  return { value: top.value / below, next: i + 2 };
}

/** `one in five`, `9 out of 10`, `three of every four`. */
function oneIn(
  tokens: readonly FigureToken[],
  at: number,
  top: Numeral,
  share: (value: number, next: number, words?: boolean) => FigureReading,
): FigureReading | undefined {
  let i = top.next;
  const hyphen = isHyphen(tokens[i]) && tokens[i]!.glued;
  if (hyphen) i++;
  const joint = tokens[i]?.lower;
  if (joint === 'in') i += tokens[i + 1]?.lower === 'every' ? 2 : 1;
  else if (joint === 'out' && tokens[i + 1]?.lower === 'of') i += tokens[i + 2]?.lower === 'every' ? 3 : 2;
  else return undefined;
  if (isHyphen(tokens[i]) && tokens[i]!.glued) i++;
  const whole = readNumeral(tokens, i);
  if (!whole || whole.value <= top.value || top.value > 99) return undefined;
  if (
    joint === 'in' &&
    !hyphen &&
    (whole.value > 1000
      ? whole.value % 1000 !== 0
      : ![2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 25, 50, 100, 200, 250, 500, 1000].includes(whole.value))
  )
    return undefined;
  const unit = unitAt(tokens, whole.next, whole);
  if (unit) return undefined;
  // `one in 20`; other numbers are written alike
  const alike = (tokens[at]!.kind === 'number') === (tokens[i]!.kind === 'number');
  if (!alike && !(tokens[at]!.lower === 'one' && top.next === at + 1 && whole.value <= 1000)) return undefined;
  if (joint === 'in' && isGames(tokens, whole.next)) return undefined;
  return share(top.value / whole.value, whole.next, tokens[at]!.kind === 'word');
}

/** `two wins in five games`: a count within a number of events. */
function isGames(tokens: readonly FigureToken[], at: number): boolean {
  return /^(?:games?|matches|starts|years|months|weeks|days|appearances|minutes|hours|innings|tests|seasons|attempts|cities|countries|states)$/u.test(
    tokens[at]?.lower ?? '',
  );
}

/** What goes on where a share was the subject (`half agreed`, `a fifth had smoked`) or ends its sentence (`won a quarter`). */
function endsShare(behind: FigureToken | undefined): boolean {
  if (behind?.kind !== 'word') return behind === undefined || /^[.,;:)!?]$/u.test(behind.text);
  return (
    /^(?:have|has|had|were|was|are|is|do|did|came|come|went|go|got|get|say|said|told|think|thought|want|know|live|paid|pay|lost|won|left|stood|fell|rose|grew|took|made|gave|found|felt|saw|kept|spent|can|could|will|would|may|must|never|always|still|already|also|now)$/u.test(
      behind.lower,
    ) ||
    (behind.text === behind.lower &&
      /.{2}ed$/u.test(behind.lower) &&
      !/^(?:n|f|s|w|sp|bre|bl|cr)eed$/u.test(behind.lower))
  );
}

const SINGLES =
  /^(?:only|just|nearly|almost|about|around|roughly|some|than|under|over|least|most|exactly|barely|fully)$/u;

/** Is `half` a share here, not `half-time`, `second half`? */
function isHalf(tokens: readonly FigureToken[], at: number): boolean {
  const before = tokens[at - 1]?.lower ?? '';
  const behind = tokens[at + 1];
  if (behind && isHyphen(behind) && behind.glued) return false;
  if (
    /^(?:first|second|opening|last|latter|other|better|time|top|bottom|northern|southern|upper|lower|this|that|final)$/u.test(
      before,
    )
  )
    return false;
  if (tokens[at - 1] && isHyphen(tokens[at - 1])) return false;
  if (/^(?:of|the|its|their|his|her|our|all|that|those|these|as)$/u.test(behind?.lower ?? '')) return true;
  if ((tokens[at]!.text === 'Half' || SINGLES.test(before)) && endsShare(behind)) return true;
  return (
    /^(?:by|in|than|about|nearly|almost|around|over|under|roughly|just|some|least|to)$/u.test(before) &&
    !/^(?:an?|time|way)$/u.test(behind?.lower ?? '')
  );
}

/** What goes on behind a hedged share: `about a third full`, `by more than a fifth within a year`. */
const GOES_ON =
  /^(?:and|on|from|since|to|in|over|compared|while|full|empty|dry|complete|done|finished|ready|within|during|between|for|with|without|at|before|after|until|when)$/u;

/** Words behind a part: what it is more or less by, or says. */
const MAKES_PART: ReadonlySet<string> = new Set(
  `more less fewer higher lower larger smaller bigger cheaper dearer costlier longer shorter faster slower heavier lighter
   taller wider stronger weaker down up off below above were are say said`.split(/\s+/u),
);

/** Is `a third` a share here (`a third of voters`, `by a third`, `an eighth lower`), not the third of a row? */
function isPart(tokens: readonly FigureToken[], at: number, next: number): boolean {
  const behind = tokens[next];
  const before = tokens[at - 1]?.lower ?? '';
  if (behind?.lower === 'of') return !/^\d{4}$/u.test(tokens[next + 1]?.text ?? '');
  if ((SINGLES.test(before) || tokens[at]!.text === 'A') && endsShare(behind)) return true;
  if (/^(?:won|lost|spent|sold|got|took|kept|owns?|holds?|held|had|cut|left)$/u.test(before) && behind?.kind !== 'word')
    return true;
  if (behind && MAKES_PART.has(behind.lower)) return true;
  if (
    /^(?:by|about|nearly|almost|over|than|around|roughly|least|some)$/u.test(before) &&
    (behind?.kind !== 'word' || GOES_ON.test(behind.lower))
  )
    return true;
  return (
    before === 'by' && !(behind?.kind === 'word' && /^(?:person|man|woman|party|time|goal|attack)$/u.test(behind.lower))
  );
}

export const MULTIPLES: ReadonlyMap<string, number> = new Map([
  ['doubled', 2],
  ['doubling', 2],
  ['doubles', 2],
  ['tripled', 3],
  ['tripling', 3],
  ['trebled', 3],
  ['trebling', 3],
  ['quadrupled', 4],
  ['quadrupling', 4],
  ['quintupled', 5],
  ['halved', 0.5],
  ['halving', 0.5],
  ['twice', 2],
  ['thrice', 3],
  ['twofold', 2],
  ['threefold', 3],
  ['fourfold', 4],
  ['fivefold', 5],
  ['sixfold', 6],
  ['sevenfold', 7],
  ['eightfold', 8],
  ['tenfold', 10],
  ['double', 2],
  ['triple', 3],
  ['treble', 3],
  ['quadruple', 4],
]);

/** `doubled`, `twice as many`, `threefold`, `double the`. */
export function readMultiple(tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  const word = tokens[at]!;
  const value = word.kind === 'word' ? MULTIPLES.get(word.lower) : undefined;
  if (value === undefined || (word.text !== word.lower && at > 0)) return undefined;
  if (isHyphen(tokens[at + 1]) || (isHyphen(tokens[at - 1]) && tokens[at]!.glued)) return undefined;
  const behind = tokens[at + 1]?.lower ?? '';
  if (
    /^(?:double|triple|treble|quadruple)$/u.test(word.lower) &&
    !/^(?:the|that|what|its|their|his|in|to|this|last|by|of)$/u.test(behind)
  )
    return undefined;
  if (word.lower === 'double' && /^(?:of|in)$/u.test(behind)) return undefined;
  if (
    /^(?:doubles|doubling)$/u.test(word.lower) &&
    /^(?:final|as|match|title|partner|down|champion|team|pair)$/u.test(behind)
  )
    return undefined;
  if (word.lower === 'doubled' && /^(?:up|over|as)$/u.test(behind)) return undefined;
  if (word.lower === 'doubles' && !/^(?:the|in|to|its|every)$/u.test(behind)) return undefined;
  // `has twice won`, `twice a week` count occasions: figures too, but not multiples.
  const tally =
    (word.lower === 'twice' || word.lower === 'thrice') &&
    !/^(?:as|the|that|what|its|his|her|their|our|more)$/u.test(behind);
  return {
    quantity: {
      type: 'number',
      low: value,
      high: value,
      step: 1,
      ...(!tally && { unit: 'times', form: 'multiple' as const }),
      words: true,
    },
    from: at,
    next: at + 1,
  };
}
