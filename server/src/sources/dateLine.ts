import type { StructuredText } from '../text/structuredText.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const DATES: readonly { readonly pattern: RegExp; readonly order: readonly ('y' | 'm' | 'd')[] }[] = [
  { pattern: /\b(\d{4})-(\d{2})-(\d{2})(?!\d)/, order: ['y', 'm', 'd'] },
  {
    pattern: new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH},?\\s+(\\d{4})\\b`, 'i'),
    order: ['d', 'm', 'y'],
  },
  { pattern: new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'i'), order: ['m', 'd', 'y'] },
];

/** The first whole date in `text` as ISO `YYYY-MM-DD`; undefined if there is none that the calendar has. */
export function isoDateOf(text: string): string | undefined {
  let found: { at: number; iso: string } | undefined;
  for (const { pattern, order } of DATES) {
    const match = pattern.exec(text);
    if (!match || (found && found.at <= match.index)) continue;
    const part = (name: 'y' | 'm' | 'd') => match[order.indexOf(name) + 1]!;
    const iso = isoOf(Number(part('y')), monthOf(part('m')), Number(part('d')));
    if (iso) found = { at: match.index, iso };
  }
  return found?.iso;
}

function monthOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function isoOf(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year > 1000 ? date.toISOString().slice(0, 10) : undefined;
}

/** Behind this many units a date belongs to the story. */
const TOP = 600;
/** A line that is only a date, perhaps with a weekday, place or the word "updated", is no longer. */
const SHORT = 90;
const SENTENCE_END = /[\p{L}\p{N}][.!?]["”’]?$/u;
const SAYS_DATE = /^(?:published|posted|updated|dated?|issued|released)\b/i;
/** `LONDON, 2 March 2026 (Agency) -`: a place in capitals, the date, a dash. */
const DATELINE = /^\p{Lu}[\p{Lu}\p{P}\s]{2,40},?\s[^.]{0,40}?\b\d{4}\b[^.]{0,40}?[-–—:]/u;

/**
 * The date of publication by a line at the top: a short block with a whole date in it, or a news agency's dateline.
 * A date in the running text is none: it is of something that happened.
 */
export function dateLineOf(structure: StructuredText): string | undefined {
  for (const block of structure.blocks) {
    if (block.start > TOP) return undefined;
    const text = structure.text.slice(block.start, Math.min(block.end, block.start + 200));
    const dateline = DATELINE.exec(text);
    const short = block.end - block.start <= SHORT && (SAYS_DATE.test(text) || !SENTENCE_END.test(text));
    const date = isoDateOf(dateline ? dateline[0] : short ? text : '');
    if (date) return date;
  }
  return undefined;
}
