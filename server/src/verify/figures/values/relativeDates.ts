import { smallNumber } from '../../../extract/figures/numerals.ts';
import type { DateQuantity } from '../../../extract/mention.ts';
import { contextAt, type DocumentContext, type FigureContext } from '../context/context.ts';
import { atOnce, type Steps } from '../../../text/turns.ts';
import { withFigure } from '../context/lazyContexts.ts';
import type { SourceFigures } from '../matches.ts';

const DAY = 86_400_000;
const RELATIVE =
  /\b(?:(yesterday|today|tonight|this\s+(?:morning|afternoon|evening)|tomorrow)|(last|this|next)\s+(year|month)|(\p{L}+|\d{1,3})\s+(days?|years?)\s+ago)\b/giu;
/** Of each of them a word that stands in few blocks: the pattern above looks at every word. */
const ANY_RELATIVE = /\b(?:yesterday|today|tonight|tomorrow|this|last|next|ago)\b/iu;
/** Words beside a weekday of a text that is still to come. */
const TO_COME = /\b(?:will|next|coming|from|until|till|by|due|plans?|expected|scheduled)\b/iu;
/** So far beside it. */
const BESIDE = 40;

const KNOWN = new WeakMap<DocumentContext, readonly FigureContext[]>();

/**
 * The dates that a source tells by the day it is of, as they are by the calendar: `yesterday`, `last year`, `three years ago`,
 * `on Wednesday`. None of a source without a whole date of its own. They show that a date of the draft is right; that it is
 * wrong they do not, so they are weak.
 */
export function relativeDates(source: SourceFigures): readonly FigureContext[] {
  return atOnce(relativeDateSteps(source));
}

/** {@link relativeDates}, block by block: those of a long source would hold the thread when the first date is compared. */
export function* relativeDateSteps({ document, source }: SourceFigures): Steps<readonly FigureContext[]> {
  const known = KNOWN.get(document);
  if (known) return known;
  const published = Date.parse(source.document.metadata.date?.slice(0, 10) ?? '');
  const dates = Number.isNaN(published)
    ? []
    : [...weekdays(document, published), ...(yield* saidBy(document, published))];
  KNOWN.set(document, dates);
  return dates;
}

/** Was the figure told by the day that its source is of? */
export function isRelative({ figure }: FigureContext): boolean {
  return figure.weak === true && figure.quantity.type === 'date' && figure.quantity.precision !== 'weekday';
}

function* saidBy(document: DocumentContext, published: number): Steps<FigureContext[]> {
  const { text, blocks } = document.analysis.document;
  const found: FigureContext[] = [];
  let sentence = 0;
  for (const block of blocks) {
    yield;
    const own = text.slice(block.start, block.end);
    if (!ANY_RELATIVE.test(own)) continue;
    for (const match of own.matchAll(RELATIVE)) {
      const [said, day, which, unit, count, stretch] = match;
      const quantity =
        day !== undefined
          ? dayOf(published + (/^y/iu.test(day) ? -DAY : /^tom/iu.test(day) ? DAY : 0))
          : which !== undefined
            ? stepFrom(published, unit!.toLowerCase(), { last: -1, this: 0, next: 1 }[which.toLowerCase()]!)
            : ago(published, count!, stretch!.toLowerCase());
      if (!quantity) continue;
      const start = block.start + match.index;
      while (document.sentences[sentence + 1] && document.sentences[sentence]!.end <= start) sentence++;
      const figure = { kind: 'figure', text: said, start, end: start + said.length, quantity, weak: true } as const;
      found.push(contextAt(document, figure, sentence));
    }
  }
  return found;
}

function* weekdays(document: DocumentContext, published: number): Iterable<FigureContext> {
  for (const context of document.figures) {
    const { figure } = context;
    if (figure.quantity.type !== 'date' || figure.quantity.precision !== 'weekday') continue;
    const sentence = document.sentences[context.sentence]!;
    const from = Math.max(sentence.start, figure.start - BESIDE);
    const before = document.analysis.document.text.slice(from, figure.start);
    const ahead = (figure.quantity.weekday! - new Date(published).getUTCDay() + 7) % 7;
    const days = TO_COME.test(before) ? ahead || 7 : ahead === 0 ? 0 : ahead - 7;
    yield withFigure(context, { ...figure, quantity: dayOf(published + days * DAY), weak: true });
  }
}

function ago(published: number, count: string, unit: string): DateQuantity | undefined {
  const many = /^\d/u.test(count) ? Number(count) : smallNumber(count.toLowerCase());
  if (many === undefined) return undefined;
  return unit.startsWith('day') ? dayOf(published - many * DAY) : stepFrom(published, 'year', -many);
}

function dayOf(time: number): DateQuantity {
  const day = new Date(time).toISOString().slice(0, 10);
  return { type: 'date', from: day, to: day, precision: 'day' };
}

function stepFrom(published: number, unit: string, steps: number): DateQuantity {
  const date = new Date(published);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  const iso = (y: number, m: number, d: number): string => new Date(Date.UTC(y, m, d)).toISOString().slice(0, 10);
  return unit === 'year'
    ? { type: 'date', from: iso(year + steps, 0, 1), to: iso(year + steps, 11, 31), precision: 'year' }
    : { type: 'date', from: iso(year, month + steps, 1), to: iso(year, month + steps + 1, 0), precision: 'month' };
}
