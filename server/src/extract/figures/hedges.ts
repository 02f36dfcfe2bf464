import type { FigureToken } from './tokens.ts';
import type { Hedge, HedgeKind } from '../mention.ts';
import { unitKind, unitNamed } from './units.ts';

/** Hedges that stand before a figure, as words; the longest that fits counts. */
const BEFORE: readonly [string, HedgeKind][] = [
  ['about', 'about'],
  ['around', 'about'],
  ['roughly', 'about'],
  ['approximately', 'about'],
  ['approx', 'about'],
  ['circa', 'about'],
  ['some', 'about'],
  ['an estimated', 'about'],
  ['estimated', 'about'],
  ['estimated at', 'about'],
  ['in the region of', 'about'],
  ['in the order of', 'about'],
  ['somewhere around', 'about'],
  ['close to', 'nearly'],
  ['or about', 'about'],
  ['~', 'about'],
  ['≈', 'about'],
  ['nearly', 'nearly'],
  ['almost', 'nearly'],
  ['just under', 'nearly'],
  ['a little under', 'nearly'],
  ['slightly under', 'nearly'],
  ['just below', 'nearly'],
  ['slightly less than', 'nearly'],
  ['just less than', 'nearly'],
  ['a little less than', 'nearly'],
  ['not quite', 'nearly'],
  ['approaching', 'nearly'],
  ['just short of', 'nearly'],
  ['virtually', 'nearly'],
  ['more than', 'more-than'],
  ['over', 'more-than'],
  ['above', 'more-than'],
  ['upwards of', 'more-than'],
  ['in excess of', 'more-than'],
  ['just over', 'more-than'],
  ['just above', 'more-than'],
  ['well over', 'more-than'],
  ['slightly more than', 'more-than'],
  ['just more than', 'more-than'],
  ['a little over', 'more-than'],
  ['slightly over', 'more-than'],
  ['a little more than', 'more-than'],
  ['little more than', 'more-than'],
  ['little over', 'more-than'],
  ['barely more than', 'more-than'],
  ['barely over', 'more-than'],
  ['hardly more than', 'more-than'],
  ['scarcely more than', 'more-than'],
  ['only just over', 'more-than'],
  ['only just under', 'nearly'],
  ['little less than', 'nearly'],
  ['little under', 'nearly'],
  ['nearing', 'nearly'],
  ['getting on for', 'nearly'],
  ['something like', 'about'],
  ['more or less', 'about'],
  ['greater than', 'more-than'],
  ['higher than', 'more-than'],
  ['better than', 'more-than'],
  ['exceeding', 'more-than'],
  ['exceeded', 'more-than'],
  ['exceeds', 'more-than'],
  ['topping', 'more-than'],
  ['beyond', 'more-than'],
  ['surpassing', 'more-than'],
  ['north of', 'more-than'],
  ['longer than', 'more-than'],
  ['older than', 'more-than'],
  ['>', 'more-than'],
  ['at least', 'at-least'],
  ['no fewer than', 'at-least'],
  ['no less than', 'at-least'],
  ['not less than', 'at-least'],
  ['a minimum of', 'at-least'],
  ['minimum of', 'at-least'],
  ['≥', 'at-least'],
  ['as few as', 'at-least'],
  ['as little as', 'at-least'],
  ['as low as', 'at-least'],
  ['less than', 'less-than'],
  ['fewer than', 'less-than'],
  ['under', 'less-than'],
  ['below', 'less-than'],
  ['lower than', 'less-than'],
  ['younger than', 'less-than'],
  ['shorter than', 'less-than'],
  ['well under', 'less-than'],
  ['<', 'less-than'],
  ['up to', 'at-most'],
  ['as many as', 'at-most'],
  ['as much as', 'at-most'],
  ['as high as', 'at-most'],
  ['at most', 'at-most'],
  ['no more than', 'at-most'],
  ['not more than', 'at-most'],
  ['a maximum of', 'at-most'],
  ['maximum of', 'at-most'],
  ['at the most', 'at-most'],
  ['≤', 'at-most'],
];

const AFTER: readonly [string, HedgeKind][] = [
  ['or so', 'about'],
  ['or thereabouts', 'about'],
  ['or more', 'at-least'],
  ['or fewer', 'at-most'],
  ['or less', 'at-most'],
  ['or over', 'at-least'],
  ['and over', 'at-least'],
  ['or older', 'at-least'],
  ['or younger', 'at-most'],
  ['plus', 'at-least'],
  ['odd', 'about'],
  ['+', 'at-least'],
  ['ish', 'about'],
];

interface Phrase {
  readonly words: readonly string[];
  readonly kind: HedgeKind;
}

const BY_LAST = grouped(BEFORE, (words) => words.at(-1)!);
const BY_FIRST = grouped(AFTER, (words) => words[0]!);

function grouped(
  rows: readonly [string, HedgeKind][],
  key: (words: readonly string[]) => string,
): Map<string, Phrase[]> {
  const groups = new Map<string, Phrase[]>();
  for (const [phrase, kind] of rows) {
    const words = phrase.split(' ');
    groups.set(key(words), [...(groups.get(key(words)) ?? []), { words, kind }]);
  }
  for (const phrases of groups.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return groups;
}

/** The hedge directly before the token at `at`. `the past` and the like may stand between: `most of the past 25 years`. */
export function hedgeBefore(text: string, tokens: readonly FigureToken[], at: number): Hedge | undefined {
  let last = at - 1;
  const article = tokens[last]?.lower;
  if (article === 'a' || article === 'an' || article === 'the') {
    // `up to a third` holds the article in the figure; `over the 3 years` is no hedge.
    return undefined;
  }
  if (article === 'of' && tokens[last - 1]?.lower === 'total') last -= 2;
  const phrases = BY_LAST.get(tokens[last]?.lower ?? '');
  for (const { words, kind } of phrases ?? []) {
    const first = last - words.length + 1;
    if (first >= 0 && words.every((word, i) => tokens[first + i]!.lower === word)) {
      // `a month or more than …`: `not more than` and `no more than` are longer and come first.
      const negated = kind === 'more-than' && /^(?:no|not|never)$/u.test(tokens[first - 1]?.lower ?? '');
      return hedge(text, tokens[first]!.start, tokens[last]!.end, negated ? 'at-most' : kind);
    }
  }
  return undefined;
}

/** The hedge directly behind the token before `at`. */
export function hedgeAfter(text: string, tokens: readonly FigureToken[], at: number): Hedge | undefined {
  const first = (tokens[at]?.text === '-' || tokens[at]?.text === '‑') && tokens[at + 1]?.glued ? at + 1 : at;
  for (const { words, kind } of BY_FIRST.get(tokens[first]?.lower ?? '') ?? []) {
    if (first > at && !['odd', 'plus', 'ish'].includes(words[0]!)) continue;
    if (words[0] === 'plus' && first === at && tokens[first + 1]?.kind === 'number') continue;
    if (words[0] === 'odd' && first === at && !tokens[first]!.glued) continue;
    if (words[0] === 'ish' && !tokens[first]!.glued) continue;
    if (words[0] === '+' && !tokens[first]!.glued) continue;
    if (words.every((word, i) => tokens[first + i]?.lower === word)) {
      return hedge(text, tokens[first]!.start, tokens[first + words.length - 1]!.end, kind);
    }
  }
  return undefined;
}

function hedge(text: string, start: number, end: number, kind: HedgeKind): Hedge {
  return { kind, start, end, text: text.slice(start, end) };
}

const UP = new Set(
  (
    'increase increases increased increasing rise rises rose risen rising growth grow grows grew grown growing jump jumps jumped surge ' +
    'surges surged surging gain gains gained climb climbs climbed hike more higher up above soared soar soaring improved improvement ' +
    'uptick boost boosted expanded expansion raised raise upturn greater larger bigger faster longer older taller rallied advanced ' +
    'swelled extra leapt leap premium'
  ).split(' '),
);
const DOWN = new Set(
  (
    'decrease decreases decreased decreasing fall falls fell fallen falling drop drops dropped dropping decline declines declined ' +
    'declining cut cuts reduction reduced reduces lower less fewer down below shrank shrunk shrink slump slumped dip dipped plunge ' +
    'plunged plummeted tumbled tumble slid slide slipped lost loss downturn sank contraction contracted smaller shorter cheaper off ' +
    'discount slashed eased weaker'
  ).split(' '),
);
/** Behind a figure these are what it did: `the $7 million fell to the state`, `five people lost their homes`. */
const DID = new Set(
  (
    'increased rose risen grew grown jumped surged gained climbed soared improved boosted expanded raised rallied advanced swelled leapt ' +
    'decreased fell fallen dropped declined reduced shrank shrunk slumped dipped plunged plummeted tumbled slid slipped lost sank ' +
    'contracted slashed eased'
  ).split(' '),
);
/** Words that may stand between the figure and the word of its direction. */
const BETWEEN = new Set(
  'a an the by of in on per cent percent further nearly almost about some around just over under more than less overall year-on-year sharp steep annual'.split(
    ' ',
  ),
);

/** What heights and depths are measured from. */
const GROUND = /^(?:ground|sea|surface|water|street|earth|floor|seabed|valley)$/u;

/** `190 metres above the ground` says how high, not how much higher. */
function isHeight(tokens: readonly FigureToken[], at: number): boolean {
  if (!/^(?:above|below)$/u.test(tokens[at]!.lower)) return false;
  const behind = tokens[at + 1]?.lower === 'the' ? tokens[at + 2] : tokens[at + 1];
  return GROUND.test(behind?.lower ?? '');
}

function isLength(token: FigureToken | undefined): boolean {
  return unitKind(unitNamed(token?.lower ?? ''))?.dimension === 'length';
}

/** With `up` they say of what a whole consists. */
const PARTED = /^(?:ma(?:k(?:es?|ing)|de)|t(?:ak(?:es?|en|ing)|ook))$/u;
/** `lost 40 men`, `the loss of nine lives`: so many of them, no fall. */
const LOST = /^los(?:s|t|e|es|ing)$/u;

/**
 * Does the text say that the figure from token `from` to `to` is a rise or a fall: `a 45% increase`, `fell by 3.8 percent`?
 * `counts`: it is a number of things.
 */
export function directionOf(
  tokens: readonly FigureToken[],
  from: number,
  to: number,
  counts: boolean,
): 'up' | 'down' | undefined {
  for (let i = to; i < Math.min(to + 3, tokens.length); i++) {
    const word = tokens[i]!.lower;
    if (word === 'than' || DID.has(word) || isHeight(tokens, i)) break;
    if (UP.has(word)) return 'up';
    // `30% off`, not `two bodies found off the coast` or `40 km off`
    if (DOWN.has(word) && (word !== 'off' || (i === to && !isLength(tokens[to - 1])))) return 'down';
    if (tokens[i]!.kind === 'symbol' && !(word === '-' && tokens[i]!.glued)) break;
    if (word === 'of' || word === 'and' || word === 'to' || word === 'from' || word === 'in') break;
  }
  let level = false;
  for (let i = from - 1; i >= Math.max(0, from - 6); i--) {
    const word = tokens[i]!.lower;
    if (word === 'to' || word === 'at' || word === 'from' || tokens[i]!.kind === 'symbol') level = true;
    if (level) break;
    // `more than`, `less than`, `over` before the figure are hedges.
    const hedges =
      word === 'than' || tokens[i + 1]?.lower === 'than' || (BETWEEN.has(word) && word !== 'more' && word !== 'less');
    if (hedges || (i === from - 1 && (word === 'below' || word === 'above'))) continue;
    if (counts && LOST.test(word)) break;
    // `made up about 17 percent`
    if (word === 'up' && PARTED.test(tokens[i - 1]?.lower ?? '')) break;
    if (UP.has(word)) return 'up';
    if (DOWN.has(word)) return 'down';
    if (!/ly$/u.test(word)) break;
  }
  return undefined;
}
