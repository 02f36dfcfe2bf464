import type { Segment } from './capitalisation.ts';
import type { NameRun } from './kept.ts';
import { isNoName } from './places.ts';
import type { NameWord } from './words.ts';

/** A name and the acronym that stands in brackets behind it, or the other way round: indexes in the list of runs. */
export interface AcronymPair {
  readonly expansion: number;
  readonly acronym: number;
}

/**
 * Adds the bracketed acronyms that are words of the language too (`Research and Analysis Wing (RAW)`), and pairs acronyms
 * with what they stand for.
 */
export function pairAcronyms(
  text: string,
  segment: Segment,
  runs: readonly NameRun[],
): { readonly runs: readonly NameRun[]; readonly pairs: readonly AcronymPair[] } {
  const { words } = segment;
  const all: NameRun[] = [];
  const pairs: AcronymPair[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    all.push(run);
    if (run.demonym) continue;
    const inside = words[run.to];
    if (!inside || !isBracketed(text, words[run.to - 1]!, inside)) continue;
    const next = runs[i + 1];
    const known = next?.from === run.to;
    const name = words.slice(run.from, run.to);
    if (isAcronym(inside) && standsFor(inside.text, name) && (!known || next.to === next.from + 1)) {
      if (!known) {
        if (isNoName(inside.lower) && inside.text.length < 3) continue;
        all.push({ from: run.to, to: run.to + 1 });
      } else {
        all.push(next);
        i++;
      }
      pairs.push({ expansion: all.length - 2, acronym: all.length - 1 });
    } else if (
      known &&
      run.to === run.from + 1 &&
      isAcronym(name[0]!) &&
      standsFor(name[0]!.text, words.slice(next.from, next.to))
    ) {
      all.push(next);
      i++;
      pairs.push({ expansion: all.length - 1, acronym: all.length - 2 });
    }
  }
  return { runs: all, pairs };
}

function isBracketed(text: string, last: NameWord, inside: NameWord): boolean {
  return /^['’]?s? ?[([]["“‘]?$/u.test(text.slice(last.end, inside.start));
}

/** Two capitals at least: `TTP`, `IS-K`, `MoD`. */
function isAcronym(word: NameWord): boolean {
  return /^(?:\p{Lu}[\p{Lu}\p{Ll}\p{N}&.-]*\p{Lu}[\p{L}\p{N}.]*)$/u.test(word.text) && word.text.length <= 10;
}

/**
 * Can the acronym stand for the words? Its capitals are first letters of theirs, in order; one may be out of place, for
 * acronyms are made in other languages too.
 */
export function standsFor(acronym: string, words: readonly { readonly text: string }[]): boolean {
  const letters = acronym
    .replace(/[^\p{L}]/gu, '')
    .replace(/s$/u, '')
    .toLowerCase();
  const initials = words.flatMap(({ text }) => text.split(/[-‐‑]/u)).map((part) => part.slice(0, 1).toLowerCase());
  if (letters.length < 2 || initials.length < 2) return false;
  let found = 0;
  let at = 0;
  for (const letter of letters) {
    const next = initials.indexOf(letter, at);
    if (next < 0) continue;
    found++;
    at = next + 1;
  }
  return found >= Math.max(2, letters.length - 1) && initials.includes(letters[0]!);
}
