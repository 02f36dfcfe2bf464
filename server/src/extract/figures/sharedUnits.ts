import type { FigureMention, Quantity } from '../mention.ts';

/** What leads from a percentage to the one it is compared with, which leaves the sign out. */
const LEADS =
  /^[\s,;(–—-]*(?:and |but )?(?:(?:up|down|compared|as)\s)?(?:after|against|from|with|to|than|was|(?:in|at|for) \p{Lu}\p{L}+(?: \p{Lu}\p{L}+){0,2}(?: it was)?)\s+(?:\p{L}+\s+)?$/u;
/** Nothing is counted: the clause ends, or says when. */
const ENDS =
  /^(?:\s*(?:[.,;:)–—]|$)|\s+(?:(?:the|a)\s+(?:year|month|quarter|week|season)|in|last|previously|earlier|before|and|on average)\b)/u;

/** `81 per cent, after 79.4 the year before`; `38 per cent, in Norhaven 14`: a bare number that takes the percentage before it. */
export function withSharedPercent(
  text: string,
  before: FigureMention | undefined,
  quantity: Quantity,
  start: number,
  end: number,
): Quantity {
  if (before?.quantity.type !== 'number' || before.quantity.unit !== '%' || start - before.end > 50) return quantity;
  if (quantity.type !== 'number' || quantity.unit !== undefined || quantity.form !== undefined || quantity.low > 100)
    return quantity;
  const shares = LEADS.test(text.slice(before.end, start)) && ENDS.test(text.slice(end, end + 20));
  return shares ? { ...quantity, unit: '%' } : quantity;
}
