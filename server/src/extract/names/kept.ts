import { isCommonWord, isEverydayWord } from './commonWords.ts';
import { looksLikeName, type Capitals, type Segment } from './capitalisation.ts';
import { keepFromHeadline } from './headlines.ts';
import { beginsManyNames, isLabel, isOrganisationHead } from './organisations.ts';
import { isDemonym, isKnownAcronym, isKnownPlace, isNoName } from './places.ts';
import { CLOSED, isDroppedFirst } from './sentenceStarts.ts';
import { isRoleWord, isTitleWord } from './titles.ts';
import { isCapital, type NameWord } from './words.ts';

/** A name as a stretch of a segment's words: indexes, end exclusive. */
export interface NameRun {
  readonly from: number;
  readonly to: number;
  readonly demonym?: true;
  /** The title of a work. */
  readonly work?: true;
  /** A title, rank or office stands directly before it. */
  readonly titled?: true;
}

/** The reading of one segment: what it is read with, and the names found so far. */
export interface Reading {
  readonly segment: Segment;
  readonly capitals: Capitals;
  readonly runs: NameRun[];
}

/** Trims what does not belong to a name from the words and keeps the rest, if it is one. */
export function keepName(reading: Reading, from: number, to: number, titled: boolean): void {
  const { segment, capitals, runs } = reading;
  const { words, casing } = segment;
  let start = from;
  let end = to;
  while (start < end && isDroppedFirst(segment, capitals, start, end, titled)) start++;
  while (end > start && words[end - 1]!.shape === 'lower') end--;
  if (end <= start) return;
  if (casing !== 'sentence') {
    keepFromHeadline(reading, start, end);
    return;
  }
  // Demonyms before a name of persons or before one another stand by themselves.
  while (start < end && isDemonym(words[start]!.lower) && !goesWithDemonym(words, start, end)) {
    runs.push({ from: start, to: start + 1, demonym: true });
    start++;
    while (start < end && words[start]!.shape === 'lower') start++;
  }
  if (end <= start) return;
  // `South American`, `Latin American` are demonyms too; of `London Russian embassy` only the second word.
  if (end - start === 2 && isDemonym(words[end - 1]!.lower) && !titled && words[start]!.shape === 'capital') {
    const first = words[start]!.lower;
    if (isCommonWord(first) || beginsManyNames(first)) {
      if (first !== 'the') {
        runs.push({ from: start, to: end, demonym: true });
        return;
      }
    } else if (isKnownPlace(first)) {
      pushName(reading, start, start + 1, false);
      runs.push({ from: end - 1, to: end, demonym: true });
      return;
    }
  }
  // `Eastern Orthodox Christians`
  if (
    end - start <= 3 &&
    words.slice(start, end).every(({ lower }) => isDemonym(lower) || beginsManyNames(lower)) &&
    isDemonym(words[end - 1]!.lower)
  ) {
    runs.push({ from: start, to: end, demonym: true });
    return;
  }
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
    pushName(reading, start, end - 1, titled);
    pushName(reading, end - 1, end, false);
    return;
  }
  pushName(reading, start, end, titled);
}

export function pushName(reading: Reading, start: number, end: number, titled: boolean, sure = titled): void {
  const { words, casing } = reading.segment;
  const first = words[start]!;
  if (end - start === 1) {
    if (!titled && first.shape === 'capital' && CLOSED.has(first.lower)) return;
    if (
      !titled &&
      isShortName(words, start, reading.capitals) &&
      casing === 'sentence' &&
      isOrganisationHead(first.lower)
    ) {
      reading.runs.push({ from: start, to: end });
      return;
    }
    if (
      isGeneric(words, start, titled) ||
      (!sure && !isIntroduced(words, start) && !looksLikeName(first, casing, reading.capitals, words[end]))
    )
      return;
    if (titled && isNoName(first.lower)) return;
  } else if (!sure && isNothing(words.slice(start, end))) return;
  reading.runs.push(titled ? { from: start, to: end, titled: true } : { from: start, to: end });
}

/**
 * The last word of a longer name for the whole: `Athletic won` where `Kestrel Athletic` stands elsewhere. Behind an article
 * only what is no everyday word for a body: `the Forum`, not `the Group`.
 */
function isShortName(words: readonly NameWord[], at: number, { ends }: Capitals): boolean {
  const { lower, shape } = words[at]!;
  if (shape !== 'capital' || !ends.has(lower)) return false;
  const before = words[at]!.before === 'space' ? words[at - 1]!.lower : '';
  if (/^(?:the|this|that|our|its|his|her|their|a|an|every|each|no|any)$/u.test(before))
    return before === 'the' && !isEverydayWord(lower);
  return CLUBS.has(lower);
}

/** `Miller, of the State Department`, `Baker, 52,`: a word of the language at the start, behind which a person is said to be. */
function isIntroduced(words: readonly NameWord[], at: number): boolean {
  const word = words[at]!;
  const next = words[at + 1];
  if (
    !word.initial ||
    word.shape !== 'capital' ||
    word.possessive ||
    isEverydayWord(word.lower) ||
    word.lower.endsWith('s')
  )
    return false;
  if (next?.before !== 'break' || next.start - word.end !== 2) return false;
  if (next.shape === 'number') return /^[1-9]\d$/u.test(next.text);
  const body = words[at + 2]?.lower === 'the' ? words[at + 3] : words[at + 2];
  return /^(?:of|from)$/u.test(next.lower) && isCapital(body);
}

/** Last words of the names of clubs, by which they are called. */
const CLUBS: ReadonlySet<string> = new Set(
  'athletic united city town county rovers wanderers rangers albion hotspur harriers forest villa palace academicals'.split(
    ' ',
  ),
);

/** Several words that make no name: shouted ones, a label with its letter, nouns of bodies without any other. */
function isNothing(words: readonly NameWord[]): boolean {
  const first = words[0]!;
  const shouted = ({ shape, lower }: NameWord): boolean =>
    shape === 'capitals' && isCommonWord(lower) && !isKnownAcronym(lower);
  if (words.every(shouted)) return true;
  if (isLabel(first.lower) && words.length === 2 && words[1]!.text.length === 1) return true;
  if (!words.every((word) => isNoName(word.lower) || isGenericWord(word))) return false;
  return first.initial || !words.some(({ lower }) => isOrganisationHead(lower));
}

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
