import type { Block, TableRow } from '../../../text/structuredText.ts';
import type { DocumentContext, FigureContext } from '../context/context.ts';
import { wordingOf, type Wording } from '../context/wording.ts';
import type { Combination, StepKind } from './combinations.ts';
import type { OperandPlace } from './operandPlaces.ts';
import { columnOf, rowOf } from './places.ts';

/** What the words of the draft say of where a figure comes from. */
export interface Asking {
  readonly wording: Wording;
  /** Steps that it rules out. */
  readonly excluded: readonly StepKind[];
  /** A change or gap that goes up or down. */
  readonly direction?: 'up' | 'down';
  /** How near the claim stand words that ask for a step: 1 beside it, 0.5 in its sentence. */
  readonly cues: Readonly<Record<Cue, number>>;
  /** Its sentence has few words that tell anything. */
  readonly isThin: boolean;
  /** A count of a few. */
  readonly isSmall: boolean;
  /** A cell of a table of the draft, whose labels ask for no step. */
  readonly isCell: boolean;
}

type Cue = keyof typeof CUES;

const CUES = {
  gap: /\b(?:more|fewer|less|higher|lower|above|below|up|down|rise|rose|risen|f[ae]ll(?:en|s)?|increase[ds]?|decrease[ds]?|drop\w*|gain\w*|gr[eo]wn?|growth|shr[aiu]nk\w*|declin\w*|cut|gap|difference|lead|margin|short(?:fall)?|surplus|deficit|ahead|behind|extra|too many|faster|slower|older|younger|longer|shorter|cheaper|dearer|heavier|lighter|gone|by|beat|better|worse|exceed\w*|compared|than|improv\w*|worsen\w*|jump\w*|climb\w*|early|earlier|later|over)\b/iu,
  rest: /\b(?:rest|remain\w*|left|leav(?:e|es|ing)|still|others?|without|not|no|never|missing|empty|lack\w*|lost|failed|absent|stayed|kept|instead|surviv\w*|all but|only|minus|return\w*|back)\b|n['’]t\b/iu,
  sum: /\b(?:total\w*|together|altogether|in all|combined|both|sum|overall|plus|between them|comes? to|add\w*)\b/iu,
  share:
    /\b(?:of|share|part|proportion|out of|among|every|portion|majority|belong\w*|account\w*|(?:make|take)[ns]? up|one in)\b/iu,
  each: /^\s*(?:an?|per|each|every|for (?:each|every|one)|to (?:each|every)|apiece)\b|\b(?:average|mean|per|each|every|apiece)\b/iu,
  multiple:
    /\b(?:times|twice|doubl\w*|tripl\w*|trebl\w*|quadrupl\w*|\w+fold|half|halved|as (?:many|much|large|big|long|high|far))\b/iu,
  time: /\b(?:after|later|before|since|for|within|ago|old|aged?|anniversary|took|lasted|long|earlier|until|between|from)\b/iu,
};

const CUE_OF: Readonly<Record<StepKind, Cue>> = {
  difference: 'gap',
  sum: 'sum',
  share: 'share',
  complement: 'rest',
  change: 'gap',
  points: 'gap',
  multiple: 'multiple',
  part: 'share',
  quotient: 'each',
  years: 'time',
  days: 'time',
  clock: 'time',
};

/** Which steps a wording asks for, and which it rules out. */
const ASKED: Readonly<Record<Wording, readonly StepKind[]>> = {
  level: [],
  change: ['difference', 'change', 'points'],
  rate: ['quotient'],
  rest: ['difference', 'complement'],
  base: ['multiple'],
};
const EXCLUDED: Readonly<Record<Wording, readonly StepKind[]>> = {
  level: [],
  change: ['share', 'complement', 'part', 'quotient', 'sum'],
  rate: ['difference', 'sum', 'points', 'change'],
  rest: ['sum', 'change', 'quotient'],
  base: ['difference', 'sum', 'share', 'change'],
};

const GONE = /^[^.;,]{0,40}\b(?:gone|lost|disappeared|vanished|missing|left)\b/iu;
const UP = /^[\s%]*(?:points?\s)?(?:\p{L}+\s){0,3}?(?:more|higher|up|above|larger|longer|dearer|greater|older)\b/iu;
const DOWN =
  /^[\s%]*(?:points?\s)?(?:\p{L}+\s){0,3}?(?:less|fewer|lower|down|below|smaller|shorter|cheaper|younger)\b/iu;
/** Characters on both sides of the claim that count as beside it. */
const BESIDE = 45;

/** What the words around a claim ask for. */
export function askingOf(draft: DocumentContext, claim: FigureContext): Asking {
  const { figure, sentence } = claim;
  const { text } = draft.analysis.document;
  const within = draft.sentences[sentence]!;
  const row = rowOf(draft, claim);
  const whole = row ? labelsOf(draft, claim, row) : text.slice(within.start, within.end);
  const before = row ? whole : text.slice(Math.max(within.start, figure.start - BESIDE), figure.start);
  const behind = row ? '' : text.slice(figure.end, Math.min(within.end, figure.end + BESIDE));
  const cues = Object.fromEntries(
    Object.entries(CUES).map(([cue, words]) => {
      const beside = words.test(before) || words.test(behind);
      return [cue, beside ? 1 : words.test(whole) ? 0.5 : 0];
    }),
  ) as Record<Cue, number>;
  const direction = figure.direction ?? (UP.test(behind) ? 'up' : DOWN.test(behind) ? 'down' : undefined);
  const { quantity } = figure;
  const wording = wordingOf(draft, claim);
  const excluded = [...EXCLUDED[wording]];
  // `38 percent have gone` is no share of what is there.
  if (GONE.test(behind)) excluded.push('share');
  // A seven-year contract says nothing of the past.
  if (figure.quantity.type === 'duration' && figure.text.includes('-')) excluded.push('years');
  return {
    wording,
    excluded,
    cues,
    isThin: within.keys.size < 4,
    isSmall: quantity.type === 'number' && quantity.unit === undefined && quantity.low < 13,
    isCell: row !== undefined && Object.values(cues).every((cue) => cue === 0),
    ...(direction && { direction }),
  };
}

/** The words over a cell and in front of it. */
function labelsOf(draft: DocumentContext, claim: FigureContext, row: TableRow): string {
  const { blocks, text } = draft.analysis.document;
  const header = headerOf(blocks, row)?.cells[columnOf(draft, claim)];
  return [header, row.cells[0]].map((cell) => (cell ? text.slice(cell.start, cell.end) : '')).join(' ');
}

function headerOf(blocks: readonly Block[], { table }: TableRow): TableRow | undefined {
  return blocks.find(
    (block): block is TableRow => block.kind === 'table-row' && block.table === table && block.header === true,
  );
}

/** What speaks for a step; each about between 0 and 1. */
export type Signal =
  | 'passage'
  | 'lead'
  | 'near'
  | 'head'
  | 'told'
  | 'toldBoth'
  | 'sentence'
  | 'row'
  | 'column'
  | 'beside'
  | 'apart'
  | 'documents'
  | 'named'
  | 'ordered'
  | 'cue'
  | 'asked'
  | 'chance'
  | 'small'
  | 'thin'
  | 'cell'
  | `is ${StepKind}`;

/** The signals of a step. `chance` is the decimal logarithm of how many steps as good as this would meet the claim by chance. */
export function signalsOf(asking: Asking, made: Combination, chance: number): Partial<Record<Signal, number>> {
  const { step, operands } = made;
  const a = operands[0];
  const b = operands[1] ?? a;
  const bond = bondOf(a, b);
  const told = Math.min(a.told, b.told);
  const named = Math.max(a.named ?? 0, b.named ?? 0);
  return {
    [`is ${step}`]: 1,
    passage: Math.max(a.like.passage, b.like.passage),
    lead: Math.max(a.like.lead, b.like.lead),
    near: Math.min(1.5, a.like.near + a.like.nearShare, b.like.near + b.like.nearShare),
    head: Math.min(a.like.head, b.like.head),
    told: told <= 1 ? 1 : told < Infinity ? 0.5 : 0,
    ...(b !== a && {
      toldBoth: 1 / (1 + Math.max(a.told, b.told) / 2),
      [bond]: 1,
    }),
    named,
    ...(isOrdered(made) && { ordered: 1 }),
    // What is left is a difference too.
    cue: Math.max(asking.cues[CUE_OF[step]], step === 'difference' ? asking.cues.rest : 0),
    ...(ASKED[asking.wording].includes(step) && { asked: 1 }),
    chance,
    ...(asking.isSmall && { small: 1 }),
    ...(asking.isThin && { thin: 1 }),
    ...(asking.isCell && { cell: 1 }),
  };
}

/** Where two operands stand to each other. */
export function bondOf(
  a: OperandPlace,
  b: OperandPlace,
): 'sentence' | 'row' | 'column' | 'beside' | 'apart' | 'documents' {
  if (a.in !== b.in) return 'documents';
  const distance = Math.abs(a.context.sentence - b.context.sentence);
  if (distance === 0) return a.row ? 'row' : 'sentence';
  if (a.row && a.row.table === b.row?.table && a.column === b.column) return 'column';
  return distance === 1 ? 'beside' : 'apart';
}

/** Which of two values is the older one: by words before them, or by the years over their columns. Undefined where nothing tells. */
export function olderFirst([a, b]: Combination['operands']): boolean | undefined {
  if (!b || a.in !== b.in) return undefined;
  if (a.context.sentence === b.context.sentence) {
    const [first, second] = [a, b].map(({ context }) => /^(?:from|against|than|versus)$/u.test(context.before));
    if (first !== second) return first === true;
  }
  const [x, y] = [columnYear(a), columnYear(b)];
  return x === undefined || y === undefined || x === y ? undefined : x < y;
}

/** A step from an older value to a newer one, known to be so. */
function isOrdered(made: Combination): boolean {
  return made.step === 'change' && olderFirst(made.operands) === true;
}

/** The year in the header of a cell's column. */
function columnYear({ in: { document }, row, column }: OperandPlace): number | undefined {
  if (!row || column < 0) return undefined;
  const { blocks, text } = document.analysis.document;
  const cell = headerOf(blocks, row)?.cells[column];
  const year = cell && /\b(?:19|20)\d\d\b/u.exec(text.slice(cell.start, cell.end))?.[0];
  return year === undefined ? undefined : Number(year);
}

/**
 * Weights of a logistic regression on the steps that lead from labelled sources to some 300 labelled derived figures, and
 * those that meet some 800 wrong or unknown ones by chance (decision 10).
 */
const WEIGHTS: Readonly<Partial<Record<Signal | 'bias', number>>> = {
  bias: -1.9,
  'is multiple': 2.1,
  asked: 2.0,
  passage: 2.0,
  'is clock': 1.7,
  cue: 1.6,
  named: 1.6,
  'is years': 1.1,
  told: 0.9,
  ordered: 0.9,
  row: 0.9,
  'is days': 0.8,
  sentence: 0.7,
  lead: 0.6,
  'is complement': 0.6,
  'is share': 0.4,
  head: 0.3,
  near: 0.3,
  thin: 0.2,
  toldBoth: 0.2,
  chance: -0.4,
  'is part': -0.7,
  column: -0.8,
  small: -1.0,
  'is sum': -1.1,
  'is difference': -1.4,
  'is quotient': -1.4,
  apart: -1.4,
  'is points': -2.0,
  cell: -2.8,
};

/** How likely it is that the claim was reckoned so, from 0 to 1. */
export function likelihoodOf(signals: Partial<Record<Signal, number>>): number {
  let sum = WEIGHTS.bias ?? 0;
  for (const [signal, value] of Object.entries(signals)) sum += value * (WEIGHTS[signal as Signal] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}
