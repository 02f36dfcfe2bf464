import type { TableRow } from '../../text/structuredText.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { sentenceWords } from './context/sentenceWords.ts';
import { isBracketed } from './context/wording.ts';
import { columnOf, rowOf } from './derivation/places.ts';
import type { FigureMatch } from './matches.ts';
import { gridsOf } from './tables/grids.ts';

// A rival beside the place with the draft's value: in its sentence, in its column of a table, in its row.

/** In one sentence; or in one column of a table, and the draft names the row of the one and not that of the other. */
export function isBeside(draft: DocumentContext, claim: FigureContext, a: FigureMatch, b: FigureMatch): boolean {
  if (a.in !== b.in) return false;
  // What the cells of a row are called is compared where both stand in tables.
  if (a.context.sentence === b.context.sentence) return !rowOf(draft, claim) || !rowOf(a.in.document, a.context);
  const { document } = a.in;
  const [mine, other] = [rowOf(document, a.context), rowOf(document, b.context)];
  if (!mine || mine.table !== other?.table || columnOf(document, a.context) !== columnOf(document, b.context))
    return false;
  const isLabelled = (row: TableRow): boolean => {
    const label = row.cells[0];
    const text = label ? document.analysis.document.text.slice(label.start, label.end) : '';
    return [...sentenceWords(text).keys].some((key) => claim.near.has(key));
  };
  return isLabelled(mine) && !isLabelled(other);
}

/** In one sentence the draft's words tell its figures apart: the same thing is counted, or they stand much nearer. */
export function isMeant(rival: FigureMatch, found: FigureMatch): boolean {
  const [like, other] = [rival.like, found.like];
  if (isElided(rival, found)) return false;
  if (like.head === 1 && other.head <= 0.3) return true;
  const [near, share] = [like.near - other.near, like.nearShare - other.nearShare];
  return near >= 0.2 && near + share >= 0.35 && like.head >= other.head;
}

/**
 * Both say what they count, and it is what the draft counts in the one, something else in the other; or what another figure of
 * the draft's sentence counts: two that changed places.
 */
export function isNamedApart(
  { figuresOf }: DocumentContext,
  claim: FigureContext,
  rival: FigureMatch,
  found: FigureMatch,
): boolean {
  if (!saysWhatOf(rival.context) || !saysWhatOf(found.context) || rival.like.head < 1) return false;
  if (isElided(rival, found)) return false;
  if (found.like.head === 0) return true;
  const { counts, head, sentence } = claim;
  const isCounted = ({ context }: FigureMatch): boolean => head !== undefined && context.heads?.includes(head) === true;
  if (counts !== true || !isCounted(rival) || isCounted(found)) return false;
  return figuresOf.get(sentence)!.some((other) => {
    const isOther = other !== claim && other.counts === true && other.head !== head;
    return isOther && other.head !== undefined && found.context.heads?.includes(other.head) === true;
  });
}

/** Cells of one row: the draft's sentence has the name over the rival's column, and not that over its own value's. */
export function isOfNamedColumn(
  draft: DocumentContext,
  claim: FigureContext,
  rival: FigureMatch,
  found: FigureMatch,
): boolean {
  if (rival.in !== found.in || rival.context.sentence !== found.context.sentence || rowOf(draft, claim)) return false;
  const { document } = rival.in;
  const row = rowOf(document, rival.context);
  const columns = row && gridsOf(document).get(row.table)?.columns;
  if (!columns) return false;
  const { start, end } = draft.sentences[claim.sentence]!;
  const names = draft.analysis.names.filter((name) => name.start >= start && name.end <= end);
  const isNamed = ({ context }: FigureMatch): boolean => {
    const words = [...(columns[columnOf(document, context)]?.words ?? [])];
    return words.length > 0 && names.some(({ text }) => words.every((word) => sentenceWords(text).keys.has(word)));
  };
  return isNamed(rival) && !isNamed(found);
}

/** `92 percent of deaths and 87 percent of attacks`: the rival is the share of what the draft gives the other's share of. */
export function isShareBeside(
  draft: DocumentContext,
  claim: FigureContext,
  rival: FigureMatch,
  found: FigureMatch,
): boolean {
  const isOneSentence = rival.in === found.in && rival.context.sentence === found.context.sentence;
  const { quantity } = rival.context.figure;
  const isShare = quantity.type === 'number' && quantity.unit === '%';
  return isOneSentence && isShare && !rival.owned && !rival.told && isNamedApart(draft, claim, rival, found);
}

/** It stands before what it counts, or is a share of something. */
function saysWhatOf({ counts, head, figure: { quantity } }: FigureContext): boolean {
  return counts === true || (head !== undefined && quantity.type === 'number' && quantity.unit === '%');
}

/** `2,100 meals; later it was cut to 1,600`: a number without a noun or unit takes the one before. */
function isElided(rival: FigureMatch, { context, in: { document } }: FigureMatch): boolean {
  const { quantity } = context.figure;
  const followed = context.counts === true && !/^(?:in|on|at|of|by|from|for|since|and|but)$/u.test(context.behind);
  const bare = quantity.type === 'number' && quantity.unit === undefined && !followed;
  // `1,865 (2024: 1,530)`: in brackets stands one of another time.
  const inBrackets = isBracketed(document, context.figure);
  return bare && !inBrackets && rival.context.counts === true && rowOf(document, context) === undefined;
}
