const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'zero ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS =
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'.split(
    ' ',
  );
const MAGNITUDES: readonly [number, string][] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];

/** A number in English words (`two hundred and twenty`), if it is one that people write so; undefined otherwise. */
export function inWords(value: number): string | undefined {
  if (value < 0) return undefined;
  if (!Number.isInteger(value)) {
    const half = value - Math.floor(value) === 0.5;
    return half && value < 100 && value > 1 ? `${inWords(Math.floor(value))!} and a half` : undefined;
  }
  if (value < 20) return ONES[value];
  if (value < 100) return value % 10 === 0 ? TENS[value / 10] : `${TENS[Math.floor(value / 10)]!}-${ONES[value % 10]!}`;
  if (value < 1000) {
    const rest = value % 100;
    return `${ONES[Math.floor(value / 100)]!} hundred${rest ? ` and ${inWords(rest)!}` : ''}`;
  }
  for (const [size, name] of MAGNITUDES) {
    if (value < size) continue;
    const count = value / size;
    const words = count < 1000 ? inWords(Number(count.toPrecision(6))) : undefined;
    return words && `${words} ${name}`;
  }
  return undefined;
}

/** `22nd`. */
export function ordinalSuffix(value: number): string {
  const tens = value % 100;
  if (tens > 10 && tens < 14) return `${value}th`;
  return `${value}${['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`;
}

/** `twenty-second`, up to the ninety-ninth. */
export function ordinalWord(value: number): string | undefined {
  if (value < 20) return ORDINALS[value];
  if (value > 99) return undefined;
  if (value % 10 === 0) return TENS[value / 10]!.replace(/y$/u, 'ieth');
  return `${TENS[Math.floor(value / 10)]!}-${ORDINALS[value % 10]!}`;
}
