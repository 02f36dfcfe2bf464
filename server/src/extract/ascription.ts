import type { Span } from '../text/offsets.ts';
import { blockAt, type Block, type StructuredText } from '../text/structuredText.ts';
import {
  attributionAfter,
  attributionBefore,
  attributionNext,
  endsSentence,
  subjectOfSentence,
  textSpan,
  type FoundAttribution,
} from './attribution.ts';
import { clauseTokens, type ClauseText } from './clauseTokens.ts';
import type { Attribution, NameMention, QuoteMention, TextSpan } from './mention.ts';
import { isSignature, type FoundQuote } from './blockQuotes.ts';
import { castOf, type Cast, type Gender } from './speakers.ts';
import { mainSubject, type Subject } from './subjects.ts';

interface Ascribed {
  readonly quote: FoundQuote;
  readonly attribution?: Attribution;
  readonly continues?: number;
}

/** So far behind a quotation the same person may still be speaking, if nobody else is named. */
const INTERVIEW = 700;

/** Everything that ascribing the quotations of one document needs. */
interface Scene {
  readonly document: StructuredText;
  readonly sentences: readonly Span[];
  readonly source: ClauseText;
  readonly cast: Cast;
}

/** Finds out who is said to have said each of the quotations; block quotations that nobody is named for are left out. */
export function ascribe(
  document: StructuredText,
  sentences: readonly Span[],
  names: readonly NameMention[],
  quotes: readonly FoundQuote[],
): QuoteMention[] {
  if (quotes.length === 0) return [];
  const quotations = quotes.map((quote) => quote.outer);
  const scene: Scene = {
    document,
    sentences,
    source: { text: document.text, names, quotations },
    cast: castOf(document.text, names, quotations),
  };
  const done: Ascribed[] = [];
  for (const quote of quotes) {
    const ascribed = quote.form === 'block' ? ascribeBlock(scene, quote, done) : ascribeOne(scene, quote, done);
    if (ascribed) done.push(ascribed);
  }
  return done.map(({ quote, attribution, continues }) => ({
    kind: 'quote',
    start: quote.start,
    end: quote.end,
    text: document.text.slice(quote.start, quote.end),
    outer: quote.outer,
    form: quote.form === 'scare' && attribution && !attribution.inferred ? 'partial' : quote.form,
    ...(attribution && { attribution }),
    ...(continues !== undefined && { continues }),
  }));
}

function ascribeOne(scene: Scene, quote: FoundQuote, done: readonly Ascribed[]): Ascribed {
  const { document, sentences, source } = scene;
  const { text } = document;
  const previous = done.at(-1);
  const index = done.length - 1;
  const block = blockAt(document.blocks, quote.start)!;
  const full = quote.form === 'full';
  if (quote.resumes && previous) {
    const own = afterwards(scene, quote, block, full);
    const attribution = own ? resolved(scene, own, done) : continued(previous.attribution);
    return { quote, ...(attribution && { attribution }), continues: index };
  }
  const sentence = sentenceAt(sentences, quote.outer.start) ?? block;
  const start = Math.max(sentence.start, block.start);
  // Second piece of an interrupted quotation: `“…,” X said, “…”`
  if (previous?.attribution && previous.attribution.position === 'after' && previous.quote.outer.end > block.start) {
    const gap = text.slice(previous.quote.outer.end, quote.outer.start);
    const tail = gap.trimEnd();
    const onlyAttribution =
      previous.attribution.speaker.start > previous.quote.outer.end &&
      gap.length < 260 &&
      sentenceCount(sentences, previous.quote.outer.end, quote.outer.start) <= 1;
    const noted = source.quotations.some(
      (other) => other.start >= previous.quote.outer.end && other.end <= quote.outer.start,
    );
    if (
      onlyAttribution &&
      !noted &&
      /(?:[,–—:]|--?|\bthat)$/u.test(tail) &&
      full === (previous.quote.form === 'full')
    ) {
      return { quote, attribution: shared(previous.attribution, 'between'), continues: index };
    }
    if (onlyAttribution && !noted && /[.!?]$/u.test(tail) && full) {
      const own = afterwards(scene, quote, block, full);
      if (own)
        return {
          quote,
          attribution: resolved(scene, own, done),
          ...(sameSubject(scene, own, previous.attribution) && { continues: index }),
        };
      return { quote, attribution: shared(previous.attribution, 'continued'), continues: index };
    }
    // `“A” and “B”, he said`, `he called it “A” and “B”`
    if (/^\s*,?\s*(?:and|or|but|,)\s*$/u.test(gap))
      return { quote, attribution: shared(previous.attribution, previous.attribution.position) };
  }
  const before = quote.outer.start > start ? attributionBefore(source, start, quote.outer, full) : undefined;
  const lead = before || !full ? undefined : ledByParagraph(scene, quote, block);
  if (lead) return { quote, attribution: resolved(scene, lead, done) };
  const led = /[:,]\s*$/u.test(text.slice(start, quote.outer.start));
  const taken =
    before &&
    previous?.attribution &&
    previous.attribution.speaker.start === before.subject.start &&
    previous.attribution.position === 'after';
  if (before && led && full && !taken) return { quote, attribution: resolved(scene, before, done) };
  const behind = afterwards(scene, quote, block, full);
  if (behind && (!before || tight(text, quote, behind))) return { quote, attribution: resolved(scene, behind, done) };
  if (before) return { quote, attribution: resolved(scene, before, done) };
  if (behind) return { quote, attribution: resolved(scene, behind, done) };
  const next = sentenceAfter(sentences, quote.outer.end, block);
  const later = next && attributionNext(source, next);
  if (later) return { quote, attribution: resolved(scene, later, done) };
  if (full) {
    const inferred = inferredSpeaker(scene, quote, block, start, done);
    if (inferred) return { quote, ...inferred };
  }
  return { quote };
}

/** Does the attribution follow the closing mark directly? */
function tight(text: string, quote: FoundQuote, found: FoundAttribution): boolean {
  const from = found.cue ? Math.min(found.cue.start, found.subject.start) : found.subject.start;
  return (
    /^[\s,.–—-]*(?:[\p{L}.]+\s+){0,4}$/u.test(text.slice(quote.outer.end, from)) &&
    /^\s*[,–—]|[,.!?]$/u.test(text.slice(quote.outer.end).slice(0, 3) + text.slice(quote.start, quote.end).slice(-1))
  );
}

function afterwards(scene: Scene, quote: FoundQuote, block: Block, full: boolean): FoundAttribution | undefined {
  const { document, sentences, source } = scene;
  const closed = endsSentence(document.text.slice(quote.start, quote.end));
  let sentence = sentenceAt(sentences, Math.max(quote.outer.start, quote.outer.end - 1)) ?? block;
  const rest = document.text.slice(quote.outer.end, sentence.end);
  if (!/[\p{L}]/u.test(rest)) {
    if (!closed && /[.!?]/u.test(rest)) return undefined;
    const next = sentenceAfter(sentences, quote.outer.end, block);
    if (!next || /\p{L}/u.test(document.text.slice(quote.outer.end, next.start))) return undefined;
    sentence = next;
  }
  const end = Math.min(sentence.end, block.end);
  return attributionAfter(source, quote.outer, end, full, closed);
}

/**
 * A whole sentence in quotation marks that names nobody: it goes on from the quotation before, or is said by the subject
 * of the sentence before it.
 */
function inferredSpeaker(
  scene: Scene,
  quote: FoundQuote,
  block: Block,
  start: number,
  done: readonly Ascribed[],
): { attribution: Attribution; continues?: number } | undefined {
  const { document, sentences, source } = scene;
  const { text } = document;
  if (/\p{L}/u.test(text.slice(start, quote.outer.start))) return undefined;
  const previous = done.at(-1);
  const before = sentenceBefore(sentences, quote.outer.start);
  if (!before) return undefined;
  const lastQuoteEnd = previous?.quote.outer.end ?? -1;
  const between = text.slice(Math.max(lastQuoteEnd, 0), quote.outer.start);
  const blocksApart = /\n/u.test(between) ? between.split('\n').length - 1 : 0;
  const adjacent =
    previous &&
    blocksApart <= 1 &&
    (!/\p{L}/u.test(between) ||
      (previous.attribution &&
        previous.attribution.speaker.start >= previous.quote.outer.end &&
        sentenceCount(sentences, lastQuoteEnd, quote.outer.start) <= 1));
  if (adjacent) {
    return (
      previous.attribution && {
        attribution: { ...shared(previous.attribution, 'continued'), inferred: true },
        continues: done.length - 1,
      }
    );
  }
  const heading = before.start < block.start && blockAt(document.blocks, before.start)?.kind === 'heading';
  if (before.end <= lastQuoteEnd || heading) return undefined;
  const subject = subjectOfSentence(source, before);
  if (subject) {
    const attribution = resolved(scene, { subject, position: 'continued' }, done);
    return { attribution: { ...attribution, inferred: true } };
  }
  // An interview goes on with the one who spoke last.
  if (!previous?.attribution || between.length > INTERVIEW) return undefined;
  return { attribution: { ...shared(previous.attribution, 'continued'), inferred: true } };
}

/** A block quotation: ascribed by the line that ends it, or by the paragraph that leads to it with a colon. */
function ascribeBlock(scene: Scene, quote: FoundQuote, done: readonly Ascribed[]): Ascribed | undefined {
  const { document, source } = scene;
  const { blocks, text } = document;
  const number = quote.block!.quotation;
  const previous = done.at(-1);
  if (previous?.quote.block?.quotation === number) {
    return {
      quote,
      ...(previous.attribution && { attribution: continued(previous.attribution)! }),
      continues: done.length - 1,
    };
  }
  const at = blocks.indexOf(quote.block!);
  let last = at;
  while (blocks[last + 1]?.kind === 'blockquote' && (blocks[last + 1] as typeof quote.block)!.quotation === number)
    last++;
  const closing = blocks[last]!;
  const within = quote.end < quote.block!.end ? { start: quote.end, end: quote.block!.end } : undefined;
  const following = blocks[last + 1];
  const signature =
    within ??
    (isSignature(text.slice(closing.start, closing.end)) ? closing : undefined) ??
    (following?.kind === 'paragraph' && isSignature(text.slice(following.start, following.end))
      ? following
      : undefined);
  if (signature) {
    const subject = signatureSubject(source, signature);
    const attribution = subject && resolved(scene, { subject, position: 'after' }, done);
    if (attribution) return { quote, attribution };
  }
  const found = ledByParagraph(scene, quote, quote.block!);
  const attribution = found && resolved(scene, found, done);
  return attribution && { quote, attribution };
}

/** `X commented:` as a paragraph of its own before the quotation's. */
function ledByParagraph(scene: Scene, quote: FoundQuote, block: Block): FoundAttribution | undefined {
  const { document, source } = scene;
  const { text } = document;
  if (/\p{L}/u.test(text.slice(block.start, quote.outer.start))) return undefined;
  const lead = blockAt(document.blocks, block.start - 2);
  if (!lead || lead.kind === 'heading' || !/[:,]\s*$/u.test(text.slice(lead.start, lead.end))) return undefined;
  const sentence = sentenceBefore(scene.sentences, block.start) ?? lead;
  return attributionBefore(source, Math.max(sentence.start, lead.start), { start: lead.end, end: lead.end }, true);
}

function signatureSubject(source: ClauseText, span: Span): Subject | undefined {
  const tokens = clauseTokens(source, span.start, span.end, false);
  return (
    mainSubject(tokens.filter((token) => token.kind !== 'punctuation' || token.lower === ',')) ?? namedFirst(tokens)
  );
}

function namedFirst(tokens: ReturnType<typeof clauseTokens>): Subject | undefined {
  const left = tokens.findIndex((token) => token.kind === 'name');
  const token = tokens[left];
  return token && { start: token.start, end: token.end, kind: 'name', left, ...(token.name && { name: token.name }) };
}

function continued(attribution: Attribution | undefined): Attribution | undefined {
  return attribution && shared(attribution, 'continued');
}

function shared(attribution: Attribution, position: Attribution['position']): Attribution {
  return { ...attribution, position };
}

function sameSubject(scene: Scene, found: FoundAttribution, attribution: Attribution): boolean {
  if (found.subject.kind === 'pronoun') return true;
  const own = scene.cast.fullest(textSpan(scene.document.text, found.subject));
  return own.text === (attribution.resolved ?? attribution.speaker).text;
}

function resolved(scene: Scene, found: FoundAttribution, done: readonly Ascribed[]): Attribution {
  const { text } = scene.document;
  const speaker = textSpan(text, found.subject);
  const stands = standsFor(scene, found.subject, speaker, done);
  return {
    speaker,
    speakerKind: found.subject.kind,
    ...(stands && { resolved: stands }),
    ...(found.via && { via: scene.cast.fullest(textSpan(text, found.via)) }),
    ...(found.cue && { cue: textSpan(text, found.cue) }),
    position: found.position,
  };
}

function standsFor(scene: Scene, subject: Subject, speaker: TextSpan, done: readonly Ascribed[]): TextSpan | undefined {
  const { cast } = scene;
  if (subject.kind === 'name') return cast.fullest(speaker);
  if (subject.kind === 'role') return bearerOfRole(scene, speaker);
  if (subject.kind !== 'pronoun') return undefined;
  const word = speaker.text.toLowerCase();
  const gender: Gender | undefined = /^(?:he|his)$/u.test(word)
    ? 'he'
    : /^(?:she|her)$/u.test(word)
      ? 'she'
      : undefined;
  return gender && antecedent(scene, speaker.start, gender, done);
}

/** The person that `he` or `she` at `at` stands for: the last speaker or subject of a sentence that it fits. */
function antecedent(scene: Scene, at: number, gender: Gender, done: readonly Ascribed[]): TextSpan | undefined {
  const { cast, sentences } = scene;
  const fits = (person: TextSpan): boolean => (cast.genderOf(person) ?? gender) === gender;
  let sentence = sentenceIndexAt(sentences, at);
  for (let back = 0; back < 9 && sentence >= 0; back++, sentence--) {
    const span = sentences[sentence]!;
    const limit = Math.min(at, span.end);
    const spoken = done.findLast(
      ({ attribution }) =>
        attribution !== undefined && attribution.speaker.start >= span.start && attribution.speaker.start < limit,
    )?.attribution;
    const said = spoken && (spoken.resolved ?? (spoken.speakerKind === 'name' ? spoken.speaker : undefined));
    if (said && fits(said)) return said;
    for (const person of personsIn(cast, span.start, limit)) {
      const full = cast.fullest(person);
      if (fits(full) && fits(person)) return full;
    }
  }
  return undefined;
}

function* personsIn(cast: Cast, start: number, end: number): Generator<NameMention> {
  let low = 0;
  let high = cast.persons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cast.persons[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  for (let i = low; i < cast.persons.length && cast.persons[i]!.start < end; i++) yield cast.persons[i]!;
}

/** `the army spokesman`: the one person of the document who is given that role before. */
function bearerOfRole(scene: Scene, role: TextSpan): TextSpan | undefined {
  if (!/^(?:the|his|her|their|its)\s/iu.test(role.text)) return undefined;
  const head = role.text
    .toLowerCase()
    .split(/\s+(?:of|for|from|at)\s+/u)[0]!
    .split(/\s+/u)
    .at(-1)!;
  let bearer: TextSpan | undefined;
  for (const person of scene.cast.persons) {
    if (person.start > role.start) break;
    const words = `${person.title?.text ?? ''} ${person.role?.text ?? ''}`.toLowerCase().split(/[^\p{L}-]+/u);
    if (words.includes(head)) bearer = scene.cast.fullest(person);
  }
  return bearer;
}

function sentenceIndexAt(sentences: readonly Span[], offset: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const sentence = sentences[middle]!;
    if (offset < sentence.start) high = middle - 1;
    else if (offset >= sentence.end) low = middle + 1;
    else return middle;
  }
  return high;
}

function sentenceAt(sentences: readonly Span[], offset: number): Span | undefined {
  const sentence = sentences[sentenceIndexAt(sentences, offset)];
  return sentence && offset < sentence.end ? sentence : undefined;
}

function sentenceBefore(sentences: readonly Span[], offset: number): Span | undefined {
  let i = sentenceIndexAt(sentences, offset);
  while (i >= 0 && sentences[i]!.end > offset) i--;
  return sentences[i];
}

function sentenceAfter(sentences: readonly Span[], offset: number, block: Block): Span | undefined {
  let i = sentenceIndexAt(sentences, offset);
  while (i < sentences.length && (i < 0 || sentences[i]!.start < offset)) i++;
  const sentence = sentences[i];
  return sentence && sentence.start < block.end ? sentence : undefined;
}

/** How many sentences have words in the stretch. */
function sentenceCount(sentences: readonly Span[], start: number, end: number): number {
  let count = 0;
  for (let i = Math.max(0, sentenceIndexAt(sentences, start)); i < sentences.length && sentences[i]!.start < end; i++) {
    if (sentences[i]!.end > start + 1) count++;
  }
  return count;
}
