import { unitKind, unitNamed } from '../../../extract/figures/units.ts';
import { sentenceLikeness, type Asked } from '../context/align.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { relationOf } from '../values/quantities.ts';
import { rateBase } from '../values/rates.ts';
import { isAmount, type ToldStep } from './told.ts';
import { isUnitOf, shown, standsFor, unitOf, valueOf } from './values.ts';
import { sentencesToSearch } from '../searching.ts';

/** Share of the draft sentence's words that the total's passage must have; less where it is of a time that the draft names. */
const PASSAGE = 0.3;
const OF_ITS_TIME = 0.15;
/** What it counts for that the draft gives the total itself, in the claim's sentence or the one before. */
const TOLD = 2;
const DAY = 86_400;

/** The time that a total is of, in seconds. */
interface Period {
  readonly text: string;
  readonly seconds: number;
  readonly date?: FigureContext;
}

/** So many a day or a month, from what was counted in a year or a quarter, or from so many a year: `1,081 in 2024 is 2.96 a day`. */
export function perPeriodStep(
  draft: DocumentContext,
  asked: Asked,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): ToldStep | undefined {
  const base = rateBase(draft, claim)?.unit ?? saidLater(draft, claim);
  const kind = unitKind(base);
  if (base === undefined || kind?.dimension !== 'duration') return undefined;
  const own = draft.figuresOf.get(claim.sentence) ?? [];
  const before = [1, 2, 3].flatMap((back) => draft.figuresOf.get(claim.sentence - back) ?? []);
  const beside = [...own, ...before].filter((other) => other !== claim);
  const isDate = ({ figure }: FigureContext): boolean => figure.quantity.type === 'date';
  const times = own.some(isDate) ? own.filter(isDate) : before.filter(isDate);
  let best: { step: ToldStep; sure: number } | undefined;
  for (const place of sources) {
    const { document } = place;
    const searched = sentencesToSearch(asked, document);
    for (const total of document.figures) {
      if ((searched && !searched.has(total.sentence)) || !isAmount(total) || !isUnitOf(claim.figure, total)) continue;
      const isTold = valueOf(total) >= 10 && beside.some((other) => isSame(other, total));
      for (const period of periodsOf(document, total, isTold ? times : [])) {
        const value = (valueOf(total) * kind.factor) / period.seconds;
        if (Math.abs(period.seconds / kind.factor - 1) < 0.1 || !standsFor(claim.figure, value, unitOf(total)))
          continue;
        const { passage } = sentenceLikeness(asked, document, total.sentence);
        const isOfItsTime = period.date !== undefined && times.some((time) => isSame(time, period.date!));
        if (!isTold && passage < (isOfItsTime ? OF_ITS_TIME : PASSAGE)) continue;
        const sure = passage + (isTold ? TOLD : 0) + (isOfItsTime ? 1 : 0);
        if (sure <= (best?.sure ?? 0)) continue;
        const sum = `${total.figure.text} ${period.text} is ${shown(value)} a ${base}`;
        best = { step: { sum, operands: [{ in: place, context: total }] }, sure };
      }
    }
  }
  return best?.step;
}

/** `more than four people lost their lives every day` */
function saidLater({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): string | undefined {
  const behind = analysis.document.text.slice(figure.end, sentences[sentence]!.end);
  const [, unit] = /^[^\d,;:]{0,60}?\b(?:every|each) (day|week|month|year)\b/iu.exec(behind) ?? [];
  return unit?.toLowerCase();
}

const PIECE = /^(?:\s\p{L}+){0,2}?\s(?:an?|per|(?:(?:for|to)\s)?(?:each|every))\s(\p{L}{2,})/iu;
/** Share of the draft sentence's words that the passage of an amount or a measure needs, if the draft gives the other one itself. */
const OF_OTHER = 0.12;
/** Amounts and measures that are looked at. */
const LOOKED_AT = 12;

/** So much for every kilometre or kilo, from an amount and a length or weight: `€167 million ÷ 4,180 kg`. */
export function perPieceStep(
  draft: DocumentContext,
  asked: Asked,
  claim: FigureContext,
  sources: readonly SourceFigures[],
): ToldStep | undefined {
  const { end } = claim.figure;
  const base = PIECE.exec(
    draft.analysis.document.text.slice(end, Math.min(draft.sentences[claim.sentence]!.end, end + 50)),
  )?.[1];
  const kind = unitKind(unitNamed(base?.toLowerCase() ?? ''));
  if (!kind || kind.dimension === 'duration' || kind.dimension === 'points') return undefined;
  const beside = [...(draft.figuresOf.get(claim.sentence) ?? []), ...(draft.figuresOf.get(claim.sentence - 1) ?? [])];
  const amounts: Sure[] = [];
  const measures: Sure[] = [];
  for (const place of sources) {
    const searched = sentencesToSearch(asked, place.document);
    for (const context of place.document.figures) {
      if ((searched && !searched.has(context.sentence)) || !isAmount(context)) continue;
      const theirs = unitKind(unitOf(context));
      const list =
        theirs?.dimension === kind.dimension ? measures : isUnitOf(claim.figure, context) ? amounts : undefined;
      if (!list) continue;
      const isTold = beside.some((other) => other !== claim && isSame(other, context));
      const sure = isTold ? 1 : sentenceLikeness(asked, place.document, context.sentence).passage;
      if (sure >= OF_OTHER) list.push({ place: { in: place, context }, sure });
    }
  }
  for (const list of [amounts, measures]) list.sort((a, b) => b.sure - a.sure).splice(LOOKED_AT);
  for (const whole of amounts) {
    for (const by of measures) {
      if (Math.max(whole.sure, by.sure) < 1) continue;
      const [x, y] = [whole.place.context, by.place.context];
      const value = (valueOf(x) * kind.factor) / (valueOf(y) * unitKind(unitOf(y))!.factor);
      if (!standsFor(claim.figure, value, unitOf(x))) continue;
      return {
        sum: `${x.figure.text} ÷ ${y.figure.text} = ${shown(value)} a ${base}`,
        operands: [whole.place, by.place],
      };
    }
  }
  return undefined;
}

interface Sure {
  readonly place: FigurePlace;
  readonly sure: number;
}

function isSame(a: FigureContext, b: FigureContext): boolean {
  return relationOf(a.figure, b.figure).kind === 'same';
}

/** The times that a total may be of: what it is said for, else the dates and durations of its sentence and those that the draft gives. */
function periodsOf(document: DocumentContext, total: FigureContext, times: readonly FigureContext[]): Period[] {
  const said = rateBase(document, total);
  const each = unitKind(said?.unit);
  if (said) return each?.dimension === 'duration' ? [{ text: `a ${said.unit}`, seconds: each.factor }] : [];
  return [...(document.figuresOf.get(total.sentence) ?? []), ...times].flatMap((date) => {
    const seconds = secondsOf(date);
    return seconds === undefined ? [] : [{ text: `in ${date.figure.text}`, seconds, date }];
  });
}

/** How long a month, quarter, year or range of days is, or some weeks; undefined of a day, and of what is no time. */
function secondsOf({ figure: { quantity } }: FigureContext): number | undefined {
  if (quantity.type === 'duration') {
    const kind = unitKind(quantity.unit);
    return quantity.low === quantity.high && kind && kind.factor >= DAY ? quantity.low * kind.factor : undefined;
  }
  if (quantity.type !== 'date' || !/^(?:day|week|month|quarter|year)$/u.test(quantity.precision)) return undefined;
  const [from, to] = [quantity.from, quantity.to].map((iso) => Date.parse(iso.replace('XXXX', '2001')));
  const seconds = (to! - from!) / 1000 + DAY;
  return seconds > DAY ? seconds : undefined;
}
