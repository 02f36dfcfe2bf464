import type { NameMention } from '../mention.ts';
import { isHyphen } from './numerals.ts';
import type { FigureReading } from './reading.ts';
import type { FigureToken } from './tokens.ts';

/** A number between commas behind a person's name is an age: `Adlington, 26, has`; so is one behind `aged`. */
export function aged(
  tokens: readonly FigureToken[],
  figure: FigureReading,
  names: readonly NameMention[],
  name: number,
): FigureReading {
  const quantity = figure.quantity;
  if (quantity.type !== 'number' || quantity.unit !== undefined || quantity.low !== quantity.high || quantity.low > 999)
    return figure;
  const before = tokens[figure.from - 1];
  const behind = tokens[figure.next];
  const age: FigureReading = { ...figure, quantity: { ...quantity, unit: 'year-old' } };
  const led = beforeHedge(tokens, figure.from);
  if (led >= 0 && /^(?:aged|age)$/u.test(tokens[led]!.lower)) return age;
  if (tokens[led]?.lower === 'of' && tokens[led - 1]?.lower === 'age') return age;
  if (isAgeOf(tokens, figure, quantity.low)) return age;
  if (before?.text !== ',' || (behind && ![',', '.', ')', ';'].includes(behind.text))) return figure;
  const end = before.start;
  for (let i = Math.min(name, names.length - 1); i >= 0 && i >= name - 2; i--) {
    if (names[i]!.end === end && names[i]!.entityType !== 'place' && names[i]!.entityType !== 'organisation')
      return age;
  }
  return figure;
}

/** Index of the token before a number and its hedge: `at the age of about 66`. */
function beforeHedge(tokens: readonly FigureToken[], from: number): number {
  let at = from - 1;
  if (/^(?:about|around|only|just|nearly|almost|some|roughly)$/u.test(tokens[at]?.lower ?? '')) at--;
  return at;
}

const PERSON = /^(?:man|woman|boy|girl|child|youth|teenager|lad|widow|widower|pensioner|student|lady|gentleman)$/u;

/** `a girl of 10`, `the oldest is 66`, `at 74 she`; not `a man of 10 trades`, `the oldest 66 houses`. */
function isAgeOf(tokens: readonly FigureToken[], figure: FigureReading, value: number): boolean {
  const [before, earlier, behind] = [tokens[figure.from - 1], tokens[figure.from - 2], tokens[figure.next]];
  if (!before || value < 1 || value > 110) return false;
  const goesOn = behind?.kind === 'number' || behind?.text === '%' || (behind?.glued && isHyphen(behind));
  const ends = !goesOn && (behind?.kind !== 'word' || /^(?:and|but|while)$/u.test(behind.lower));
  if (before.lower === 'of' && PERSON.test(earlier?.lower ?? ''))
    return (
      ends || /^(?:was|is|who|whose|with|from|had|has|in|on|at|when|named|called|died)$/u.test(behind?.lower ?? '')
    );
  if (/^(?:is|was|only|just)$/u.test(before.lower) && /^(?:youngest|oldest|eldest)$/u.test(earlier?.lower ?? ''))
    return ends;
  if (/^(?:youngest|oldest|eldest)$/u.test(before.lower)) return ends && behind?.kind !== 'word';
  const subject = behind?.text === ',' ? tokens[figure.next + 1] : behind;
  const opens = earlier === undefined || (earlier.kind === 'symbol' && /[.!?,;:"“”]/u.test(earlier.text));
  return before.lower === 'at' && opens && (subject?.lower === 'she' || subject?.lower === 'he');
}
