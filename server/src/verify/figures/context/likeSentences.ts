import type { SourceFigures } from '../matches.ts';

/** A sentence of a source and the weight of the words that it shares with the draft's. */
export interface Likeness {
  readonly source: SourceFigures;
  readonly sentence: number;
  readonly shared: number;
}

/** How much each key tells: the rarer in the sources, the more. */
export function weightsOf(keys: readonly string[], sources: readonly SourceFigures[]): ReadonlyMap<string, number> {
  const count = sum(sources.map(({ document }) => document.sentences.length));
  return new Map(
    keys.map((key) => {
      const places = sum(sources.map(({ document }) => document.postings.get(key)?.length ?? 0));
      return [key, Math.log((count + 1) / (places + 0.5))];
    }),
  );
}

/** The sentences of the sources that share more than `least` of the weight of the words asked for, most first. */
export function likenessesOf(
  weights: ReadonlyMap<string, number>,
  sources: readonly SourceFigures[],
  least: number,
): Likeness[] {
  const likenesses: Likeness[] = [];
  for (const source of sources) {
    const shared = new Map<number, number>();
    for (const [key, weight] of weights) {
      for (const at of source.document.postings.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight);
    }
    for (const [sentence, weight] of shared) {
      if (weight > least) likenesses.push({ source, sentence, shared: weight });
    }
  }
  return likenesses.sort((a, b) => b.shared - a.shared);
}

export function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
