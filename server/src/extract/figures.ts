import { blockTexts, type BlockText } from '../text/blockText.ts';
import type { Span } from '../text/offsets.ts';
import type { Block, StructuredText } from '../text/structuredText.ts';
import { atOnce, type Steps } from '../text/turns.ts';
import { aged } from './figures/ages.ts';
import { MONTHS, SEASONS, WEEKDAY_NAMES } from './figures/calendar.ts';
import { readingFigures } from './figures/blockFigures.ts';
import { readDate } from './figures/dates.ts';
import { mayStartFigure, readFigure } from './figures/grammar.ts';
import type { FigureReading } from './figures/reading.ts';
import { labelled } from './figures/labels.ts';
import { byCell, figureTokens, type FigureToken } from './figures/tokens.ts';
import { directionOf, hedgeAfter, hedgeBefore } from './figures/hedges.ts';
import type { FigureMention, Hedge, NameMention, Quantity } from './mention.ts';
import { isDash, isHyphen } from './figures/numerals.ts';
import { headerUnits, withHeaderUnit } from './figures/tableUnits.ts';
import { withSharedPercent } from './figures/sharedUnits.ts';
import { isDuration, unitNamed } from './figures/units.ts';

/**
 * The figures of a document, in order: numbers with sign, magnitude and unit, shares, multiples, ranks, scores, dates, times
 * and durations, in digits and in words. What is a figure and what it covers: see the conventions in docs. Spans are in
 * `document.text`. Linear in its length.
 */
export function extractFigures(
  document: StructuredText,
  _sentences: readonly Span[],
  names: readonly NameMention[],
  parts?: readonly BlockText[],
): FigureMention[] {
  return atOnce(figureSteps(document, names, parts));
}

/** {@link extractFigures}, block by block. */
export function* figureSteps(
  document: StructuredText,
  names: readonly NameMention[],
  parts = blockTexts(document),
): Steps<FigureMention[]> {
  const figures: FigureMention[] = [];
  const units = headerUnits(document);
  const numbered = numberedHeadings(document);
  let name = 0;
  for (const [i, block] of document.blocks.entries()) {
    yield;
    while (name < names.length && names[name]!.end <= block.start) name++;
    let last = name;
    while (last < names.length && names[last]!.start < block.end) last++;
    const begin = block.start + numberOfHeading(document, block, numbered);
    for (const figure of figuresOfBlock(parts[i]!, block.start, names.slice(name, last))) {
      if (figure.start < begin) continue;
      const table = block.kind === 'table-row' ? units.get(block.table) : undefined;
      figures.push(
        table && block.kind === 'table-row'
          ? { ...figure, quantity: withHeaderUnit(document.text, figure.quantity, block, figure.start, table) }
          : figure,
      );
    }
  }
  return figures;
}

const figuresOfBlock = readingFigures(({ kind, text }, names) => {
  const figures: FigureMention[] = [];
  const tokens = figureTokens(text, 0, text.length);
  for (const cell of kind === 'table-row' ? byCell(text, tokens) : [tokens]) {
    scan(text, kind, cell, names, figures);
  }
  return figures;
});

const HEADING_NUMBER = /^(\d{1,2})(?:\.|\s)\s*(?=\p{Lu})/u;

/** Numbers that count the headings of a document, told by the one before or behind: `1 Time`, `2 Money`. */
function numberedHeadings({ text, blocks }: StructuredText): ReadonlySet<string> {
  const found = new Set<string>();
  for (const block of blocks) {
    const number =
      block.kind === 'heading' ? HEADING_NUMBER.exec(text.slice(block.start, block.start + 8))?.[1] : undefined;
    if (block.kind === 'heading' && number !== undefined) found.add(`${block.level}:${Number(number)}`);
  }
  return new Set(
    [...found].filter((key) => {
      const [level, number] = key.split(':').map(Number) as [number, number];
      return found.has(`${level}:${number - 1}`) || found.has(`${level}:${number + 1}`);
    }),
  );
}

/** How many characters at the start of a heading are its own number. */
function numberOfHeading({ text }: StructuredText, block: Block, numbered: ReadonlySet<string>): number {
  if (block.kind !== 'heading') return 0;
  const number = HEADING_NUMBER.exec(text.slice(block.start, block.start + 8));
  return number && numbered.has(`${block.level}:${Number(number[1])}`) ? number[0].length : 0;
}

/** Words that start a date; everything else is tried as a number alone. */
const OPENING_DATE: ReadonlySet<string> = new Set([
  ...MONTHS.keys(),
  ...WEEKDAY_NAMES,
  ...SEASONS.keys(),
  ...['q', 'h', 'fy', 'last', 'final', 'quarter'],
]);

function mayStartDate({ kind, text, lower }: FigureToken): boolean {
  if (kind === 'word') return OPENING_DATE.has(lower);
  return kind === 'number' || text === '’' || text === '‘' || text === "'";
}

function scan(
  text: string,
  kind: Block['kind'],
  tokens: readonly FigureToken[],
  names: readonly NameMention[],
  figures: FigureMention[],
): void {
  let name = 0;
  let i = 0;
  while (i < tokens.length) {
    const token = tokens[i]!;
    const number = mayStartFigure(token);
    if (!number && !mayStartDate(token)) {
      i++;
      continue;
    }
    while (name < names.length && names[name]!.end <= token.start) name++;
    const candidate = names[name];
    const within = candidate && candidate.start <= token.start ? candidate : undefined;
    const skip = token.kind === 'number' ? notAFigure(tokens, i, kind) : 0;
    if (skip > 0) {
      i += skip;
      continue;
    }
    const date = readDate(tokens, i);
    if (date && !isOfName(within, tokens, i, date.next, date.quantity)) {
      push(text, tokens, figures, {
        quantity: date.quantity,
        from: i,
        next: date.next,
        ...(date.weak && { weak: true as const }),
      });
      i = date.next;
      continue;
    }
    const figure = number ? (readFigure(tokens, i) ?? articleDuration(text, tokens, i)) : undefined;
    if (figure && !isOfName(within, tokens, figure.from, figure.next, figure.quantity) && !isPronoun(tokens, figure)) {
      push(text, tokens, figures, pointing(tokens, labelled(tokens, aged(tokens, figure, names, name))));
      i = figure.next;
      continue;
    }
    i = figure ? figure.next : i + 1;
  }
}

/** Digits of names, codes and list numbers: how many tokens to pass over, 0 if the number may be a figure. */
function notAFigure(tokens: readonly FigureToken[], at: number, kind: Block['kind']): number {
  const token = tokens[at]!;
  const before = tokens[at - 1];
  const behind = tokens[at + 1];
  // G7, MH370
  if (token.glued && before?.kind === 'word' && !/^(?:Q|H|FY|Rs|US|EUR|USD|GBP|INR|PKR)$/u.test(before.text))
    return codeLength(tokens, at);
  // F-16, COVID-19, Under-21, but mid-2024
  if (token.glued && before && isHyphen(before) && before.glued && tokens[at - 2]?.kind === 'word') {
    const word = tokens[at - 2]!;
    const prefix =
      /^(?:mid|pre|post|early|late|non|ex|over|top|under|aged|sub|to|and|of|in|from)$/u.test(word.lower) ||
      MONTHS.has(word.lower);
    if (!prefix && (word.text !== word.lower || word.text.length <= 2) && !/^[a-z]{3,}$/u.test(word.lower.slice(1)))
      return codeLength(tokens, at);
    if (!prefix && word.text !== word.lower && !/^(?:Twenty|Thirty|Forty|Fifty)$/u.test(word.text))
      return codeLength(tokens, at);
  }
  // 737NG, 4K, 3D, 5G
  if (
    behind?.glued &&
    behind.kind === 'word' &&
    /^(?:[A-Z]{1,4}|d)$/u.test(behind.text) &&
    !/^(?:AM|PM|BN|M|K|KM|CM|MM|KG|GB|MB|TB|MW|GW|KW|BC|AD|TH|ST|ND|RD|Q|S|X|P|C|F|EUR|USD|GMT|PC)$/u.test(
      behind.text,
    ) &&
    unitNamed(behind.text) === undefined
  ) {
    return codeLength(tokens, at);
  }
  // A list number at the start of a block: `3.` and `12)`
  if (at === 0 && token.decimals === 0 && token.text.length <= 2 && kind !== 'table-row') {
    const sign = behind?.text;
    const next = tokens[2];
    if ((sign === '.' || sign === ')') && behind!.glued && next && !next.glued && next.kind === 'word') return 2;
  }
  // The number of a section: `1.2 Of the delay`
  if (
    at === 0 &&
    token.decimals === 1 &&
    /^\d{1,2}\.\d$/u.test(token.text) &&
    kind !== 'table-row' &&
    behind?.kind === 'word' &&
    !behind.glued &&
    /^\p{Lu}\p{Ll}/u.test(behind.text) &&
    unitNamed(behind.lower) === undefined &&
    !/illion$/u.test(behind.lower)
  )
    return 1;
  // The base of a rate that has no number of its own: `deaths per 100,000`
  if (before?.lower === 'per' && token.value >= 100) return 1;
  // #1 in a row of hash tags, footnote numbers in square brackets
  if (before?.text === '[' && token.glued && behind?.text === ']' && token.text.length <= 3) return 2;
  // URL-like and file-like runs: page2.html
  if (before?.text === '/' && before.glued && tokens[at - 2]?.kind === 'word' && token.glued) return 1;
  return 0;
}

/** The number and what is glued behind it. */
function codeLength(tokens: readonly FigureToken[], at: number): number {
  let i = at + 1;
  while (
    i < tokens.length &&
    tokens[i]!.glued &&
    (tokens[i]!.kind !== 'symbol' || (isHyphen(tokens[i]) && tokens[i + 1]?.glued))
  )
    i++;
  return i - at;
}

/** Does the number belong to a name: `Boeing 737`, `Apollo 11`, `Theresa May`? A number that opens a name may be a count. */
function isOfName(
  name: NameMention | undefined,
  tokens: readonly FigureToken[],
  from: number,
  next: number,
  quantity: Quantity,
): boolean {
  if (!name || name.demonym) return false;
  const start = tokens[from]!.start;
  const end = tokens[next - 1]!.end;
  if (end > name.end) return false;
  if (name.entityType === 'work') return true;
  if (start === name.start && end === name.end) return false;
  if (quantity.type === 'date' && quantity.precision === 'weekday') return false;
  if (start > name.start) return true;
  // “Eleven Winters” is a title, if the marks hold nothing else.
  if (/["“‘]/u.test(tokens[from - 1]?.text ?? '') && closesAt(tokens, next, name.end)) return true;
  // `Three Atlanta Hawks` against `One World Trade Center`, `March for Our Lives`, `Seven Network`
  return quantity.type === 'date'
    ? quantity.precision === 'month'
    : from > 0 &&
        tokens[from]!.kind === 'word' &&
        tokens[from]!.text !== tokens[from]!.lower &&
        !/[.!?:"“]/u.test(tokens[from - 1]!.text);
}

/** Does a closing quotation mark stand directly behind `end`? */
function closesAt(tokens: readonly FigureToken[], from: number, end: number): boolean {
  for (let i = from; i < Math.min(tokens.length, from + 12); i++) {
    if (tokens[i]!.start >= end) return /["”’]/u.test(tokens[i]!.text);
  }
  return false;
}

/** `one of`, `no one`, `one another`, `the one`, `one day`: pronouns and idioms. */
function isPronoun(tokens: readonly FigureToken[], figure: FigureReading): boolean {
  const first = tokens[figure.from]!;
  if (figure.next !== figure.from + 1 || first.lower !== 'one') return false;
  if (isVote(tokens, figure.from)) return false;
  if (tokens[figure.next]?.lower === 'of' && isCountedSingly(tokens, figure.next)) return false;
  const before = tokens[figure.from - 1]?.lower ?? '';
  const behind = tokens[figure.next];
  if (behind?.kind !== 'word') return !(behind && isDash(behind));
  if (
    /^(?:no|the|this|that|any|every|each|another|which|everyone|some|as|last|first|number|only|loved|big|great|good|best|new|old)$/u.test(
      before,
    )
  )
    return true;
  return /^(?:of|another|is|was|can|could|would|might|must|should|will|has|had|day|way|thing|more|in|and|or|to|by|who|that|which|on|at|for|with|said|may|does|did|were|are|from|hand|side|point|such|after|but|when|as|if|than|where|off)$/u.test(
    behind.lower,
  );
}

/** `nine votes to one`: the smaller side of a vote. */
function isVote(tokens: readonly FigureToken[], at: number): boolean {
  return tokens[at - 1]?.lower === 'to' && /^(?:votes?|members?|goals|wins|seats)$/u.test(tokens[at - 2]?.lower ?? '');
}

/** Of these one counts even one. */
const COUNTED_ONE =
  /^(?:abstention|bed|child|citizen|civilian|death|dose|goal|inmate|patient|policeman|prisoner|seat|soldier|survivor|vote)(?:s|ren)?$/u;

/** `one citizen`, `one of its citizens` */
function isCountedSingly(tokens: readonly FigureToken[], behind: number): boolean {
  const words = tokens[behind]?.lower === 'of' ? [1, 2, 3] : [0, 1];
  return words.some((i) => COUNTED_ONE.test(tokens[behind + i]?.lower ?? ''));
}

/** `one article`: hardly a count, unless it is said to be one (`only one`, `at least one`) or stands beside another count. */
function pointing(tokens: readonly FigureToken[], figure: FigureReading): FigureReading {
  const quantity = figure.quantity;
  if (
    quantity.type !== 'number' ||
    quantity.unit !== undefined ||
    tokens[figure.from]!.lower !== 'one' ||
    figure.next > figure.from + 1
  )
    return figure;
  const counted = /^(?:only|just|least|than|about|nearly|almost|exactly|and|killing|killed|injuring)$/u.test(
    tokens[figure.from - 1]?.lower ?? '',
  );
  return counted || isCountedSingly(tokens, figure.next) || isVote(tokens, figure.from) || isHyphen(tokens[figure.next])
    ? figure
    : { ...figure, weak: true };
}

/** `just over a month`: an article is a number where it is hedged. */
function articleDuration(text: string, tokens: readonly FigureToken[], at: number): FigureReading | undefined {
  if (tokens[at]!.lower !== 'a' && tokens[at]!.lower !== 'an') return undefined;
  const unit = unitNamed(tokens[at + 1]?.lower ?? '');
  if (unit === undefined || !isDuration(unit)) return undefined;
  const hedge = hedgeBefore(text, tokens, at);
  if (!hedge || (hedge.text.toLowerCase() === 'over' && tokens[at + 2]?.kind === 'word')) return undefined;
  if (isThanBefore(tokens, at)) return undefined;
  return { quantity: { type: 'duration', low: 1, high: 1, unit, step: 1 }, from: at, next: at + 2 };
}

/** `810 more than a year before`, `€14 million less than a year earlier`: a number is compared with that of another time. */
function isThanBefore(tokens: readonly FigureToken[], at: number): boolean {
  if (tokens[at - 1]?.lower !== 'than' || !/^(?:before|earlier|ago)$/u.test(tokens[at + 2]?.lower ?? '')) return false;
  if (tokens[at - 2]!.lower === 'fewer') return true;
  return [at - 3, at - 4].some((i) => {
    const isYear = !tokens[i]?.grouped && /^(?:19|20)\d\d$/u.test(tokens[i]?.text ?? '');
    return tokens[i]?.kind === 'number' && !isYear && /^(?:%|\p{L}+)$/u.test(tokens[i + 1]!.text);
  });
}

function push(text: string, tokens: readonly FigureToken[], figures: FigureMention[], reading: FigureReading): void {
  const start = tokens[reading.from]!.start;
  const end = tokens[reading.next - 1]!.end;
  const hedge =
    hedgeBefore(text, tokens, reading.from) ??
    hedgeAfter(text, tokens, reading.next) ??
    sharedHedge(text, figures.at(-1), reading.quantity, start);
  const rises = tokens[reading.from - 1]?.text === '+' && tokens[reading.from]!.glued;
  const direction = !changes(reading.quantity)
    ? undefined
    : rises
      ? 'up'
      : directionOf(tokens, reading.from, reading.next, isCount(reading.quantity));
  figures.push({
    kind: 'figure',
    start,
    end,
    text: text.slice(start, end),
    quantity: withSharedPercent(text, figures.at(-1), reading.quantity, start, end),
    ...(hedge && { hedge }),
    ...(direction && { direction }),
    ...(reading.weak && { weak: true as const }),
  });
}

function isCount(quantity: Quantity): boolean {
  return quantity.type === 'number' && quantity.unit === undefined;
}

/** Can a rise or fall be said of it? */
function changes(quantity: Quantity): boolean {
  return quantity.type === 'number' && quantity.form !== 'ordinal' && quantity.unit !== 'year-old';
}

/** `about 40 percent of the boats and 60 percent of the nets`: an `about` holds for a second figure of the same unit. */
function sharedHedge(
  text: string,
  before: FigureMention | undefined,
  quantity: Quantity,
  start: number,
): Hedge | undefined {
  if (!before?.hedge || (before.hedge.kind !== 'about' && before.hedge.kind !== 'nearly') || start - before.end > 60)
    return undefined;
  if (before.quantity.type !== quantity.type || quantity.type === 'date' || quantity.type === 'score') return undefined;
  if (
    before.quantity.type === 'score' ||
    before.quantity.type === 'date' ||
    before.quantity.unit !== quantity.unit ||
    quantity.unit === undefined
  )
    return undefined;
  const between = text.slice(before.end, start);
  return /\band \s*$/u.test(between) && !/[.;:,()]/u.test(between) ? before.hedge : undefined;
}
