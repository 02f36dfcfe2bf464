import { MONTHS, WEEKDAYS } from '../../../extract/figures/calendar.ts';
import { isNumberWord } from '../../../extract/figures/numerals.ts';
import { detached } from '../../../text/detached.ts';
import { fold } from '../../../text/fold.ts';
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
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
const BREAK = /[,;:()–—.!?"“”]/u;

let cache = new Map<string, string>();

/** The key of one folded word; see {@link Term}. */
export function termKey(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const key = makeKey(word);
  if (cache.size > 50_000) cache = new Map();
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

/** The words of a text, in order, with their keys; spans are in it. */
export function termsOf(text: string): Term[] {
  const terms: Term[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    // A word cut out of a text would keep the whole of it in memory.
    const folded = detached(fold(match[0]).replace(/'s$/u, '').replaceAll("'", ''));
    const between = text.slice(end, match.index);
    const calendar = MONTHS.has(folded) && folded.length > 3 ? '' : WEEKDAYS.has(folded) ? '' : undefined;
    terms.push({
      key: calendar ?? termKey(folded),
      word: folded,
      start: match.index,
      end: match.index + match[0].length,
      border: BREAK.test(between) || (BORDER.has(folded) && folded !== 'of'),
    });
    end = match.index + match[0].length;
  }
  return terms;
}

/** The keys of the first words of a text that say something, `most` at the most. */
export function firstKeys(text: string, most: number): string[] {
  return termsOf(text)
    .map(({ key }) => key)
    .filter((key) => key !== '')
    .slice(0, most);
}
