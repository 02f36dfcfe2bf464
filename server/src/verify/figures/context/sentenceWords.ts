import { detached } from '../../../text/detached.ts';
import type { FigureContext } from './context.ts';
import { termsOf, type Term } from './terms.ts';

/** What is worked out for a figure from the words of its sentence alone. */
export type LineContext = Pick<FigureContext, 'near' | 'head' | 'heads' | 'counts' | 'before' | 'behind'>;

/** A sentence by its words, wherever it stands. */
export interface SentenceWords {
  /** Spans are in the sentence. */
  readonly terms: readonly Term[];
  /** The keys of its terms that say something. */
  readonly keys: ReadonlySet<string>;
  /** By {@link placeKey}, filled as figures are asked for. */
  readonly lines: Map<number, LineContext>;
}

/** So many sentences are kept twice over: those of a draft are asked for again at each edit. */
const CAPACITY = 2000;
/** A longer one is worked out each time. */
const LONGEST = 2000;

let recent = new Map<string, SentenceWords>();
let before = new Map<string, SentenceWords>();

/** The keys of a sentence's terms that say something, where its words themselves are hardly asked for, as of most of a source. */
export function sentenceKeys(text: string): ReadonlySet<string> {
  return (recent.get(text) ?? before.get(text))?.keys ?? keysOf(termsOf(text));
}

/** The words of a sentence. An edit leaves most sentences as they were, so they are kept for a while. */
export function sentenceWords(text: string): SentenceWords {
  let known = recent.get(text);
  if (known) return known;
  known = before.get(text);
  if (!known) {
    const terms = termsOf(text);
    known = { terms, keys: keysOf(terms), lines: new Map() };
  }
  if (text.length > LONGEST) return known;
  if (recent.size >= CAPACITY) {
    before = recent;
    recent = new Map();
  }
  recent.set(detached(text), known);
  return known;
}

/** The keys of terms that say something. */
export function keysOf(terms: readonly Term[]): Set<string> {
  const keys = new Set<string>();
  for (const { key } of terms) if (key !== '') keys.add(key);
  return keys;
}

/** A place within a sentence that is kept. */
export function placeKey(start: number, end: number): number {
  return start * (LONGEST + 1) + end;
}
