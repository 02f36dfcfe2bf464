import { termKey } from './terms.ts';
import type { DocumentContext, FigureContext, SentenceContext } from './context.ts';

/** How much a word tells, by how rare it is in the corpus: from near 0 for what stands everywhere to 1. */
export type Weight = (key: string) => number;

/** What speaks for two figures being about the same quantity; each between 0 and 1. */
export interface Likeness {
  /** Share of the draft sentence's weight that the source's sentence has. */
  readonly sentence: number;
  /** Share of the draft sentence's weight that the source's sentence or its neighbours have. */
  readonly passage: number;
  /** Likeness of the words near the two figures, by nearness. */
  readonly near: number;
  /** Share of the draft's near words that are near in the source. */
  readonly nearShare: number;
  /** Is the same thing counted: 1 yes, 0 no, 0.5 if one of them says nothing. */
  readonly head: number;
  /** Share of the weight that sentence before and heading of the draft have in the source's passage. */
  readonly lead: number;
  /** Directly before and behind stand the same words. */
  readonly before: number;
  readonly behind: number;
  /** The source's sentence is largely the draft's: share of its weight that the draft's sentence has. */
  readonly focus: number;
  /** How early in the source. */
  readonly early: number;
}

/** A draft figure's context made ready for comparing with many. */
export interface Asked {
  readonly context: FigureContext;
  readonly sentence: SentenceContext;
  readonly document: DocumentContext;
  readonly weight: Weight;
  /** Summed weight of its sentence's keys. */
  readonly total: number;
  readonly nearNorm: number;
  readonly nearTotal: number;
  readonly leadKeys: ReadonlySet<string>;
}

export function askedOf(document: DocumentContext, context: FigureContext, weight: Weight): Asked {
  const sentence = document.sentences[context.sentence]!;
  const own = [...sentence.keys];
  const before = document.sentences[context.sentence - 1];
  const leadKeys = new Set<string>();
  if (before) for (const key of before.keys) if (!sentence.keys.has(key)) leadKeys.add(key);
  for (const key of document.headings[sentence.block] ?? []) if (!sentence.keys.has(key)) leadKeys.add(key);
  let nearNorm = 0;
  let nearTotal = 0;
  for (const [key, nearness] of context.near) {
    nearNorm += weight(key) * nearness * nearness;
    nearTotal += weight(key) * nearness;
  }
  return {
    context,
    sentence,
    document,
    weight,
    leadKeys,
    total: sum(own, weight),
    nearNorm: Math.sqrt(nearNorm),
    nearTotal,
  };
}

function sum(keys: Iterable<string>, weight: Weight): number {
  let total = 0;
  for (const key of keys) total += weight(key);
  return total;
}

/** Sentence-level likeness, the same for all figures of a source sentence. */
export interface SentenceLikeness {
  readonly sentence: number;
  readonly passage: number;
  readonly focus: number;
  readonly lead: number;
}

export function sentenceLikeness(asked: Asked, source: DocumentContext, index: number): SentenceLikeness {
  const { weight } = asked;
  const own = source.sentences[index]!;
  const before = source.sentences[index - 1]?.keys;
  const behind = source.sentences[index + 1]?.keys;
  const heading = source.headings[own.block];
  let shared = 0;
  let around = 0;
  for (const key of asked.sentence.keys) {
    if (own.keys.has(key)) shared += weight(key);
    else if (before?.has(key) || behind?.has(key) || heading?.has(key)) around += weight(key);
    else if (source.title.has(key)) around += 0.6 * weight(key);
  }
  let lead = 0;
  let leadTotal = 0;
  for (const key of asked.leadKeys) {
    leadTotal += weight(key);
    if (own.keys.has(key) || before?.has(key) || heading?.has(key)) lead += weight(key);
  }
  const ownTotal = sum(own.keys, weight);
  return {
    sentence: asked.total > 0 ? shared / asked.total : 0,
    passage: asked.total > 0 ? (shared + 0.7 * around) / asked.total : 0,
    // Of a sentence of few words it says little that they are all shared.
    focus: ownTotal > 0 ? (shared / ownTotal) * (own.keys.size / (own.keys.size + 4)) : 0,
    lead: leadTotal > 0 ? lead / leadTotal : 0.2,
  };
}

/** Everything that speaks for two figures being about the same quantity. */
export function likeness(
  asked: Asked,
  source: DocumentContext,
  figure: FigureContext,
  known?: SentenceLikeness,
): Likeness {
  const { weight, context } = asked;
  const sentences = known ?? sentenceLikeness(asked, source, figure.sentence);
  let dot = 0;
  let share = 0;
  let norm = 0;
  for (const [key, nearness] of figure.near) {
    const w = weight(key);
    norm += w * nearness * nearness;
    const mine = context.near.get(key);
    if (mine === undefined) continue;
    dot += w * mine * nearness;
    share += w * Math.min(mine, nearness * 1.3);
  }
  const cosine = asked.nearNorm > 0 && norm > 0 ? dot / (asked.nearNorm * Math.sqrt(norm)) : 0;
  return {
    ...sentences,
    near: Math.min(1, cosine),
    nearShare: asked.nearTotal > 0 ? Math.min(1, share / asked.nearTotal) : 0,
    head: headLikeness(context, figure),
    before: samePreposition(context.before, figure.before),
    behind: context.behind !== '' && context.behind === figure.behind ? 1 : 0,
    early: 1 / (1 + figure.sentence / 6),
  };
}

/** `by`, `to`, `from`, `until` before both tell changes, levels and ends apart; words of meaning count by their nearness. */
function samePreposition(a: string, b: string): number {
  if (a === '' || a !== b) return 0;
  return COMMON.has(a) || termKey(a) !== '' ? 0.3 : 1;
}

/** Words that stand before figures of every kind. */
const COMMON = new Set(['in', 'on', 'of', 'the', 'a', 'at', 'and', 'it', 'is', 'was', 'are', 'were', 'be']);

/** 1 if both count the same thing, 0 if not, 0.5 if one of them does not say. */
export function headLikeness(a: FigureContext, b: FigureContext): number {
  if (a.head === undefined || b.head === undefined) return 0.5;
  const [mine, theirs] = [a.heads ?? [a.head], b.heads ?? [b.head]];
  if (a.head === b.head || mine.some((key) => theirs.includes(key))) return 1;
  // `Injured | 240`: what a row is called is as good as a noun behind the number.
  if (isLabelled(a) && b.counts) return 0;
  const near = Math.max(b.near.get(a.head) ?? 0, a.near.get(b.head) ?? 0);
  return near > 0.25 ? 0.8 * near : 0;
}

/** What it counts is said by the label of its row: nothing stands behind it in its cell. */
function isLabelled({ head, behind, counts }: FigureContext): boolean {
  return head !== undefined && behind === '' && !counts;
}
