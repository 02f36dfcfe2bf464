import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { sentenceLikeness, type Asked } from '../context/align.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import { isRange } from '../values/dateRelation.ts';
import { wholeYears } from './combinations.ts';
import type { ToldStep } from './told.ts';
import type { Step } from './values.ts';
import type { SourceFigures } from '../matches.ts';
import { sentencesToSearch } from '../searching.ts';

/** Share of the draft sentence's words that the passage with the year must have. */
const PASSAGE = 0.3;

/** Years from a year that a passage of the draft's matter gives to the date of its document: `stood for seven years`, `20th anniversary`. */
export function yearsStep(
  draft: DocumentContext,
  asked: Asked,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): { readonly step: Step; readonly place: SourceFigures } | undefined {
  const years = yearsSince(draft, claim);
  if (years === undefined) return undefined;
  let best: { step: Step; place: SourceFigures; passage: number } | undefined;
  for (const place of sources) {
    const { document, source } = place;
    const now = Number(source.document.metadata.date?.slice(0, 4)) || Math.max(0, ...[...document.years].map(Number));
    if (now === 0) continue;
    const searched = sentencesToSearch(asked, document);
    for (const context of document.figures) {
      if (searched && !searched.has(context.sentence)) continue;
      const then = yearOf(context.figure);
      if (then === undefined || !isMet(claim.figure, years, now - then)) continue;
      const like = sentenceLikeness(asked, document, context.sentence);
      const passage = like.passage + 0.3 * like.lead;
      if (passage < PASSAGE || like.sentence === 0 || passage <= (best?.passage ?? 0)) continue;
      const sum = `from ${context.figure.text} to ${now} it is ${now - then} years`;
      best = { step: { sum, operands: [context] }, place, passage };
    }
  }
  return best;
}

/** The years that a figure says have passed; undefined of a term that something is to last. */
function yearsSince({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): number | undefined {
  const { quantity, start, end, text } = figure;
  const within = sentences[sentence]!;
  const before = analysis.document.text.slice(Math.max(within.start, start - 24), start);
  const behind = analysis.document.text.slice(end, Math.min(within.end, end + 24));
  // `a record twelve years old`; the age of a person is in the sources, or not known.
  if (quantity.type === 'number' && quantity.unit === 'year-old')
    return /\syears?\sold$/iu.test(text) && quantity.low >= 3 ? quantity.low : undefined;
  if (quantity.type === 'number')
    return quantity.form === 'ordinal' && /^\s+(?:anniversary|birthday)\b/iu.test(behind) ? quantity.low : undefined;
  if (quantity.type !== 'duration' || quantity.unit !== 'year' || quantity.low !== quantity.high) return undefined;
  const passed =
    /\b(?:for|after|stood|lasted|last|past|in (?:its|his|her|their))\s+(?:\p{L}+\s+){0,2}$/iu.test(before) ||
    /^\s+(?:ago|old|later|on|after)\b/iu.test(behind);
  return passed && !/-/u.test(text) && quantity.low >= 3 ? quantity.low : undefined;
}

function yearOf({ quantity }: FigureMention): number | undefined {
  if (quantity.type !== 'date' || quantity.from.slice(0, 4) !== quantity.to.slice(0, 4)) return undefined;
  const year = Number(quantity.from.slice(0, 4));
  return Number.isInteger(year) ? year : undefined;
}

function isMet({ hedge }: FigureMention, years: number, passed: number): boolean {
  const off = (passed - years) / years;
  if (hedge === undefined) return off === 0;
  if (hedge.kind === 'more-than' || hedge.kind === 'at-least') return off >= 0 && off < 0.15;
  if (hedge.kind === 'nearly') return off <= 0 && off > -0.06;
  return hedge.kind === 'about' && Math.abs(off) < 0.06;
}

const BORN = /\bborn\s+(?:\p{L}+\s+){0,4}?$/iu;

/** `Asta Lind, 57` from `Asta Lind, born on 4 March 1968`: the age on a day that a source of the newest year is of. */
export function ageStep(claim: FigureContext, sources: readonly SourceFigures[]): ToldStep | undefined {
  const { low } = claim.figure.quantity as NumberQuantity;
  const days = sources.flatMap(({ source }) => source.document.metadata.date?.slice(0, 10) ?? []);
  const newest = days.reduce((latest, day) => (day > latest ? day : latest), '').slice(0, 4);
  const now = days.filter((day) => day.startsWith(newest));
  for (const place of sources) {
    const { document } = place;
    const { text } = document.analysis.document;
    for (const context of document.figures) {
      const { quantity, start } = context.figure;
      if (quantity.type !== 'date' || !BORN.test(text.slice(Math.max(0, start - 60), start))) continue;
      const day = now.find((iso) => wholeYears(quantity.from, iso) >= low && wholeYears(quantity.to, iso) <= low);
      if (day === undefined || ![...context.near.keys()].some((key) => (claim.near.get(key) ?? 0) > 0.5)) continue;
      return { sum: `born ${context.figure.text}, ${low} on ${day}`, operands: [{ in: place, context }] };
    }
  }
  return undefined;
}

/** `died at the age of about 66` from `(1902–1968)` beside the same name. */
export function lifetimeStep(
  asked: Asked,
  { figure }: FigureContext,
  sources: readonly SourceFigures[],
): ToldStep | undefined {
  const { low } = figure.quantity as NumberQuantity;
  for (const place of sources) {
    const { document } = place;
    for (const context of document.figures) {
      const { quantity, start } = context.figure;
      if (quantity.type !== 'date' || quantity.precision !== 'year' || !isRange(quantity)) continue;
      const [from, to] = [Number(quantity.from.slice(0, 4)), Number(quantity.to.slice(0, 4))];
      const off = low - (to - from);
      if (off !== 0 && off !== -1 && !(figure.hedge?.kind === 'about' && off === 1)) continue;
      if (document.analysis.document.text[start - 1] !== '(') continue;
      const near = [...context.near].filter(([key, nearness]) => nearness > 0.5 && asked.sentence.keys.has(key));
      if (near.length === 0) continue;
      const sum = `from ${from} to ${to} it is ${to - from} years`;
      return { sum, operands: [{ in: place, context }] };
    }
  }
  return undefined;
}
