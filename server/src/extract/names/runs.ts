import { isEverydayWord } from './commonWords.ts';
import type { Capitals, Segment } from './capitalisation.ts';
import type { NameRun, Reading } from './kept.ts';
import {
  isConnector,
  isFirstParticle,
  isOrganisationHead,
  isParticle,
  mayBePossessed,
  mayOwnBody,
  takesNumber,
} from './organisations.ts';
import { splitTitles } from './parts.ts';
import { isDemonym, isKnownPlace } from './places.ts';
import { isRoleModifier } from './titles.ts';
import { isCapital, particleEnd, type NameWord } from './words.ts';
import { announcedWorkEnd, type WordRange } from './works.ts';

/** The names of a segment, in order, none inside another. `works` are titles in quotation marks or italics, by word indexes. */
export function nameRuns(segment: Segment, capitals: Capitals, works: readonly WordRange[]): NameRun[] {
  const { words } = segment;
  const reading: Reading = { segment, capitals, runs: [] };
  let at = 0;
  let work = 0;
  while (at < words.length) {
    const quoted = works[work];
    if (quoted && at >= quoted.from) {
      if (at === quoted.from) {
        reading.runs.push({ ...quoted, work: true });
        at = quoted.to;
      }
      work++;
      continue;
    }
    if (!startsRun(words, at)) {
      at++;
      continue;
    }
    // Italics are no break, but what they hold begins there.
    const end = Math.min(runEnd(words, at), works[work]?.from ?? words.length);
    const announced = announcedWorkEnd(words, at, end);
    if (announced > 0) reading.runs.push({ from: at, to: announced, work: true });
    else for (const [from, to] of splitPossessives(words, at, end)) splitTitles(reading, from, to);
    at = end;
  }
  return reading.runs;
}

function startsRun(words: readonly NameWord[], at: number): boolean {
  const word = words[at]!;
  if (isCapital(word)) return true;
  return (
    word.shape === 'lower' && leadsToCapital(words, at) && isFirstParticle(word.lower) && particleEnd(words, at) > 0
  );
}

/** Is one of the next three words written with a capital? Of most words that is all that needs to be asked. */
function leadsToCapital(words: readonly NameWord[], at: number): boolean {
  return isCapital(words[at + 1]) || isCapital(words[at + 2]) || isCapital(words[at + 3]);
}

/** Behind the last word of the run of capitalised words, particles and connectors that starts at `from`. */
function runEnd(words: readonly NameWord[], from: number): number {
  let at = isCapital(words[from]) ? from : particleEnd(words, from);
  for (;;) {
    const next = words[at + 1];
    if (!next || next.before === 'break') return at + 1;
    if (next.before === 'point' && !isCapital(next)) return at + 1;
    if (isCapital(next)) {
      // `the U.S. The army`: the point was the sentence's too.
      if (
        words[at]!.text.endsWith('.') &&
        isEverydayWord(next.lower) &&
        !isOrganisationHead(next.lower) &&
        !isRoleModifier(next.lower)
      )
        return at + 1;
      at++;
      continue;
    }
    if (next.shape === 'number') {
      if (!takesNumber(words[at]!.lower) || !/^\d{1,4}$/u.test(next.text)) return at + 1;
      at++;
      continue;
    }
    const capital = lowerBridge(words, at);
    if (capital === 0) return at + 1;
    at = capital;
  }
}

/** Index of the capital word which up to three particles or connectors lead to from the capital word at `at`; else 0. */
function lowerBridge(words: readonly NameWord[], at: number): number {
  if (words[at]!.possessive) return 0;
  for (let i = at + 1; i <= at + 3; i++) {
    const word = words[i];
    if (!word || word.before === 'break' || word.before === 'point') return 0;
    if (isCapital(word)) return i;
    if (!isConnector(word.lower) && !isParticle(word.lower)) return 0;
  }
  return 0;
}

/** `Khyber Pakhtunkhwa's Dera Ismail Khan` is two names, `St Brannoc's Hospital` is one. */
function splitPossessives(words: readonly NameWord[], from: number, to: number): [number, number][] {
  const parts: [number, number][] = [];
  let start = from;
  for (let i = from; i < to - 1; i++) {
    const word = words[i]!;
    if (!word.possessive) continue;
    const first = words[start]!.lower;
    const next = words[i + 1]!;
    const goesOn =
      (mayBePossessed(next.lower) && !isKnownPlace(word.lower) && !isDemonym(word.lower)) ||
      mayOwnBody(word.lower) ||
      first === 'st' ||
      first === 'saint';
    if (goesOn) continue;
    parts.push([start, i + 1]);
    start = i + 1;
  }
  parts.push([start, to]);
  return parts;
}
