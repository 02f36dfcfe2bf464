import type { Span } from '../../text/offsets.ts';
import type { QuoteItem, QuoteWord } from './words.ts';
import { spanOfWords, type SourceWords } from './sources.ts';

/** One step of a quotation laid beside a source: indices into its items and the source's words. */
export type AlignmentStep =
  | { readonly kind: 'same' | 'changed'; readonly item: number; readonly word: number }
  /** The draft has a word that the source does not have. */
  | { readonly kind: 'added'; readonly item: number }
  /** The source has a word that the draft leaves out without saying so. */
  | { readonly kind: 'dropped'; readonly word: number }
  /** Left out behind an ellipsis or brackets, or between two pieces of the source's quotation. */
  | { readonly kind: 'skipped'; readonly word: number };

/** The best place of a source for a quotation. */
export interface Alignment {
  readonly source: SourceWords;
  readonly items: readonly QuoteItem[];
  readonly steps: readonly AlignmentStep[];
  /** First and last word of the source's stretch. */
  readonly from: number;
  readonly to: number;
  /** How many words of the quotation the source has there, and how many words differ. */
  readonly same: number;
  readonly errors: number;
  /** `same` of all words that were compared: 1 for no difference. */
  readonly likeness: number;
}

/** How a cell of the table was reached; 0 is the start. */
const MOVE = { same: 1, changed: 2, added: 3, dropped: 4, gap: 5, gapWord: 6 } as const;

// A differing word costs 1. Of two ways with as many, the one with more words that both have is better, then the one that
// changes words rather than adding them.
const MATCH = -0.05;
const CHANGE = 0.99;
/** What a word passed over costs where that is allowed: enough to prefer the nearest place. */
const SKIP = 0.002;
/** Places that cost so little more than the best are candidates too: of the same words said twice. */
const TOLERANCE = 0.3;
/** Where more than this share of the words differs, the passage is another one. */
const HOPELESS = 0.7;
/** Words that a gap may pass over. */
const ELLIPSIS_REACH = 120;
const BRACKET_REACH = 14;
/** Cells of one alignment's table; longer quotations are cut into windows of their own length. */
const LARGEST_TABLE = 4_000_000;

/** The places of a source that fit a quotation best, best first: at most `limit`, none overlapping another. */
export function alignmentsIn(items: readonly QuoteItem[], source: SourceWords, limit = 4): Alignment[] {
  const windows = windowsOf(items, source);
  const found: Alignment[] = [];
  for (const window of windows) {
    for (const alignment of align(items, source, window.start, window.end)) {
      if (!found.some((other) => other.from <= alignment.to && alignment.from <= other.to)) found.push(alignment);
      else {
        const at = found.findIndex((other) => other.from <= alignment.to && alignment.from <= other.to);
        if (alignment.errors < found[at]!.errors) found[at] = alignment;
      }
    }
  }
  return found.sort((a, b) => b.likeness - a.likeness || b.same - a.same || a.from - b.from).slice(0, limit);
}

/** So many places of a few words are looked at in one source. */
export const MOST_PLACES = 200;

/** All places where the words of a short quotation stand one behind the other. */
export function exactPlaces(items: readonly QuoteItem[], source: SourceWords): Alignment[] {
  const words = items.filter((item): item is QuoteWord => item.kind === 'word');
  if (words.length === 0 || words.length < items.length)
    return alignmentsIn(items, source).filter(({ errors }) => errors === 0);
  const found: Alignment[] = [];
  for (const from of source.places(words[0]!.key)) {
    if (found.length >= MOST_PLACES) break;
    const fits = words.every((word, i) => {
      const other = source.keys[from + i];
      return other !== undefined && sameWord(word, other);
    });
    if (!fits) continue;
    const steps = words.map((_, i): AlignmentStep => ({ kind: 'same', item: i, word: from + i }));
    const to = from + words.length - 1;
    found.push({ source, items, steps, from, to, same: words.length, errors: 0, likeness: 1 });
  }
  return found;
}

/** So many windows are looked at. */
const WINDOWS = 5;
/** A word that stands in more places than `COMMON` says nothing beside one that stands in fewer than `RARE`. */
const COMMON = 2000;
const RARE = 200;

/** Stretches of the source that share rare words with the quotation in about its order. Word indices. */
function windowsOf(items: readonly QuoteItem[], source: SourceWords): Span[] {
  const size = items.length;
  const count = source.keys.length;
  const bucket = Math.max(6, Math.ceil(size / 3));
  const places = items.map((item) => (item.kind === 'word' ? source.places(item.key) : []));
  const isTold = places.some(({ length }) => length > 0 && length < RARE);
  // The first words of the source may be those from the middle of the quotation.
  const before = Math.ceil(size / bucket);
  const votes = new Float64Array(before + Math.ceil(count / bucket) + 2);
  const voted: number[] = [];
  const vote = (slot: number, weight: number): void => {
    if (votes[slot] === 0) voted.push(slot);
    votes[slot]! += weight;
  };
  for (const [i, ofItem] of places.entries()) {
    if (isTold && ofItem.length > COMMON) continue;
    const weight = 1 / (2 + ofItem.length);
    for (const place of ofItem) {
      const slot = before + Math.floor((place - i) / bucket);
      vote(slot, weight);
      vote(slot + 1, weight * 0.9);
    }
  }
  const gaps = items.filter((item) => item.kind !== 'word').length;
  const best = mostVoted(voted, votes);
  const least = best.length > 0 ? votes[best[0]!]! * 0.4 : 0;
  const reach = Math.ceil(size * 1.35) + 24 + gaps * ELLIPSIS_REACH;
  return best
    .filter((slot) => votes[slot]! >= least)
    .map((slot) => (slot - before) * bucket)
    .map((at) => ({
      start: Math.max(0, at - bucket - 10 - gaps * ELLIPSIS_REACH),
      end: Math.min(count, at + reach),
    }))
    .filter(({ start, end }) => end > start && (end - start + 1) * (size + 1) <= LARGEST_TABLE);
}

/** The slots with most votes, of as many those voted for first: of a long source sorting them all would take long. */
function mostVoted(voted: readonly number[], votes: Float64Array): number[] {
  const best: number[] = [];
  for (const slot of voted) {
    if (best.length === WINDOWS && votes[best.at(-1)!]! >= votes[slot]!) continue;
    let at = best.length;
    while (at > 0 && votes[best[at - 1]!]! < votes[slot]!) at--;
    best.splice(at, 0, slot);
    best.length = Math.min(best.length, WINDOWS);
  }
  return best;
}

/** Aligns all items with some stretch of the source's words `from` to `to`; the best places of equal cost. */
function align(items: readonly QuoteItem[], source: SourceWords, from: number, to: number): Alignment[] {
  const rows = items.length + 1;
  const columns = to - from + 1;
  const costs = new Float32Array(rows * columns);
  const moves = new Uint8Array(rows * columns);
  for (let i = 1; i < rows; i++) {
    const item = items[i - 1]!;
    const row = i * columns;
    const above = row - columns;
    for (let j = 0; j < columns; j++) {
      let cost: number;
      let move: number;
      if (item.kind !== 'word') {
        cost = costs[above + j]!;
        move = MOVE.gap;
        if (j > 0 && costs[row + j - 1]! + SKIP < cost) {
          cost = costs[row + j - 1]! + SKIP;
          move = MOVE.gapWord;
        }
      } else {
        cost = costs[above + j]! + 1;
        move = MOVE.added;
        if (j > 0) {
          const same = sameWord(item, source.keys[from + j - 1]!);
          const diagonal = costs[above + j - 1]! + (same ? MATCH : CHANGE);
          if (diagonal <= cost) {
            cost = diagonal;
            move = same ? MOVE.same : MOVE.changed;
          }
          const left = costs[row + j - 1]! + (source.skippable[from + j - 1] ? SKIP : 1);
          if (left < cost) {
            cost = left;
            move = MOVE.dropped;
          }
        }
      }
      costs[row + j] = cost;
      moves[row + j] = move;
    }
  }
  const last = (rows - 1) * columns;
  let least = Infinity;
  for (let j = 0; j < columns; j++) least = Math.min(least, costs[last + j]!);
  if (least > items.length * HOPELESS) return [];
  const ends: number[] = [];
  for (let j = 0; j < columns; j++) {
    if (costs[last + j]! <= least + TOLERANCE && moves[last + j] !== MOVE.dropped) ends.push(j);
  }
  ends.sort((a, b) => costs[last + a]! - costs[last + b]! || a - b);
  const found: Alignment[] = [];
  for (const end of ends) {
    if (found.length >= 4) break;
    const alignment = backtrack(items, source, from, moves, columns, end);
    if (alignment && !found.some((other) => other.from <= alignment.to && alignment.from <= other.to))
      found.push(alignment);
  }
  return found;
}

/** Is the quotation's word the source's, given by its key? One that is edited in brackets need only share its beginning. */
export function sameWord(item: QuoteWord, key: string): boolean {
  if (item.key === key) return true;
  return item.edited === true && item.key.slice(0, 3) === key.slice(0, 3);
}

function backtrack(
  items: readonly QuoteItem[],
  source: SourceWords,
  from: number,
  moves: Uint8Array,
  columns: number,
  end: number,
): Alignment | undefined {
  const steps: AlignmentStep[] = [];
  let i = items.length;
  let j = end;
  let gap = 0;
  let same = 0;
  let errors = 0;
  while (i > 0) {
    const move = moves[i * columns + j];
    const word = from + j - 1;
    switch (move) {
      case MOVE.same:
        same++;
        steps.push({ kind: 'same', item: --i, word });
        j--;
        break;
      case MOVE.changed:
        errors++;
        steps.push({ kind: 'changed', item: --i, word });
        j--;
        break;
      case MOVE.added:
        errors++;
        steps.push({ kind: 'added', item: --i });
        break;
      case MOVE.dropped: {
        const skippable = source.skippable[word] === 1;
        if (!skippable) errors++;
        steps.push({ kind: skippable ? 'skipped' : 'dropped', word });
        j--;
        break;
      }
      case MOVE.gapWord:
        gap++;
        if (gap > (items[i - 1]!.kind === 'bracket' ? BRACKET_REACH : ELLIPSIS_REACH)) return undefined;
        steps.push({ kind: 'skipped', word });
        j--;
        break;
      default:
        gap = 0;
        i--;
    }
  }
  steps.reverse();
  withinQuotation(steps, source);
  errors += toTheEnds(steps, source);
  const matched = steps.flatMap((step) =>
    step.kind === 'same' || step.kind === 'changed' || step.kind === 'dropped' ? [step.word] : [],
  );
  const first = matched[0];
  const last = matched.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return {
    source,
    items,
    steps,
    from: first,
    to: last,
    same,
    errors,
    likeness: same / (same + errors),
  };
}

/** A first or last word that differs has no partner outside of the source's quotation: the draft has added it. */
function withinQuotation(steps: AlignmentStep[], { quotes }: SourceWords): void {
  for (const order of [steps.keys(), [...steps.keys()].reverse()]) {
    const indices = [...order];
    const inner = steps[indices.find((i) => steps[i]!.kind === 'same') ?? -1];
    if (inner?.kind !== 'same') return;
    for (const i of indices) {
      const step = steps[i]!;
      if (step.kind !== 'changed' || quotes[step.word] === quotes[inner.word]) break;
      steps[i] = { kind: 'added', item: step.item };
    }
  }
}

/** So few words of the source's clause belong to a difference at the end of a quotation. */
const END_WORDS = 3;

/**
 * Where the first or last word differs, the rest of the source's clause differs with it: of `tomorrow rather than next week`
 * beside `next week rather than tomorrow`, `week` too. Returns how many words were added to the steps.
 */
function toTheEnds(steps: AlignmentStep[], { source, starts, ends, quotes }: SourceWords): number {
  const { text } = source.document;
  let added = 0;
  for (const by of [1, -1] as const) {
    const step = by > 0 ? steps.at(-1) : steps[0];
    if (step?.kind !== 'changed') continue;
    const rest: number[] = [];
    for (let at = step.word; rest.length <= END_WORDS; at += by) {
      const left = by > 0 ? at : at - 1;
      const inside = left >= 0 && left + 1 < starts.length && quotes[left] === quotes[left + 1];
      if (!inside || /[.,;:!?…–—\n]/u.test(text.slice(ends[left], starts[left + 1]))) break;
      rest.push(at + by);
    }
    if (quotes[step.word] === -1 || rest.length > END_WORDS) continue;
    const dropped = rest.map((word): AlignmentStep => ({ kind: 'dropped', word }));
    if (by > 0) steps.push(...dropped);
    else steps.unshift(...dropped.reverse());
    added += dropped.length;
  }
  return added;
}

/** Clean span of the source's stretch. */
export function sourceSpan({ source, from, to }: Alignment): Span {
  return spanOfWords(source, from, to);
}
