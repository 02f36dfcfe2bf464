import { isOrganisationHead, isParticle } from '../../extract/names/organisations.ts';
import { isDemonym, isKnownPlace } from '../../extract/names/places.ts';
import { detached } from '../../text/detached.ts';
import { editDistance } from './editDistance.ts';

/** How one word of a draft's name stands to one of a source's. */
export type WordRelation =
  | { readonly kind: 'same' }
  /** The same word written otherwise: `St`/`Saint`, `Centre`/`Center`, `J.`/`Jane`, `Mike`/`Michael`. */
  | { readonly kind: 'form'; readonly how: 'short' | 'dialect' | 'initial' | 'nickname' | 'marks' | 'plural' }
  /** A few letters off: what a slip of the hand makes. */
  | { readonly kind: 'slip'; readonly letters: number; readonly how: SlipKind }
  | { readonly kind: 'other' };

export type SlipKind =
  'doubled' | 'undoubled' | 'missing' | 'added' | 'swapped' | 'changed' | 'several' | 'ending' | 'word';

const SAME: WordRelation = { kind: 'same' };
const OTHER: WordRelation = { kind: 'other' };

/** Both words as `nameWordsOf` gives them. Short words and words with digits match exactly or not at all. */
export function compareWords(draft: string, source: string): WordRelation {
  return formOf(draft, source) ?? slipOf(draft, source);
}

/** One word in the same or another form, or two that are never taken for each other; undefined of all others. */
function formOf(draft: string, source: string): WordRelation | undefined {
  if (draft === source) return SAME;
  if (!beginsOtherwise(draft, source)) {
    const [a, b] = [spelt(draft), spelt(source)];
    if (a.bare === b.bare) return { kind: 'form', how: 'marks' };
    if (SHORT.get(draft) === source || SHORT.get(source) === draft) return { kind: 'form', how: 'short' };
    if (a.american === b.american) return { kind: 'form', how: 'dialect' };
  }
  if (isRoman(draft) && isRoman(source)) return OTHER;
  if (isInitialOf(draft, source) || isInitialOf(source, draft)) return { kind: 'form', how: 'initial' };
  return isNickname(draft, source) ? { kind: 'form', how: 'nickname' } : undefined;
}

function slipOf(draft: string, source: string): WordRelation {
  const shorter = Math.min(draft.length, source.length);
  if (/\d/u.test(draft) || shorter < 3 || Math.abs(draft.length - source.length) > 2) return OTHER;
  const letters = editDistance(draft, source, slipLimit(draft, source));
  return letters <= slipLimit(draft, source) ? { kind: 'slip', letters, how: slipKind(draft, source, letters) } : OTHER;
}

/** Most words that are compared are: then they are not one word in two spellings. */
function beginsOtherwise(draft: string, source: string): boolean {
  const [a, b] = [draft.charCodeAt(0), source.charCodeAt(0)];
  return a !== b && isPlainLetter(a) && isPlainLetter(b);
}

function isPlainLetter(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

/** How many letters may be wrong before it is another word: none in short ones (Iran is not Iraq), two in long ones. */
function slipLimit(draft: string, source: string): number {
  const longer = Math.max(draft.length, source.length);
  if (longer <= 3) return 0;
  return longer >= 9 && Math.min(draft.length, source.length) >= 8 ? 2 : 1;
}

function slipKind(draft: string, source: string, letters: number): SlipKind {
  if (letters > 1) return 'several';
  if (draft.length === source.length) return sorted(draft) === sorted(source) ? 'swapped' : 'changed';
  const [long, short] = draft.length > source.length ? [draft, source] : [source, draft];
  let at = 0;
  while (at < short.length && long[at] === short[at]) at++;
  const doubled = long[at] === long[at - 1] || long[at] === long[at + 1];
  if (draft.length > source.length) return doubled ? 'doubled' : 'added';
  return doubled ? 'undoubled' : 'missing';
}

function sorted(word: string): string {
  return [...word].sort().join('');
}

/** A word without its marks, and in American spelling. */
interface Spelt {
  readonly bare: string;
  readonly american: string;
}

let speltWords = new Map<string, Spelt>();
const MOST_SPELT = 10_000;

/** A name is laid on hundreds of others, which have the same words again and again. */
function spelt(word: string): Spelt {
  let known = speltWords.get(word);
  if (!known) {
    known = { bare: word.replace(/[^\p{L}\p{N}]/gu, ''), american: american(word) };
    if (speltWords.size >= MOST_SPELT) speltWords = new Map();
    speltWords.set(detached(word), known);
  }
  return known;
}

/** `I` and `II` are numbers that differ, no initial and its word. */
function isRoman(word: string): boolean {
  return /^[ivx]+$/u.test(word);
}

function isInitialOf(letter: string, word: string): boolean {
  return letter.length === 1 && word.length > 1 && word.startsWith(letter);
}

const SHORT = new Map(
  `st saint|mt mount|ft fort|dr doctor|ltd limited|co company|corp corporation|inc incorporated|bros brothers|jr junior|sr senior|
utd united|dept department|govt government|univ university|intl international|assn association|natl national|prof professor`
    .split(/\|\n?/u)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** American spelling, as far as names of bodies need it. */
function american(word: string): string {
  return word
    .replace(/is(ation|ations|e|ed|ing)$/u, 'iz$1')
    .replace(/^(cent|theat|met|lit|fib)re(s?)$/u, '$1er$2')
    .replace(/^(lab|harb|hon|col|neighb|arm|behavi|fav)our/u, '$1or')
    .replace(/^(def|off|lic|pret)ence(s?)$/u, '$1ense$2')
    .replace(/^programme/u, 'program')
    .replace(/^(council|travel|counsel)l(or|er|ing)/u, '$1$2')
    .replace(/^(p)aediatric/u, '$1ediatric')
    .replace(/^grey$/u, 'gray');
}

const NICKNAMES = new Map<string, Set<string>>();
for (const group of `mike mick michael|bill billy will william|bob bobby rob robbie robert|jim jimmy jamie james|tom tommy thomas|dave davey david|dan danny daniel|
steve steven stephen stephan|chris christopher christian christine christina|tony anthony antony|joe joey joseph|ben benny benjamin|sam sammy samuel samantha|
nick nicky nicholas nicolas|alex alec alexander alexandra|ed eddie ted teddy edward edwin|matt matthew|andy drew andrew|greg gregory|ken kenny kenneth|
ron ronnie ronald|don donnie donald|jeff geoff jeffrey geoffrey|phil philip phillip|pete peter|kate katie kathy cathy katherine catherine kathryn|
liz lizzie beth betty eliza elizabeth|sue susie suzy susan suzanne|meg maggie peggy margaret|vince vincent|charlie chuck charles|harry hal henry harold|
jack johnny john|jon jonny jonathan|pat paddy patrick patricia|tim timmy timothy|fred freddie frederick|gerry jerry gerald gerard|
larry lawrence laurence|terry terence terrence|ray raymond|stan stanley|theo theodore|zach zack zachary|josh joshua|abby abigail|becky rebecca|
debbie deborah|jen jenny jennifer|mandy amanda|vicky vicki victoria|val valerie|al allan alan allen alfred albert|art arthur|bernie bernard|
doug douglas|frank francis franklin|gabe gabriel|gus augustus|jake jacob|leo leonard leonardo|lou louis|max maxwell maximilian|nate nathan nathaniel|
rick ricky dick richard|russ russell|sandy alexander|walt walter|wes wesley|barb barbara|cindy cynthia|ellie eleanor|jess jessica|jo joanna joanne|
kim kimberly|lexi alexis|mel melanie melissa|nikki nicole|pam pamela|steph stephanie|tina christina|trish patricia|hilary hillary`.split(
  /\|\n?/u,
)) {
  const names = group.split(' ').filter((name) => name !== 'hilary' && name !== 'hillary');
  for (const name of names) NICKNAMES.set(name, new Set([...(NICKNAMES.get(name) ?? []), ...names]));
}

/** `Mike` and `Michael`; and what begins the other and leaves two letters at least: `Alex`, `Max`. */
function isNickname(a: string, b: string): boolean {
  const group = NICKNAMES.get(a);
  // Of two full names that are a slip apart (`Stephen`, `Stephan`) the sources' one is right.
  if (group?.has(b)) return Math.min(a.length, b.length) <= 5 || Math.abs(a.length - b.length) > 1;
  return false;
}

const SMALL: ReadonlySet<string> = new Set(['of', 'the', 'and', 'for', 'on', 'in', 'at', 'to', 'a', 'an', '&']);

/** Articles, prepositions and conjunctions in names of bodies and works. */
export function isSmallWord(word: string): boolean {
  return SMALL.has(word);
}

/** Can the words be a person's name: two to five, none of them a body's, a country's or a people's? */
export function maybePerson(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 5) return false;
  return (
    !words.some((word) => isOrganisationHead(word) || isSmallWord(word) || isDemonym(word) || /\d/u.test(word)) &&
    !isKnownPlace(words.join(' '))
  );
}

/** How the draft's words lie on a source's. */
export type Alignment =
  /** Each draft word is the same as one of the source's, in order; `whole` if none is left over. `forms` are not letter by letter. */
  | { readonly kind: 'part'; readonly whole: boolean; readonly forms: number }
  /** Each source word is the same as one of the draft's, which has more. */
  | { readonly kind: 'more'; readonly extra: readonly number[] }
  /** As `part`, with slips: indexes of the draft's words and the source's words for them. */
  | { readonly kind: 'slip'; readonly slips: readonly Slip[]; readonly whole: boolean }
  /** The same but for small words: `Institute of Peace`, `Institute for Peace`. */
  | { readonly kind: 'small' }
  /** Equal behind the first word, which is another. */
  | { readonly kind: 'first' }
  | { readonly kind: 'none' };

export interface Slip {
  readonly at: number;
  readonly source: string;
  readonly letters: number;
  readonly how: SlipKind;
}

/** Lays the draft's words (as of `nameWordsOf`) on those of one of the sources' forms, in order. */
export function alignNames(draft: readonly string[], source: readonly string[]): Alignment {
  const relations = subsequence(draft, source);
  if (relations) {
    const slips: Slip[] = [];
    let forms = 0;
    for (const [at, { relation, to }] of relations.entries()) {
      if (relation.kind === 'slip')
        slips.push({ at, source: source[to]!, letters: relation.letters, how: relation.how });
      else if (relation.kind === 'form') forms++;
    }
    const whole = draft.length === source.length;
    if (slips.length === 0) return { kind: 'part', whole, forms };
    if (slips.length <= 2 && slips.length <= draft.length) return { kind: 'slip', slips, whole };
  }
  if (draft.length > source.length) {
    const inside = subsequence(source, draft);
    if (inside?.every(({ relation }) => relation.kind !== 'slip')) {
      const used = new Set(inside.map(({ to }) => to));
      return { kind: 'more', extra: draft.map((_, i) => i).filter((i) => !used.has(i)) };
    }
  }
  const content = (words: readonly string[]): readonly string[] =>
    words.filter((word) => !isSmallWord(word) && !isParticle(word));
  const [a, b] = [content(draft), content(source)];
  if (a.length > 1 && a.length === b.length && a.length < Math.max(draft.length, source.length)) {
    if (a.every((word, i) => isSame(word, b[i]!))) return { kind: 'small' };
  }
  if (draft.length > 1 && source.length > 1 && endsAlike(draft, source)) return { kind: 'first' };
  return { kind: 'none' };
}

function isSame(a: string, b: string): boolean {
  const kind = formOf(a, b)?.kind;
  return kind === 'same' || kind === 'form';
}

/** The same last words: all but the first of the shorter of the two. */
function endsAlike(draft: readonly string[], source: readonly string[]): boolean {
  const rest = Math.min(draft.length, source.length) - 1;
  for (let i = 1; i <= rest; i++) if (!isSame(draft.at(-i)!, source.at(-i)!)) return false;
  return compareWords(draft[0]!, source[0]!).kind === 'other';
}

interface Placed {
  readonly relation: WordRelation;
  readonly to: number;
}

const PLURAL: WordRelation = { kind: 'form', how: 'plural' };

/** `Crown Lands Estate` and `Crown Lands Estates`: one word for a kind of body in both numbers. */
function isOfNumber(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return long === `${short}s` && (isOrganisationHead(short) || isOrganisationHead(long));
}

/**
 * Each word of `short` laid on one of `long`, in order, with the fewest slips; undefined if one finds none. Words of `long`
 * may be left over in front, between and behind.
 */
function subsequence(short: readonly string[], long: readonly string[]): Placed[] | undefined {
  if (short.length > long.length) return undefined;
  let best: { placed: Placed[]; cost: number } | undefined;
  const place = (at: number, from: number, placed: Placed[], cost: number): void => {
    if (best && cost >= best.cost) return;
    if (at === short.length) {
      best = { placed: [...placed], cost };
      return;
    }
    for (let to = from; to <= long.length - (short.length - at); to++) {
      const last = at === short.length - 1 && to === long.length - 1 && at > 0;
      const relation = last && isOfNumber(short[at]!, long[to]!) ? PLURAL : compareWords(short[at]!, long[to]!);
      if (relation.kind === 'other') continue;
      const price = relation.kind === 'slip' ? 10 * relation.letters : relation.kind === 'form' ? 1 : 0;
      placed.push({ relation, to });
      place(at + 1, to + 1, placed, cost + price);
      placed.pop();
    }
  };
  place(0, 0, [], 0);
  // Initials alone say nothing.
  const firm = best?.placed.some(({ relation }) => relation.kind !== 'form' || relation.how !== 'initial');
  return firm ? best?.placed : undefined;
}
