import type { NameFormRow } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import { isCommonWord } from '../../extract/names/commonWords.ts';
import { isDemonym, isKnownPlace } from '../../extract/names/places.ts';
import { editDistance } from './editDistance.ts';
import { compareWords, isSmallWord, maybePerson, type Alignment, type Slip } from './parts.ts';

/** One way in which the draft's name may have come from the sources'. */
export interface SlipCandidate {
  readonly form: NameFormRow;
  readonly slips: readonly Slip[];
  /** All words of the form are the draft's; else it gives a part of it. */
  readonly whole: boolean;
  /** Small is likely. */
  readonly cost: number;
}

const MOST_CANDIDATES = 12;

/** The likeliest first, the rest left out. */
export function likeliest(candidates: readonly SlipCandidate[]): SlipCandidate[] {
  return [...candidates]
    .sort((a, b) => a.cost - b.cost || b.form.mentions - a.form.mentions || (a.form.form < b.form.form ? -1 : 1))
    .slice(0, MOST_CANDIDATES);
}

/** The most used first. */
export function byMentions(forms: readonly NameFormRow[]): NameFormRow[] {
  return [...forms].sort((a, b) => b.mentions - a.mentions || (a.form < b.form ? -1 : 1));
}

/** How unlikely it is that the slips made the draft's name; undefined if they are too many for what is left. */
export function slipCost(
  words: readonly string[],
  slips: readonly Slip[],
  whole: boolean,
  firm = false,
): number | undefined {
  const letters = slips.reduce((sum, slip) => sum + slip.letters, 0);
  if (letters > 1 && words.length === slips.length && words.every((word) => word.length < 8)) return undefined;
  const rest = words.filter((word, i) => !isSmallWord(word) && !slips.some(({ at }) => at === i)).length;
  // `Iran` is not `Iraq`; but in a name of three words that agrees in two, a short word may have slipped too.
  const short = slips.some(
    ({ at, source, how }) =>
      Math.min(words[at]!.length, source.length) <= 3 || (how === 'changed' && words[at]!.length <= 4),
  );
  // Of a firm's two names one is right.
  if (short && rest < (firm && whole ? 1 : 2)) return undefined;
  const hard = slips.filter(({ at, source, how }) => how === 'changed' && !changesVowel(words[at]!, source)).length;
  return letters * 3 + hard * 2 + (whole ? 0 : 1);
}

function changesVowel(word: string, source: string): boolean {
  let at = 0;
  while (word[at] === source[at]) at++;
  return /[aeiouy]/u.test(word[at] ?? '') && /[aeiouy]/u.test(source[at] ?? '');
}

/**
 * Countries and peoples are no slips of one another, and neither is a plural; but in a name whose other words agree, at least
 * two, with one of which it ends, it is (`North Straits Ferries`).
 */
export function isRightElsewhere(words: readonly string[], slips: readonly Slip[], whole = false): boolean {
  const agreed = words.filter((word, i) => !isSmallWord(word) && !slips.some(({ at }) => at === i)).length;
  return slips.some(({ at, source }) => {
    const word = words[at]!;
    const inside = whole && slips.length === 1 && agreed >= 2 && at < words.length - 1;
    // `South Asia Voices`: of one country, in another form.
    if (inside && isOfOnePlace(word, source)) return false;
    if (isKnownPlace(word)) return true;
    // `Mumtaz Zahra Baluch` for `Mumtaz Zahra Baloch`: beside two names it is a surname.
    const isSurname = whole && slips.length === 1 && at === words.length - 1 && isPerson(words);
    if (isDemonym(word)) return !(isSurname && agreed >= 2) && (!inside || isDemonym(source) || isKnownPlace(source));
    if (inside || (isSurname && !isCommonWord(word) && !isCommonWord(source))) return false;
    return isPlural(word, source) || isPlural(source, word);
  });
}

/** One whose surname may be the name of a people. */
function isPerson(words: readonly string[]): boolean {
  return maybePerson(words) || maybePerson(words.slice(0, -1));
}

/** `Asia` and `Asian`: a place and its people. */
function isOfOnePlace(a: string, b: string): boolean {
  const [place, people] = isKnownPlace(a) ? [a, b] : [b, a];
  return isKnownPlace(place) && isDemonym(people) && people.startsWith(place.slice(0, -1)) && place.length > 3;
}

function isPlural(word: string, singular: string): boolean {
  return !singular.endsWith('s') && (word === `${singular}s` || word === `${singular}es`);
}

/**
 * Two words of a body's long name have changed places: `Centre for Strategic International Studies`. The slips that make the
 * draft's words of the source's; undefined if it is anything else.
 */
export function swappedWords(words: readonly string[], source: readonly string[]): Slip[] | undefined {
  if (words.length !== source.length || words.length < 4 || maybePerson(words)) return undefined;
  const differing = words.flatMap((word, at) => (word === source[at] ? [] : [at]));
  const [a, b] = differing;
  if (differing.length !== 2 || a === undefined || b !== a + 1) return undefined;
  if (words[a] !== source[b] || words[b] !== source[a] || isSmallWord(words[a]!) || isSmallWord(words[b]!))
    return undefined;
  return differing.map((at) => ({ at, source: source[at]!, letters: 2, how: 'word' }));
}

/** So many letters two words of a title must begin with to be endings of one word. */
const STEM = 4;

/**
 * One word of a name is another than the source's by more than a letter, and all others agree: it has another ending (`Terror`
 * for `Terrorism`), is two letters off or sounds alike. The slips that make the draft's words of the source's; undefined if
 * it is more than that.
 */
export function otherWord(words: readonly string[], source: readonly string[]): Slip[] | undefined {
  if (words.length !== source.length || words.length < 2) return undefined;
  const differing = words.flatMap((word, at) => (word === source[at] ? [] : [at]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined) return undefined;
  const [ours, theirs] = [words[at]!, source[at]!];
  if (/\d/u.test(ours + theirs)) return undefined;
  const how =
    words.length > 2
      ? otherInLong(words, at, theirs)
      : isSurname(words, at)
        ? soundsAlike(ours, theirs)
        : at === 0 && !maybePerson(words) && isLongSlip(ours, theirs);
  if (!how) return undefined;
  const slips = [{ at, source: theirs, letters: 2, how: how === 'ending' ? how : ('several' as const) }];
  const people = isDemonym(theirs) && !isOfOnePlace(words[at]!, theirs);
  return isRightElsewhere(words, slips, true) || people ? undefined : slips;
}

/** So many other words of a title make it the same one, whatever the word that differs. */
const LONG_TITLE = 5;

/** `Lindblom Foundation` for `Lindholm Foundation`: long words of the same letters but one that begin and end alike. */
function isLongSlip(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 7 || a.slice(0, STEM) !== b.slice(0, STEM) || a.at(-1) !== b.at(-1))
    return false;
  return lettersShared(a, b) >= a.length - 1 && editDistance(a, b, 3) <= 3;
}

function otherInLong(words: readonly string[], at: number, theirs: string): 'ending' | boolean {
  const ours = words[at]!;
  let stem = 0;
  while (stem < ours.length && ours[stem] === theirs[stem]) stem++;
  const shorter = Math.min(ours.length, theirs.length);
  const content = words.filter((word, i) => i !== at && !isSmallWord(word)).length;
  if (stem >= STEM && stem >= shorter - 2 && content >= 2) return 'ending';
  if (content >= LONG_TITLE) return true;
  if (stem < 1 || shorter < 4) return false;
  // `Indian Roads Board` for `Indus Roads Board`
  const far = stem >= 3 && content >= 2 && at < words.length - 1 ? 3 : 2;
  return editDistance(ours, theirs, far) <= far || soundsAlike(ours, theirs);
}

/** Of a name with an acronym so many other words must agree, if the draft does not give it the acronym itself. */
const AGREEING = 3;

/**
 * The slip by which one word of a body's name is another than in the sources' name (`Centre for Research and Strategic
 * Studies`), where both have one acronym: `given` is the draft's own one for it.
 */
export function otherExpansion(
  words: readonly string[],
  source: readonly string[],
  given: boolean,
): readonly Slip[] | undefined {
  if (words.length !== source.length) return undefined;
  const differing = words.flatMap((word, at) => (compareWords(word, source[at]!).kind === 'other' ? [at] : []));
  const [at] = differing;
  if (at === undefined || differing.length > 1 || isSmallWord(words[at]!) || isSmallWord(source[at]!)) return undefined;
  const agreeing = words.filter((word, i) => i !== at && !isSmallWord(word)).length;
  if (agreeing < (given ? AGREEING - 1 : AGREEING)) return undefined;
  return [{ at, source: source[at]!, letters: 2, how: 'word' }];
}

/** `Fairweather` for `Fairwell`: a surname that begins as the source's behind the same first name, by at least half of it. */
export function otherHalf(words: readonly string[], source: readonly string[]): Slip[] | undefined {
  if (words.length !== 2 || source.length !== 2 || words[0] !== source[0] || !isSurname(words, 1)) return undefined;
  const [ours, theirs] = [words[1]!, source[1]!];
  let stem = 0;
  while (stem < ours.length && ours[stem] === theirs[stem]) stem++;
  if (stem < STEM || stem * 2 < Math.min(ours.length, theirs.length)) return undefined;
  return [{ at: 1, source: theirs, letters: 2, how: 'ending' }];
}

function isSurname(words: readonly string[], at: number): boolean {
  return at === words.length - 1 && words[0]!.length > 1 && maybePerson(words);
}

/** `Tate` and `Tait`, `Bridget’s` and `Brigid’s`: the same consonants, or one of them more, and all letters but one shared. */
function soundsAlike(a: string, b: string): boolean {
  const [x, y] = [consonantsOf(a), consonantsOf(b)];
  const shorter = Math.min(x.length, y.length);
  if (a[0] !== b[0] || shorter < 2 || Math.abs(a.length - b.length) > 2) return false;
  if (lettersShared(a, b) < Math.min(a.length, b.length) - 1) return false;
  return x === y || (shorter >= 4 && x.length !== y.length && editDistance(x, y, 1) === 1);
}

function lettersShared(a: string, b: string): number {
  const left = [...b];
  return [...a].filter((letter) => left.includes(letter) && left.splice(left.indexOf(letter), 1)).length;
}

/** The consonants that are heard: `d` is `t`, a doubled one is single. */
function consonantsOf(word: string): string {
  return word
    .replace(/['’]s$/u, 's')
    .replace(/d/gu, 't')
    .replace(/ph/gu, 'f')
    .replace(/[ckq]+/gu, 'k')
    .replace(/z/gu, 's')
    .replace(/(\p{L})\1/gu, '$1')
    .replace(/[^\p{L}]|[aeiouyhw]/gu, '');
}

/** No form fits, but a word that no source has is a slip away from one that they have. */
export function slippedWords(
  words: readonly string[],
  near: ReadonlyMap<string, readonly string[]>,
  lexicon: NameLexicon,
): SlipCandidate[] {
  const candidates: SlipCandidate[] = [];
  for (const [at, word] of words.entries()) {
    if (word.length < 4 || lexicon.withWord(word).length > 0) continue;
    // `Hina Rabbani` is no slip of `China`, nor of another Dina: a first name says nothing without its surname.
    const first = at === 0 && maybePerson(words);
    if (first && lexicon.withWord(words.at(-1)!).length === 0) continue;
    for (const other of near.get(word) ?? []) {
      if (first && isKnownPlace(other)) continue;
      const relation = compareWords(word, other);
      if (relation.kind !== 'slip' || relation.letters > 1) continue;
      const slips = [{ at, source: other, letters: relation.letters, how: relation.how }];
      if (isRightElsewhere(words, slips) || (word.length === 4 && relation.how === 'changed')) continue;
      const forms = byMentions(lexicon.withWord(other));
      const [form] = forms;
      const cost = slipCost(words, slips, false) ?? 9;
      if (form) candidates.push({ form, slips, whole: false, cost });
      const both = slippedTwice(words, forms, lexicon);
      if (both) candidates.push({ ...both, cost: cost - 1 });
    }
  }
  return likeliest(candidates);
}

/** So many names with the word are looked through. */
const MOST_WITH_WORD = 40;

/** `Ludmila Kravetz` for `Ludmyla Kravets`: another word of the same name is a letter off as well, and the rest is right. */
function slippedTwice(
  words: readonly string[],
  forms: readonly NameFormRow[],
  lexicon: NameLexicon,
): Omit<SlipCandidate, 'cost'> | undefined {
  if (words.length < 2) return undefined;
  for (const form of forms.slice(0, MOST_WITH_WORD)) {
    const source = nameWordsOf(form.form);
    if (source.length !== words.length) continue;
    const slips: Slip[] = [];
    const rest = words.filter((word, at) => {
      const relation = compareWords(word, source[at]!);
      if (relation.kind === 'slip' && relation.letters < 2 && word.length > 3 && lexicon.exact(word).length === 0)
        slips.push({ at, source: source[at]!, letters: relation.letters, how: relation.how });
      else return relation.kind !== 'same';
      return false;
    });
    const long = slips.some(({ at }) => words[at]!.length > 4);
    if (rest.length === 0 && slips.length === 2 && long && !isRightElsewhere(words, slips))
      return { form, slips, whole: true };
  }
  return undefined;
}

/** A short first name that is a letter away is another first name. */
export function withoutShortSlip(alignment: Alignment): Alignment {
  return alignment.kind === 'slip' && alignment.slips.length === 1 && alignment.slips[0]!.at === 0
    ? { kind: 'first' }
    : alignment;
}
