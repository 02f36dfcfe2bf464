import type { DocumentContext, FigureContext } from '../context/context.ts';

/** What a figure is said for: `a month`, `per 1,000`. */
export interface RateBase {
  /** `month` (nights are days) or `1,000` */
  readonly unit: string;
  /** The words up to it, from the figure's end: ` in rent a month`. */
  readonly text: string;
}

const TIME =
  /^(?:\s(?!in\b)\p{L}+){0,2}?\s(?:an?|per|each|every)\s(second|minute|hour|day|night|week|month|quarter|year|decade)\b(?!\s+(?:ago|before|earlier|later|old|on|after|from|late)\b)/iu;
const NUMBER =
  /^(?:\s\p{L}+){0,4}?\s(?:per|(?:for|in|of)\s(?:each|every))\s(\d[\d,]*\d|hundred|thousand|million)\b(?!\s(?:million|billion))/iu;

/** What a figure is said for, if the words behind it tell. */
export function rateBase({ analysis, sentences }: DocumentContext, context: FigureContext): RateBase | undefined {
  const { end } = context.figure;
  const behind = analysis.document.text.slice(end, Math.min(sentences[context.sentence]!.end, end + 60));
  const said = TIME.exec(behind) ?? NUMBER.exec(behind);
  if (!said) return undefined;
  const unit = said[1]!.toLowerCase();
  return { unit: unit === 'night' ? 'day' : unit, text: said[0] };
}

/** The same words with another base: ` a week` for ` a month`, ` an hour` for ` a day`. */
export function withBase({ text }: RateBase, unit: string): string {
  return text.replace(/(\ban?\s)?([\p{L}\d,]+)$/iu, (_, article?: string) =>
    article ? `${unit === 'hour' ? 'an' : 'a'} ${unit}` : unit,
  );
}
