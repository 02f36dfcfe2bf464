import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention } from '../../extract/mention.ts';
import { toRawSpan, type Span } from '../../text/offsets.ts';
import type { Draft } from '../../draft/draft.ts';
import type { Slip } from './parts.ts';

/** A word of a name where it stands in its text. */
interface PlacedWord extends Span {
  readonly word: string;
}

/** The words that {@link nameWordsOf} gives of a text, with their places. A leading article is left out. */
export function placedWords(text: string): PlacedWord[] {
  const placed: PlacedWord[] = [];
  for (const { 0: piece, index } of text.matchAll(/\S+/gu)) {
    const [word] = nameWordsOf(piece);
    if (word === undefined) continue;
    // Points and commas behind the word are not its own.
    const end = index + piece.replace(/[,]+$/u, '').length;
    placed.push({ word, start: index, end });
  }
  return placed[0]?.word === 'the' && placed.length > 1 ? placed.slice(1) : placed;
}

/** A word of a source's form as the form writes it, in capitals only where the draft's word is. */
function sourceWord(form: string, word: string, draftWord: string): string {
  const found = placedWords(form).find((placed) => placed.word === word);
  const own = found ? form.slice(found.start, found.end).replace(/[.]$/u, '') : word;
  const shouts = own === own.toUpperCase() && own.length > 3;
  const draftShouts = draftWord === draftWord.toUpperCase() && draftWord.length > 3;
  if (draftShouts) return own.toUpperCase();
  // Apostrophes as the draft writes them.
  const plain = /[’']/u.test(draftWord) ? own.replace(/[’']/gu, /’/u.test(draftWord) ? '’' : "'") : own;
  return shouts ? titleCase(plain) : plain;
}

function titleCase(text: string): string {
  return text.toLowerCase().replace(/(?<![\p{L}\p{N}'’])\p{L}/gu, (letter) => letter.toUpperCase());
}

/** The draft's name with the sources' words in the place of those that slipped, its Markdown marks kept. */
export function repairedSlips(claim: NameMention, form: string, slips: readonly Slip[], draft: Draft): string {
  const { map } = draft.analysis.document;
  const whole = toRawSpan(map, claim);
  const words = placedWords(claim.text);
  let text = '';
  let at = whole.start;
  for (const { at: index, source } of [...slips].sort((a, b) => a.at - b.at)) {
    const word = words[index];
    if (!word) continue;
    const raw = toRawSpan(map, { start: claim.start + word.start, end: claim.start + word.end });
    text += draft.raw.slice(at, raw.start) + sourceWord(form, source, claim.text.slice(word.start, word.end));
    at = raw.end;
  }
  return text + draft.raw.slice(at, whole.end);
}

/** A source's form as it goes into running text: without its article, not in capitals throughout. */
export function spelling(form: string): string {
  const own = form.replace(/^the /iu, '');
  return own === own.toUpperCase() && own.length > 6 && own.includes(' ') ? titleCase(own) : own;
}
