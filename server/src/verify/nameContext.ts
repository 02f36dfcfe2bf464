import type { AnalysedSource } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/corpusIndex.ts';
import { isEverydayWord } from '../extract/commonWords.ts';
import type { Span } from '../text/offsets.ts';
import { blockAt } from '../text/structuredText.ts';
import { tokenise } from '../text/tokens.ts';
import type { VerifyContext } from './checkDraft.ts';

const stems = new WeakMap<AnalysedSource, ReadonlySet<string>>();

/** Words of a source by their beginnings, so that inflections are the same. */
function stemsOf(source: AnalysedSource): ReadonlySet<string> {
  let known = stems.get(source);
  if (!known) {
    known = new Set(tokenise(source.document.text).map(({ folded }) => stem(folded)));
    stems.set(source, known);
  }
  return known;
}

function stem(word: string): string {
  return word.slice(0, 6);
}

/** Words around a name of the draft by which a source that speaks of the same thing can be told. */
export interface NameContext {
  /** In the name's own sentence. */
  readonly near: readonly string[];
  /** In the rest of its paragraph. */
  readonly far: readonly string[];
}

/** The telling words around the clean span of the draft. */
export function contextOf({ draft }: VerifyContext, span: Span): NameContext {
  const { document, sentences } = draft.analysis;
  const block = blockAt(document.blocks, span.start) ?? span;
  const sentence = sentences.find(({ start, end }) => start <= span.start && span.start < end) ?? block;
  const words = (from: number, to: number): string[] =>
    tokenise(document.text.slice(from, to), from)
      .filter(({ start, end }) => end <= span.start || start >= span.end)
      .filter(({ folded }) => folded.length > 3 && !isEverydayWord(folded))
      .map(({ folded }) => stem(folded));
  const near = words(sentence.start, sentence.end);
  const far = [...words(block.start, sentence.start), ...words(sentence.end, block.end)];
  return { near: [...new Set(near)], far: [...new Set(far)] };
}

/** The share of the telling words around a name that the source has too; 1 if there are none. */
export function fitOf(context: NameContext, source: AnalysedSource): number {
  const known = stemsOf(source);
  const count = (words: readonly string[]): number => words.filter((word) => known.has(word)).length;
  const weight = 2 * context.near.length + context.far.length;
  return weight === 0 ? 1 : (2 * count(context.near) + count(context.far)) / weight;
}

const MOST_SOURCES = 6;

/** The source, of the first few, that fits the words around a name best. */
export async function bestFit(
  context: NameContext,
  documents: Iterable<DocumentId>,
  { corpus }: VerifyContext,
): Promise<{ readonly document: DocumentId; readonly fit: number } | undefined> {
  let best: { document: DocumentId; fit: number } | undefined;
  let asked = 0;
  for (const document of new Set(documents)) {
    if (asked++ >= MOST_SOURCES) break;
    const source = await corpus.source(document);
    if (!source) continue;
    const fit = fitOf(context, source);
    if (!best || fit > best.fit) best = { document, fit };
  }
  return best;
}
