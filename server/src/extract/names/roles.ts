import type { TextSpan } from '../mention.ts';
import { isOccupation } from './occupations.ts';
import { isRoleModifier, isRoleWord, isTitleWord } from './titles.ts';
import { isCapital, type NameWord } from './words.ts';

/** Words in which no description of a role goes on. */
const BREAKS: ReadonlySet<string> = new Set(
  `who which that and but or said says say told tells is was are were has had have will would in on from with by as to when while where
  after before because if than not into about also him her them he she it they if so be been being do does did can could
  may might must should speaks spoke added made went came took led won lost`.split(/\s+/u),
);
const DETERMINERS: ReadonlySet<string> = new Set(
  'the a an its their his her our my your this then now also one'.split(' '),
);
const BE: ReadonlySet<string> = new Set('is was became remains remained'.split(' '));
const LONGEST = 9;

function spanOf(text: string, words: readonly NameWord[], from: number, to: number): TextSpan {
  const start = words[from]!.start;
  const end = words[to - 1]!.end;
  return { start, end, text: text.slice(start, end) };
}

/** A noun of a role; written with a capital, `Baker` and many others are surnames. */
function isRole({ lower, shape }: NameWord): boolean {
  return isRoleWord(lower) || (shape === 'lower' && isOccupation(lower));
}

/** The title, rank or office directly before the name that starts at word `name`. */
export function titleBefore(text: string, words: readonly NameWord[], name: number): TextSpan | undefined {
  let from = name;
  for (; from > 0; from--) {
    const word = words[from - 1]!;
    if (words[from]!.before !== 'space' && words[from]!.before !== 'point') break;
    if (word.possessive) break;
    if (isTitleWord(word.lower) || isRole(word)) continue;
    if (from < name && isRoleModifier(word.lower)) continue;
    // `Secretary of State Marco Rubio`, `Minister of Defence Omar Sharif`
    if (
      from === name &&
      (word.lower === 'state' || isField(words, from - 1)) &&
      words[from - 2]?.lower === 'of' &&
      isRoleWord(words[from - 3]?.lower ?? '')
    ) {
      from--;
      continue;
    }
    // `Foreign Office Spokesperson`
    if (
      from < name &&
      isMinistry(word.lower) &&
      (isRoleModifier(words[from - 2]?.lower ?? '') || words[from - 2]?.lower === 'state')
    ) {
      from--;
      continue;
    }
    // `jury president`
    if (from < name && isBodyOfRole(word)) continue;
    // `Works and Pensions Secretary`
    if (from < name && word.lower === 'and' && isField(words, from - 2) && isField(words, from)) continue;
    break;
  }
  while (from < name && words[from]!.lower === 'and') from++;
  return from < name ? spanOf(text, words, from, name) : undefined;
}

/** Whose president, captain or secretary it is: written small, or at the start of the sentence. */
function isBodyOfRole({ lower, initial, shape }: NameWord): boolean {
  return (shape === 'lower' || initial) && ROLE_BODIES.has(lower);
}

const ROLE_BODIES: ReadonlySet<string> = new Set(
  `jury festival union hospital court harbour harbor trust ship crew league museum theatre theater orchestra choir branch parish
  council village town college tribunal panel inquiry society federation association tournament race rally marathon regatta
  championship competition event school company factory mill mine airport airline port ferry railway bank brewery gallery library
  archive zoo park station depot plant project programme program fund foundation charity institute laboratory clinic prison
  conference summit congress delegation expedition mission squad orphanage nursery garden market institution`.split(
    /\s+/u,
  ),
);

function isMinistry(lower: string): boolean {
  return lower === 'office' || lower === 'ministry' || lower === 'department';
}

function isField(words: readonly NameWord[], at: number): boolean {
  const lower = words[at]?.lower ?? '';
  return isRoleModifier(lower) && !isRoleWord(lower);
}

/**
 * The role said of the name that ends before word `to`: in apposition (`X, the army chief`; `X (chief executive)`), or by a
 * copula (`X was defence minister`, `X, who is …`).
 */
export function roleBehind(text: string, words: readonly NameWord[], to: number): TextSpan | undefined {
  const next = words[to];
  const last = words[to - 1];
  if (!next || !last) return undefined;
  const gap = text.slice(last.end, next.start);
  if (gap === ' ') return BE.has(next.lower) ? phraseFrom(text, words, to + 1) : undefined;
  if (/^(?:,? [(–—-] ?|, ?|,? \()$/u.test(gap)) {
    // `X, 52, the director`
    if (next.shape === 'number' && words[to + 1] && /^, $/u.test(text.slice(next.end, words[to + 1]!.start)))
      return phraseFrom(text, words, to + 1);
    if (next.lower === 'who' && BE.has(words[to + 1]?.lower ?? '')) return phraseFrom(text, words, to + 2);
    return phraseFrom(text, words, to);
  }
  return undefined;
}

/** A noun phrase whose head is a role, from word `at` on: `the caretaker prime minister of Pakistan`. */
function phraseFrom(text: string, words: readonly NameWord[], at: number): TextSpan | undefined {
  let from = at;
  while (words[from] && (from === at || words[from]!.before === 'space') && DETERMINERS.has(words[from]!.lower)) from++;
  if (!words[from] || (from > at && words[from]!.before !== 'space')) return undefined;
  let role = -1;
  let i = from;
  for (; i < from + 6; i++) {
    const word = words[i];
    if (!word || (i > from && word.before !== 'space') || BREAKS.has(word.lower)) break;
    // `X, accuses the mayor`: what stands before an article is no part of a role.
    if (i > from && DETERMINERS.has(word.lower)) break;
    if (isRole(word) && !word.possessive) role = i;
    else if (role >= 0) break;
  }
  if (role < 0) return undefined;
  // `director of research`, `head of America’s Central Command`, `Associate Director Research`
  let to = role + 1;
  for (; to < from + LONGEST; to++) {
    const word = words[to];
    if (!word || word.before !== 'space') break;
    if (
      BREAKS.has(word.lower) &&
      !(word.lower === 'and' && to > role + 2 && words[to + 1] && isCapital(words[to + 1]) && isCapital(words[to - 1]))
    )
      break;
    if (to === role + 1 && !/^(?:of|for|at)$/u.test(word.lower) && !isRoleModifier(word.lower)) break;
  }
  while (to > role + 1 && /^(?:of|for|at|the|a|an|and)$/u.test(words[to - 1]!.lower)) to--;
  return spanOf(text, words, from, to);
}

/** The role in apposition before the name (or its title) that starts at word `name`: `the leader, X`. */
export function roleBefore(text: string, words: readonly NameWord[], name: number): TextSpan | undefined {
  if (
    name < 1 ||
    words[name]!.before !== 'break' ||
    !/^, ?$/u.test(text.slice(words[name - 1]!.end, words[name]!.start))
  )
    return undefined;
  let role = -1;
  let from = name - 1;
  for (; from >= 0 && from > name - LONGEST; from--) {
    const word = words[from]!;
    if (isRole(word) && !word.possessive) {
      role = from;
      break;
    }
    if (BREAKS.has(word.lower) || word.before === 'break') return undefined;
  }
  if (role < 0) return undefined;
  if (
    role + 1 < name &&
    !/^(?:of|for|at)$/u.test(words[role + 1]!.lower) &&
    !words.slice(role + 1, name).every(({ lower }) => isRoleModifier(lower))
  )
    return undefined;
  let start = role;
  while (
    start > 0 &&
    words[start]!.before === 'space' &&
    !words[start - 1]!.possessive &&
    (isRole(words[start - 1]!) || isRoleModifier(words[start - 1]!.lower))
  )
    start--;
  // `the fire chief, X`: whose chief it is, if an article stands before that.
  const noun = words[start - 1];
  const article = words[start - 2];
  if (
    noun?.shape === 'lower' &&
    words[start]!.before === 'space' &&
    noun.before === 'space' &&
    !BREAKS.has(noun.lower) &&
    !DETERMINERS.has(noun.lower) &&
    article &&
    (DETERMINERS.has(article.lower) || article.possessive)
  )
    start--;
  const determiner = words[start - 1];
  const determined =
    words[start]!.initial ||
    words[start]!.before === 'break' ||
    (determiner !== undefined && (DETERMINERS.has(determiner.lower) || determiner.possessive || isCapital(determiner)));
  return determined ? spanOf(text, words, start, name) : undefined;
}

const COPULAS: ReadonlySet<string> = new Set(['is', 'was', 'remains']);

/**
 * The role that is said to be the bearer's: `Judge: X.`, `The mayor is X.` The name, words `name` to `to`, must end there, or
 * it is a transcript's or the sentence goes on about something else.
 */
export function roleNamed(text: string, words: readonly NameWord[], name: number, to: number): TextSpan | undefined {
  const last = words[to - 1]!;
  const next = words[to];
  if (next?.before === 'space' || (next && !/^\s*[.,;()\n]/u.test(text.slice(last.end, next.start)))) return undefined;
  const label = name > 0 && text.slice(words[name - 1]!.end, words[name]!.start) === ': ';
  const copula = !label && name > 1 && words[name]!.before === 'space' && COPULAS.has(words[name - 1]!.lower);
  if ((!label && !copula) || (label && to - name < 2)) return undefined;
  const end = label ? name : name - 1;
  if (!isRole(words[end - 1]!) || words[end - 1]!.possessive) return undefined;
  let from = end - 1;
  while (from > 0 && words[from]!.before === 'space' && isOfRole(words[from - 1]!)) from--;
  if (label) return words[from]!.initial ? spanOf(text, words, from, end) : undefined;
  const determiner = words[from - 1];
  const sure = determiner && words[from]!.before === 'space' && /^(?:the|its|their|our)$/u.test(determiner.lower);
  return sure && determiner.initial ? spanOf(text, words, from, end) : undefined;
}

function isOfRole(word: NameWord): boolean {
  return !word.possessive && (isRole(word) || isRoleModifier(word.lower));
}

/** The role that a line by itself gives (`Associate Director Research`), below a line with a name. */
export function roleLine(text: string, words: readonly NameWord[]): TextSpan | undefined {
  if (words.length > 8 || words.some(({ lower }) => BREAKS.has(lower) && lower !== 'and')) return undefined;
  const heads = words.filter(({ lower }) => isRoleWord(lower));
  return heads.length > 0 && isCapital(words[0]) ? spanOf(text, words, 0, words.length) : undefined;
}
