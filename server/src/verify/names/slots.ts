import type { Span } from '../../text/offsets.ts';
import type { Term } from '../figures/context/terms.ts';

/** The place that a name has in its sentence, by the words beside it. */
export interface Slot {
  /** Keys of the two telling words before it, nearest first, and of the two behind it. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** `in eastern Ukraine`: what leads to it, over two words at the most. */
  readonly preposition?: string;
  /** The sentence begins with it. */
  readonly opens: boolean;
  /** `Liverpool's manager` speaks of somebody else. */
  readonly possessive: boolean;
}

const PREPOSITIONS = new Set(
  (
    'aboard about across after against among around at before behind below beneath beside between beyond by for from in inside into ' +
    'near of off on onto outside over past through to toward towards under upon via with within without'
  ).split(' '),
);
const BESIDE = 2;
/** A preposition may stand so many words before its name. */
const LED = 3;
/** A quotation mark or a bullet may stand before the first word. */
const FIRST = 3;

/** The slot of a name at `span` in its sentence; `terms` are the sentence's. */
export function slotOf(sentence: string, terms: readonly Term[], { start, end }: Span): Slot {
  const before = terms.filter((term) => term.end <= start).reverse();
  const behind = terms.filter((term) => term.start >= end);
  const preposition = before.slice(0, LED).find(({ word }) => PREPOSITIONS.has(word))?.word;
  return {
    left: telling(before),
    right: telling(behind),
    ...(preposition !== undefined && { preposition }),
    opens: start <= FIRST,
    possessive: /^['’]s?(?!\p{L})/u.test(sentence.slice(end, end + 3)),
  };
}

function telling(terms: readonly Term[]): string[] {
  const keys: string[] = [];
  for (const { key } of terms) {
    if (key !== '' && keys.push(key) === BESIDE) break;
  }
  return keys;
}

/**
 * How the words beside two names agree: on both sides; as the subject that its sentence begins with, as what the same
 * preposition leads to, or in the words that follow; undefined if they do not.
 */
export function agreement(draft: Slot, source: Slot): 'both' | 'subject' | 'one' | undefined {
  const isShared = (side: 'left' | 'right'): boolean => draft[side].some((key) => source[side].includes(key));
  const [left, right] = [isShared('left'), isShared('right')];
  if (left && right) return 'both';
  if (draft.opens && right) return 'subject';
  if ((left || right) && draft.preposition !== undefined && draft.preposition === source.preposition) return 'one';
  return draft.right.length === BESIDE && draft.right.every((key, i) => source.right[i] === key) ? 'one' : undefined;
}

const PRONOUN = /^(?:he|she|who)$/u;
/** Between the pronoun and its verb: `he had twice called`. */
const VERB_PHRASE = 4;

/** `Moore fled, until he called the sheriff`: does a pronoun behind `end` have the word of that key as its verb? */
export function hasPronounSubject(terms: readonly Term[], verb: string | undefined, end: number): boolean {
  const at = terms.findIndex(({ key, start }) => key === verb && key !== '' && start > end);
  for (let i = at - 1; i >= 0 && at - i < VERB_PHRASE; i--) {
    const { word, key, start } = terms[i]!;
    if (start < end || key !== '') return false;
    if (PRONOUN.test(word)) return true;
  }
  return false;
}
