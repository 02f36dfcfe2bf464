import type { DateQuantity, FigureMention } from '../../extract/mention.ts';
import { blockAt } from '../../text/structuredText.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { dateRelation } from './values/dateRelation.ts';
import { columnOf, rowOf } from './derivation/places.ts';
import type { FigureMatch } from './matches.ts';
import { isCompared } from './otherMatters.ts';
import { isPlain, magnitudeOf, type Judged } from './plausible.ts';
import { relationOf } from './values/quantities.ts';
import { sentenceWords } from './context/sentenceWords.ts';
import { isTellingSwap } from './values/slips.ts';
import { wordingOf } from './context/wording.ts';

/** Two values near each other of two documents, of the thing that both count: neither is plainly the wrong one. */
export function mayConflict(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [magnitudeOf(rival.context.figure), magnitudeOf(found.context.figure)];
  if (a === undefined || b === undefined || rival.in === found.in || !isPlain(found)) return false;
  const isOfMatter = found.like.head === 1 || (isProse(found) && hasUnit(found) && found.content >= SPOKEN_OF);
  return Math.abs(a - b) <= 0.15 * Math.max(a, b) && isOfMatter;
}

function isProse({ in: { document }, context }: FigureMatch): boolean {
  return rowOf(document, context) === undefined;
}

/** Does another document give another value for the very same thing? */
export function conflicts(document: DocumentContext, draft: Judged, rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [rival.context.figure.quantity, found.context.figure.quantity];
  if (
    rival.relation.kind !== 'different' ||
    rival.relation.what !== 'value' ||
    rival.in === found.in ||
    a.type === 'date' ||
    b.type === 'date' ||
    a.type === 'score' ||
    b.type === 'score'
  )
    return false;
  if (isGivenIn(found.in.document, rival)) return false;
  if (isCompatible(rival, found) || isOfAnotherTime(document, draft, rival, found)) return false;
  if (isOfAnotherYear(rival, found) || isOfAnotherDay(rival, found) || isLabel(rival)) return false;
  // Who has the draft's other figures speaks of its matter; who has none of them may speak of another.
  if (found.companions - rival.companions > 0.35) return false;
  if (a.type === 'number' && b.type === 'number' && isTellingSwap(a, b))
    return isPlain(found) && !rival.owned && rival.like.passage >= 0.15;
  const apart = Math.abs(a.low - b.low) / Math.max(Math.abs(a.low), Math.abs(b.low));
  if (apart > (isAnchored(rival) ? 0.5 : isShareOfSomething(rival) ? 0.1 : 0.25)) return false;
  if (rival.told || isOfAnotherCell(document, draft, rival)) return false;
  if (wordingOf(rival.in.document, rival.context) !== wordingOf(found.in.document, found.context)) return false;
  return (
    rival.score > found.score - 3.5 &&
    rival.like.head > (rowOf(document, draft) ? 0.6 : 0) &&
    rival.like.near >= Math.max(0.25, (hasUnit(rival) ? 0.8 : 0.4) * found.like.near) &&
    rival.like.nearShare >= found.like.nearShare - 0.12 &&
    rival.like.passage >= Math.max(0.3, found.like.passage - 0.55)
  );
}

/** Who gives the rival's value too gives it of another quantity. */
export function isGivenIn({ figures }: DocumentContext, { context }: FigureMatch): boolean {
  return figures.some(({ figure }) => relationOf(context.figure, figure).kind === 'same');
}

/** Another account of the event itself: the same thing is counted, among the same words and figures. */
function isAnchored({ like, companions, in: { document }, context }: FigureMatch): boolean {
  const counts = like.head === 1 && companions >= 0.5 && rowOf(document, context) === undefined;
  return counts && like.passage >= 0.5 && like.near >= 0.5;
}

/** A percentage that does not say of what: only one close by may be of the same. */
function isShareOfSomething({ like, context: { figure } }: FigureMatch): boolean {
  return like.head < 1 && figure.quantity.type === 'number' && figure.quantity.unit === '%';
}

/** `week 13` and `week 11` tell things apart. */
export function isLabel({ context: { figure } }: FigureMatch): boolean {
  return figure.quantity.type === 'number' && figure.quantity.unit?.startsWith('label ') === true;
}

/** The columns they stand in, else the documents, are of different years. */
export function isOfAnotherYear(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [yearsOf(rival), yearsOf(found)];
  return a.length > 0 && b.length > 0 && !a.some((year) => b.includes(year));
}

/** Their sentences say other days; or they are the same cell in two editions of a report. */
export function isOfAnotherDay(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [daysOf(rival), daysOf(found)];
  if (a.length === 0 || b.length === 0) return isOfAnotherEdition(rival, found);
  return a.every((mine) => b.every((other) => dateRelation(mine, other) === 'different'));
}

function daysOf({ in: { document }, context }: FigureMatch): DateQuantity[] {
  return (document.figuresOf.get(context.sentence) ?? []).flatMap(({ figure, figure: { quantity } }) =>
    quantity.type === 'date' && quantity.precision === 'day' && !isDateline(document, figure) ? [quantity] : [],
  );
}

/** `PORT ANSEL, 29 July 2025 (Iberpress) -`: when it was written. */
function isDateline({ analysis: { document } }: DocumentContext, { start }: FigureMention): boolean {
  const block = blockAt(document.blocks, start);
  return block !== undefined && /^\p{Lu}[\p{Lu}\s.’-]{2,40},\s+$/u.test(document.text.slice(block.start, start));
}

function isOfAnotherEdition(rival: FigureMatch, found: FigureMatch): boolean {
  const [a, b] = [cellName(rival), cellName(found)];
  if (a === undefined || a !== b) return false;
  const [old, other] = [issueOf(rival), issueOf(found)];
  return old !== undefined && other !== undefined && dateRelation(old, other) === 'different';
}

/** What a cell is called by its row and column; undefined in running text. */
function cellName({ in: { document }, context }: FigureMatch): string | undefined {
  const header = headerOf(document, context);
  const label = rowOf(document, context)?.cells[0];
  return header && label ? `${document.analysis.document.text.slice(label.start, label.end)} | ${header}` : undefined;
}

/** The first day that the head of a document says: that of its edition. */
function issueOf({ in: { document } }: FigureMatch): DateQuantity | undefined {
  for (const { figure } of document.figures) {
    if (figure.start > HEAD) return undefined;
    if (figure.quantity.type === 'date' && figure.quantity.precision === 'day') return figure.quantity;
  }
  return undefined;
}

/** The years that a figure is of: those of its column, that which its sentence begins with, else of its document's date or title. */
function yearsOf({ in: { source, document }, context }: FigureMatch): readonly string[] {
  const header = yearsIn(headerOf(document, context) ?? '');
  if (header.length > 0) return header;
  const { text } = document.analysis.document;
  const { start } = document.sentences[context.sentence]!;
  const opening = /^(?:in|for|during) ((?:19|20)\d\d)\b/iu.exec(text.slice(start, start + 20))?.[1];
  if (opening !== undefined) return [opening];
  const date = source.document.metadata.date?.slice(0, 4);
  if (date !== undefined) return [date];
  const [first] = document.analysis.document.blocks;
  return first ? yearsIn(text.slice(first.start, Math.min(first.end, first.start + 200))) : [];
}

/** `2024/25` is of both. */
function yearsIn(text: string): string[] {
  return [...text.matchAll(/\b((?:19|20)\d{2})(?:[/–-](\d{2}))?(?!\d)/gu)].flatMap(([, year, next]) =>
    next === undefined ? [year!] : [year!, year!.slice(0, 2) + next],
  );
}

/** What is measured stands somewhere about a figure with a unit, not behind it, so more of its words must agree. */
function hasUnit({ context: { figure } }: FigureMatch): boolean {
  return figure.quantity.type === 'number' && figure.quantity.unit !== undefined;
}

/** `The number of deaths rose to eight when …`: it was lower before. */
function isRisen({ in: { document }, context: { figure } }: FigureMatch): boolean {
  const before = document.analysis.document.text.slice(Math.max(0, figure.start - 40), figure.start);
  return /\b(?:rose|risen|rises|climbed|grew|grown|increased|went up|gone up)\s+(?:since\s+)?to\s+$/iu.test(before);
}

/** `at least three` of an early report and `four`, or a share of some and their number. */
export function isCompatible(rivalMatch: FigureMatch, { context: { figure: found } }: FigureMatch): boolean {
  const { figure: rival } = rivalMatch.context;
  const [a, b] = [rival.quantity, found.quantity];
  if (a.type !== 'number' || b.type !== 'number') return false;
  if ((a.unit === '%') !== (b.unit === '%')) return true;
  const lower = rival.hedge?.kind === 'at-least' || rival.hedge?.kind === 'more-than';
  return lower ? a.low <= b.low : a.low > b.low && isRisen(rivalMatch);
}

/** So far before a time stands what says that something is only compared with it. */
const COMPARED = 40;
/** What the place of a value with a unit needs of the draft's words. */
const SPOKEN_OF = 1.5;
/** So many characters of a document are its head. */
const HEAD = 300;
/** Words that say of what time a sentence is: one before. */
export const EARLIER =
  /\b(?:ago|earlier|previous(?:ly)?|last year|(?:a|the) (?:year|month|week|day) before|formerly|once)\b/iu;

/** The draft's sentence says when, the place with its value says the same, and the rival's another time or none of long ago. */
export function isOfAnotherTime(
  document: DocumentContext,
  draft: Judged,
  rival: FigureMatch,
  found: FigureMatch,
): boolean {
  const earlier = (place: DocumentContext, { sentence }: FigureContext): boolean => {
    const { start, end } = place.sentences[sentence]!;
    return EARLIER.test(place.analysis.document.text.slice(start, end));
  };
  if (
    earlier(document, draft) &&
    earlier(found.in.document, found.context) &&
    !earlier(rival.in.document, rival.context)
  )
    return true;
  const times = timesBeside(document, draft);
  const gives = (match: FigureMatch, time: FigureContext): boolean =>
    timesBeside(match.in.document, match.context).some(({ figure }) => relationOf(time.figure, figure).kind === 'same');
  // `28,113 tickets, more than in 2024`: what is told of 2024 is another matter.
  const compared = times.filter((time) => isCompared(document, time, COMPARED));
  if (compared.some((time) => gives(rival, time) && !gives(found, time))) return true;
  const isSaid = (match: FigureMatch): boolean => times.some((time) => gives(match, time));
  // `mid-July` is no other time than 8 to 17 July.
  const mayBeMeant = timesBeside(rival.in.document, rival.context).some((theirs) =>
    times.some(
      (time) =>
        relationOf(theirs.figure, time.figure).kind === 'finer' ||
        relationOf(time.figure, theirs.figure).kind === 'finer',
    ),
  );
  return (
    times.length > 0 &&
    isSaid(found) &&
    !isSaid(rival) &&
    !mayBeMeant &&
    timesBeside(rival.in.document, rival.context).length > 0
  );
}

/** Dates and stretches of time in a figure's sentence. */
function timesBeside(document: DocumentContext, { sentence }: FigureContext): FigureContext[] {
  return (document.figuresOf.get(sentence) ?? []).filter(({ figure, figure: { quantity } }) =>
    quantity.type === 'date'
      ? quantity.precision !== 'time' && !isDateline(document, figure)
      : quantity.type === 'duration',
  );
}

/** A cell and a sentence are of one thing only if what stands at the head of the cell's column is said of both. */
export function isOfAnotherCell(
  document: DocumentContext,
  draft: Judged,
  { in: other, context }: FigureMatch,
): boolean {
  const [mine, theirs] = [headerOf(document, draft), headerOf(other.document, context)];
  if (mine !== undefined && theirs === undefined) return /\d/u.test(mine) && !saidIn(other.document, context, mine);
  if (mine !== undefined || theirs === undefined) return false;
  const { keys } = sentenceWords(theirs);
  return keys.size > 0 && ![...keys].some((key) => document.sentences[draft.sentence]!.keys.has(key));
}

function saidIn({ analysis, sentences }: DocumentContext, { sentence }: FigureContext, words: string): boolean {
  const { start, end } = sentences[sentence]!;
  return analysis.document.text.slice(start, end).includes(words.trim());
}

const HEADERS = new WeakMap<DocumentContext, ReadonlyMap<number, readonly string[]>>();

/** The words at the head of the column that a figure stands in; undefined in running text. */
function headerOf(document: DocumentContext, context: FigureContext): string | undefined {
  const row = rowOf(document, context);
  if (!row || row.header) return undefined;
  let headers = HEADERS.get(document);
  if (!headers) {
    const { blocks, text } = document.analysis.document;
    headers = new Map(
      blocks.flatMap((block) =>
        block.kind === 'table-row' && block.header
          ? [[block.table, block.cells.map((cell) => text.slice(cell.start, cell.end))] as const]
          : [],
      ),
    );
    HEADERS.set(document, headers);
  }
  return headers.get(row.table)?.[columnOf(document, context)];
}
