import type { Span } from '../../text/offsets.ts';
import type { NameMention } from '../mention.ts';
import { cueOf, isDocumentNoun, isRoleNoun } from './reportingCues.ts';

/** A piece of a clause as the search for a speaker sees it: names and quotations are one token each. */
export interface ClauseToken extends Span {
  readonly kind: 'word' | 'name' | 'quote' | 'punctuation';
  /** Lower case with straight apostrophes; empty for a quotation. A possessive ending is a token of its own: `'s`. */
  readonly lower: string;
  readonly capital: boolean;
  /** Of a name that the name extractor found. */
  readonly name?: NameMention;
}

/** What clauses are cut from. All spans in clean text; names and quotations in order. */
export interface ClauseText {
  readonly text: string;
  readonly names: readonly NameMention[];
  /** With their marks. */
  readonly quotations: readonly Span[];
}

const PIECE =
  /[\p{L}\p{N}\p{M}$£€]+(?:[.&‐‑-][\p{L}\p{N}\p{M}]+|['’](?!s(?![\p{L}\p{N}]))[\p{L}\p{N}]+)*|['’]s(?![\p{L}\p{N}])|[^\s]/gu;
const HONORIFICS: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx madam madame dr prof professor sir dame lord lady baroness baron rev reverend fr father st lt gen col maj capt cpt cmdr
   adm sgt cpl det insp supt ch con pc dc gov sen rep hon president shri smt shrimati`.split(/\s+/u),
);
/** Words that open a sentence with a capital letter and are no names. */
const OPENERS: ReadonlySet<string> = new Set(
  `a an the this that these those his her its their our my your he she they we i it you but and or nor yet so when while after
   before if in on at by for from with as to of not no one two three some many most all both each every another other such there
   here what who whose which how why where speaking asked according however meanwhile furthermore moreover although though
   because since until despite during among later earlier then now also still even only just last next first second finally
   today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday writing talking referring following
   responding commenting addressing describing explaining announcing asking being having`.split(/\s+/u),
);

/** The tokens of the text from `start` to `end`; `sentenceStart` says that the first word stands at the start of a sentence. */
export function clauseTokens(source: ClauseText, start: number, end: number, sentenceStart: boolean): ClauseToken[] {
  const tokens: ClauseToken[] = [];
  let at = start;
  let name = firstEndingAfter(source.names, start);
  let quote = firstEndingAfter(source.quotations, start);
  while (at < end) {
    while (quote < source.quotations.length && source.quotations[quote]!.end <= at) quote++;
    while (name < source.names.length && source.names[name]!.start < at) name++;
    const nextQuote = source.quotations[quote]?.start ?? Infinity;
    let nextName = source.names[name]?.start ?? Infinity;
    if (nextName < Infinity && source.names[name]!.demonym) {
      name++;
      continue;
    }
    if (nextName >= nextQuote) nextName = Infinity;
    const stop = Math.min(nextQuote, nextName, end);
    if (stop > at) {
      pushPieces(source.text, at, stop, tokens, sentenceStart);
      at = stop;
      continue;
    }
    if (nextQuote <= at) {
      const { start: from, end: to } = source.quotations[quote]!;
      tokens.push({ kind: 'quote', start: from, end: Math.min(to, end), lower: '', capital: false });
      at = to;
    } else {
      const mention = source.names[name]!;
      tokens.push({
        kind: 'name',
        start: mention.start,
        end: mention.end,
        lower: mention.text.toLowerCase(),
        capital: true,
        name: mention,
      });
      at = mention.end;
    }
  }
  return sentenceStart ? withFirstName(tokens) : tokens;
}

/** `Brook said`: a first word with a reporting verb behind it is a name, though any first word has a capital. */
function withFirstName(tokens: ClauseToken[]): ClauseToken[] {
  const first = tokens[0];
  const next = tokens[1];
  if (first?.kind !== 'word' || !first.capital || next?.kind !== 'word') return tokens;
  const cue = cueOf(next.lower);
  if (
    !cue?.strong ||
    cue.form === 'participle' ||
    cue.form === 'base' ||
    cueOf(first.lower) ||
    NO_NAMES.test(first.lower) ||
    isDocumentNoun(first.lower)
  )
    return tokens;
  return looksLikeName(first.lower) ? [{ ...first, kind: 'name' }, ...tokens.slice(1)] : tokens;
}

const NO_NAMES =
  /(?:ly|ing|ed|s)$|^(?:has|have|had|was|were|is|are|did|does|do|will|would|can|could|may|might|must|who|it)$/u;

/** Index of the first of the spans, in order, that ends behind `at`. */
export function firstEndingAfter(spans: readonly Span[], at: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.end <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pushPieces(text: string, start: number, end: number, tokens: ClauseToken[], sentenceStart: boolean): void {
  PIECE.lastIndex = start;
  for (let match = PIECE.exec(text); match && match.index < end; match = PIECE.exec(text)) {
    const to = Math.min(end, match.index + match[0].length);
    const word = text.slice(match.index, to);
    const lower = word.toLowerCase().replaceAll('’', "'");
    const isWord = /[\p{L}\p{N}]/u.test(word);
    const capital = /^\p{Lu}/u.test(word);
    const last = tokens.at(-1);
    const first = capital && sentenceStart && tokens.every((token) => token.kind === 'punctuation');
    if (isWord && capital && !first && looksLikeName(lower)) {
      // A capitalised run that the name extractor does not list; its words make one token.
      const joins = last?.kind === 'name' && !last.name && /^\s+$/u.test(text.slice(last.end, match.index));
      if (joins) tokens.pop();
      const from = joins ? last.start : match.index;
      tokens.push({ kind: 'name', start: from, end: to, lower: text.slice(from, to).toLowerCase(), capital: true });
    } else {
      tokens.push({ kind: isWord ? 'word' : 'punctuation', start: match.index, end: to, lower, capital });
    }
  }
}

function looksLikeName(lower: string): boolean {
  if (SURNAMES.has(lower)) return true;
  return !(OPENERS.has(lower) || HONORIFICS.has(lower.replace(/\.$/u, '')) || isRoleNoun(lower));
}

/** Nouns of office that are common surnames: with a capital and no article within a sentence, `King said`. */
const SURNAMES: ReadonlySet<string> = new Set(
  'king bishop dean judge major marshall pope prince baron knight'.split(' '),
);

/** Is the token a title that stands before a name, `Mr` or `General`? */
export function isHonorific(token: ClauseToken): boolean {
  return (
    token.kind === 'word' &&
    (HONORIFICS.has(token.lower.replace(/\.$/u, '')) || (token.capital && isRoleNoun(token.lower)))
  );
}
