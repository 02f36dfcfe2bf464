import type { FigureReading } from './reading.ts';
import type { FigureToken } from './tokens.ts';

/** What a number behind it is the name of. */
const LABELS =
  /^(?:Resolution|Article|Section|Chapter|Item|Group|Type|Boeing|Airbus|Apollo|Channel|Radio|Formula|Route|Highway|Interstate|Flight|Room|Unit|Block|Level|Tier|Division|Area|iPhone|Galaxy|Windows|PlayStation|Xbox|Act|Title|Bill|Table|Figure|Fig|Page|page|pages|chapter|section|article|No|no|Nos|number|Number|Volume|Vol|Part|Episode|Season|Game|Pier|Gate|Terminal|Platform|Line|District|Ward|Class|Grade|Year|Stage|Round|Phase|Step|Day|Week|Euro|Rio|Expo|Band|Highway|Junction|Point|Case|Question|Q|Update|UPDATE|phase|type|grade|tier|week|PHASE|STAGE|DAY|WEEK|PART|CHAPTER|SECTION|TABLE|FIGURE|ITEM|NO)$/u;

/** Things that come out with a number. */
const PAPERS =
  /^(?:report|bulletin|decision|order|resolution|case|file|law|act|issue|document|decree|ordinance|regulation|directive|paper|letter|notice|warrant|contract|permit|release|statement|communiqué|circular|update|edition)$/u;

/** Numbers that tell things apart (`Resolution 2231`, `page 1`) count nothing: no claims, yet an alarm if sources differ. */
export function labelled(tokens: readonly FigureToken[], figure: FigureReading): FigureReading {
  const quantity = figure.quantity;
  if (quantity.type !== 'number' || quantity.unit !== undefined || quantity.form !== undefined) return figure;
  let at = figure.from - 1;
  const pointed = tokens[at]?.text === '.' && tokens[at]!.glued;
  if (pointed) at--;
  const before = tokens[at];
  // `Inquiry RSI 7/2026`
  const isFile =
    tokens[figure.next]?.text === '/' && tokens[figure.next]!.glued && /^\p{Lu}{2,}$/u.test(before?.text ?? '');
  if (before?.kind !== 'word' || !(isFile || LABELS.test(before.text))) return figure;
  // In the cell before it is the name of a row: `Karvel District | 265`.
  if (tokens[figure.from]!.start - before.end > 1 && !pointed) return figure;
  const lower = before.lower;
  if (before.text === 'no' && !pointed) return figure;
  if (before.text === 'number' && quantity.low >= 100 && isMany(tokens[at - 1])) return figure;
  // `the world no. 6` is a rank, `situation report no. 6` none.
  const number = /^(?:no|number)$/u.test(lower) && !PAPERS.test(tokens[at - 1]?.lower ?? '');
  return {
    ...figure,
    quantity: { ...quantity, unit: number ? 'rank' : `label ${lower}`, form: 'ordinal' },
    ...(!/^(?:week|day|round|stage|year)$/u.test(lower) && { weak: true as const }),
  };
}

/** `its fighters number 4,000`: what is counted stands before the verb. */
function isMany(before: FigureToken | undefined): boolean {
  return (
    before?.kind === 'word' &&
    (/[^s']s$/u.test(before.lower) || /^(?:they|who|which|dead|people|women|men)$/u.test(before.lower))
  );
}
