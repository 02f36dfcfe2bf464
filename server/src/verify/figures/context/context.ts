import type { Analysis } from '../../../extract/analysis.ts';
import type { FigureMention } from '../../../extract/mention.ts';
import type { Block, TableRow } from '../../../text/structuredText.ts';
import type { Span } from '../../../text/offsets.ts';
import { once } from '../../../text/once.ts';
import { atOnce, type Steps } from '../../../text/turns.ts';
import { isComparedWhole, lazyFigures, lazySentence } from './lazyContexts.ts';
import { keysOf, placeKey, sentenceWords, type LineContext, type SentenceWords } from './sentenceWords.ts';
import { isNumberWord } from '../../../extract/figures/numerals.ts';
import { termsOf, type Term } from './terms.ts';
import { labelCells } from '../tables/grids.ts';

/** A sentence (or table row) by the words it holds. */
export interface SentenceContext extends Span {
  /** The keys of its terms that say something. */
  readonly keys: ReadonlySet<string>;
  /** Index of its block. */
  readonly block: number;
}

/**
 * A figure with the words it stands among. Spans are in the clean text of its document. Its parts may be worked out when they
 * are asked for, so it is not copied by spreading: see {@link withFigure}.
 */
export interface FigureContext {
  readonly figure: FigureMention;
  /** Index of its sentence. */
  readonly sentence: number;
  /** How near the words of its sentence stand to it: 1 beside it, less with each word and each clause between. */
  readonly near: ReadonlyMap<string, number>;
  /** What is counted or measured: the first telling word behind it in its clause. */
  readonly head?: string;
  /** The head and the telling words that follow it without a break: `separate companies`. */
  readonly heads?: readonly string[];
  /** The head stands directly behind it, or behind one more word. */
  readonly counts?: true;
  /** The words directly before and behind it, whatever they are. */
  readonly before: string;
  readonly behind: string;
}

/** A document as its figures are compared. */
export interface DocumentContext {
  readonly analysis: Analysis;
  readonly sentences: readonly SentenceContext[];
  readonly figures: readonly FigureContext[];
  /** The figures of each sentence. */
  readonly figuresOf: ReadonlyMap<number, readonly FigureContext[]>;
  /** Every year that the document says. */
  readonly years: ReadonlySet<string>;
  /** In which sentences each key stands, for finding the sentences that share words with another. */
  readonly postings: ReadonlyMap<string, readonly number[]>;
  /** The keys of its title: its first heading, or what the file says of itself. */
  readonly title: ReadonlySet<string>;
  /** The keys of the heading (and table header) that a block stands under. */
  readonly headings: readonly ReadonlySet<string>[];
}

const cache = new WeakMap<Analysis, DocumentContext>();

/** Of a longer document the words are gone through at first, while others can have their turn. */
const LONG = 50_000;

/** The contexts of all figures of a document; computed once for each analysis. */
export function documentContext(analysis: Analysis): DocumentContext {
  return atOnce(contextSteps(analysis));
}

/** {@link documentContext}, sentence by sentence. */
export function* contextSteps(analysis: Analysis): Steps<DocumentContext> {
  const known = cache.get(analysis);
  if (known) return known;
  const made = yield* makeContext(analysis);
  cache.set(analysis, made);
  return made;
}

function* makeContext(analysis: Analysis): Steps<DocumentContext> {
  const { document, figures } = analysis;
  const isLong = document.text.length > LONG;
  // Of one that is not compared as a whole the words of most sentences and figures are never asked for.
  const isWhole = isComparedWhole(figures);
  const postings = new Map<string, number[]>();
  const sentences: SentenceContext[] = [];
  let block = 0;
  let label: number | undefined;
  for (const span of analysis.sentences) {
    yield;
    while (block + 1 < document.blocks.length && document.blocks[block]!.end <= span.start) block++;
    const { start } = document.blocks[block] ?? span;
    if (span.start === start && isLabel(document.text, span, document.blocks[block]!) && hasDate(figures, span)) {
      label = span.start;
      continue;
    }
    const sentence = lazySentence(document.text, label ?? span.start, span.end, block);
    label = undefined;
    if (isLong) post(postings, isWhole ? sentence.keys : keysIn(document.text, sentence), sentences.length);
    sentences.push(sentence);
  }
  const headings = headingKeys(analysis);
  const tables = once(() => tableFrames(document.blocks));
  const contexts: FigureContext[] = [];
  let sentence = 0;
  for (let first = 0; first < figures.length;) {
    yield;
    while (sentence + 1 < sentences.length && sentences[sentence]!.end <= figures[first]!.start) sentence++;
    const within = sentences[sentence];
    if (!within) break;
    const isLast = sentence + 1 === sentences.length;
    let next = first + 1;
    while (next < figures.length && (isLast || figures[next]!.start < within.end)) next++;
    const found = contextsIn(analysis, figures.slice(first, next), sentence, within, tables);
    if (isLong && isWhole) void found[0]?.near;
    contexts.push(...found);
    first = next;
  }
  const lazyPostings = isLong ? () => postings : once(() => postingsOf(sentences));
  return {
    analysis,
    sentences,
    figures: contexts,
    figuresOf: bySentence(contexts),
    years: yearsOf(figures),
    // Making it goes through the words of all sentences, and of short sources it is hardly asked for.
    get postings() {
      return lazyPostings();
    },
    headings,
    title: titleKeys(analysis),
  };
}

/** `**June.** The army chief has lunch …`: a word or two that a paragraph begins with belong to the sentence behind them. */
const LABEL = /^[^\s]{1,20}(?:\s+[^\s]{1,20}){0,2}\.$/u;

function isLabel(text: string, { start, end }: Span, block: Block): boolean {
  const goesOn = block.kind !== 'heading' && block.kind !== 'table-row' && end < block.end;
  return goesOn && end - start < 64 && LABEL.test(text.slice(start, end).trim());
}

function hasDate(figures: readonly FigureMention[], { start, end }: Span): boolean {
  for (let i = firstBehind(figures, start); i < figures.length && figures[i]!.start < end; i++) {
    if (figures[i]!.quantity.type === 'date' && figures[i]!.end <= end) return true;
  }
  return false;
}

/** The contexts of the figures of one sentence or table row; the words around all of them are worked out together, once. */
function contextsIn(
  analysis: Analysis,
  figures: readonly FigureMention[],
  sentence: number,
  within: SentenceContext,
  tables: () => ReadonlyMap<number, TableFrame>,
): FigureContext[] {
  const { document } = analysis;
  const row = document.blocks[within.block];
  const lines = once((): readonly LineContext[] => {
    if (row?.kind === 'table-row') return figures.map((figure) => cellContext(analysis, figure, row, tables()));
    const line = sentenceLine(document.text, within);
    return figures.map((figure) => lineOf(line, figure));
  });
  return lazyFigures(figures, sentence, lines);
}

/** The context of a figure that is none of the document's own: of its sentence, by index. */
export function contextAt(
  { analysis, sentences }: DocumentContext,
  figure: FigureMention,
  sentence: number,
): FigureContext {
  const lines = once(() => [lineOf(sentenceLine(analysis.document.text, sentences[sentence]!), figure)]);
  return lazyFigures([figure], sentence, lines)[0]!;
}

function postingsOf(sentences: readonly SentenceContext[]): Map<string, number[]> {
  const postings = new Map<string, number[]>();
  for (const [i, { keys }] of sentences.entries()) post(postings, keys, i);
  return postings;
}

function post(postings: Map<string, number[]>, keys: ReadonlySet<string>, sentence: number): void {
  for (const key of keys) {
    const list = postings.get(key);
    if (list) list.push(sentence);
    else postings.set(key, [sentence]);
  }
}

function bySentence(contexts: readonly FigureContext[]): Map<number, FigureContext[]> {
  const map = new Map<number, FigureContext[]>();
  for (const context of contexts) {
    const list = map.get(context.sentence);
    if (list) list.push(context);
    else map.set(context.sentence, [context]);
  }
  return map;
}

function yearsOf(figures: readonly FigureMention[]): Set<string> {
  const years = new Set<string>();
  for (const { quantity } of figures) {
    if (quantity.type !== 'date' || !/^\d/u.test(quantity.from)) continue;
    years.add(quantity.from.slice(0, 4));
    years.add(quantity.to.slice(0, 4));
  }
  return years;
}

function keysIn(text: string, { start, end }: Span): Set<string> {
  return keysOf(termsOf(text.slice(start, end)));
}

function titleKeys(analysis: Analysis): ReadonlySet<string> {
  const { text, blocks } = analysis.document;
  const title = blocks.find((block) => block.kind === 'heading') ?? blocks[0];
  if (!title || title.end - title.start > 200) return new Set();
  return keysIn(text, title);
}

/** What stands around the cells of a table. */
interface TableFrame {
  readonly header?: TableRow;
  /** Its heading, and the block directly before it, which may be its caption. */
  readonly above: readonly Span[];
}

function tableFrames(blocks: readonly Block[]): ReadonlyMap<number, TableFrame> {
  const frames = new Map<number, TableFrame>();
  let heading: Block | undefined;
  for (const [i, block] of blocks.entries()) {
    if (block.kind === 'heading') heading = block;
    if (block.kind !== 'table-row' || frames.has(block.table)) continue;
    const caption = blocks[i - 1];
    const above = [heading, caption].filter((span) => span !== undefined && span.end - span.start < 300);
    frames.set(block.table, { ...(block.header && { header: block }), above: [...new Set(above)] as Block[] });
  }
  return frames;
}

/** For each block, the keys of the heading above it and, in a table, of its header row. */
function headingKeys(analysis: Analysis): ReadonlySet<string>[] {
  const { text, blocks } = analysis.document;
  let heading: ReadonlySet<string> = new Set();
  let header: { table: number; keys: ReadonlySet<string> } | undefined;
  return blocks.map((block) => {
    if (block.kind === 'heading') heading = keysIn(text, block);
    if (block.kind === 'table-row' && block.header) {
      header = { table: block.table, keys: new Set([...heading, ...keysIn(text, block)]) };
    }
    return block.kind === 'table-row' && header?.table === block.table ? header.keys : heading;
  });
}

const NEAR_STEP = 0.15;
const BORDER_FACTOR = 0.45;
/** Words further away say nothing of a figure; rows of bare numbers have no end. */
const REACH = 60;

/** A sentence with its words, at its place in the document. */
interface SentenceLine {
  readonly start: number;
  readonly text: string;
  readonly words: SentenceWords;
}

function sentenceLine(document: string, { start, end }: Span): SentenceLine {
  const text = document.slice(start, end);
  return { start, text, words: sentenceWords(text) };
}

function lineOf({ start, text, words: { terms, lines } }: SentenceLine, figure: FigureMention): LineContext {
  const place = { start: figure.start - start, end: figure.end - start };
  const key = placeKey(place.start, place.end);
  let line = lines.get(key);
  if (!line) {
    const near = new Map<string, number>();
    line = { near, ...lineContext(text, place, terms, near) };
    lines.set(key, line);
  }
  return line;
}

/** Directly behind a figure these begin another clause; `of`, `from` or `than` belong to the figure. */
const CLAUSE = new Set('and but while which who whereas after when because although before where or'.split(' '));

/** Fills `near` with the words around a figure, and tells what it counts. Spans are in `text`. */
function lineContext(
  text: string,
  figure: Span,
  terms: readonly Term[],
  near: Map<string, number>,
): Omit<LineContext, 'near'> {
  const right = firstBehind(terms, figure.end);
  let left = right - 1;
  while (left >= 0 && terms[left]!.end > figure.start) left--;
  let weight = 1;
  let head: string | undefined;
  const heads: string[] = [];
  let first = -1;
  let distance = 0;
  for (let i = right; i < Math.min(terms.length, right + REACH); i++) {
    const term = terms[i]!;
    // `in May, according to a report, …`: what is said of the source stands between.
    if (term.word === 'according' || term.word === 'including') i = endOfAside(text, terms, i);
    if (i >= terms.length) break;
    const apart = i > right || CLAUSE.has(term.word) || !/^\s*$/u.test(text.slice(figure.end, term.start));
    if (term.border && apart) weight *= BORDER_FACTOR;
    note(near, term.key, weight / (1 + NEAR_STEP * distance++));
    if (head === undefined) {
      if (weight > BORDER_FACTOR && term.key !== '' && i - right < 5) heads.push((head = term.key));
    } else if (heads.length < 3 && heads.length === i - first && !term.border && term.key !== '') {
      heads.push(term.key);
    }
    if (heads.length === 1 && heads[0] === term.key) first = i;
  }
  weight = 1;
  for (let i = left; i >= Math.max(0, left - REACH); i--) {
    const term = terms[i]!;
    note(near, term.key, (weight * 0.95) / (1 + NEAR_STEP * (left - i)));
    if (term.border) weight *= BORDER_FACTOR;
  }
  // `2.04 three times`: what another number counts is not counted by this one.
  const next = terms[right];
  const isNumber = next !== undefined && (/^\p{N}/u.test(next.word) || isNumberWord(next.word));
  const counts = head !== undefined && (next?.key === head || (!isNumber && terms[right + 1]?.key === head));
  return {
    ...(head !== undefined && { head, heads }),
    ...(counts && { counts: true as const }),
    before: terms[left]?.word ?? '',
    behind: terms[right]?.word ?? '',
  };
}

/** Index of the first that starts at or behind `offset`, by binary search. */
function firstBehind(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the last term before the comma that ends an aside; of `at` itself if no comma does. */
function endOfAside(text: string, terms: readonly Term[], at: number): number {
  for (let i = at + 1; i < Math.min(terms.length, at + 14); i++) {
    if (text.slice(terms[i - 1]!.end, terms[i]!.start).includes(',')) return i - 1;
  }
  return at;
}

function note(near: Map<string, number>, key: string, weight: number): void {
  if (key !== '' && (near.get(key) ?? 0) < weight) near.set(key, weight);
}

/** Of a table's cell the context is its own words, its row's label, its column's header and the heading above. */
function cellContext(
  analysis: Analysis,
  figure: FigureMention,
  row: TableRow,
  tables: ReadonlyMap<number, TableFrame>,
): LineContext {
  const { text } = analysis.document;
  const near = new Map<string, number>();
  const column = row.cells.findIndex((cell) => cell.start <= figure.start && figure.start < cell.end);
  const labels = labelCells(row, ({ start, end }) => text.slice(start, end)).slice(0, Math.max(0, column));
  const cell = row.cells[column];
  const own = cell ? cellLine(text, figure, cell, near) : { before: '', behind: '' };
  const ownWords = near.size;
  let head = own.head;
  let isTotal = false;
  // The last of them is nearest: `2024 | injured | 240`.
  for (const label of labels.toReversed()) {
    const terms = termsOf(text.slice(label.start, label.end));
    isTotal ||=
      terms.some((term) => /^(?:total|totals|all|overall|sum|altogether)$/u.test(term.word)) && terms.length < 3;
    for (const term of terms) note(near, term.key, ownWords > 1 ? 0.5 : 1);
    if (!isTotal) head ??= terms.find((term) => term.key !== '')?.key;
  }
  const table = tables.get(row.table);
  for (const span of table?.above ?? []) {
    for (const term of termsOf(text.slice(span.start, span.end))) note(near, term.key, isTotal ? 0.8 : 0.3);
  }
  const header = table?.header?.cells[column];
  if (header) for (const term of termsOf(text.slice(header.start, header.end))) note(near, term.key, 0.9);
  return { near, ...own, ...(head !== undefined && { head }) };
}

function cellLine(text: string, figure: Span, cell: Span, near: Map<string, number>): Omit<LineContext, 'near'> {
  const words = text.slice(cell.start, cell.end);
  const place = { start: figure.start - cell.start, end: figure.end - cell.start };
  return lineContext(words, place, termsOf(words), near);
}
