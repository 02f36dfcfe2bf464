import { looksLikeName } from './capitalisation.ts';
import { isEverydayWord } from './commonWords.ts';
import { pushName, type Reading } from './kept.ts';
import { beginsManyNames, isBodyHead, isOrganisationHead, takesNumber } from './organisations.ts';
import { isDemonym, isKnownPlace } from './places.ts';
import { isCapital } from './words.ts';

/** In headlines every word has a capital: only what is a name elsewhere, or no word of the language, is one here. */
export function keepFromHeadline(reading: Reading, from: number, to: number): void {
  const { segment, capitals, runs } = reading;
  const { words } = segment;
  const last = words[to - 1]!;
  const whole = to - from <= 7 && to - from > 1 && isOrganisationHead(last.lower);
  // A cell or heading that is nothing but `Forest Trust`
  const alone = to - from === words.length && to - from <= 5 && to - from > 1 && isBodyHead(last.lower);
  const known = (i: number): boolean => looksLikeName(words[i]!, segment.casing, capitals);
  const isNamed = (i: number): boolean => isCapital(words[i]) && (known(i) || isKnownPlace(words[i]!.lower));
  // `Halden & Moor`, in a cell or heading of its own: a firm, though one of its names is a word too.
  const own = to - from === words.length ? words : [];
  const firm =
    own.some(({ before }) => before === 'ampersand') &&
    own.some((_, i) => isNamed(i)) &&
    own.every(({ shape, lower }) => shape === 'capital' && !isEverydayWord(lower));
  if (alone || firm || (whole && Array.from({ length: to - from }, (_, k) => from + k).some(isNamed))) {
    pushName(reading, from, to, false, true);
    return;
  }
  let start = -1;
  const flush = (end: number): void => {
    if (start < 0) return;
    let stop = end;
    while (stop > start && words[stop - 1]!.shape === 'lower') stop--;
    const demonym = stop - start === 1 && isDemonym(words[start]!.lower);
    if (demonym) runs.push({ from: start, to: stop, demonym: true });
    else if (stop > start) pushName(reading, start, stop, false);
    start = -1;
  };
  for (let i = from; i < to; i++) {
    const word = words[i]!;
    const pair = i + 1 < to && capitals.pairs.has(`${word.lower} ${words[i + 1]!.lower}`);
    const pairBefore = i > from && capitals.pairs.has(`${words[i - 1]!.lower} ${word.lower}`);
    const starts = beginsManyNames(word.lower) && i + 1 < to && isCapital(words[i + 1]) && known(i + 1);
    const numbered = takesNumber(word.lower) && i + 1 < to && words[i + 1]!.shape === 'number';
    if (
      starts ||
      numbered ||
      (start >= 0 && word.shape === 'number') ||
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
