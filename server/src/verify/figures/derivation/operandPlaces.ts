import type { TableRow } from '../../../text/structuredText.ts';
import { likeness, sentenceLikeness, type Asked, type Likeness } from '../context/align.ts';
import type { SentenceLikeness } from '../context/align.ts';
import type { DocumentContext } from '../context/context.ts';
import type { FigurePlace, SourceFigures } from '../matches.ts';
import { keysOf } from '../context/sentenceWords.ts';
import { termsOf } from '../context/terms.ts';
import { columnOf, rowOf, valueKey } from './places.ts';
import { sentencesToSearch } from '../searching.ts';

/** A figure of a source that a figure of the draft may be reckoned from. */
export interface OperandPlace extends FigurePlace {
  readonly like: Likeness;
  /** The draft gives the value too, so many sentences from the claim; Infinity if it does not. */
  readonly told: number;
  /** How surely it is spoken of where the claim stands; the better, the higher. */
  readonly relevance: number;
  /** Its row in a table, and its column there (-1 in running text). */
  readonly row?: TableRow;
  readonly column: number;
  /** The share of the row's label that the draft has in the claim's sentence, or the one before. */
  readonly named?: number;
}

/** Places that are combined with each other; the steps from two of them are in the square of it. */
const CONSIDERED = 50;
/** Sentences of the draft before and behind the claim, in which it may give the operands itself. */
const BEFORE = 4;
const BEHIND = 2;

/** The figures of the sources that the claim may be reckoned from, best first. */
export function operandPlaces(asked: Asked, sources: readonly SourceFigures[]): OperandPlace[] {
  const toldAt = toldValues(asked);
  const own = asked.sentence;
  const before = asked.document.sentences[asked.context.sentence - 1];
  const spoken = new Set([...own.keys, ...(before?.block === own.block ? before.keys : [])]);
  const places: OperandPlace[] = [];
  for (const source of sources) {
    const { document } = source;
    const searched = sentencesToSearch(asked, document);
    const sentences = new Map<number, SentenceLikeness>();
    for (const context of document.figures) {
      if (context.figure.weak || context.figure.quantity.type === 'score') continue;
      if (searched && !searched.has(context.sentence)) continue;
      let known = sentences.get(context.sentence);
      if (!known) sentences.set(context.sentence, (known = sentenceLikeness(asked, document, context.sentence)));
      const like = likeness(asked, document, context, known);
      const told = toldAt.get(valueKey(context)) ?? Infinity;
      const row = rowOf(document, context);
      const named = row && labelShare(document, row, spoken, asked);
      places.push({
        in: source,
        context,
        like,
        told,
        relevance: relevanceOf(like, told),
        column: columnOf(document, context),
        ...(row && { row }),
        ...(named !== undefined && { named }),
      });
    }
  }
  return places.sort((a, b) => b.relevance - a.relevance).slice(0, CONSIDERED);
}

function relevanceOf(like: Likeness, told: number): number {
  return (
    like.passage +
    0.3 * like.lead +
    0.6 * Math.min(1, like.near + like.nearShare) +
    0.8 / (1 + told) +
    (like.head === 1 ? 0.2 : 0)
  );
}

/** The values that the draft gives around the claim, with how many sentences lie between. */
function toldValues({ document, context }: Asked): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (let at = context.sentence - BEFORE; at <= context.sentence + BEHIND; at++) {
    for (const other of document.figuresOf.get(at) ?? []) {
      if (other === context) continue;
      const key = valueKey(other);
      const distance = Math.abs(at - context.sentence);
      if (distance < (values.get(key) ?? Infinity)) values.set(key, distance);
    }
  }
  return values;
}

/** The share of a row's label, by weight, that is among the words spoken; undefined of a row without a label. */
function labelShare(
  { analysis }: DocumentContext,
  { cells }: TableRow,
  spoken: ReadonlySet<string>,
  { weight }: Asked,
): number | undefined {
  const label = cells[0];
  if (!label) return undefined;
  let [all, shared] = [0, 0];
  for (const key of keysOf(termsOf(analysis.document.text.slice(label.start, label.end)))) {
    all += weight(key);
    if (spoken.has(key)) shared += weight(key);
  }
  return all > 0 ? shared / all : undefined;
}
