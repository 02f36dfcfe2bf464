import { atOnce, type Steps } from '../text/turns.ts';

/** Strings by the trigrams they are made of, for finding those that share most with another. */
export interface TrigramIndex {
  /**
   * The strings that share most trigrams with `text`, for their length, best first; equal ones in order of the alphabet.
   * Those in `gone` are left out.
   */
  nearest(text: string, limit: number, gone?: ReadonlySet<string>): NearString[];
}

/** A string and the share of trigrams that it has in common with the one asked for. */
export interface NearString {
  readonly text: string;
  readonly score: number;
}

/** So many bits a letter has in the number of a trigram; some letters of different scripts share a number. */
const LETTER_BITS = 10;
const LETTERS = 1 << LETTER_BITS;

/**
 * An index of the given strings, in memory: numbers in typed arrays, a fifth of what lists and maps of strings take. Linear
 * to build; a question costs the postings of its own trigrams. Words with two letters transposed share too few trigrams where
 * they are short, so they are found by their letters.
 */
export function createTrigramIndex(strings: Iterable<string>): TrigramIndex {
  return atOnce(trigramIndexSteps(strings));
}

/** So many strings are taken in without a pause. */
const STRINGS_A_STEP = 100;

/** {@link createTrigramIndex}, some strings at a time. */
export function* trigramIndexSteps(strings: Iterable<string>): Steps<TrigramIndex> {
  const all = [...strings];
  const trigramNumbers = new Map<number, number>();
  const numberOf = (trigram: number): number => {
    let number = trigramNumbers.get(trigram);
    if (number === undefined) trigramNumbers.set(trigram, (number = trigramNumbers.size));
    return number;
  };
  const sizes = new Uint16Array(all.length);
  const letterSums = new Uint32Array(all.length);
  /** The trigrams of all strings, one string behind the other. */
  let found = new Uint32Array(Math.max(64, all.length * 12));
  let count = 0;
  for (const [id, text] of all.entries()) {
    if (id % STRINGS_A_STEP === 0) yield;
    const trigrams = trigramsOf(text);
    letterSums[id] = letterSumOf(text);
    sizes[id] = trigrams.length;
    if (count + trigrams.length > found.length) found = grown(found, count + trigrams.length);
    for (const trigram of trigrams) found[count++] = numberOf(trigram);
  }
  const { starts, postings } = yield* invert(found, sizes, trigramNumbers.size);
  const shared = new Uint16Array(all.length);

  return {
    nearest(text, limit, gone) {
      const trigrams = trigramsOf(text);
      const touched: number[] = [];
      for (const trigram of trigrams) {
        const number = trigramNumbers.get(trigram);
        if (number === undefined) continue;
        for (let at = starts[number]!; at < starts[number + 1]!; at++) {
          const id = postings[at]!;
          if (shared[id] === 0) touched.push(id);
          shared[id]!++;
        }
      }
      const sum = letterSumOf(text);
      for (let id = letterSums.indexOf(sum); id >= 0; id = letterSums.indexOf(sum, id + 1)) {
        if (!haveSameLetters(text, all[id]!)) continue;
        if (shared[id] === 0) touched.push(id);
        shared[id]! += trigrams.length;
      }
      const present = gone && gone.size > 0 ? touched.filter((id) => !gone.has(all[id]!)) : touched;
      const scores = Float64Array.from(present, (id) => shared[id]! / (trigrams.length + sizes[id]!));
      for (const id of touched) shared[id] = 0;
      const least = present.length > limit ? (scores.slice().sort()[present.length - limit] ?? 0) : 0;
      const best: NearString[] = [];
      present.forEach((id, i) => {
        if (scores[i]! >= least) best.push({ text: all[id]!, score: scores[i]! });
      });
      return best.sort(nearerFirst).slice(0, limit);
    },
  };
}

/** By score, then in order of the alphabet. */
export function nearerFirst(a: NearString, b: NearString): number {
  return b.score - a.score || (a.text < b.text ? -1 : 1);
}

/** Three letters packed into one number, each once. Two marks before and one behind, so that beginnings count more than ends. */
function trigramsOf(text: string): number[] {
  const trigrams: number[] = [];
  let window = (1 << LETTER_BITS) | 1;
  for (let at = 0; at <= text.length; at++) {
    // 1 and 2 are the marks before and behind.
    const letter = at < text.length ? 3 + (text.charCodeAt(at) % (LETTERS - 3)) : 2;
    window = ((window << LETTER_BITS) | letter) & ((1 << (3 * LETTER_BITS)) - 1);
    if (!trigrams.includes(window)) trigrams.push(window);
  }
  return trigrams;
}

/** For each trigram the strings it is in: from `starts[trigram]` to before `starts[trigram + 1]`, in order. */
function* invert(
  found: Uint32Array,
  sizes: Uint16Array,
  trigrams: number,
): Steps<{ readonly starts: Uint32Array; readonly postings: Uint32Array }> {
  const count = sizes.reduce((sum, size) => sum + size, 0);
  const starts = new Uint32Array(trigrams + 1);
  for (let at = 0; at < count; at++) starts[found[at]! + 1]!++;
  yield;
  for (let trigram = 0; trigram < trigrams; trigram++) starts[trigram + 1]! += starts[trigram]!;
  const next = starts.slice();
  const postings = new Uint32Array(count);
  let at = 0;
  for (const [id, size] of sizes.entries()) {
    if (id % STRINGS_A_STEP === 0) yield;
    for (let i = 0; i < size; i++) postings[next[found[at++]!]!++] = id;
  }
  return { starts, postings };
}

function grown(numbers: Uint32Array, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(Math.max(least, numbers.length * 2));
  larger.set(numbers);
  return larger;
}

/** Equal for words that differ in the order of their letters only, and for hardly any others. */
function letterSumOf(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at) + 1;
    sum = (sum + Math.imul(Math.imul(unit, 0x9e3779b1) ^ (unit << 7), 0x85ebca6b)) >>> 0;
  }
  return sum;
}

function haveSameLetters(a: string, b: string): boolean {
  return a.length === b.length && (a === b || [...a].sort().join('') === [...b].sort().join(''));
}
