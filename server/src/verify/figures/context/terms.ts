import { MONTHS, WEEKDAYS } from '../../../extract/figures/calendar.ts';
import { isNumberWord } from '../../../extract/figures/numerals.ts';
import { detached } from '../../../text/detached.ts';
import { fold } from '../../../text/fold.ts';
import { classOf, classOfCharacter, DIGIT, opensPair, OTHER } from '../../../text/unitClasses.ts';
import { conceptOf } from './synonyms.ts';

/** A word of a text as contexts are compared by it. */
export interface Term {
  /** Meaning: the word's group of synonyms, or its stem. Empty for words that say nothing (articles, pronouns, numbers). */
  readonly key: string;
  /** The folded word itself. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
  /** A clause ends before it: a stop or dash, or a conjunction stands there. */
  readonly border: boolean;
}

const STOP = new Set(
  (
    'a an the this that these those there here it its itself he him his himself she her hers herself they them their theirs we us our ' +
    'you your i me my mine who whom whose which what when where why how is are was were be been being am do does did done has have had ' +
    'having will would shall should can could may might must not no nor of in on at by to from for with without into onto out off about ' +
    'as than then so if but and or because while although though during before after since until till between among through per via ' +
    'also just only very too even still yet already again once more most some any each every either neither both all such other others ' +
    'another one ones own same new now ever never always often however meanwhile up upon within across around near over under above below ' +
    'behind beyond along toward towards amid despite like least many much few several mr mrs ms dr sir said says say s t re ve ll d m ' +
    'instead today yesterday tomorrow recently later earlier ago next last first second due cent percent according including compared respectively ' +
    'amid thanks rather however almost nearly roughly approximately'
  ).split(' '),
);
/** Words that begin another clause or phrase. */
const BORDER = new Set([
  'and',
  'but',
  'while',
  'which',
  'who',
  'whereas',
  'after',
  'when',
  'because',
  'although',
  'before',
  'with',
  'as',
  'where',
  'including',
  'or',
  'compared',
  'instead',
  'against',
  'than',
  'from',
  'of',
]);
const BREAKS = new Set([...',;:()–—.!?"“”'].map((sign) => sign.charCodeAt(0)));

/** So many words are kept; then all are forgotten. */
const CAPACITY = 50_000;
let cache = new Map<string, string>();

/** The key of one folded word; see {@link Term}. */
export function termKey(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const key = makeKey(word);
  if (cache.size > CAPACITY) cache = new Map();
  cache.set(word, key);
  return key;
}

function makeKey(word: string): string {
  if (word === 'up' || word === 'down') return conceptOf(word)!;
  if (STOP.has(word)) return '';
  if (/^\p{N}/u.test(word) || isNumberWord(word)) return '';
  // `enrolled` and `enrolment`
  return conceptOf(word) ?? conceptOf(stem(word)) ?? stem(word).replace(/ll$/u, 'l');
}

/** A word without its inflection: a light stemmer for English, enough to join `wound`, `wounds` and `wounded`. */
export function stem(word: string): string {
  if (word.length < 4) return word;
  let root = word;
  if (/(?:ss|us|is)$/u.test(root)) return root;
  if (/ies$/u.test(root)) root = root.length > 4 ? `${root.slice(0, -3)}y` : root.slice(0, -1);
  else if (/(?:sses|shes|ches|xes|zes)$/u.test(root)) root = root.slice(0, -2);
  else if (root.endsWith('s')) root = root.slice(0, -1);
  if (/ied$/u.test(root) && root.length > 4) return `${root.slice(0, -3)}y`;
  if (/ed$/u.test(root) && root.length > 4) return unendowed(root.slice(0, -2));
  if (/ing$/u.test(root) && root.length > 5) return unendowed(root.slice(0, -3));
  if (/ly$/u.test(root) && root.length > 5) return root.slice(0, -2);
  if (/(?:ation|ment|ness)$/u.test(root) && root.length > 8) return root.replace(/(?:ation|ment|ness)$/u, '');
  return root.endsWith('e') ? root.slice(0, -1) : root;
}

/** `stopp` to `stop`; `vot` stays, for `vote` loses its e as well. */
function unendowed(root: string): string {
  const doubled = /([bdgklmnprt])\1$/u.test(root) && !/(?:ll|ss)$/u.test(root);
  return doubled ? root.slice(0, -1) : root.endsWith('e') ? root.slice(0, -1) : root;
}

/** What a word is, wherever it stands. */
type WordSense = Pick<Term, 'key' | 'word'> & { readonly opensClause: boolean };

let senses = new Map<string, WordSense>();

function senseOf(written: string): WordSense {
  let sense = senses.get(written);
  if (!sense) {
    // A word cut out of a text would keep the whole of it in memory.
    const own = detached(written);
    const word = fold(own).replace(/'s$/u, '').replaceAll("'", '');
    const isDate = (MONTHS.has(word) && word.length > 3) || WEEKDAYS.has(word);
    sense = { key: isDate ? '' : termKey(word), word, opensClause: BORDER.has(word) && word !== 'of' };
    if (senses.size > CAPACITY) senses = new Map();
    senses.set(own, sense);
  }
  return sense;
}

/** The words of a text, in order, with their keys; spans are in it. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let isBroken = false;
  for (let at = 0; at < text.length;) {
    const end = wordEnd(text, at);
    if (end === at) {
      isBroken ||= BREAKS.has(text.charCodeAt(at));
      at++;
      continue;
    }
    const { key, word, opensClause } = senseOf(text.slice(at, end));
    terms.push({ key, word, start: at, end, border: isBroken || opensClause });
    isBroken = false;
    at = end;
  }
  return terms;
}

/** Behind the word that starts at `from`: letters, digits and marks, and letters behind an apostrophe. `from` if none does. */
function wordEnd(text: string, from: number): number {
  let at = from;
  let isJoined = false;
  for (;;) {
    const units = wordUnits(text, at, isJoined);
    if (units > 0) {
      at += units;
    } else if (at > from && isApostrophe(text.charCodeAt(at)) && wordUnits(text, at + 1, true) > 0) {
      at++;
      isJoined = true;
    } else {
      return at;
    }
  }
}

/** How many units of `text` the letter, digit or mark at `at` takes; 0 if none stands there, or a digit where none is wanted. */
function wordUnits(text: string, at: number, isNoDigit: boolean): number {
  if (at >= text.length) return 0;
  const code = text.charCodeAt(at);
  const isPair = opensPair(code);
  const kind = isPair ? classOfCharacter(String.fromCodePoint(text.codePointAt(at)!)) : classOf(code);
  return kind === OTHER || (isNoDigit && kind === DIGIT) ? 0 : isPair ? 2 : 1;
}

function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** The keys of the first words of a text that say something, `most` at the most. */
export function firstKeys(text: string, most: number): string[] {
  return termsOf(text)
    .map(({ key }) => key)
    .filter((key) => key !== '')
    .slice(0, most);
}
