import type { AnalysedSource, Corpus } from '../../corpus/corpus.ts';
import type { DocumentId, NameOccurrence } from '../../corpus/corpusIndex.ts';
import { detached } from '../../text/detached.ts';
import { toRawSpan, type Span } from '../../text/offsets.ts';
import type { NamesContext } from './scope.ts';
import type { Evidence } from '../verdict.ts';

const LONGEST = 300;

/** So many passages are shown of one name. */
const MOST_EVIDENCE = 3;

/** Passages shown before, by document and span: the same names are checked at each edit, and sources are not kept for long. */
const REMEMBERED = new WeakMap<Corpus['lineage'], Map<string, Evidence>>();
const CAPACITY = 6000;

/** The sentence of a source that holds the clean span, with the span as its focus; undefined if the source cannot be read. */
export async function evidenceAt(corpus: Corpus, document: DocumentId, span: Span): Promise<Evidence | undefined> {
  let remembered = REMEMBERED.get(corpus.lineage);
  if (!remembered) REMEMBERED.set(corpus.lineage, (remembered = new Map<string, Evidence>()));
  const key = `${document} ${span.start} ${span.end}`;
  let evidence = remembered.get(key);
  if (!evidence) {
    const source = await corpus.source(document);
    if (!source) return undefined;
    evidence = evidenceIn(source, document, span);
    if (remembered.size >= CAPACITY) remembered.clear();
    remembered.set(key, evidence);
  }
  return evidence;
}

function evidenceIn(source: AnalysedSource, document: DocumentId, span: Span): Evidence {
  const { sentences } = source.analysis;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= span.start) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  let start = Math.min(sentence?.start ?? span.start, span.start);
  let end = Math.max(sentence && sentence.start <= span.start ? sentence.end : span.end, span.end);
  if (end - start > LONGEST) {
    start = Math.max(start, span.start - LONGEST / 2);
    end = Math.min(end, span.end + LONGEST / 2);
  }
  const raw = toRawSpan(source.document.map, { start, end });
  return {
    document,
    source: source.record.path,
    start: raw.start,
    end: raw.end,
    page: null,
    // Kept for longer than the source.
    text: detached(source.document.raw.slice(raw.start, raw.end)),
    focus: toRawSpan(source.document.map, span),
  };
}

/**
 * Evidence of the given mentions, one a document: those of the weightiest documents first, else in order. `first`: the
 * document that comes before all others.
 */
export async function evidenceOf(
  { corpus, weights }: Pick<NamesContext, 'corpus' | 'weights'>,
  occurrences: readonly NameOccurrence[],
  first?: DocumentId,
): Promise<Evidence[]> {
  const byDocument = new Map<DocumentId, NameOccurrence>();
  for (const occurrence of occurrences) {
    if (!byDocument.has(occurrence.document)) byDocument.set(occurrence.document, occurrence);
  }
  const weight = (document: DocumentId): number => (document === first ? Infinity : (weights.get(document) ?? 0));
  const sorted = [...byDocument.values()].sort((a, b) => weight(b.document) - weight(a.document));
  const evidence: Evidence[] = [];
  for (const occurrence of sorted) {
    const found = await evidenceAt(corpus, occurrence.document, occurrence);
    if (found) evidence.push(found);
    if (evidence.length >= MOST_EVIDENCE) break;
  }
  return evidence;
}
