import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameMention, TextSpan } from '../../extract/mention.ts';
import { cueOf } from '../../extract/quotes/reportingCues.ts';
import { sentenceIndexAt } from '../../extract/quotes/sentencePlaces.ts';
import type { Span } from '../../text/offsets.ts';
import { blockAt } from '../../text/structuredText.ts';
import { sourceSpan, type Alignment } from './alignment.ts';
import { FULL_NAME } from './authors.ts';

/** Who speaks in the own text of a letter, a speech, a memo or an interview. Clean coordinates of the source. */
export interface Voice {
  /** Who signed it, gave it or is interviewed, the main one first; or the body whose statement it is. */
  readonly speakers: readonly TextSpan[];
  readonly body?: true;
  /** Where the first question of an interview stands: what follows is said by the person. */
  readonly questionsFrom?: number;
}

/** So many lines at the top may say whose text it is, and so many at the foot may sign it. */
const HEAD_LINES = 8;
const TAIL_LINES = 8;
/** Longer lines are prose. */
const LONGEST_LINE = 140;
const LONGEST_SIGNATURE = 90;

const TEXTS =
  /^(?:\p{L}+ )?(?:speech|statement|address|remarks|letter|memo|memorandum|message|testimony|sermon|lecture|note)(?: \p{L}+)? (?:of|by|from)\b/iu;
const LABEL =
  /^(?:from|author|analyst|(?:written|prepared|signed|read|delivered|given) by|speaker|\p{L}+ on duty): */iu;
const INTERVIEW = /\binterview with\b/iu;
const SALUTATION =
  /^(?:dear\b.*[,:]?|to (?:the|our|all|my|whom)\b.*|(?:my )?(?:friends|colleagues|comrades|ladies and gentlemen|sir|madam)[,:!]|open letter\b.*)$/iu;
const CLOSING =
  /^(?:yours|(?:with )?(?:(?:kind|best|warm) )?(?:regards|wishes)|(?:yours )?sincerely|respectfully|signed|for the\b|for and on\b|on behalf of\b)/iu;
/** A line of its own below a letterhead. */
const KIND = /^(?:press )?(?:statement|release|notice|note|open letter|newsletter)\b/iu;
const JUDGMENT = /^(?:judge?ment|ruling|decision|order)\b/iu;
const FIRST_PERSON = /\b(?:I|[Ww]e|[Mm]y|[Oo]ur|me|us)\b/u;

const ANOTHER = /^dear [^]*^dear |^(?:-+ ?original message|on .{4,80} wrote:)|^from:[^]*^from:/imu;

const VOICES = new WeakMap<AnalysedSource, Voice | null>();

/** Who speaks where an alignment lies in a text's own prose; undefined where it tells what others said. */
export function voiceAt(alignment: Alignment): Voice | undefined {
  const { source: prepared, from, to } = alignment;
  const { source, quotes } = prepared;
  let voice = VOICES.get(source);
  if (voice === undefined) VOICES.set(source, (voice = voiceOf(source) ?? null));
  if (!voice || quotes.subarray(from, to + 1).some((quote) => quote !== -1)) return undefined;
  const { text, blocks } = source.document;
  const span = sourceSpan(alignment);
  const { start } = span;
  const block = blockAt(blocks, start);
  if (!block || block.kind === 'heading' || span.end > block.end) return undefined;
  if (voice.questionsFrom !== undefined) {
    const said = text.slice(block.start, block.end);
    if (start < voice.questionsFrom || /\?\s*$/u.test(said) || !FIRST_PERSON.test(said)) return undefined;
  }
  return tellsOfOthers(source, span) ? undefined : voice;
}

/** Do the sentences of the span say what somebody else said: `Mr Lea told us that`, but not `I say`? */
function tellsOfOthers({ document: { text }, analysis: { sentences } }: AnalysedSource, { start, end }: Span): boolean {
  for (let i = Math.max(0, sentenceIndexAt(sentences, start)); sentences[i] && sentences[i]!.start < end; i++) {
    const sentence = text.slice(sentences[i]!.start, sentences[i]!.end);
    // `As the proverb has it: never sell land.`
    const colon = sentence.search(/:\s/u);
    const led = colon >= 0 && sentences[i]!.start + colon < start;
    if (led && !/\b(?:I|[Ww]e)\b/u.test(sentence.slice(0, colon))) return true;
    const words = sentence.toLowerCase().split(/[^\p{L}’']+/u);
    for (const [k, word] of words.entries()) {
      if (word === 'according') return true;
      const cue = cueOf(word);
      if (!cue?.strong || cue.form === 'participle' || (cue.form === 'base' && cue.base !== 'say')) continue;
      if (!/^(?:i|we)$/u.test(words[k - 1] ?? '') && !/^(?:i|we)$/u.test(words[k - 2] ?? '')) return true;
    }
  }
  return false;
}

function voiceOf(source: AnalysedSource): Voice | undefined {
  const { text } = source.document;
  const head = linesOf(source, HEAD_LINES, false).filter(({ start, end }) => end - start < LONGEST_LINE);
  const said = head.map(({ start, end }) => text.slice(start, end));
  const asked = said.findIndex((line) => INTERVIEW.test(line));
  if (asked >= 0) {
    const from = head[asked]!.start + said[asked]!.search(INTERVIEW);
    const [person] = namesIn(source, { start: from, end: head[asked]!.end }, isPerson);
    const question = /\?\**\s*\n/u.exec(text.slice(head[asked]!.end));
    return person && question
      ? { speakers: [person], questionsFrom: head[asked]!.end + question.index + question[0].length }
      : undefined;
  }
  // Several letters, or a letter with the one that it answers: whose the words are does not show.
  if (text.match(ANOTHER)) return undefined;
  const judged = said.some((line) => JUDGMENT.test(line));
  const ownVoice = judged || speaksOfItself(source);
  if (!ownVoice) return undefined;
  const speakers = [
    ...head.flatMap((line, i) => titledFor(source, line, said[i]!, isPerson)),
    ...signatories(source, judged || said.some((line) => SALUTATION.test(line))),
  ];
  if (speakers.length > 0) return { speakers };
  const bodies = head.flatMap((line, i) => titledFor(source, line, said[i]!, isBody));
  const letterhead = said.some((line) => KIND.test(line)) && head[0] ? namesIn(source, head[0], isBody) : [];
  const body = bodies[0] ?? letterhead[0];
  return body && { speakers: [body], body: true };
}

/** `Speech of the minister, X`, `From: X`: the first such name behind what says so, before whom it is for and what it is on. */
function titledFor(
  source: AnalysedSource,
  line: Span,
  words: string,
  wanted: (name: NameMention) => boolean,
): TextSpan[] {
  const label = LABEL.exec(words)?.[0];
  if (label !== undefined) {
    const start = line.start + label.length;
    const named = new RegExp(`^${FULL_NAME}`, 'u').exec(words.slice(label.length))?.[0];
    const mention = source.analysis.names.find((name) => name.start === start);
    const spanned = named !== undefined && mention && { start, end: start + named.length, text: named };
    return spanned && wanted({ ...mention, ...spanned }) ? [spanned] : [];
  }
  const lead = TEXTS.exec(words);
  if (!lead) return [];
  const rest = words.slice(lead[0].length);
  const end = rest.search(/ (?:to|on|at|before|about) /u);
  const start = line.start + lead[0].length;
  return namesIn(source, { start, end: end < 0 ? line.end : start + end }, wanted).slice(0, 1);
}

/** The names in the last lines: behind a closing formula, or by themselves where the text addresses somebody. */
function signatories(source: AnalysedSource, addressed: boolean): TextSpan[] {
  const { text } = source.document;
  const tail = linesOf(source, TAIL_LINES, true);
  let first = tail.length;
  while (first > 0 && isSignatureLine(text.slice(tail[first - 1]!.start, tail[first - 1]!.end))) first--;
  const signature = tail.slice(first);
  const closing = signature.findIndex(({ start, end }) => CLOSING.test(text.slice(start, end)));
  if (closing < 0 && !addressed) return [];
  return signature
    .slice(Math.max(0, closing))
    .flatMap((line) => namesIn(source, line, isPerson).filter((person) => leadsLine(source, line, person)));
}

function isSignatureLine(line: string): boolean {
  return line.length < LONGEST_SIGNATURE && !/[.!?]["”’)]?\s*$/u.test(line);
}

/** Does nothing but a title and other names stand before the name in its line? */
function leadsLine({ document: { text } }: AnalysedSource, line: Span, person: Span): boolean {
  return !/(?:^|\s)\p{Ll}/u.test(text.slice(line.start, person.start));
}

function namesIn(
  { analysis: { names } }: AnalysedSource,
  { start, end }: Span,
  wanted: (name: NameMention) => boolean,
): TextSpan[] {
  return names.filter((name) => name.start >= start && name.end <= end && wanted(name));
}

function isBody({ entityType, demonym }: NameMention): boolean {
  return !demonym && entityType === 'organisation';
}

function isPerson({ entityType, text, demonym, title }: NameMention): boolean {
  return (
    !demonym && (entityType === 'person' || (entityType === 'unknown' && (title !== undefined || / /u.test(text))))
  );
}

/** Does the text say `I` or `we` outside quotation marks? */
function speaksOfItself({ document: { text }, analysis: { quotes } }: AnalysedSource): boolean {
  let at = 0;
  for (const { outer } of quotes) {
    if (FIRST_PERSON.test(text.slice(at, outer.start))) return true;
    at = Math.max(at, outer.end);
  }
  return FIRST_PERSON.test(text.slice(at));
}

/** The first lines of a text, or the last ones; lines of one block are apart. */
function linesOf({ document: { text, blocks } }: AnalysedSource, count: number, last: boolean): Span[] {
  const lines = (last ? blocks.slice(-count) : blocks.slice(0, count)).flatMap((block) => {
    const found: Span[] = [];
    for (let at = block.start; at < block.end;) {
      const newline = text.indexOf('\n', at);
      const end = newline < 0 || newline > block.end ? block.end : newline;
      if (end > at) found.push({ start: at, end });
      at = end + 1;
    }
    return found;
  });
  return last ? lines.slice(-count) : lines.slice(0, count);
}
