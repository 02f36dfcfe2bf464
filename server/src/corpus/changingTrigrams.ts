import { atOnce, type Steps } from '../text/turns.ts';
import { createTrigramIndex, nearerFirst, trigramIndexSteps, type TrigramIndex } from './trigrams.ts';

/** Strings that come and go, found as a {@link TrigramIndex} finds those of a list. */
export interface ChangingTrigrams {
  nearest(text: string, limit: number): string[];
  /** A string that was not there. */
  add(text: string): void;
  /** One that was there. */
  remove(text: string): void;
  /** Makes what the first question would have to wait for. */
  prepare(): Steps<void>;
}

/** So many changes, or such a share of the strings, are kept beside the index of the others before all are put into one. */
const FEW_CHANGES = 500;
const SHARE_CHANGED = 0.05;

/**
 * `strings` gives all that there are when it begins, and is asked when something is first looked for. What is added since has
 * an index of its own, small enough to be made again at each change; what is removed is passed over.
 */
export function createChangingTrigrams(strings: () => Iterable<string>): ChangingTrigrams {
  let base: TrigramIndex | undefined;
  let making: Steps<TrigramIndex> | undefined;
  let size = 0;
  const gone = new Set<string>();
  const added = new Set<string>();
  let beside: TrigramIndex | undefined;

  function* made(): Steps<TrigramIndex> {
    gone.clear();
    added.clear();
    beside = undefined;
    const found = [...strings()];
    size = found.length;
    return yield* trigramIndexSteps(found);
  }

  function atLast(): TrigramIndex {
    const isChanged = gone.size + added.size > Math.max(FEW_CHANGES, SHARE_CHANGED * size);
    // What has been prepared so far need not be done again.
    if (!base || isChanged) base = atOnce((!base && making) || made());
    making = undefined;
    return base;
  }

  return {
    nearest(text, limit) {
      const near = atLast().nearest(text, limit, gone);
      if (added.size > 0) {
        beside ??= createTrigramIndex(added);
        near.push(...beside.nearest(text, limit));
        near.sort(nearerFirst);
      }
      return near.slice(0, limit).map((one) => one.text);
    },
    add(text) {
      if ((!base && !making) || gone.delete(text)) return;
      added.add(text);
      beside = undefined;
    },
    remove(text) {
      if (!base && !making) return;
      if (added.delete(text)) beside = undefined;
      else gone.add(text);
    },
    *prepare() {
      while (!base) {
        // What changes meanwhile is noted as if the index were there.
        making ??= made();
        const step = making.next();
        if (!step.done) yield;
        else {
          base = step.value;
          making = undefined;
        }
      }
    },
  };
}
