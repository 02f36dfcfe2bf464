import type { FigureMention, Hedge, HedgeKind, Quantity } from '../../../extract/mention.ts';
import { different, FOUND, ROUNDED, type Amount, type Relation } from './relation.ts';

/**
 * Compares values of one unit. `slack` is a relative tolerance for converted units (1 means none either: exact). `share`:
 * fractions in words are coarse.
 */
export function valueRelation(
  draft: FigureMention,
  source: FigureMention,
  d: Amount,
  s: Amount,
  slack: number,
  share: boolean,
): Relation {
  const tolerance = slack > 0 && slack < 1 ? slack : 1e-9;
  if (slack === 0 && isNextTo(draft, source, d, s)) return FOUND;
  // A measure of two digits or more that was converted may be a whole number: `10 kg` for 23 lb.
  const half = tolerance === slack && draft.quantity.type === 'number' && Math.abs(d.low) >= 10 ? d.step / 2 : 0;
  const near = (a: number, b: number): boolean =>
    Math.abs(a - b) <= Math.max(half, tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-12));
  if (near(d.low, s.low) && near(d.high, s.high)) {
    if (opposedHedges(draft.hedge?.kind, source.hedge?.kind)) return different('hedge');
    return slack > 0 && slack < 1 ? ROUNDED : strictHedge(draft, source) ? different('hedge') : FOUND;
  }
  if (d.low === d.high && s.low !== s.high) return againstRange(draft, d.low, s);
  if (d.low !== d.high) {
    // A single value within the draft's range neither proves nor refutes it.
    return s.low === s.high && s.low >= d.low && s.low <= d.high ? { kind: 'finer' } : different('value');
  }
  return byHedge(draft.hedge, d, s.low, share, draft.quantity, source.hedge?.kind);
}

/** `18 or younger` is under 19, and `at least 11` more than ten. */
function isNextTo(draft: FigureMention, source: FigureMention, d: Amount, s: Amount): boolean {
  const [a, b] = [draft.hedge?.kind, source.hedge?.kind];
  if (d.low !== d.high || s.low !== s.high || d.step !== 1 || s.step !== 1) return false;
  const less = a === 'less-than' || b === 'less-than';
  const [inside, outside] = a === 'less-than' || a === 'more-than' ? [s.low, d.low] : [d.low, s.low];
  if (less) return (a === 'at-most' || b === 'at-most') && outside - inside === 1;
  return (a === 'more-than' || b === 'more-than') && (a === 'at-least' || b === 'at-least') && inside - outside === 1;
}

/** `fewer than 20` against an exact 20. */
function strictHedge(draft: FigureMention, source: FigureMention): boolean {
  return (
    (draft.hedge?.kind === 'less-than' || draft.hedge?.kind === 'more-than') &&
    // `over five stages`: along them, as likely as not.
    draft.hedge.text.toLowerCase() !== 'over' &&
    source.hedge === undefined &&
    isSmall(draft.quantity)
  );
}

/** Counts so small that more than N and N are two things. */
function isSmall(quantity: Quantity): boolean {
  return quantity.type === 'number' && quantity.unit === undefined && quantity.low < 13;
}

function opposedHedges(a: HedgeKind | undefined, b: HedgeKind | undefined): boolean {
  const up = (kind: HedgeKind | undefined): boolean => kind === 'more-than' || kind === 'at-least';
  const down = (kind: HedgeKind | undefined): boolean =>
    kind === 'less-than' || kind === 'at-most' || kind === 'nearly';
  return (up(a) && down(b)) || (down(a) && up(b));
}

function againstRange(draft: FigureMention, value: number, s: Amount): Relation {
  const kind = draft.hedge?.kind;
  if (value === s.low || value === s.high) {
    const wrongEnd =
      (value === s.high && (kind === 'more-than' || kind === 'at-least')) ||
      (value === s.low && (kind === 'less-than' || kind === 'at-most'));
    return wrongEnd ? different('hedge') : { kind: 'same', how: 'rounded', loose: true };
  }
  return kind === 'about' && value > s.low && value < s.high ? ROUNDED : different('value');
}

/** The step of the last digit that is not a nought: 100 for 1,100; but never finer than what was written. */
export function coarseStep(value: number, step: number): number {
  if (step < 1 || value === 0 || !Number.isInteger(value)) return step;
  let coarse = Math.max(1, step);
  while (value % (coarse * 10) === 0 && coarse < value) coarse *= 10;
  return coarse;
}

/**
 * Is a value rounder than the one it is to stand for? `more than 350` may be 380 and `about 1,100` 1,081; `more than 57` for
 * 60 and `about 871` for 870 are nobody's rounding.
 */
function isRounder(value: number, source: number): boolean {
  const [mine, theirs] = [significantDigits(value), significantDigits(source)];
  return mine.length < theirs.length || (mine.length === theirs.length && mine.length > 1 && mine.endsWith('5'));
}

function significantDigits(value: number): string {
  return Math.abs(value)
    .toPrecision(9)
    .replace(/e.*$/u, '')
    .replace('.', '')
    .replace(/^0+|0+$/gu, '');
}

function isFraction(quantity: Quantity): boolean {
  return quantity.type === 'number' && quantity.form === 'fraction';
}

/** `nearly ten` for nine. */
function isNextBelow(d: Amount, source: number, share: boolean): boolean {
  return !share && d.step === 1 && d.low <= 20 && d.low - source <= 1;
}

/** `just over`, `little more than`: not by much. */
function isBarely(hedge: Hedge | undefined): boolean {
  return hedge !== undefined && /^(?:only |a )?(?:just|little|slightly|barely|hardly|scarcely)\b/iu.test(hedge.text);
}

function byHedge(
  hedge: Hedge | undefined,
  d: Amount,
  source: number,
  share: boolean,
  quantity: Quantity,
  sourceKind: HedgeKind | undefined,
): Relation {
  const kind = hedge?.kind;
  const value = d.low;
  const coarse = coarseStep(Math.abs(value), d.step);
  const off = source - value;
  const size = Math.max(Math.abs(value), 1e-12);
  const written = d.step !== 1 || share;
  // A third has no last digit.
  const rounder = isFraction(quantity) || isRounder(value, source);
  switch (kind) {
    case undefined: {
      if (share) return Math.abs(off) <= (value > 1 ? 1.7 : 0.017) ? ROUNDED : different('value');
      if (written && Math.abs(off) <= d.step / 2 + 1e-9 * size) return ROUNDED;
      // Round thousands are fair, a round 60 for 61 is not.
      if (!written && coarse >= 100 && size >= 1000 && Math.abs(off) <= coarse / 2 && Math.abs(off) / size <= 0.03)
        return ROUNDED;
      return different('value');
    }
    case 'about':
      if (!share && !isRounder(value, source)) return different('value');
      return Math.abs(off) / size <= 0.055 ||
        (Math.abs(off) <= coarse / 2 && Math.abs(off) / size <= 0.1) ||
        (share && Math.abs(off) <= (value > 1 ? 3 : 0.03))
        ? ROUNDED
        : different('value');
    case 'nearly':
      if (off < 0 && !share && !isRounder(value, source)) return different('value');
      if (off < 0 && share && -off <= (value > 1 ? 3 : 0.03)) return ROUNDED;
      if (off < 0 && (-off / size <= 0.055 || -off <= d.step / 2 || isNextBelow(d, source, share))) return ROUNDED;
      return different(off > 0 && off / size < 0.1 ? 'hedge' : 'value');
    case 'more-than':
    case 'at-least':
      if (off > 0 && !rounder) return different('value');
      if (off > 0 && isBarely(hedge))
        return off / size <= (share ? 0.12 : 0.06) || off <= d.step / 2 ? ROUNDED : different('value');
      if (off > 0 && (off / size <= 0.3 || off < coarse || (share && off <= (value > 1 ? 12 : 0.12)))) return ROUNDED;
      return different(off < 0 && -off / size < 0.1 && sourceKind === undefined ? 'hedge' : 'value');
    case 'less-than':
    case 'at-most':
      if (off < 0 && !rounder) return different('value');
      if (off < 0 && (-off / size <= 0.3 || (-off < coarse && -off / size <= 0.6))) return ROUNDED;
      return different(off > 0 && off / size < 0.1 && quantity.type !== 'date' ? 'hedge' : 'value');
    default:
      return different('value');
  }
}
