import { isCommonWord, isEverydayWord } from './commonWords.ts';
import type { Capitals } from './capitalisation.ts';
import { keepName, type Reading } from './kept.ts';
import {
  isConnector,
  isField,
  isFirstParticle,
  isOrganisationHead,
  isParticle,
  isWorkHead,
  mayBePossessed,
  namesWithFor,
} from './organisations.ts';
import { isCalendarWord, isDemonym, isKnownAcronym, isKnownPlace } from './places.ts';
import { isRoleAndSurname, isRoleModifier, isRoleWord, isTitleWord, mayBeginBody } from './titles.ts';
import { isCapital, particleEnd, type NameWord } from './words.ts';

/** Cuts titles and roles out of a run: what stands before and behind them are names of their own. */
export function splitTitles(reading: Reading, from: number, to: number): void {
  const { capitals } = reading;
  const { words } = reading.segment;
  let start = from;
  let titled = false;
  let i = from;
  while (i < to) {
    if (!isTitleAt(words, i, from, to, capitals)) {
      i++;
      continue;
    }
    // What belongs to the title goes with it: `Foreign`, `Lt`, `Deputy`.
    let before = i;
    while (before > start && belongsToTitle(words, before - 1, start)) before--;
    splitNames(reading, start, before, titled);
    i++;
    // `Secretary of State`, `Director of Finance`, `Leader of the Council`
    if (words[i]?.lower === 'of' && i < to) {
      i = i + 1 < to && words[i + 1]!.lower === 'the' ? i + 2 : i + 1;
      if (words[i]?.lower === 'state') i++;
      else while (i < to && belongsToOffice(words, i, to)) i++;
    }
    let tail = i;
    while (tail < to && isRoleModifier(words[tail]!.lower)) tail++;
    if (tail === to || !isCapital(words[tail])) i = tail;
    start = i;
    titled = words[i - 1]!.lower !== 'of' && words[i - 1]!.lower !== 'the';
  }
  splitNames(reading, start, to, titled);
}

function isTitleAt(words: readonly NameWord[], i: number, from: number, to: number, capitals: Capitals): boolean {
  const word = words[i]!;
  if (word.shape === 'lower' || word.shape === 'number') return false;
  if (isTitleWord(word.lower)) return !endsBody(words, i, from, to);
  // `The Economist`: a capital article within a sentence is part of a name.
  if (i > from && words[i - 1]!.text === 'The' && !words[i - 1]!.initial) return false;
  if (!isRoleWord(word.lower)) return false;
  if (word.possessive && i + 1 < to && mayBePossessed(words[i + 1]!.lower)) return false;
  if (endsBody(words, i, from, to) || isHospital(words, i, from, to)) return false;
  // `Stephen King`: a surname behind a first name.
  const previous = words[i - 1];
  const surname =
    i > from &&
    isRoleAndSurname(word.lower) &&
    isCapital(previous) &&
    !isCommonWord(previous!.lower) &&
    !isDemonym(previous!.lower) &&
    !isKnownAcronym(previous!.lower) &&
    !isTitleWord(previous!.lower);
  return !(
    surname &&
    (i + 1 === to || !isCapital(words[i + 1]) || capitals.pairs.has(`${previous!.lower} ${word.lower}`))
  );
}

/** `Stoke General`: behind a name and before none it is a hospital's. */
function isHospital(words: readonly NameWord[], i: number, from: number, to: number): boolean {
  if (words[i]!.lower !== 'general' || i === from || i + 1 < to || words[i]!.possessive) return false;
  const { lower, shape } = words[i - 1]!;
  if (shape !== 'capital' || words[i]!.before !== 'space' || isCommonWord(lower)) return false;
  return !isTitleWord(lower) && !isRoleWord(lower) && !isRoleModifier(lower) && !isDemonym(lower);
}

/** What an office is of: a field (`Finance`, `Work and Pensions`) or a body that is none by itself (`the Council`). */
function belongsToOffice(words: readonly NameWord[], i: number, to: number): boolean {
  const { lower } = words[i]!;
  if (isRoleModifier(lower)) return true;
  if (lower === 'and') return i + 1 < to && isRoleModifier(words[i + 1]!.lower);
  return (isOrganisationHead(lower) || lower === 'opposition' || lower === 'exchequer') && !isCapital(words[i + 1]);
}

/** `Justice Department`, `General Motors`: a title that begins the name of a body. */
function endsBody(words: readonly NameWord[], i: number, from: number, to: number): boolean {
  if (i !== from && !isDemonym(words[i - 1]!.lower) && !isKnownAcronym(words[i - 1]!.lower)) return false;
  if (!mayBeginBody(words[i]!.lower) || i + 1 >= to) return false;
  if (words[i]!.possessive) return true;
  const last = words[to - 1]!;
  return isOrganisationHead(last.lower) && words[i + 1]!.shape !== 'lower';
}

function belongsToTitle(words: readonly NameWord[], i: number, start: number): boolean {
  const word = words[i]!;
  if (word.possessive) return false;
  if (isTitleWord(word.lower) || isRoleWord(word.lower) || isRoleModifier(word.lower)) return true;
  // `Works and Pensions Secretary`
  return word.lower === 'and' && i > start && isRoleModifier(words[i - 1]!.lower);
}

/** Splits what is left at calendar words, at demonyms and at connectors that join nothing; keeps what is a name. */
function splitNames(reading: Reading, from: number, to: number, titled: boolean): void {
  const { words } = reading.segment;
  let start = from;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    const calendar = isCalendarWord(word.lower) && !isSurnameThere(words, i, from, to, titled);
    if (!calendar) continue;
    joinConnectors(reading, start, i, titled && start === from);
    start = i + 1;
  }
  joinConnectors(reading, start, to, titled && start === from);
}

/** `Theresa May` and `Mrs May` are no months, `In Paris May 4` is one. */
function isSurnameThere(words: readonly NameWord[], i: number, from: number, to: number, titled: boolean): boolean {
  const word = words[i]!;
  if (word.lower.endsWith('day') || word.text.length < 3) return false;
  const next = words[i + 1];
  if (next?.shape === 'number' || words[i - 1]?.shape === 'number') return false;
  if (i > from)
    return (
      isCapital(words[i - 1]) &&
      !isCalendarWord(words[i - 1]!.lower) &&
      i === to - 1 &&
      (!words[i - 1]!.initial || !isCommonWord(words[i - 1]!.lower))
    );
  if (titled) return true;
  // `June Brown`, `Christmas Island`
  return i + 1 < to && isCapital(next) && !isCalendarWord(next!.lower);
}

function joinConnectors(reading: Reading, from: number, to: number, titled: boolean): void {
  const { words } = reading.segment;
  let start = from;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    if (word.shape !== 'lower' || isCapital(word) || isFirstParticleOf(words, i, start)) continue;
    let next = i;
    while (next < to && !isCapital(words[next])) next++;
    if (!joins(words, start, i, next, to, reading.capitals)) {
      keepName(reading, start, i, titled && start === from);
      start = startBehind(words, i, next);
    }
    i = next;
  }
  keepName(reading, start, to, titled && start === from);
}

/** Particles right before the next name belong to it, if a name may begin with them. */
function startBehind(words: readonly NameWord[], from: number, next: number): number {
  for (let i = from; i < next; i++) if (isFirstParticle(words[i]!.lower) && particleEnd(words, i) === next) return i;
  return next;
}

function isFirstParticleOf(words: readonly NameWord[], i: number, start: number): boolean {
  return i === start && isFirstParticle(words[i]!.lower);
}

/** Do the lower-case words from `i` to `next` join the words from `start` with those from `next` into one name? */
function joins(
  words: readonly NameWord[],
  start: number,
  i: number,
  next: number,
  to: number,
  capitals: Capitals,
): boolean {
  if (i <= start || next >= to) return false;
  const bridge = words[i]!.lower;
  const left = words[i - 1]!;
  const right = words[next]!;
  if (left.possessive) return false;
  const single = next === i + 1;
  if (isParticle(bridge) && !isConnector(bridge)) {
    if (
      bridge === 'do' ||
      bridge === 'i' ||
      bridge === 'y' ||
      bridge === 'e' ||
      bridge === 'en' ||
      bridge === 'over' ||
      bridge === 'op'
    )
      return single && !isCommonWord(left.lower) && !isCommonWord(right.lower);
    return !(left.initial && isEverydayWord(left.lower));
  }
  const leftIsBody = isOrganisationHead(left.lower);
  const leftMayHead = leftIsBody || (isCommonWord(left.lower) && !isRoleWord(left.lower) && !isDemonym(left.lower));
  if (bridge === 'of') {
    if (!single && !(leftIsBody && next === i + 2 && words[i + 1]!.lower === 'the')) return false;
    // `Peace Index of the Institute for Peace`: both are names by themselves.
    if (!single && i - 1 > start && isWorkHead(left.lower) && isOrganisationHead(right.lower)) return false;
    // `School of Politics of Quaid-e-Azam University`: so has a body within another.
    if (isBodyOf(words, start, i) && isNamedBody(restOf(words, next, to))) return false;
    if (i - 1 === start && left.initial && !leftIsBody) return capitals.pairs.has(`of ${right.lower}`);
    return leftMayHead && !isKnownPlace(left.lower);
  }
  const leftWords = words.slice(start, i);
  const hasPhrase = leftWords.some(
    (word, k) =>
      k > 0 &&
      isConnector(word.lower) &&
      (isOrganisationHead(leftWords[k - 1]!.lower) || namesWithFor(leftWords[k - 1]!.lower)),
  );
  if (bridge === 'and') {
    if (!single || isKnownPlace(right.lower) || isDemonym(right.lower)) return false;
    const rest = restOf(words, next, to);
    const restEndsInBody = isOrganisationHead(rest.at(-1)!.lower) && rest.length > 1;
    if (hasPhrase)
      return (
        isCommonWord(left.lower) &&
        isCommonWord(right.lower) &&
        !(restEndsInBody && !isOrganisationHead(leftWords[0]!.lower))
      );
    return (
      restEndsInBody &&
      leftWords.every(
        (word) =>
          isCommonWord(word.lower) &&
          (!isOrganisationHead(word.lower) || isField(word.lower)) &&
          !isKnownAcronym(word.lower),
      ) &&
      rest.every((word) => isCommonWord(word.lower)) &&
      !(leftWords.length === 1 && left.initial && isEverydayWord(left.lower) && !isCommonWord(right.lower))
    );
  }
  if (bridge === 'for' || bridge === 'on') {
    if (!single && !(next === i + 2 && words[i + 1]!.lower === 'the')) return false;
    if (bridge === 'for' && single && namesWithFor(left.lower) && !(left.initial && isEverydayWord(left.lower)))
      return true;
    return (
      leftIsBody &&
      !(i - 1 === start && left.initial && i === start) &&
      !isKnownPlace(right.lower) &&
      !isKnownAcronym(right.lower) &&
      !isCalendarWord(right.lower) &&
      (isCommonWord(right.lower) || isDemonym(right.lower))
    );
  }
  return false;
}

/** `School of Politics`, `Faculty of Law`: do the words begin with a body and what it is of? */
function isBodyOf(words: readonly NameWord[], start: number, end: number): boolean {
  return isOrganisationHead(words[start]!.lower) && words.slice(start + 1, end).some(({ lower }) => lower === 'of');
}

/** `Quaid-e-Azam University`: a body by a name of its own. */
function isNamedBody(words: readonly NameWord[]): boolean {
  return words.length > 1 && !isCommonWord(words[0]!.lower) && isOrganisationHead(words.at(-1)!.lower);
}

function restOf(words: readonly NameWord[], next: number, to: number): NameWord[] {
  const rest: NameWord[] = [];
  for (let i = next; i < to && isCapital(words[i]); i++) rest.push(words[i]!);
  return rest;
}
