import type { Span } from '../../text/offsets.ts';
import { wordSet } from './titles.ts';
import { isKnownPlace } from './places.ts';
import type { NameWord } from './words.ts';

const ENDINGS =
  wordSet(`backed based led born style owned held run controlled occupied area era wide like only funded made bound trained
  educated speaking listed registered approved installed affiliated linked aligned centric dominated administered brokered
  sponsored supported supplied built branded themed inspired focused related type shaped designed designated imposed ruled
  facing winning level sized free friendly loving obsessed mad mania esque ish out up off in down`);
const BEGINNINGS = wordSet(
  `anti pro ex non pre post mid cross trans inter intra un former all neo sub ultra then now co semi self`,
);

const HYPHEN = /[-‐‑]/;

/**
 * The names in a word with hyphens, where they are not the whole word: of `US-backed` the first part, of `anti-Taliban` the
 * last, of `Pakistan-India` both. Spans in the text that the word is in.
 */
export function hyphenPieces(word: NameWord): Span[] | undefined {
  if (!HYPHEN.test(word.text)) return undefined;
  const parts = word.text.split(HYPHEN);
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (parts.length === 2 && ENDINGS.has(last)) return [{ start: word.start, end: word.start + first.length }];
  if (BEGINNINGS.has(first.toLowerCase()) && /^\p{Lu}/u.test(parts[1]!))
    return [{ start: word.start + first.length + 1, end: word.end }];
  if (parts.length === 2 && isKnownPlace(first.toLowerCase()) && isKnownPlace(last.toLowerCase())) {
    return [
      { start: word.start, end: word.start + first.length },
      { start: word.end - last.length, end: word.end },
    ];
  }
  return undefined;
}
