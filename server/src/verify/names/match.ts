import type { NameFormRow } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import { initialsOf, lettersOf, nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention } from '../../extract/mention.ts';
import { isDemonym } from '../../extract/names/places.ts';
import { isRoleWord, isTitleWord } from '../../extract/names/titles.ts';
import { fold } from '../../text/fold.ts';
import { alignNames, compareWords, isSmallWord, maybePerson, type Alignment, type Slip } from './parts.ts';
import {
  byMentions,
  isRightElsewhere,
  likeliest,
  otherExpansion,
  otherHalf,
  swappedWords,
  withoutShortSlip,
  otherWord,
  slipCost,
  slippedWords,
  type SlipCandidate,
} from './slips.ts';

/** What the sources' names have for a name of the draft, before any context is looked at. */
export type NameMatch =
  /** The sources write it so, but for capitals and accents. */
  | { readonly kind: 'exact'; readonly forms: readonly NameFormRow[] }
  /** The same name written otherwise; `how` in words. */
  | { readonly kind: 'variant'; readonly forms: readonly NameFormRow[]; readonly how: string }
  /** A part of the sources' name: a surname, a body without its country. */
  | { readonly kind: 'part'; readonly forms: readonly NameFormRow[] }
  /** The sources' name with more words around it than they write. */
  | { readonly kind: 'more'; readonly forms: readonly NameFormRow[]; readonly words: readonly string[] }
  /** A slip away from the sources' name. */
  | { readonly kind: 'slip'; readonly candidates: readonly SlipCandidate[]; readonly sure?: true }
  /** The same but for `of`, `for`, `the`. */
  | { readonly kind: 'small'; readonly forms: readonly NameFormRow[] }
  /** Only one word of it is a slip away from a word of the sources' names; the rest is not theirs. */
  | { readonly kind: 'word'; readonly candidates: readonly SlipCandidate[] }
  /** Another first name before a surname that the sources give to others. */
  | { readonly kind: 'first'; readonly forms: readonly NameFormRow[]; readonly words: readonly SlipCandidate[] }
  | { readonly kind: 'none' };

const MOST_FORMS = 400;
const MOST_LIKE_WORDS = 24;
const NONE: NameMatch = { kind: 'none' };

/** The best match of a draft's name in the lexicon. Depends on nothing else, so it can be kept as long as the lexicon. */
export function matchName(claim: Pick<NameMention, 'text' | 'entityType'>, lexicon: NameLexicon): NameMatch {
  const key = withoutArticle(fold(claim.text));
  const exact = [...lexicon.exact(key), ...lexicon.exact(`the ${key}`)];
  if (exact.length > 0) return { kind: 'exact', forms: exact };
  const letters = lexicon.sameLetters(key);
  if (letters.length > 0) return { kind: 'variant', forms: letters, how: 'hyphens, points, spaces or accents' };
  const words = nameWordsOf(key);
  const turned = otherOrder(words, lexicon);
  if (turned.length > 0) return { kind: 'variant', forms: turned, how: 'the order of its parts' };
  const acronym = acronymMatch(claim.text, lexicon);
  if (acronym) return acronym;
  const known = wellKnown(key, lexicon);
  if (known) return known;
  return (
    alignedMatch(claim, words, lexicon) ??
    expandedOtherwise(claim.text, undefined, lexicon) ??
    expansionMatch(claim.text, words, lexicon) ??
    NONE
  );
}

/**
 * The sources' own name for an acronym, of which the draft's is one word off. `acronym`: the one that the draft gives the name;
 * else it is of its initials.
 */
export function expandedOtherwise(
  text: string,
  acronym: string | undefined,
  lexicon: NameLexicon,
): Extract<NameMatch, { kind: 'slip' }> | undefined {
  const words = withoutThe(nameWordsOf(text));
  const acronyms = acronym === undefined ? initialsOf(text) : [lettersOf(acronym)];
  const candidates = acronyms.flatMap((letters): SlipCandidate[] => {
    if (letters.length < 3 || !lexicon.exact(letters).some(({ form }) => isAcronymText(form))) return [];
    return lexicon.withInitials(letters).flatMap((form) => {
      const slips = otherExpansion(words, withoutThe(nameWordsOf(form.form)), acronym !== undefined);
      return slips ? [{ form, slips, whole: true, cost: 6 }] : [];
    });
  });
  return candidates.length > 0 ? { kind: 'slip', candidates: likeliest(candidates), sure: true } : undefined;
}

/** `Nguyen Van Thieu` and `Van Thieu Nguyen`: the family name before the others or behind them. */
function otherOrder(words: readonly string[], lexicon: NameLexicon): readonly NameFormRow[] {
  if (!maybePerson(words)) return [];
  const [first, last] = [words[0]!, words.at(-1)!];
  return [
    ...lexicon.exact([...words.slice(1), first].join(' ')),
    ...lexicon.exact([last, ...words.slice(0, -1)].join(' ')),
  ];
}

function withoutArticle(key: string): string {
  return key.startsWith('the ') ? key.slice(4) : key;
}

/** Is it written as an acronym? Those match exactly, or what they stand for. */
export function isAcronymText(text: string): boolean {
  return /^(?:\p{Lu}\p{Ll}?[.&-]?){2,6}s?$/u.test(text) && /\p{Lu}.*\p{Lu}/u.test(text) && text.length <= 8;
}

function acronymMatch(text: string, lexicon: NameLexicon): NameMatch | undefined {
  if (isAcronymText(text)) {
    const letters = lettersOf(text.replace(/s$/u, ''));
    const plural = lexicon.sameLetters(letters);
    if (plural.length > 0) return { kind: 'variant', forms: plural, how: 'the plural' };
    const forms = letters.length > 2 ? lexicon.withInitials(letters) : [];
    if (forms.length > 0) return { kind: 'variant', forms, how: 'its acronym' };
    const swapped = swappedAcronym(text, lexicon);
    if (swapped) return { kind: 'slip', candidates: [swapped] };
    return undefined;
  }
  return undefined;
}

/** `CRRS` for `CRSS`: two letters of a longer acronym swapped or one another, if no source has it so. */
function swappedAcronym(text: string, lexicon: NameLexicon): SlipCandidate | undefined {
  const letters = lettersOf(text);
  if (letters.length < 4) return undefined;
  for (let i = 0; i + 1 < letters.length; i++) {
    const swapped = letters.slice(0, i) + letters[i + 1]! + letters[i]! + letters.slice(i + 2);
    const form = swapped === letters ? undefined : lexicon.exact(swapped).find((row) => isAcronymText(row.form));
    if (form) return acronymSlip(form);
  }
  return undefined;
}

/** The draft's acronym as a slip of the sources'. */
export function acronymSlip(form: NameFormRow): SlipCandidate {
  return { form, slips: [{ at: 0, source: fold(form.form), letters: 1, how: 'swapped' }], whole: true, cost: 3 };
}

/** A full name of which the sources have the acronym only. */
function expansionMatch(text: string, words: readonly string[], lexicon: NameLexicon): NameMatch | undefined {
  if (words.length < 3) return undefined;
  const forms = initialsOf(text)
    .filter((initials) => initials.length > 2)
    .flatMap((initials) => lexicon.exact(initials))
    .filter(({ form }) => form === form.toUpperCase());
  return forms.length > 0 ? { kind: 'variant', forms, how: 'what the acronym stands for' } : undefined;
}

/** Names of countries and bodies that any reader takes for one another. */
const WELL_KNOWN: readonly (readonly string[])[] = [
  ['us', 'u.s.', 'u.s', 'usa', 'u.s.a.', 'united states', 'united states of america', 'america'],
  ['uk', 'u.k.', 'u.k', 'united kingdom', 'britain', 'great britain'],
  ['un', 'u.n.', 'united nations'],
  ['eu', 'e.u.', 'european union'],
  ['uae', 'united arab emirates'],
  ['la', 'l.a.', 'los angeles'],
  ['nyc', 'new york city', 'new york'],
  ['world war i', 'world war 1', 'world war one', 'first world war', 'wwi', 'ww1', 'great war'],
  ['world war ii', 'world war 2', 'world war two', 'second world war', 'wwii', 'ww2'],
];

function wellKnown(key: string, lexicon: NameLexicon): NameMatch | undefined {
  const group = WELL_KNOWN.find((names) => names.includes(key));
  const forms = group?.flatMap((name) => lexicon.exact(name)) ?? [];
  return forms.length > 0 ? { kind: 'variant', forms, how: 'another usual name' } : undefined;
}

interface Ranked {
  readonly match: Exclude<NameMatch, { kind: 'slip' | 'word' | 'none' }>;
  readonly rank: number;
}

function alignedMatch(
  claim: Pick<NameMention, 'text' | 'entityType'>,
  words: readonly string[],
  lexicon: NameLexicon,
): NameMatch | undefined {
  const acronym = isAcronymText(claim.text);
  const content = words.filter((word) => !isSmallWord(word));
  const sharing = new Set(content.flatMap((word) => lexicon.withWord(word).slice(0, MOST_FORMS)));
  const plain = laidOn(words, sharing, lexicon, claim.text);
  // Most names end here; likenesses are dear.
  if (plain.best && plain.best.rank < FIRST && plain.best.match.kind !== 'more') return best(plain);
  if (acronym) return plain.best && plain.best.rank < FIRST ? best(plain) : undefined;
  const near = likeWords(content, lexicon);
  const like = [...near.values()].flat().flatMap((word) => lexicon.withWord(word).slice(0, MOST_FORMS));
  const more = new Set(like.filter((row) => !sharing.has(row)));
  const all = laidOn(words, more, lexicon, claim.text, plain);
  return doubtfulMatch(words, all, slippedWords(words, near, lexicon), lexicon);
}

/** Words of names that each word of the draft's may be a slip or another form of. */
function likeWords(content: readonly string[], lexicon: NameLexicon): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, readonly string[]>();
  for (const word of content) {
    if (content.length === 1 && lexicon.withWord(word).length > 0) continue;
    near.set(
      word,
      lexicon.similarWords(word, MOST_LIKE_WORDS).filter((other) => {
        // `Thea` is no slip of the article that many names begin with.
        if (isSmallWord(other)) return false;
        const { kind } = compareWords(word, other);
        return kind === 'slip' || kind === 'form';
      }),
    );
  }
  return near;
}

/** What the sources' forms are for a draft's name. */
interface Laid {
  readonly best?: Ranked;
  /** Those as good as the best. */
  readonly forms: readonly NameFormRow[];
  readonly slips: readonly SlipCandidate[];
  /** A slip away, though the draft's surname is one that the sources have. */
  readonly doubtful: readonly NameFormRow[];
}

function best({ best: ranked, forms }: Laid): NameMatch | undefined {
  return ranked && { ...ranked.match, forms: byMentions(forms) };
}

/** `before`: what other rows, which come before these, are for it. */
function laidOn(
  words: readonly string[],
  rows: Iterable<NameFormRow>,
  lexicon: NameLexicon,
  claim: string,
  before?: Laid,
): Laid {
  const acronym = isAcronymText(claim);
  const firm = claim.includes('&');
  const isKnownSurname = words.length > 1 && isBorne(words.at(-1)!, lexicon);
  let found = before?.best;
  const forms = [...(before?.forms ?? [])];
  const slips = [...(before?.slips ?? [])];
  const doubtful = [...(before?.doubtful ?? [])];
  for (const row of rows) {
    const source = wordsOf(row);
    const alignment = alignNames(words, source);
    if (alignment.kind === 'slip') {
      // A surname that the sources have is right, whoever bears it.
      if (isKnownSurname && alignment.slips.some(({ at }) => at === words.length - 1)) {
        if (alignment.whole && alignment.slips.length === 1) doubtful.push(row);
        continue;
      }
      if (acronym || isRightElsewhere(words, alignment.slips, alignment.whole)) continue;
      const cost = slipCost(words, alignment.slips, alignment.whole, firm);
      if (cost !== undefined) slips.push({ form: row, slips: alignment.slips, whole: alignment.whole, cost });
    }
    const other =
      alignment.kind === 'none' || alignment.kind === 'first'
        ? (otherWord(words, source) ?? swappedWords(words, source) ?? otherBearer(words, source, lexicon))
        : undefined;
    if (other && !acronym && !(isKnownSurname && other[0]!.at === words.length - 1))
      slips.push({ form: row, slips: other, whole: true, cost: 6 });
    const ranked = rankedMatch(words, row, source, withoutShortSlip(alignment), lexicon);
    if (!ranked || (found && ranked.rank > found.rank)) continue;
    if (!found || ranked.rank < found.rank) forms.length = 0;
    found = ranked;
    forms.push(row);
  }
  return { ...(found && { best: found }), forms, slips, doubtful };
}

/** Is the word in a name of the sources? One of a people must be somebody's. */
function isBorne(word: string, lexicon: NameLexicon): boolean {
  return lexicon.withWord(word).some((row) => !isDemonym(word) || wordsOf(row).length > 1);
}

/** No form of the sources has all words of the draft's name as they are. */
function doubtfulMatch(
  words: readonly string[],
  laid: Laid,
  slipped: readonly SlipCandidate[],
  lexicon: NameLexicon,
): NameMatch | undefined {
  const match = laid.best?.match;
  if (match?.kind === 'more') {
    // `Producers Guild of Americe Award`: one of the words too many is a slip of another name's.
    const extra = slipped.filter(({ slips }) => slips.every(({ at }) => match.words.includes(words[at]!)));
    if (extra.length > 0) return { kind: 'word', candidates: extra };
  }
  if (laid.best && laid.best.rank < FIRST) return best(laid);
  if (laid.slips.length > 0) return { kind: 'slip', candidates: likeliest(laid.slips) };
  // `Michael Wagner`, where one source has `Michael Wanger` and all others `Wagner`: the slip may be the source's.
  if (laid.doubtful.length > 0) {
    const surnames = lexicon.withWord(words.at(-1)!);
    return {
      kind: 'variant',
      forms: [...byMentions(laid.doubtful), ...byMentions(surnames)],
      how: 'a spelling that they use for the surname',
    };
  }
  if (match?.kind === 'more') return best(laid);
  if (match && maybePerson(words)) return { kind: 'first', forms: byMentions(laid.forms), words: slipped };
  return slipped.length > 0 ? { kind: 'word', candidates: slipped } : undefined;
}

/** From this rank on a slip explains the name better. */
const FIRST = 20;

/** What one of the sources' forms is for the draft's name, and how good that is: small is good. */
function rankedMatch(
  words: readonly string[],
  row: NameFormRow,
  source: readonly string[],
  alignment: Alignment,
  lexicon: NameLexicon,
): Ranked | undefined {
  const forms: readonly NameFormRow[] = [];
  switch (alignment.kind) {
    case 'part':
      if (alignment.whole) return { match: { kind: 'variant', forms, how: 'the same words in another form' }, rank: 1 };
      return { match: { kind: 'part', forms }, rank: 2 + (alignment.forms > 0 ? 1 : 0) };
    case 'small':
      return { match: { kind: 'small', forms }, rank: 4 };
    case 'more': {
      if (!isSurrounded(words, alignment.extra, source, row.entityType === 'place', lexicon)) return undefined;
      const rank = source.length > 1 || alignment.extra.every((i) => isOuterWord(words[i]!)) ? 10 : FIRST + 20;
      return { match: { kind: 'more', forms, words: alignment.extra.map((i) => words[i]!) }, rank };
    }
    case 'first':
      return isOtherFirst(words, source) ? { match: { kind: 'first', forms, words: [] }, rank: FIRST + 10 } : undefined;
    default:
      return undefined;
  }
}

/** As many words as the source's name, or first name and surname of a longer one. */
function isOtherFirst(words: readonly string[], source: readonly string[]): boolean {
  return maybePerson(source) && (words.length === source.length || (words.length === 2 && source.length > 2));
}

/**
 * The sources' name among words that are none (`Striker Parkes`), or are other names (`Indiana Pacer Copeland`). A person's
 * surname must be in it: of `Juan de Salas` another `Juan de` says nothing. Of a place alone, `Police Service of`
 * it says nothing.
 */
function isSurrounded(
  words: readonly string[],
  extra: readonly number[],
  source: readonly string[],
  isPlace: boolean,
  lexicon: NameLexicon,
): boolean {
  if (extra.every((i) => isOuterWord(words[i]!))) return true;
  const surname = !extra.includes(words.length - 1);
  if (isPlace && extra.some((i) => isSmallWord(words[i]!) && i > 0 && i < words.length - 1)) return false;
  if (source.length > 1) return surname || !maybePerson(words);
  const isName = (word: string): boolean =>
    lexicon.withWord(word).length > 0 || lexicon.withWord(`${word}s`).length > 0;
  return (
    words.length > 2 &&
    surname &&
    extra.every((i) => isOuterWord(words[i]!) || isName(words[i]!)) &&
    !isFirstName(words[words.length - 2]!, lexicon)
  );
}

function isOuterWord(word: string): boolean {
  return isRoleWord(word) || isTitleWord(word) || isDemonym(word);
}

const WORDS = new WeakMap<NameFormRow, readonly string[]>();

/** The words of a form without an article. Each letter that is typed lays a name on the same hundreds of forms. */
function wordsOf(row: NameFormRow): readonly string[] {
  let words = WORDS.get(row);
  if (!words) WORDS.set(row, (words = withoutThe(nameWordsOf(row.form))));
  return words;
}

/** The surname is begun like that of the only bearer of the first name. */
function otherBearer(words: readonly string[], source: readonly string[], lexicon: NameLexicon): Slip[] | undefined {
  const half = otherHalf(words, source);
  return half && isOneBearers(words[0]!, source, lexicon) ? half : undefined;
}

/** Do all names of the sources with the first name have the same surname too? */
function isOneBearers(first: string, source: readonly string[], lexicon: NameLexicon): boolean {
  return lexicon.withWord(first).every(({ form }) => {
    const words = nameWordsOf(form);
    return words.length === 1 || words.at(-1) === source.at(-1);
  });
}

/** Does the word stand first in names of two words or more? */
function isFirstName(word: string, lexicon: NameLexicon): boolean {
  return lexicon
    .withWord(word)
    .some(({ form, entityType }) => entityType === 'person' && nameWordsOf(form)[0] === word && form.includes(' '));
}

function withoutThe(words: readonly string[]): readonly string[] {
  return words[0] === 'the' ? words.slice(1) : words;
}
