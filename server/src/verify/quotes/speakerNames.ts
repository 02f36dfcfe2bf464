import { fold } from '../../text/fold.ts';

const TITLES =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|lord|lady|baroness|baron|rev|the|president|senator|sen|rep|gov|governor|gen|general|lt|col|colonel|maj|major|capt|captain|sgt|sergeant|minister|chancellor|king|queen|prince|princess|pope|father|judge|justice|cllr|councillor|chief|inspector|constable|superintendent|detective|det|insp|supt|field|marshal|admiral)\.?$/u;

/** The folded words of a name without titles; `King` by itself is a name. */
function nameParts(name: string): string[] {
  const parts = fold(name)
    .replace(/\b\p{L}+-(?:born|based|raised|bred|trained)\s+/gu, '')
    .split(/[^\p{L}\p{N}']+/u)
    .filter((part) => part !== '');
  const bare = parts.filter((part, i) => !TITLES.test(part) || i === parts.length - 1);
  return bare.length > 0 ? bare : parts;
}

/** Do two names fit one bearer? A surname fits its full name, an initial its first name; other first names do not. */
export function fitsName(a: string, b: string): boolean {
  const [short, long] = [nameParts(a), nameParts(b)].sort((x, y) => x.length - y.length) as [string[], string[]];
  if (short.length === 0) return true;
  if (short.length === 1)
    return long.some((part) => part === short[0] || nearly(part, short[0]!)) || acronymOf(long, short[0]!);
  if (!nearly(short.at(-1)!, long.at(-1)!)) {
    if (isAbbreviated(short, long) || isAbbreviated(long, short)) return true;
    return short.every((part) => long.includes(part)) || long.join('') === short.join('');
  }
  const first = short[0]!;
  const other = long[0]!;
  return (
    first === other ||
    nearly(first, other) ||
    (first.length === 1 && other.startsWith(first)) ||
    (other.length === 1 && first.startsWith(other)) ||
    long.includes(first)
  );
}

/** `Ruben C.`: a court's way to write of the accused. */
function isAbbreviated(short: readonly string[], long: readonly string[]): boolean {
  const [first, initial] = short;
  return short.length === 2 && initial!.length === 1 && long[0] === first && long.at(-1)!.startsWith(initial!);
}

/** Do two full names end with the same surname, a slip allowed? */
export function sharesSurname(a: string, b: string): boolean {
  const [ours, theirs] = [nameParts(a), nameParts(b)];
  return ours.length > 1 && theirs.length > 1 && nearly(ours.at(-1)!, theirs.at(-1)!);
}

/** `Hamish Leavitt` for `Hamish Levett`: the same first name, and a surname that begins and ends alike in nearly as many letters. */
export function hasSlippedSurname(a: string, b: string): boolean {
  const [ours, theirs] = [nameParts(a), nameParts(b)];
  const [x, y] = [ours.at(-1)!, theirs.at(-1)!];
  if (ours.length < 2 || theirs.length < 2 || ours[0] !== theirs[0] || x.slice(0, 2) !== y.slice(0, 2)) return false;
  return Math.min(x.length, y.length) > 4 && Math.abs(x.length - y.length) < 3 && x.at(-1) === y.at(-1);
}

function acronymOf(words: readonly string[], short: string): boolean {
  return words.length > 1 && words.map((word) => word[0]).join('') === short;
}

/** The same but for a slip; whether a name is spelt right is judged as a name's claim. */
function nearly(a: string, b: string): boolean {
  if (a === b) return true;
  if (Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < 4) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  let j = 0;
  while (j < Math.min(a.length, b.length) - i && a.at(-1 - j) === b.at(-1 - j)) j++;
  const longest = Math.max(a.length, b.length);
  const swapped = a.length === b.length && a[i] === b[i + 1] && a[i + 1] === b[i] && i + j >= longest - 2;
  return i + j >= longest - 1 || swapped;
}
