import type { AnalysedSource, Corpus } from '../../corpus/corpus.ts';
import type { DocumentId } from '../../corpus/corpusIndex.ts';
import { isEverydayWord } from '../../extract/names/commonWords.ts';
import type { Span } from '../../text/offsets.ts';
import { blockAt, type StructuredText } from '../../text/structuredText.ts';
import { tokenise } from '../../text/tokens.ts';
import { inTurns, type Steps } from '../../text/turns.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { rarestWords, wordFrequencies } from '../wordFrequencies.ts';

const stemsBySource = new WeakMap<AnalysedSource, Promise<ReadonlySet<string>>>();

/** Words of a source by their beginnings (six letters, or a shorter word), so that inflections are the same. */
export function stemsOf(source: AnalysedSource): Promise<ReadonlySet<string>> {
  let known = stemsBySource.get(source);
  if (!known) {
    known = inTurns(stemSteps(source.document));
    stemsBySource.set(source, known);
  }
  return known;
}

function* stemSteps({ text, blocks }: StructuredText): Steps<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const { start, end } of blocks) {
    yield;
    for (const { folded } of tokenise(text.slice(start, end))) found.add(stem(folded));
  }
  return found;
}

function stem(word: string): string {
  return word.slice(0, 6);
}

function stems(words: readonly string[]): string[] {
  return [...new Set(words.map(stem))];
}

/** Words around a name of the draft by which a source that speaks of the same thing can be told. */
export interface NameContext {
  /** In the name's own sentence. */
  readonly near: readonly string[];
  /** In the rest of its paragraph. */
  readonly far: readonly string[];
  /** Those of the sentence, not cut. */
  readonly words: readonly string[];
}

/** The telling words around the clean span of the draft. */
export function contextOf({ draft }: VerifyContext, span: Span): NameContext {
  const { document, sentences } = draft.analysis;
  const block = blockAt(document.blocks, span.start) ?? span;
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? block;
  const words = (from: number, to: number): string[] =>
    tokenise(document.text.slice(from, to), from)
      .filter(({ start, end }) => end <= span.start || start >= span.end)
      .map(({ folded }) => folded)
      .filter((folded) => folded.length > 3 && !isEverydayWord(folded));
  const near = words(sentence.start, sentence.end);
  const far = [...words(block.start, sentence.start), ...words(sentence.end, block.end)];
  return { near: stems(near), far: stems(far), words: [...new Set(near)] };
}

/** With no words to tell by, a source may fit or not. */
const UNTOLD = 0.45;

/** The share of the telling words around a name that the source has too; {@link UNTOLD} if there are none. */
export async function fitOf(context: NameContext, source: AnalysedSource): Promise<number> {
  const known = await stemsOf(source);
  const count = (words: readonly string[]): number => words.filter((word) => known.has(word)).length;
  const weight = 2 * context.near.length + context.far.length;
  return weight === 0 ? UNTOLD : (2 * count(context.near) + count(context.far)) / weight;
}

/** So many sources are read at most. */
const MOST_SOURCES = 6;
/** Of those that the index proposes, the first that has such a share of the words is taken. */
const ENOUGH = 0.6;
const PASSAGES = 12;

/** A source and how well it fits, see {@link fitOf}. */
export interface Fit {
  readonly document: DocumentId;
  readonly fit: number;
}

/**
 * Of the sources that write `form`, the one that fits the words around a name of the draft best. Of many sources, those are
 * asked that have the form in one passage with some of the words.
 */
export async function bestFit(
  context: NameContext,
  form: string,
  documents: ReadonlySet<DocumentId>,
  verifying: VerifyContext,
): Promise<Fit | undefined> {
  const { corpus } = verifying;
  const isProposed = documents.size > MOST_SOURCES;
  const asked = isProposed ? await proposed(context, form, documents, verifying) : documents;
  let best: Fit | undefined;
  for (const document of asked) {
    const fit = await fitOfDocument(context, document, corpus);
    if (fit === undefined) continue;
    if (!best || fit > best.fit) best = { document, fit };
    if (isProposed && fit >= ENOUGH) break;
  }
  return best;
}

/** By the words around a name and the document's number. */
const FITS = new WeakMap<Corpus['lineage'], Map<string, number>>();
const MOST_FITS = 6000;

/** {@link fitOf}, kept while the document is as it is; undefined if it cannot be read. */
async function fitOfDocument(context: NameContext, document: DocumentId, corpus: Corpus): Promise<number | undefined> {
  let known = FITS.get(corpus.lineage);
  if (!known) FITS.set(corpus.lineage, (known = new Map<string, number>()));
  const key = [document, context.near.join(' '), context.far.join(' ')].join('\n');
  const before = known.get(key);
  if (before !== undefined) return before;
  const source = await corpus.source(document);
  if (!source) return undefined;
  const fit = await fitOf(context, source);
  if (known.size >= MOST_FITS) known.clear();
  known.set(key, fit);
  return fit;
}

/** Sources that have the form beside the rarest of the words, then others that have it. */
async function proposed(
  { words }: NameContext,
  form: string,
  documents: ReadonlySet<DocumentId>,
  { corpus, within }: VerifyContext,
): Promise<DocumentId[]> {
  const frequencies = wordFrequencies(corpus);
  await frequencies.ask(words);
  const group = rarestWords(words, frequencies.counts);
  const phrase = phraseOf(form);
  const query = { phrases: [phrase], groups: [group], limit: PASSAGES, ...(within && { within }) };
  const [passages = []] = group.length > 0 && phrase.length > 0 ? await corpus.index.passages([query]) : [];
  return [...new Set([...passages.map(({ document }) => document), ...documents])].slice(0, MOST_SOURCES);
}

/** The words of a form; where `the` stands takes long to find out, and tells nothing. */
function phraseOf(form: string): string[] {
  const words = tokenise(form).map(({ folded }) => folded);
  return words[0] === 'the' && words.length > 1 ? words.slice(1) : words;
}
