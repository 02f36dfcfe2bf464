import type { FigureMention } from '../../../extract/mention.ts';
import type { DocumentContext, FigureContext } from './context.ts';

/**
 * What the words around a figure make of it: a level, the size of a change or gap, a rate for one of something, what is left
 * over, so many of which something is said to be one: `12 for every 1,000`.
 */
export type Wording = 'level' | 'change' | 'rate' | 'rest' | 'base';

/** Comparatives, as they stand behind the size of a gap: `three degrees warmer`, `£3 more`. */
export const COMPARATIVES =
  'more|fewer|less|higher|lower|dearer|cheaper|costlier|warmer|colder|cooler|hotter|faster|slower|quicker|older|younger|longer|shorter|larger|smaller|bigger|greater|better|worse|heavier|lighter|taller|deeper|wider|stronger|weaker|richer|poorer|up|down|above|below|ahead|behind|short|extra|clear|apart';
/** A word between, that does not begin another clause. */
const PASSED = '(?!(?:and|but|or|while|who|which|than|left)\\b)\\p{L}+\\s';
/** `22 percent had got worse` are counted, not compared. */
const NO_VERB = '(?!(?:had|has|have|was|were|is|are|been|got|gets?|became|becomes?|felt|feels?)\\b)';
/** `190 metres above the ground` is a height. */
const HEIGHT = '\\s+(?:the\\s+)?(?:ground|sea|surface|water|street|earth|floor|seabed|valley)\\b';
const GAP_BEHIND = new RegExp(
  `^[\\s-]*(?!no longer\\b)(?:${NO_VERB}${PASSED}){0,2}?(?:${COMPARATIVES})\\b(?!\\s+to\\b|${HEIGHT})`,
  'iu',
);
/** `1,326 older patients` are of that kind. */
const KIND =
  /^\s+(?:older|younger|larger|smaller|bigger|longer|shorter|wider|taller|richer|poorer|heavier|lighter|slower|faster)\s+(?!than\b)\p{L}{3,}/iu;
const GAP_BEFORE =
  /\b(?:by|(?:gain|rise|increase|growth|fall|drop|decline|decrease|loss|cut|reduction|lead|surplus|deficit|shortfall|excess|saving|gap|difference|margin|jump|overrun)\s+of|exceed(?:s|ed)?\s+\p{L}+\s+by)\s+(?:(?:a|an|the|some|about|around|almost|nearly|roughly|just|over|under|more|less|than|further|another|good|only|at|least)\s+)*$/iu;
/** `by 31 votes to 21` is the result itself. */
const RESULT = /^\s+(?:\p{L}+\s)?(?:to|against)\s+\p{N}/u;
/** `the loss of nine lives` */
const LOSS_BEFORE = /\bloss\s+of\s+(?:\p{L}+\s+){0,3}$/iu;
/** `lost seven places`, not `lost twelve`. */
const LOST = /\b(?:lost|gained|dropped|climbed|fell|falling|rose)\s+(?:\p{L}+\s+)?$/iu;
const STEPS = /^\s*(?:places?|points?|seats?|ranks?|positions?)\b/iu;
const RATE =
  /^[\s,]*(?:\p{L}+\s){0,3}?(?:per(?!\s?cent)|each|apiece|a\s+(?:head|year|month|week|day|match|game|piece|copy|night|litre|kilo|person)(?!\s+(?:ago|before|earlier|later)\b)|an\s+hour|(?:for|to)\s+(?:each|every))\b/iu;
/** `£2 an hour more than` is a gap between two rates. */
const RATE_GAP = new RegExp(
  `^\\s+(?:\\p{L}+\\s){0,2}?(?:an?|per|each|every)\\s\\p{L}+\\s(?:${COMPARATIVES})\\s+than\\b`,
  'iu',
);
/** `each of them won two` is no two in all. */
const EACH_BEFORE = /\b(?:each|every one)(?:\s+of\s+(?:them|us|the\s+\p{L}+))?\s+(?:\p{L}+\s+){0,2}$/iu;
const BASE_BEFORE = /\b(?:for|in|of|to|out of)\s+(?:every|each)\s+$|\bper\s+$/iu;
const VICTIMS = /^\s*(?:\p{L}+\s){0,2}?(?:dead|killed|injured|wounded|hurt|homeless|missing|stranded|without|ill)\b/iu;
const REST_BEFORE = /\b(?:all but|leav(?:es|ing)|left|remaining|the other|the rest,?)\s+(?:\p{L}+\s+){0,2}$/iu;
/** `for six the origin remained open` leaves no six. */
const OF_THEM = `(?:of\\s(?:the|its|his|her|their|our|these|those)\\s)?(?:(?!(?:the|its|his|her|their|our)\\b)${PASSED})`;
const REST_BEHIND = new RegExp(
  `^\\s*(?:${OF_THEM}){0,4}?(?:left|remain(?:s|ed|ing)?|still to|absent|not there|unaccounted|outstanding|to go|over for|gave up|dropped out|failed|fell out)\\b`,
  'iu',
);

/** `94,000 have not had it` */
const NOT_BEHIND = new RegExp(
  `^\\s*(?:${PASSED}){0,4}?(?:(?:did|do|does|had|have|has|was|were|is|are|could|can|would)(?:\\s+not|n['’]t)|never|no longer)\\b`,
  'iu',
);

/** How a figure is worded in its document. */
export function wordingOf({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): Wording {
  const { text } = analysis.document;
  const within = sentences[sentence]!;
  const from = figure.hedge && figure.hedge.start < figure.start ? figure.hedge.start : figure.start;
  const before = clauseBefore(text.slice(Math.max(within.start, from - 60), from));
  const behind = clauseBehind(text.slice(figure.end, Math.min(within.end, figure.end + 60)));
  if (figure.quantity.type === 'number' && figure.quantity.unit === 'year-old') return 'level';
  if (BASE_BEFORE.test(before)) return 'base';
  if (RATE_GAP.test(behind)) return 'change';
  if (RATE.test(behind) || (figure.quantity.type === 'number' && EACH_BEFORE.test(before))) return 'rate';
  const isCount = figure.quantity.type === 'number' && figure.quantity.unit === undefined;
  const isGap = GAP_BEFORE.test(before) && !RESULT.test(behind) && !(isCount && LOSS_BEFORE.test(before));
  const isCompared = GAP_BEHIND.test(behind) && !(isCount && KIND.test(behind));
  if (isGap || isCompared || (LOST.test(before) && STEPS.test(behind))) return 'change';
  if ((REST_BEFORE.test(before) && !VICTIMS.test(behind)) || REST_BEHIND.test(behind)) return 'rest';
  if (figure.quantity.type === 'number' && NOT_BEHIND.test(behind)) return 'rest';
  // `lost twelve` and `lost 40 men` count; nothing is compared.
  const counted =
    isCount && (/\blos[te]\s+$/iu.test(before) || /^\s+(?:\p{L}+\s+){1,2}(?:lost|gained)\b/iu.test(behind));
  return figure.direction === undefined || counted ? 'level' : 'change';
}

function clauseBefore(text: string): string {
  return text.slice(1 + Math.max(text.lastIndexOf(';'), text.lastIndexOf(':'), text.lastIndexOf('(')));
}

function clauseBehind(text: string): string {
  const end = text.search(/[;:()]|\.\s|,\s/u);
  return end < 0 ? text : text.slice(0, end);
}

/** `(17.9%)`, `(2024: 1,530)` */
export function isBracketed({ analysis }: DocumentContext, { start }: FigureMention): boolean {
  return /\((?:\d{4}:\s)?$/u.test(analysis.document.text.slice(Math.max(0, start - 8), start));
}
