import type { FigureToken } from './tokens.ts';
import { isHyphen, readNumeral, type Numeral } from './numerals.ts';
import { CURRENCY_CODES, CURRENCY_NATIONS, CURRENCY_SIGNS, CURRENCY_WORDS, DOLLARS, unitNamed } from './units.ts';

/** A sign of currency before an amount: `$`, `US$`, `Rs`, `Rs.`, `EUR`; the index behind it. */
export function currencyBefore(tokens: readonly FigureToken[], at: number): { unit: string; next: number } | undefined {
  const token = tokens[at];
  if (token?.kind === 'symbol') {
    const sign = CURRENCY_SIGNS.get(token.text);
    return sign ? { unit: sign, next: at + 1 } : undefined;
  }
  if (token?.kind !== 'word') return undefined;
  if (tokens[at + 1]?.text === '$' && tokens[at + 1]!.glued) {
    const dollars = DOLLARS.get(token.lower);
    return dollars ? { unit: dollars, next: at + 2 } : undefined;
  }
  const code = CURRENCY_CODES.get(token.text);
  if (!code) return undefined;
  const next = tokens[at + 1]?.text === '.' && tokens[at + 1]!.glued ? at + 2 : at + 1;
  return tokens[next]?.kind === 'number' ? { unit: code, next } : undefined;
}

/** Is the bare `m` in front of these words for metres: `100m sprint`, `30m away`? */
export function isMetres(tokens: readonly FigureToken[], at: number): boolean {
  const behind = tokens[at]?.kind === 'symbol' && isHyphen(tokens[at]) ? tokens[at + 1] : tokens[at];
  return /^(?:tall|long|wide|high|deep|away|off|below|above|race|sprint|hurdles|freestyle|butterfly|breaststroke|backstroke|medley|final|finals|relay|hurdler|sprinter|champion|individual|runner|from|sea|record|time|steeplechase|title|gold|silver|bronze|at|and|swim|tower|length|radius|wave|waves|cliff|drop|pool)$/u.test(
    behind?.lower ?? '',
  );
}

/** Words that a number in front of them does not measure in: `two second-hand cars`, `three pound signs`. */
function isNotUnit(tokens: readonly FigureToken[], at: number, unit: string): boolean {
  const behind = tokens[at + 1];
  if (unit === 'second' && tokens[at]!.lower === 'second') {
    if (behind && isHyphen(behind) && behind.glued) return true; // six second-half minutes
    return !isHyphen(tokens[at - 1]);
  }
  // `two degrees from the university`
  if (unit === '°') return /^(?:from|programmes?|courses?|students?)$/u.test(behind?.lower ?? '');
  if ((unit === 'foot' && tokens[at]!.lower === 'foot') || unit === 'stone')
    return behind?.kind === 'word' && !/^(?:high|tall|long|wide|deep|in|and|of)$/u.test(behind.lower);
  return false;
}

interface UnitReading {
  readonly name: string;
  readonly next: number;
  /** The `m` read as a magnitude was metres after all. */
  readonly metres?: true;
}

/** The unit behind a number: `%`, `per cent`, `km`, `-kilometer`, `-year-old`, `per 100,000`, `dollars`, `°C`. */
export function unitAt(tokens: readonly FigureToken[], at: number, numeral: Numeral): UnitReading | undefined {
  let i = at;
  const hyphen =
    isHyphen(tokens[i]) && tokens[i]!.glued && tokens[i + 1]?.glued === true && tokens[i + 1]!.kind === 'word';
  if (hyphen) i++;
  const token = tokens[i];
  if (!token) return undefined;
  const rate = perNumber(tokens, at);
  if (rate) return rate;
  if (token.kind === 'symbol') {
    if (token.text === '%') return { name: '%', next: i + 1 };
    if (token.text === '°' || token.text === '℃') {
      const scale = tokens[i + 1];
      if (token.text === '℃') return { name: '°C', next: i + 1 };
      if (scale?.kind === 'word' && /^[cf]$/u.test(scale.lower))
        return { name: `°${scale.lower.toUpperCase()}`, next: i + 2 };
      return { name: '°', next: i + 1 };
    }
    const sign = CURRENCY_SIGNS.get(token.text);
    // 500 € stands behind; in `5 $10 notes` it belongs to the next number.
    if (sign && tokens[i + 1]?.kind !== 'number') return { name: sign, next: i + 1 };
    return undefined;
  }
  if (token.kind !== 'word') return undefined;
  const age = yearsOld(tokens, i, hyphen);
  if (age !== undefined) return { name: 'year-old', next: age };
  const money = moneyBehind(tokens, i, hyphen);
  if (money) return money;
  for (let words = 3; words >= 1; words--) {
    if (i + words > tokens.length) continue;
    const parts = tokens.slice(i, i + words);
    if (
      parts
        .slice(1)
        .some(
          (part) =>
            part.kind === 'number' ||
            (part.kind === 'symbol' && !isHyphen(part) && !['/', '²', '³'].includes(part.text)),
        )
    )
      continue;
    const lower = parts.map((part, k) => (k > 0 && !part.glued ? ` ${part.lower}` : part.lower)).join('');
    const written = parts.map((part, k) => (k > 0 && !part.glued ? ` ${part.text}` : part.text)).join('');
    const name = unitNamed(lower) ?? unitNamed(written);
    if (!name) continue;
    const short = written.length <= 2 && words === 1;
    if (
      short &&
      !token.glued &&
      !isHeight(tokens, i) &&
      !['km', 'kg', 'cm', 'mm', 'ft', 'mg', 'ml', 'ha', 'GW', 'MW', 'kW', 'mb', 'pp', 'bp', 'lb', 'oz'].includes(
        written,
      )
    )
      continue;
    if (short && token.glued && /^(?:st|l|W|g)$/u.test(written) && written !== 'g' && written !== 'l') continue;
    if (words === 1 && isNotUnit(tokens, i, name)) continue;
    // `5 per cent points` and the like come with the longer spelling first; `percent-owned` is still a share.
    return { name, next: i + words };
  }
  if (token.lower === 'per' && tokens[i + 1]?.lower === 'cent') return { name: '%', next: i + 2 };
  if (token.glued && token.lower === 'p' && !numeral.scaled) return { name: 'pence', next: i + 1 };
  if (token.glued && token.lower === 'c' && !numeral.scaled && token.text === 'c') return { name: 'cent', next: i + 1 };
  if (token.glued && token.lower === 'x' && !tokens[i + 1]?.glued) return { name: 'times', next: i + 1 };
  if ((token.lower === 'times' || token.lower === 'fold') && (token.lower === 'times' ? !hyphen : true)) {
    return isTally(tokens, i) ? undefined : { name: 'times', next: i + 1 };
  }
  return undefined;
}

/** `2.01 m`: to the centimetre; money and people in millions are not written so. */
function isHeight(tokens: readonly FigureToken[], at: number): boolean {
  const [number, sign] = [tokens[at - 1], tokens[at - 2]];
  if (tokens[at]!.text !== 'm' || number?.decimals !== 2 || number.value >= 100) return false;
  return !CURRENCY_SIGNS.has(sign?.text ?? '') && !CURRENCY_WORDS.has(tokens[at + 1]?.lower ?? '');
}

/** `he has won it three times`: a count of occasions, not a multiple; told by `as`, `more`, `the`, `our`, `higher` behind. */
function isTally(tokens: readonly FigureToken[], at: number): boolean {
  if (tokens[at]!.lower === 'fold') return false;
  const behind = tokens[at + 1]?.lower ?? '';
  return !/^(?:as|more|the|our|its|his|her|their|that|what|higher|larger|bigger|greater|less|lower|faster|longer|likelier|over|earnings)$/u.test(
    behind,
  );
}

/** `per 100,000`, `in every 1,000`, `out of 1,000`. */
function perNumber(tokens: readonly FigureToken[], at: number): UnitReading | undefined {
  let i = at;
  if (tokens[i]?.lower === 'cases' || tokens[i]?.lower === 'deaths') i++;
  if (tokens[i]?.lower !== 'per') return undefined;
  const base = readNumeral(tokens, i + 1);
  if (!base || base.value < 100) return undefined;
  return { name: `per ${base.value}`, next: base.next };
}

/** Index behind `year-old`, `years old`, `years of age`, `years-old`, `yo`. */
function yearsOld(tokens: readonly FigureToken[], at: number, hyphen: boolean): number | undefined {
  const unit = tokens[at]!.lower;
  if (!/^(?:years?|months?|weeks?|days?|yr|yrs)$/u.test(unit)) return undefined;
  let i = at + 1;
  if (isHyphen(tokens[i])) i++;
  if ((tokens[i]?.lower === 'old' || tokens[i]?.lower === 'olds') && unit.startsWith('y')) return i + 1;
  if (!hyphen && tokens[at + 1]?.lower === 'of' && tokens[at + 2]?.lower === 'age' && unit.startsWith('y'))
    return at + 3;
  return undefined;
}

function moneyBehind(tokens: readonly FigureToken[], at: number, hyphen: boolean): UnitReading | undefined {
  const nation = CURRENCY_NATIONS.get(tokens[at]!.lower);
  if (nation && tokens[at + 1] && CURRENCY_WORDS.has(tokens[at + 1]!.lower)) return { name: nation, next: at + 2 };
  const word = CURRENCY_WORDS.get(tokens[at]!.lower);
  if (word) {
    if (tokens[at]!.lower === 'real' || (tokens[at]!.lower === 'rand' && tokens[at]!.text !== 'rand')) return undefined;
    if (tokens[at + 1]?.lower === 'sterling') return { name: 'GBP', next: at + 2 };
    return { name: word, next: at + 1 };
  }
  const code = hyphen ? undefined : CURRENCY_CODES.get(tokens[at]!.text);
  return code && tokens[at + 1]?.kind !== 'number' ? { name: code, next: at + 1 } : undefined;
}
