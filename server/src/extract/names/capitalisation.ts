import { perBlock, type BlockText } from '../../text/blockText.ts';
import { once } from '../../text/once.ts';
import type { Steps } from '../../text/turns.ts';
import { isCommonWord, isEverydayWord } from './commonWords.ts';
import { isCalendarWord, isDemonym, isKnownAcronym, isKnownPlace, isNoName, isParty } from './places.ts';
import { isVerbOfPersons } from './verbs.ts';
import type { NameWord } from './words.ts';
import { isCapital, nameWords } from './words.ts';

/** How a document writes its words, which tells names from words that have a capital because of where they stand. */
export interface Capitals {
  /** Words that occur in lower case. */
  readonly lower: Words;
  /** Words with a capital where only names have one, in lower case. */
  readonly names: Words;
  /** Neighbours of those, `first second` in lower case. */
  readonly pairs: Words;
  /** Words all in capitals that stand by themselves in brackets, in lower case. */
  readonly acronyms: Words;
  /** Last words of longer names, in lower case, nowhere written small: `Athletic`, where `Kestrel Athletic` stands. */
  readonly ends: Words;
}

/** A set of words of which only single ones are asked for. */
type Words = Pick<ReadonlySet<string>, 'has'>;

type CapitalSets = { readonly [Kind in keyof Capitals]: Set<string> };

/** A stretch of a block whose first word has a capital in any case, and how the rest of it is written. */
export interface Segment {
  readonly words: readonly NameWord[];
  readonly casing: 'sentence' | 'title' | 'capitals';
}

/** The segments of a block: all of it; of a table row, its cells. */
export const segmentsOf = perBlock(({ kind, text, cells }: BlockText): readonly Segment[] => {
  const segments: Segment[] = [];
  for (const { start, end } of kind === 'table-row' ? cells : [{ start: 0, end: text.length }]) {
    const words = nameWords(text, start, end);
    if (words.length > 0) segments.push({ words, casing: casingOf(text, words) });
  }
  return segments;
});

/** Headlines with a capital on each word but the small ones, or all in capitals; they do not end with a point. */
function casingOf(text: string, words: readonly NameWord[]): Segment['casing'] {
  if (words.length > 40) return 'sentence';
  let long = 0;
  let capitals = 0;
  let capital = 0;
  let small = 0;
  for (const word of words) {
    if (word.shape === 'number') continue;
    if (word.text.length >= 4) {
      long++;
      if (word.shape === 'capitals') capitals++;
    }
    if (word.shape !== 'lower') capital++;
    // No headline with capitals has a verb in small letters.
    else if (!SMALL.has(word.lower)) small += word.text.length >= 4 ? 2 : 1;
  }
  if (long >= 2 && capitals / long >= 0.7) return 'capitals';
  if (isSignature(text, words)) return 'sentence';
  const last = text[words.at(-1)!.end];
  if (last === '.' || last === ',' || last === ';') return 'sentence';
  // `the Regatta Cup of 1716, by Ann Tolland`, `Ruben Tesfaye. Journal of Public Health`: no headline begins small or goes on so.
  if (words[0]!.shape === 'lower' || words.some((word, i) => i > 0 && word.initial)) return 'sentence';
  if (words.length > 1 && words.length <= 5 && words.every((word) => word.shape !== 'lower')) return 'title';
  return capital >= 4 && small / (capital + small) <= 0.2 ? 'title' : 'sentence';
}

/** `— Leopold Quist, Office of Rail Regulation`: somebody by two or three names, and what they are. */
function isSignature(text: string, words: readonly NameWord[]): boolean {
  const comma = words.findIndex((word, i) => i > 0 && /^,\s$/u.test(text.slice(words[i - 1]!.end, word.start)));
  if (comma < 2 || comma > 3 || words.length > SIGNATURE) return false;
  return words.slice(0, comma).every(({ shape, lower }) => shape === 'capital' && !isCommonWord(lower));
}

/** A line with more words signs nothing. */
const SIGNATURE = 10;

/** Words that headlines with capitals write small. */
const SMALL: ReadonlySet<string> = new Set(
  'a an the of and or nor but in on at to for by with from as vs v via per into over'.split(' '),
);

/**
 * Reads how a document of these blocks writes its words, block by block. `segments`: those of each block; of a long document
 * they are not kept, and read again.
 */
export function* capitalSteps(
  blocks: readonly BlockText[],
  segments?: readonly (readonly Segment[])[],
): Steps<Capitals> {
  const capitals = noCapitals();
  const mayBeAsked = segments ? once(() => likeOneWithCapital(segments)) : () => () => true;
  for (const [i, block] of blocks.entries()) {
    yield;
    const own = segments?.[i] ?? segmentsOf(block);
    if (!block.kept) readCapitals(block.text, own, capitals, mayBeAsked());
    else {
      const kept = capitalsOfBlock(block, own);
      for (const kind of KINDS) for (const word of kept[kind]) capitals[kind].add(word);
    }
  }
  for (const word of capitals.ends) if (capitals.lower.has(word)) capitals.ends.delete(word);
  return capitals;
}

/**
 * Says of a word written small whether one with a capital may be the same: it begins and ends with the same letters and is as
 * long. Nobody asks whether any of the others, which are most, is written small.
 */
function likeOneWithCapital(segments: readonly (readonly Segment[])[]): (word: NameWord) => boolean {
  const seen = new Uint8Array(TRACES);
  for (const ofBlock of segments) {
    for (const { words } of ofBlock) for (const word of words) if (isCapital(word)) seen[traceOf(word.lower)] = 1;
  }
  return ({ lower }) => seen[traceOf(lower)] === 1;
}

const TRACES = 2048;

/** The same for the same word, and for few others. */
function traceOf(word: string): number {
  return ((word.charCodeAt(0) * 5) ^ (word.charCodeAt(word.length - 1) * 67) ^ (word.length * 331)) & (TRACES - 1);
}

const KINDS = ['lower', 'names', 'pairs', 'acronyms', 'ends'] as const;

function noCapitals(): CapitalSets {
  return { lower: new Set(), names: new Set(), pairs: new Set(), acronyms: new Set(), ends: new Set() };
}

const capitalsOfBlock = perBlock(({ text }: BlockText, segments: readonly Segment[]) => {
  const capitals = noCapitals();
  readCapitals(text, segments, capitals);
  return capitals;
});

function readCapitals(
  text: string,
  segments: readonly Segment[],
  capitals: CapitalSets,
  mayBeAsked: (word: NameWord) => boolean = () => true,
): void {
  const { lower, names, pairs, acronyms, ends } = capitals;
  for (const { words, casing } of segments) {
    if (casing !== 'sentence') continue;
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      if (word.shape === 'lower') {
        if (mayBeAsked(word)) lower.add(word.lower);
      } else if (word.shape !== 'number' && (!word.initial || word.shape === 'capitals')) {
        names.add(word.lower);
        if (word.shape === 'capitals' && text[word.start - 1] === '(' && text[word.end] === ')')
          acronyms.add(word.lower);
        const next = words[i + 1];
        const goesOn = next !== undefined && next.before === 'space' && next.shape !== 'lower';
        if (goesOn) pairs.add(`${word.lower} ${next.lower}`);
        else if (word.before === 'space' && words[i - 1]?.shape === 'capital' && !isClosed(words[i - 1]!))
          ends.add(word.lower);
      }
    }
  }
}

function isClosed({ lower, initial }: NameWord): boolean {
  return initial && isEverydayWord(lower);
}

/** Is it written small elsewhere, or a word of the language, and nowhere a name? Then its capital may be of its place. */
export function isOrdinaryWord(word: NameWord, capitals: Capitals): boolean {
  if (isKnownPlace(word.lower)) return false;
  if (capitals.lower.has(word.lower)) return true;
  return isCommonWord(word.lower) && (isEverydayWord(word.lower) || !capitals.names.has(word.lower));
}

const PREFIXES: ReadonlySet<string> = new Set(
  'anti pro ex non pre post mid trans inter intra re co semi self multi counter sub ultra neo un'.split(' '),
);

/** `Engineer-turned-host`, `Anti-state`, `Sixty-one`: the capital is of the sentence. */
function beginsWithCommonPart({ text, lower }: NameWord): boolean {
  const hyphen = /[-‐‑]/u.exec(text);
  if (hyphen === null || !/^\p{Ll}/u.test(text.slice(hyphen.index + 1))) return false;
  const first = lower.slice(0, hyphen.index);
  return isCommonWord(first) || PREFIXES.has(first);
}

/**
 * Can the word belong to a name, as it is written where it stands? Words at the start of a sentence and in headlines must
 * show themselves as names elsewhere or be no words of the language.
 */
export function looksLikeName(word: NameWord, casing: Segment['casing'], capitals: Capitals, next?: NameWord): boolean {
  if (word.shape === 'lower' || word.shape === 'number') return false;
  const { lower } = word;
  if (word.text.length === 1 && !word.text.includes('.')) return false;
  if (isNoName(lower)) return false;
  if (word.shape === 'capitals') {
    if (isKnownAcronym(lower) || isKnownPlace(lower)) return true;
    if (casing === 'capitals') return !isOrdinaryWord(word, capitals);
    if (isEverydayWord(lower)) return capitals.acronyms.has(lower);
    return lower.length <= 5 || !isCommonWord(lower);
  }
  if (isCalendarWord(lower)) return false;
  if (word.initial && beginsWithCommonPart(word)) return false;
  if (isDemonym(lower) || isParty(lower)) return true;
  if (casing === 'sentence' && !word.initial) return true;
  if (!isOrdinaryWord(word, capitals)) return true;
  // `Young faced`, where `Rory Young` stands elsewhere
  const verb = next?.before === 'space' && isVerbOfPersons(next.lower);
  return verb && lower.length > 3 && capitals.names.has(lower) && !capitals.lower.has(lower);
}
