/** Numbers that are the same in every run. */
export interface Random {
  /** From 0 to before 1. */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of the list by Zipf's law: the n-th is taken 1/n times as often as the first. */
  zipf<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** Mulberry32, by Tommy Ettinger: 32 bits of state, good enough for making texts. */
export function randomFrom(seed: number): Random {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: (list) => list[Math.floor(next() * list.length)]!,
    zipf: (list) => list[zipfRank(next(), list.length)]!,
    chance: (share) => next() < share,
  };
}

/** With weights 1/rank the sum grows as the logarithm, so its inverse is a power. */
function zipfRank(uniform: number, size: number): number {
  return Math.min(size - 1, Math.floor((size + 1) ** uniform) - 1);
}
