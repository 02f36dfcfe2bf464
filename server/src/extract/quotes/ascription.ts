import type { Span } from '../../text/offsets.ts';
import { blockAt, type Block, type BlockQuote, type StructuredText } from '../../text/structuredText.ts';
import type { Steps } from '../../text/turns.ts';
import { attributionAfter, attributionBefore, endsSentence, type FoundAttribution } from './attribution.ts';
import type { FoundQuote } from './blockQuotes.ts';
import type { Attribution, NameMention, QuoteMention } from '../mention.ts';
import { attributionNext } from './nextSentence.ts';
import { sentenceAfter, sentenceAt, sentenceBefore, sentenceCount } from './sentencePlaces.ts';
import { besideCell, introducedBy, ledByParagraph, signedBy } from './signatures.ts';
import { subjectOfSentence } from './sentenceSubjects.ts';
import { resolved, sameSubject, shared, type Ascribed, type Scene } from './speakerResolution.ts';
import { castOf } from './speakers.ts';

/** So far before and behind a quotation its speaker is looked for within the sentence. */
const HEAD = 700;
const TAIL = 500;
/** So far behind a quotation the same person may still be speaking, if nobody else is named. */
const INTERVIEW = 700;

/** Finds out who is said to have said each of the quotations; block quotations that nobody is named for are left out. */
export function* ascribe(
  document: StructuredText,
  sentences: readonly Span[],
  names: readonly NameMention[],
  quotes: readonly FoundQuote[],
): Steps<QuoteMention[]> {
  if (quotes.length === 0) return [];
  const quotations = quotes.map((quote) => quote.outer);
  const scene: Scene = {
    document,
    sentences,
    source: { text: document.text, names, quotations },
    cast: castOf(document.text, names, quotations),
  };
  const done: Ascribed[] = [];
  const unsigned = new Set<number>();
  for (const quote of quotes) {
    yield;
    const { block } = quote;
    if (block && unsigned.has(block.quotation)) continue;
    const ascribed = block ? ascribeBlock(scene, quote, block, done) : ascribeOne(scene, quote, done);
    if (ascribed) done.push(ascribed);
    else if (block) unsigned.add(block.quotation);
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
    const attribution = own
      ? resolved(scene, own, done)
      : previous.attribution && shared(previous.attribution, 'continued');
    return { quote, ...(attribution && { attribution }), continues: index };
  }
  const sentence = sentenceAt(sentences, quote.outer.start) ?? block;
  const start = Math.max(sentence.start, block.start, quote.outer.start - HEAD);
  // Second piece of an interrupted quotation: `“…,” X said, “…”`
  if (previous?.attribution && previous.attribution.position === 'after' && previous.quote.outer.end > block.start) {
    const gap = text.slice(previous.quote.outer.end, quote.outer.start);
    const tail = gap.trimEnd();
    const onlyAttribution =
      previous.attribution.speaker.start > previous.quote.outer.end &&
      gap.length < 260 &&
      sentenceCount(sentences, previous.quote.outer.end, quote.outer.start) <= 1;
    if (onlyAttribution && /(?:[,–—:]|--?|\bthat)$/u.test(tail) && (full ? previous.quote.form === 'full' : true)) {
      return { quote, attribution: shared(previous.attribution, 'between'), continues: index };
    }
    if (onlyAttribution && /[.!?]$/u.test(tail) && full) {
      const own = afterwards(scene, quote, block, full);
      if (own)
        return {
          quote,
          attribution: resolved(scene, own, done),
          ...(sameSubject(scene, own, previous.attribution) && { continues: index }),
        };
      const attribution = shared(previous.attribution, 'continued');
      // Behind words within somebody's sentence, a sentence of its own is most likely theirs too, not surely.
      if (previous.quote.form !== 'full') return { quote, attribution: { ...attribution, inferred: true } };
      return { quote, attribution, continues: index };
    }
    // `“A” and “B”, he said`, `he called it “A” and “B”`
    if (/^\s*,?\s*(?:and|or|but|,)\s*$/u.test(gap))
      return { quote, attribution: shared(previous.attribution, previous.attribution.position) };
  }
  const before =
    besideCell(source, quote.outer, block) ??
    (quote.outer.start > start ? attributionBefore(source, start, quote.outer, full) : undefined);
  const lead = before || !full ? undefined : ledByParagraph(scene, quote, block);
  if (lead) return { quote, attribution: resolved(scene, lead, done) };
  const led = /[:,]\s*$/u.test(text.slice(start, quote.outer.start));
  const taken =
    before &&
    previous?.attribution &&
    previous.attribution.speaker.start === before.subject.start &&
    previous.attribution.position === 'after';
  if (before && led && full && !taken) return { quote, attribution: resolved(scene, before, done) };
  const behind = afterwards(scene, quote, block, full) ?? (before ? undefined : signedBy(scene, quote, block));
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
  const end = Math.min(sentence.end, block.end, quote.outer.end + TAIL);
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
  // What one item of a list says is not said by the speaker of another.
  const adjacent =
    previous &&
    blocksApart <= 1 &&
    !(blocksApart > 0 && isApart(block)) &&
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
  if (before.end <= lastQuoteEnd || heading || (before.start < block.start && isApart(block))) return undefined;
  const subject = subjectOfSentence(source, before);
  if (subject) {
    const attribution = resolved(scene, { subject, position: 'continued' }, done);
    return { attribution: { ...attribution, inferred: true } };
  }
  // An interview goes on with the one who spoke last.
  if (!previous?.attribution || between.length > INTERVIEW || isApart(block)) return undefined;
  return { attribution: { ...shared(previous.attribution, 'continued'), inferred: true } };
}

/** Does the block stand by itself, so that nothing is carried into it from the one before? */
function isApart({ kind }: Block): boolean {
  return kind === 'list-item' || kind === 'table-row' || kind === 'footnote';
}

/** A block quotation: ascribed by the line that signs it, or by the paragraph that leads to it. */
function ascribeBlock(
  scene: Scene,
  quote: FoundQuote,
  block: BlockQuote,
  done: readonly Ascribed[],
): Ascribed | undefined {
  const previous = done.at(-1);
  if (previous?.attribution && previous.quote.block?.quotation === block.quotation) {
    return { quote, attribution: shared(previous.attribution, 'continued'), continues: done.length - 1 };
  }
  const found = signedBy(scene, quote, block) ?? ledByParagraph(scene, quote, block) ?? introducedBy(scene, block);
  return found && { quote, attribution: resolved(scene, found, done) };
}
