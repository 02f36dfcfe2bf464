import type { DocumentContext, FigureContext } from '../context/context.ts';
import { columnOf, rowOf } from '../derivation/places.ts';
import { gridsOf, labelOf, type Grid, type Label } from './grids.ts';
import type { FigurePlace } from '../matches.ts';
import { relationOf } from '../values/quantities.ts';

/** Two amounts further apart than this factor are no two of one row. */
const FAR = 8;
const EARLIER =
  /\b(?:from|against|than|after|compared|earlier|previous(?:ly)?|prior|preceding|last|past|former(?:ly)?|before|ago|once|used to|had been|then|until)\b/iu;
const PLANNED =
  /\b(?:estimat\w*|budget\w*|forecast\w*|target\w*|plan(?:s|ned|ning)?|expect\w*|project(?:ed|ion|ions)|hop(?:e|ed|es|ing)|guide|should|would|was to|were to|suppose\w*|schedul\w*|aim\w*|intend\w*|guess\w*|thought|valued)\b/iu;

/**
 * The cell of a source's table that the draft means where the value stands in another of its row or column: that of the time
 * which the draft says, the newest if it says none; what came, and not what was hoped for. Undefined if it means this one, or
 * nothing tells.
 */
export function cellMeant(
  draft: DocumentContext,
  claim: FigureContext,
  { in: { document }, context }: FigurePlace,
): FigureContext | undefined {
  const row = rowOf(document, context);
  const grid = row && !row.header && !rowOf(draft, claim) ? gridsOf(document).get(row.table) : undefined;
  const at = grid?.rows.findIndex(({ sentence }) => sentence === context.sentence) ?? -1;
  if (!grid || at < 0) return undefined;
  const column = columnOf(document, context);
  const said = saidTimes(draft, claim);
  if (!said) return undefined;
  return amongColumns(draft, claim, grid, at, column, said) ?? amongRows(draft, claim, grid, at, column, said);
}

function amongColumns(
  draft: DocumentContext,
  claim: FigureContext,
  { rows, columns }: Grid,
  at: number,
  column: number,
  said: Said,
): FigureContext | undefined {
  const own = columns[column];
  const { cells, label } = rows[at]!;
  if (!own) return undefined;
  const isComparable = (other: number): boolean => {
    const [a, b] = [cells.get(column), cells.get(other)];
    return a !== undefined && b !== undefined && isOfOneKind(a, b);
  };
  if (own.planned) {
    const came = columns.flatMap((label, i) => (i > 0 && !label.planned && isComparable(i) ? [i] : []));
    return came.length === 1 && !PLANNED.test(said.sentence) ? cells.get(came[0]!) : undefined;
  }
  if (own.times.size === 0) return undefined;
  const others = columns.flatMap((label, i) =>
    label.times.size > 0 && !label.planned && isSameSet(label.words, own.words) && (i === column || isComparable(i))
      ? [i]
      : [],
  );
  if (others.length < 2) return undefined;
  const labels = others.map((i) => ({ ...columns[i]!, times: new Set([...columns[i]!.times, ...label.times]) }));
  const meant = timeMeant(draft, claim, labels, said);
  const found = meant === undefined ? undefined : others[meant];
  return found === undefined || found === column ? undefined : cells.get(found);
}

/** Rows that are called by times alone; only one that the draft names is meant. */
function amongRows(
  draft: DocumentContext,
  claim: FigureContext,
  { rows, columns }: Grid,
  at: number,
  column: number,
  { times }: Said,
): FigureContext | undefined {
  const { keys } = draft.sentences[claim.sentence]!;
  const header = columns[column];
  if (!header || times.size === 0 || ![...header.words].some((word) => keys.has(word))) return undefined;
  const isOfTime = ({ label }: Grid['rows'][number]): boolean => label.times.size > 0 && label.words.size === 0;
  if (!isOfTime(rows[at]!)) return undefined;
  const named = rows.filter((row) => isOfTime(row) && [...times].every((time) => row.label.times.has(time)));
  return named.length === 1 && named[0] !== rows[at] ? named[0]!.cells.get(column) : undefined;
}

/** What the draft says of the time of a figure. */
interface Said {
  readonly sentence: string;
  readonly times: ReadonlySet<string>;
}

/** Undefined where it speaks of an earlier time that it does not name. */
function saidTimes(draft: DocumentContext, { figure, sentence }: FigureContext): Said | undefined {
  const { text } = draft.analysis.document;
  const { start, end, block } = draft.sentences[sentence]!;
  const numbers = (draft.figuresOf.get(sentence) ?? []).filter(
    ({ figure: { quantity } }) => quantity.type !== 'date' || quantity.precision === 'time',
  );
  const [first] = numbers;
  const previous = numbers.findLast(({ figure: other }) => other.end <= figure.start);
  const next = numbers.find(({ figure: other }) => other.start >= figure.end);
  const opening = text.slice(start, first?.figure.start);
  const before = text.slice(previous?.figure.end ?? start, figure.start);
  const behind = text.slice(figure.end, next?.figure.start ?? end);
  const clause = before.slice(before.search(/[^,;:–—()]*$/u)) + behind.slice(0, behind.search(/[,;:–—()]|$/u));
  if (EARLIER.test(opening) || EARLIER.test(clause)) return undefined;
  const last = draft.sentences[sentence - 1];
  if (last?.block === block && EARLIER.test(text.slice(last.start, last.end))) return undefined;
  // What another figure is of stands behind it.
  const own = labelOf(`${before} ${behind}`).times;
  return { sentence: text.slice(start, end), times: own.size > 0 ? own : labelOf(opening).times };
}

/** Index of the one that is meant among labels of different times: the only one that is said, or the newest if none is. */
function timeMeant(
  draft: DocumentContext,
  claim: FigureContext,
  labels: readonly Label[],
  { times }: Said,
): number | undefined {
  const newest = newestOf(labels);
  const said = labels.flatMap(({ times: own }, i) => ([...own].some((time) => times.has(time)) ? [i] : []));
  if (said.length === 1) return [...times].every((time) => labels[said[0]!]!.times.has(time)) ? said[0] : undefined;
  if (newest === undefined || ![...times].every((time) => labels[newest]!.times.has(time))) return undefined;
  // The year that the draft speaks of where the figure stands.
  const years = new Set(labels.flatMap(({ times: own }) => [...own].filter((time) => /^\d/u.test(time))));
  const spoken = draft.figures.filter(
    ({ sentence, figure: { quantity } }) =>
      sentence <= claim.sentence && quantity.type === 'date' && years.has(quantity.to.slice(0, 4)),
  );
  const last = spoken.at(-1)?.figure.quantity;
  return last?.type !== 'date' || labels[newest]!.times.has(last.to.slice(0, 4)) ? newest : undefined;
}

/** Index of the newest of labels with a year each. */
export function newestOf(labels: readonly Label[]): number | undefined {
  const dates = labels.map(({ times }) => {
    const year = [...times].find((time) => /^\d/u.test(time));
    const month = [...times].find((time) => time.startsWith('m'))?.slice(1) ?? '0';
    return year === undefined ? undefined : Number(year) * 12 + Number(month);
  });
  if (dates.includes(undefined)) return undefined;
  const newest = Math.max(...(dates as number[]));
  return dates.filter((date) => date === newest).length === 1 ? dates.indexOf(newest) : undefined;
}

function isOfOneKind(a: FigureContext, b: FigureContext): boolean {
  const [x, y] = [a.figure.quantity, b.figure.quantity];
  if (x.type !== 'number' || y.type !== 'number' || relationOf(a.figure, b.figure).kind === 'incomparable')
    return false;
  return x.unit === y.unit && Math.max(x.low, y.low) <= FAR * Math.min(x.low, y.low);
}

export function isSameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one));
}
