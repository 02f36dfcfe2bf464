import type { FigureMention, NumberQuantity } from '../../../extract/mention.ts';
import { moneyFactor, unitKind } from '../../../extract/figures/units.ts';
import { dateInStyle } from './dateRepair.ts';
import { inWords, ordinalSuffix, ordinalWord } from './numberWords.ts';

/**
 * The source's value written as the draft writes: in words or digits, with its currency sign, magnitude, unit, dash and date
 * order. What the draft's style cannot say is written as the source does.
 */
export function inDraftStyle(draft: FigureMention, source: FigureMention): string {
  const d = draft.quantity;
  const s = source.quantity;
  const written = source.text.replace(/\s+/gu, ' ');
  let text: string | undefined;
  if (d.type === 'date' && s.type === 'date') text = dateInStyle(draft.text, d, s);
  else if (d.type === 'score' && s.type === 'score') text = scoreInStyle(draft.text, s.values);
  else if ((d.type === 'number' || d.type === 'duration') && (s.type === 'number' || s.type === 'duration')) {
    text = amountInStyle(draft, source);
  }
  return likeCase(text ?? written, draft.text);
}

/** A capital where the draft has one (its sentence begins there), small letters for words where it has them. */
function likeCase(text: string, draft: string): string {
  if (/^\p{Lu}/u.test(draft) && /^\p{Ll}/u.test(text)) return text[0]!.toUpperCase() + text.slice(1);
  if (
    /^\p{Ll}/u.test(draft) &&
    /^\p{Lu}\p{Ll}/u.test(text) &&
    !/^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Rs|Sun|Mon|Tue|Wed|Thu|Fri|Sat)/u.test(text)
  ) {
    return text[0]!.toLowerCase() + text.slice(1);
  }
  return text;
}

const NUMBER = /\d[\d,.’'\u00a0\u2009\u202f]*\d|\d/u;
const MAGNITUDE = /(?<=[\d\s-]|^)(thousand|million|billion|trillion|lakh|crore|mn|bn|tn|[mbk])(?![\p{L}])/iu;

function amountInStyle(draft: FigureMention, source: FigureMention): string | undefined {
  const d = draft.quantity as NumberQuantity;
  const s = source.quantity as NumberQuantity;
  if (d.low !== d.high || s.low !== s.high) return rangeInStyle(draft, source);
  if (d.form === 'ordinal' && s.form === 'ordinal') return ordinalInStyle(draft.text, s.low);
  if (d.form === 'fraction' || d.form === 'multiple' || d.unit === 'digits') return undefined;
  if (isCompound(draft) || isCompound(source)) return undefined;
  if (d.low === s.low && d.unit !== s.unit) return unitInStyle(draft, source);
  const value = converted(s, d.unit);
  if (value === undefined) return undefined;
  return replaceNumber(draft, Math.abs(value), source);
}

/** `3 hours and 10 minutes`, `6:58:12`, `a quarter of an hour`: no one number to put another in place of. */
function isCompound({ text, quantity }: FigureMention): boolean {
  return quantity.type === 'duration' && /\d\D+\d+(?!\d*$)|\d:\d|\band\b|\bof an?\b/u.test(text);
}

/** The source's value in the draft's unit, rounded as finely as the draft; undefined between units that are not comparable. */
function converted(source: NumberQuantity, unit: string | undefined): number | undefined {
  if (source.unit === unit || source.unit === undefined || unit === undefined) return source.low;
  const money = moneyFactor(source.unit, unit);
  if (money !== undefined) return Number((source.low * money).toPrecision(12));
  if (source.unit === 'ratio' && unit === '%') return Number((source.low * 100).toPrecision(2));
  const [from, to] = [unitKind(source.unit), unitKind(unit)];
  if (!from || !to || from.dimension !== to.dimension) return undefined;
  // Another unit of time: the source's own is the better repair.
  if (from.dimension === 'duration') return undefined;
  return Number(((source.low * from.factor) / to.factor).toPrecision(2));
}

/** Same number, other unit or currency: the draft's number with the source's unit. */
function unitInStyle(draft: FigureMention, source: FigureMention): string | undefined {
  const signs = /US\$|A\$|C\$|NZ\$|HK\$|S\$|[$£€¥₹]/u;
  const [mine, theirs] = [signs.exec(draft.text)?.[0], signs.exec(source.text)?.[0]];
  if (mine && theirs) return draft.text.replace(mine, theirs);
  const percent = [draft, source].some(({ quantity }) => quantity.type === 'number' && quantity.unit === '%');
  if (percent && /\s?(?:percentage )?points?$/u.test(draft.text))
    return draft.text.replace(
      /\s?(?:percentage )?points?$/u,
      /per ?cent$/u.exec(source.text) ? ` ${/per ?cent$/u.exec(source.text)![0]}` : '%',
    );
  if (percent && /\s?(?:per ?cent|%)$/u.test(draft.text))
    return draft.text.replace(/\s?(?:per ?cent|%)$/u, ' percentage points');
  const tail = /[\p{L}%°][\p{L}\s°-]*$/u;
  const [unit, other] = [tail.exec(draft.text)?.[0], tail.exec(source.text)?.[0]];
  if (!unit || !other || mine || theirs) return undefined;
  if (draft.quantity.type !== 'duration') return undefined;
  // In words the number itself is letters: only the last word is the unit.
  const lastDraft = /[\p{L}]+$/u.exec(draft.text);
  const lastSource = /[\p{L}]+$/u.exec(source.text);
  if (!lastDraft || !lastSource) return undefined;
  const plural = lastDraft[0].endsWith('s');
  const word = lastSource[0].replace(/s$/u, '') + (plural ? 's' : '');
  return draft.text.slice(0, lastDraft.index) + word;
}

/** Puts a value in place of the draft's number, magnitude included; the rest of its text (sign, unit) stays. */
function replaceNumber(draft: FigureMention, value: number, source: FigureMention): string | undefined {
  const digits = NUMBER.exec(draft.text);
  if (!digits) return replaceWords(draft, value);
  const before = draft.text.slice(0, digits.index);
  let behind = draft.text.slice(digits.index + digits[0].length);
  const magnitude = MAGNITUDE.exec(behind);
  const mine =
    magnitude && magnitude.index <= 1 && isScaled(draft, digits[0], magnitude[1]!) ? magnitude[1]! : undefined;
  let factor = mine ? factorOf(mine) : columnFactor(draft, digits[0]);
  if (mine) {
    const other = betterMagnitude(value, factor, mine, source);
    if (other) {
      behind = behind.slice(0, magnitude!.index) + other.word + behind.slice(magnitude!.index + mine.length);
      factor = other.factor;
    }
  } else if (factor === 1 && value >= 1e6 && MAGNITUDE.test(source.text)) {
    const word = MAGNITUDE.exec(source.text)![1]!;
    factor = factorOf(word);
    behind = `${word.length > 2 ? ' ' : ''}${word}${behind}`;
  }
  return before + digitsLike(value / factor, digits[0], source) + behind;
}

/** Is the `m` behind the digits a million, not metres? */
function isScaled({ quantity }: FigureMention, digits: string, magnitude: string): boolean {
  const written = Number(digits.replace(/[,’'\s]/gu, '')) * factorOf(magnitude);
  return quantity.type === 'number' && Math.abs(Math.abs(quantity.low) / written - 1) < 1e-6;
}

/** What a table's header makes of the bare number: in a column of `£m`, 61.4 is 61,400,000. */
function columnFactor({ quantity }: FigureMention, digits: string): number {
  const written = Number(digits.replace(/[,’'\s]/gu, ''));
  const ratio = quantity.type === 'number' && written > 0 ? Math.abs(quantity.low) / written : 1;
  return [1e3, 1e6, 1e9].find((size) => Math.abs(ratio / size - 1) < 1e-6) ?? 1;
}

function factorOf(magnitude: string): number {
  return (
    {
      thousand: 1e3,
      k: 1e3,
      million: 1e6,
      m: 1e6,
      mn: 1e6,
      billion: 1e9,
      b: 1e9,
      bn: 1e9,
      trillion: 1e12,
      tn: 1e12,
      lakh: 1e5,
      crore: 1e7,
    }[magnitude.toLowerCase()] ?? 1
  );
}

/** Where the draft's magnitude does not suit the source's value: one that does, written as shortly as the draft's. */
function betterMagnitude(
  value: number,
  factor: number,
  mine: string,
  source: FigureMention,
): { word: string; factor: number } | undefined {
  const scaled = value / factor;
  const theirs = MAGNITUDE.exec(source.text)?.[1];
  const same = theirs !== undefined && factorOf(theirs) === factor;
  if (same || (scaled >= 1 && scaled < 1000)) return undefined;
  const short = mine.length <= 2;
  const ladder: [number, string, string][] = [
    [1e12, 'trillion', 'tn'],
    [1e9, 'billion', 'bn'],
    [1e6, 'million', 'm'],
    [1e3, 'thousand', 'k'],
  ];
  const fit = ladder.find(([size]) => value >= size && (value / size < 1000 || size === 1e12));
  return fit && { word: short ? fit[2] : fit[1], factor: fit[0] };
}

/** Digits with as many decimals as the value needs, grouped as the draft or the source does. */
function digitsLike(value: number, sample: string, source: FigureMention): string {
  const rounded = Number(value.toPrecision(12));
  const shown = String(rounded);
  const sourceDecimals = /\.(\d+)(?!.*\d\.\d)/u.exec(NUMBER.exec(source.text)?.[0] ?? '')?.[1]?.length ?? 0;
  const decimals = Math.max(
    shown.split('.')[1]?.length ?? 0,
    /\.\d{2}$/u.test(sample) && /[$£€]/u.test(source.text) ? 2 : 0,
    sourceDecimals === 2 && /\.\d{2}$/u.test(sample) ? 2 : 0,
  );
  const [whole, part] = rounded.toFixed(Math.min(decimals, 6)).split('.') as [string, string?];
  const sourceNumber = NUMBER.exec(source.text)?.[0] ?? '';
  const ungrouped = /^\d{4,}/u.test(sample) || (!/\d,\d{3}/u.test(sample) && /^\d{4}(?!\d)/u.test(sourceNumber));
  const separator = /[\u00a0\u2009\u202f]/u.exec(sample)?.[0] ?? ',';
  const grouped = ungrouped || whole.length < 4 ? whole : whole.replace(/\B(?=(?:\d{3})+$)/gu, separator);
  return part ? `${grouped}.${part}` : grouped;
}

/** The draft has its number in words: so has the repair, if the value is one that is written in words. */
function replaceWords(draft: FigureMention, value: number): string | undefined {
  const words = inWords(value);
  const unit =
    /(?:\s|-)(?:percentage points?|per ?cent|percent|[\p{L}]+-year-old|year-olds?|dollars?|euros?|pounds?|rupees?|crowns?|pence|cents?|second|minute|hour|day|week|month|year|decade|century|metre|meter|kilometre|kilometer|mile|foot|inch|inche|yard|tonne|ton|acre|hectare|litre|degree|centurie|time)s?(?:\s+(?:old|celsius|fahrenheit))?$/iu.exec(
      draft.text,
    )?.[0] ??
    /(?:\s|-)(?:feet|km|kg)$/iu.exec(draft.text)?.[0] ??
    '';
  if (words === undefined) return value >= 1e6 ? undefined : `${value.toLocaleString('en-US')}${unit}`;
  const fitting =
    value === 1
      ? unit.replace(/^(\s\p{L}+?)s$/u, '$1')
      : /^\s\p{L}+$/u.test(unit) && !/s$|percent|cent$|feet|km|kg/u.test(unit)
        ? `${unit}s`
        : unit;
  return words + fitting;
}

function ordinalInStyle(draft: string, value: number): string | undefined {
  const digits = /\d+/u.exec(draft);
  if (digits)
    return draft.replace(/\d+(?:st|nd|rd|th)?/u, (all) => (/\D/u.test(all) ? ordinalSuffix(value) : String(value)));
  const word = ordinalWord(value);
  return (
    word &&
    draft.replace(/^[\p{L}]+(?:-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)(?![\p{L}]))?/u, word)
  );
}

function scoreInStyle(draft: string, values: readonly number[]): string {
  let i = 0;
  return draft.replace(/\d+/gu, (number) => String(values[i++] ?? number));
}

/** A range for a range, with the draft's words between its ends. */
function rangeInStyle(draft: FigureMention, source: FigureMention): string | undefined {
  const s = source.quantity as NumberQuantity;
  const parts =
    /^(.*?\d[^\s–—-]*(?:\s(?:million|billion|trillion|percent|per cent))?)(\s*[–—-]\s*|\s+(?:to|and)\s+)(.*)$/u.exec(
      draft.text,
    );
  if (s.low === s.high || !parts) return undefined;
  const theirs =
    /^(.*?\d[^\s–—-]*(?:\s(?:million|billion|trillion|percent|per cent))?)(\s*[–—-]\s*|\s+(?:to|and)\s+)(.*)$/u.exec(
      source.text,
    );
  return theirs ? theirs[1]! + parts[2]! + theirs[3]! : undefined;
}
