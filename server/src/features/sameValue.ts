import type { DateQuantity, FigureMention } from '../extract/mention.ts';
import { relationOf } from '../verify/figures/values/quantities.ts';

/** Do two figures say the same, however each is written? A rounding and the month of a day are not the same. */
export function isSameValue(a: FigureMention, b: FigureMention): boolean {
  return isFound(a, b) && isFound(b, a);
}

function isFound(a: FigureMention, b: FigureMention): boolean {
  const relation = relationOf(a, b);
  return relation.kind === 'same' && relation.how === 'found' && !relation.loose;
}

const MAGNITUDES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
  [1e3, 'thousand'],
];
const SMALL = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');

/** Ways in which texts may write a figure, for asking the index; what it proposes is then compared by value. */
export function spellingsOf({ text, quantity }: Pick<FigureMention, 'text' | 'quantity'>): string[] {
  const spellings = new Set([text]);
  if (quantity.type === 'number' || quantity.type === 'duration') {
    for (const spelling of numberSpellings(quantity.low)) spellings.add(spelling);
  } else if (quantity.type === 'date') {
    for (const spelling of dateSpellings(quantity)) spellings.add(spelling);
  }
  return [...spellings];
}

function numberSpellings(value: number): string[] {
  const spellings = [String(value), value.toLocaleString('en-US', { maximumFractionDigits: 6 })];
  const word = SMALL[value];
  if (word !== undefined) spellings.push(word);
  for (const [size, name] of MAGNITUDES) {
    if (value >= size && value < size * 1000) spellings.push(`${Number((value / size).toPrecision(6))} ${name}`);
  }
  return spellings;
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');

function dateSpellings({ from, precision }: DateQuantity): string[] {
  const [year = '', month = '', day = ''] = from.split('-');
  const name = MONTHS[Number(month) - 1];
  if (precision === 'year') return [year];
  if (name === undefined) return [];
  if (precision === 'month') return year === 'XXXX' ? [name] : [`${name} ${year}`];
  if (precision !== 'day' && precision !== 'time') return [];
  return [`${Number(day)} ${name}`, `${name} ${Number(day)}`, from];
}
