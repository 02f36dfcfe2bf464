import { isEverydayWord, isCommonWord } from './commonWords.ts';
import type { Capitals, Segment } from './namesCapitalisation.ts';
import { isOrdinaryWord, looksLikeName } from './namesCapitalisation.ts';
import {
  beginsManyNames,
  isConnector,
  isFirstParticle,
  isLabel,
  isOrganisationHead,
  isParticle,
  mayBePossessed,
  mayOwnBody,
  takesNumber,
} from './namesOrganisations.ts';
import { isCalendarWord, isDemonym, isKnownAcronym, isKnownPlace, isNoName } from './namesPlaces.ts';
import { isRoleAndSurname, isRoleModifier, isRoleWord, isTitleWord, mayBeginBody } from './namesTitles.ts';
import type { NameWord } from './namesWords.ts';

/** A name as a stretch of a segment's words: indexes, end exclusive. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  readonly demonym?: true;
  /** A title, rank or office stands directly before it. */
  readonly titled?: true;
}

/** The names of a segment, in order, none inside another. */
export function nameRuns(segment: Segment, capitals: Capitals): NameRun[] {
  const { words } = segment;
  const runs: NameRun[] = [];
  let at = 0;
  while (at < words.length) {
    if (!startsRun(words, at)) {
      at++;
      continue;
    }
    const end = runEnd(words, at);
    for (const [from, to] of splitPossessives(words, at, end)) splitTitles(segment, capitals, from, to, runs);
    at = end;
  }
  return runs;
}

function isCapital(word: NameWord | undefined): boolean {
  return word !== undefined && (word.shape === 'capital' || word.shape === 'capitals');
}

function startsRun(words: readonly NameWord[], at: number): boolean {
  const word = words[at]!;
  if (isCapital(word)) return true;
  return isFirstParticle(word.lower) && word.shape === 'lower' && particleEnd(words, at) > 0;
}

/** Index of the capital word behind a row of particles that starts at `at`; 0 if there is none. */
function particleEnd(words: readonly NameWord[], at: number): number {
  for (let i = at; i < at + 3; i++) {
    const next = words[i + 1];
    if (!isParticle(words[i]!.lower) || next?.before !== 'space') return 0;
    if (isCapital(next)) return i + 1;
  }
  return 0;
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

/** Cuts titles and roles out of a run: what stands before and behind them are names of their own. */
function splitTitles(segment: Segment, capitals: Capitals, from: number, to: number, runs: NameRun[]): void {
  const { words } = segment;
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
    splitNames(segment, capitals, start, before, titled, runs);
    i++;
    // `Secretary of State`, `Director of Finance`, `Associate Director Research`
    if (words[i]?.lower === 'of' && i < to) {
      i = i + 1 < to && words[i + 1]!.lower === 'the' ? i + 2 : i + 1;
      while (
        i < to &&
        isCommonWord(words[i]!.lower) &&
        !isKnownPlace(words[i]!.lower) &&
        !isTitleAt(words, i, i, to, capitals)
      )
        i++;
    }
    let tail = i;
    while (tail < to && isRoleModifier(words[tail]!.lower)) tail++;
    if (tail === to || !isCapital(words[tail])) i = tail;
    start = i;
    titled = words[i - 1]!.lower !== 'of' && words[i - 1]!.lower !== 'the';
  }
  splitNames(segment, capitals, start, to, titled, runs);
}

function isTitleAt(words: readonly NameWord[], i: number, from: number, to: number, capitals: Capitals): boolean {
  const word = words[i]!;
  if (word.shape === 'lower' || word.shape === 'number') return false;
  if (isTitleWord(word.lower)) return !endsBody(words, i, from, to);
  // `The Economist`: a capital article within a sentence is part of a name.
  if (i > from && words[i - 1]!.text === 'The' && !words[i - 1]!.initial) return false;
  if (!isRoleWord(word.lower)) return false;
  if (word.possessive && i + 1 < to && mayBePossessed(words[i + 1]!.lower)) return false;
  if (endsBody(words, i, from, to)) return false;
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
function splitNames(
  segment: Segment,
  capitals: Capitals,
  from: number,
  to: number,
  titled: boolean,
  runs: NameRun[],
): void {
  const { words } = segment;
  let start = from;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    const calendar = isCalendarWord(word.lower) && !isSurnameThere(words, i, from, to, titled);
    if (!calendar) continue;
    joinConnectors(segment, capitals, start, i, titled && start === from, runs);
    start = i + 1;
  }
  joinConnectors(segment, capitals, start, to, titled && start === from, runs);
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

function joinConnectors(
  segment: Segment,
  capitals: Capitals,
  from: number,
  to: number,
  titled: boolean,
  runs: NameRun[],
): void {
  const { words } = segment;
  let start = from;
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    if (word.shape !== 'lower' || isCapital(word) || isFirstParticleOf(words, i, start)) continue;
    let next = i;
    while (next < to && !isCapital(words[next])) next++;
    if (!joins(words, start, i, next, to, capitals)) {
      keepName(segment, capitals, start, i, titled && start === from, runs);
      start = startBehind(words, i, next);
    }
    i = next;
  }
  keepName(segment, capitals, start, to, titled && start === from, runs);
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
    if (i - 1 === start && left.initial && !leftIsBody) return capitals.pairs.has(`of ${right.lower}`);
    return leftMayHead && !isKnownPlace(left.lower);
  }
  const leftWords = words.slice(start, i);
  const hasPhrase = leftWords.some(
    (word, k) => k > 0 && isConnector(word.lower) && isOrganisationHead(leftWords[k - 1]!.lower),
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
        (word) => isCommonWord(word.lower) && !isOrganisationHead(word.lower) && !isKnownAcronym(word.lower),
      ) &&
      rest.every((word) => isCommonWord(word.lower)) &&
      !(leftWords.length === 1 && left.initial && isEverydayWord(left.lower) && !isCommonWord(right.lower))
    );
  }
  if (bridge === 'for' || bridge === 'on') {
    if (!single && !(next === i + 2 && words[i + 1]!.lower === 'the')) return false;
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

function restOf(words: readonly NameWord[], next: number, to: number): NameWord[] {
  const rest: NameWord[] = [];
  for (let i = next; i < to && isCapital(words[i]); i++) rest.push(words[i]!);
  return rest;
}

/** Trims what does not belong to a name from the words and keeps the rest, if it is one. */
function keepName(
  segment: Segment,
  capitals: Capitals,
  from: number,
  to: number,
  titled: boolean,
  runs: NameRun[],
): void {
  const { words, casing } = segment;
  let start = from;
  let end = to;
  while (start < end && isDroppedFirst(segment, capitals, start, end, titled)) start++;
  while (end > start && words[end - 1]!.shape === 'lower') end--;
  if (end <= start) return;
  if (casing !== 'sentence') {
    keepFromHeadline(segment, capitals, start, end, runs);
    return;
  }
  // Demonyms before a name of persons or before one another stand by themselves.
  while (start < end && isDemonym(words[start]!.lower) && !goesWithDemonym(words, start, end)) {
    runs.push({ from: start, to: start + 1, demonym: true });
    start++;
    while (start < end && words[start]!.shape === 'lower') start++;
  }
  if (end <= start) return;
  // `U.S. War in Afghanistan`: what follows is no part of a country's name.
  if (
    end - start === 2 &&
    isKnownAcronym(words[start]!.lower) &&
    isEverydayWord(words[start + 1]!.lower) &&
    !isOrganisationHead(words[start + 1]!.lower)
  )
    end = start + 1;
  // `National Defence University Islamabad` is a body and a place.
  if (
    end - start > 2 &&
    isKnownPlace(words[end - 1]!.lower) &&
    isOrganisationHead(words[end - 2]!.lower) &&
    words[end - 2]!.shape === 'capital'
  ) {
    pushName(segment, capitals, start, end - 1, titled, runs);
    pushName(segment, capitals, end - 1, end, false, runs);
    return;
  }
  pushName(segment, capitals, start, end, titled, runs);
}

function pushName(
  segment: Segment,
  capitals: Capitals,
  start: number,
  end: number,
  titled: boolean,
  runs: NameRun[],
): void {
  const { words, casing } = segment;
  const first = words[start]!;
  if (end - start === 1) {
    if (isGeneric(words, start, titled) || (!titled && !looksLikeName(first, casing, capitals))) return;
    if (titled && isNoName(first.lower)) return;
  } else if (isLabel(first.lower) && end - start === 2 && words[start + 1]!.text.length === 1) return;
  else if (words.slice(start, end).every((word) => isNoName(word.lower) || isGenericWord(word))) {
    if (!words.slice(start, end).some((word) => isOrganisationHead(word.lower)) || first.initial) return;
  }
  runs.push(titled ? { from: start, to: end, titled: true } : { from: start, to: end });
}

/** In headlines every word has a capital: only what is a name elsewhere, or no word of the language, is one here. */
function keepFromHeadline(segment: Segment, capitals: Capitals, from: number, to: number, runs: NameRun[]): void {
  const { words } = segment;
  const last = words[to - 1]!;
  const whole = to - from <= 7 && to - from > 1 && isOrganisationHead(last.lower);
  const known = (i: number): boolean => looksLikeName(words[i]!, segment.casing, capitals);
  if (
    whole &&
    Array.from({ length: to - from }, (_, k) => from + k).some(
      (i) => isCapital(words[i]) && (known(i) || isKnownPlace(words[i]!.lower)),
    )
  ) {
    pushName(segment, capitals, from, to, true, runs);
    return;
  }
  let start = -1;
  const flush = (end: number): void => {
    if (start < 0) return;
    let stop = end;
    while (stop > start && words[stop - 1]!.shape === 'lower') stop--;
    const demonym = stop - start === 1 && isDemonym(words[start]!.lower);
    if (demonym) runs.push({ from: start, to: stop, demonym: true });
    else if (stop > start) pushName(segment, capitals, start, stop, false, runs);
    start = -1;
  };
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    const pair = i + 1 < to && capitals.pairs.has(`${word.lower} ${words[i + 1]!.lower}`);
    const pairBefore = i > from && capitals.pairs.has(`${words[i - 1]!.lower} ${word.lower}`);
    if (
      known(i) ||
      pair ||
      pairBefore ||
      (start >= 0 && isOrganisationHead(word.lower)) ||
      (start >= 0 && word.shape === 'lower')
    ) {
      if (start < 0 && word.shape !== 'lower') start = i;
    } else flush(i);
  }
  flush(to);
}

/** Is the word at `start` no part of the name that it begins? Articles, and words that only begin the sentence. */
function isDroppedFirst(segment: Segment, capitals: Capitals, start: number, end: number, titled: boolean): boolean {
  const { words, casing } = segment;
  const word = words[start]!;
  if (word.shape === 'lower') return !(isFirstParticle(word.lower) && particleEnd(words, start) > 0);
  if (word.shape === 'number') return true;
  if (
    isNoName(word.lower) &&
    !(end - start > 1 && isOrganisationHead(words[end - 1]!.lower) && word.shape === 'capitals')
  )
    return true;
  if (word.lower === 'the' || word.lower === 'a' || word.lower === 'an')
    return !(
      word.lower === 'the' &&
      !word.initial &&
      casing === 'sentence' &&
      word.shape === 'capital' &&
      end - start > 1
    );
  if (titled || !word.initial || casing !== 'sentence' || end - start < 2) return false;
  if (isKnownPlace(word.lower) || isDemonym(word.lower)) return false;
  if (!isOrdinaryWord(word, capitals)) return false;
  const next = words[start + 1]!;
  if (next.shape === 'lower') return !isOrganisationHead(word.lower);
  if (capitals.pairs.has(`${word.lower} ${next.lower}`)) return false;
  if (CLOSED.has(word.lower)) return true;
  if (beginsManyNames(word.lower)) return false;
  if (word.text.length === 1) return false;
  // `Home Office`: by itself the head would be no name.
  if (end - start === 2 && isOrganisationHead(next.lower) && isEverydayWord(word.lower))
    return /(?:ed|ing)$/u.test(word.lower);
  if (end - start === 2 && isCommonWord(next.lower) && !capitals.names.has(word.lower)) return false;
  return true;
}

/** Words of the closed classes: at the start of a sentence never part of a name, if the document does not show it. */
const CLOSED: ReadonlySet<string> = new Set(
  `the a an this that these those his her its their our my your he she it they we you i in on at by for from with without within of to into
  under over after before during since until when while where why how who whose which what if as although though because
  but and or nor so yet both either neither each every all some any many most more few several no not there here then thus
  also however meanwhile despite according like unlike among between against about above across through behind beside
  beyond near off onto per than via upon is are was were has have had do does did can could will would shall should may
  might must former current late only even just still now today yesterday tomorrow once again perhaps maybe one two three
  four five six seven eight nine ten another other such same own`.split(/\s+/u),
);

/** Does a name of a body go on behind the demonym at `at`: `Afghan Taliban`, `Indian Premier League`? */
function goesWithDemonym(words: readonly NameWord[], at: number, end: number): boolean {
  const next = words[at + 1];
  if (
    at + 1 >= end ||
    words[at]!.possessive ||
    next!.shape === 'lower' ||
    isDemonym(next!.lower) ||
    next!.before !== 'space'
  )
    return false;
  if (end - at === 2) return isOrganisationHead(next!.lower) || !words[at]!.initial || isCommonWord(next!.lower);
  for (let i = at + 1; i < end; i++)
    if (isOrganisationHead(words[i]!.lower) || words[i]!.shape === 'lower') return true;
  return false;
}

function isGenericWord(word: NameWord): boolean {
  return isOrganisationHead(word.lower) || isRoleWord(word.lower) || isTitleWord(word.lower) || isLabel(word.lower);
}

function isGeneric(words: readonly NameWord[], at: number, titled: boolean): boolean {
  const word = words[at]!;
  if (isRoleWord(word.lower) && !titled) return true;
  if (word.shape === 'capitals') return false;
  if (isOrganisationHead(word.lower)) return !OWN_NAMES.has(word.lower);
  return isLabel(word.lower) && !titled;
}

/** Heads that are names by themselves. */
const OWN_NAMES: ReadonlySet<string> = new Set([
  'taliban',
  'guardian',
  'telegraph',
  'gazette',
  'mirror',
  'sky',
  'congress',
  'senate',
  'telegram',
]);
