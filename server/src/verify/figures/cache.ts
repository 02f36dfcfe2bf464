import type { Corpus } from '../../corpus/corpus.ts';
import type { DocumentId } from '../../corpus/corpusIndex.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { nearbyValues } from './derivation/given.ts';
import type { SentenceWords } from './context/sentenceWords.ts';
import type { Finding } from '../verdict.ts';
import { wordFrequencies, type WordFrequencies } from '../wordFrequencies.ts';

/** What was found out on one state of the corpus; nothing in it holds a position in the draft. */
export interface FigureCache {
  readonly frequencies: WordFrequencies;
  /** Sentences all of whose words have been asked for. */
  readonly counted: WeakSet<SentenceWords>;
  /** How strongly each document is proposed for a sentence, by {@link sentenceKey}. */
  readonly votes: Map<string, Votes>;
  /** The documents that were best for a sentence, by {@link sentenceKey}, with the votes of the sentences around it. */
  readonly best: Map<
    string,
    { readonly around: readonly (Votes | undefined)[]; readonly documents: readonly DocumentId[] }
  >;
  /** By {@link claimKey}. */
  readonly findings: Map<string, Finding>;
  /** Of this and earlier states, by {@link claimKey}. */
  readonly earlier: Map<string, EarlierFinding>;
}

/** A finding that holds as long as the words tell as much as they did, whatever other documents there are. */
export interface EarlierFinding {
  readonly finding: Finding;
  readonly weights: string;
}

/** How strongly documents are proposed. */
export type Votes = ReadonlyMap<DocumentId, number>;

const CACHES = new WeakMap<Corpus['documents'], FigureCache>();
const EARLIER = new WeakMap<Corpus['lineage'], FigureCache['earlier']>();
const CAPACITY = 4000;

/** The cache of a state of the corpus: checking again after an edit only looks at what the edit touched. */
export function figureCache(corpus: Corpus): FigureCache {
  const frequencies = wordFrequencies(corpus);
  let cache = CACHES.get(corpus.documents);
  if (cache?.frequencies !== frequencies) {
    const { votes, best, findings } = cache ?? { votes: new Map(), best: new Map(), findings: new Map() };
    const earlier = EARLIER.get(corpus.lineage) ?? new Map<string, EarlierFinding>();
    EARLIER.set(corpus.lineage, earlier);
    cache = { frequencies, counted: new WeakSet(), votes, best, findings, earlier };
    CACHES.set(corpus.documents, cache);
  }
  trim(cache.votes, CAPACITY);
  trim(cache.best, CAPACITY);
  trim(cache.findings, CAPACITY);
  trim(cache.earlier, CAPACITY);
  return cache;
}

/** Forgets the oldest. */
function trim(map: Map<string, unknown>, capacity: number): void {
  for (const key of map.keys()) {
    if (map.size <= capacity) return;
    map.delete(key);
  }
}

/** What the documents proposed for a sentence depend on: itself, and the one before it. */
export function sentenceKey({ analysis, sentences }: DocumentContext, index: number, scope: string): string {
  const text = (at: number): string => {
    const sentence = sentences[at];
    return sentence ? analysis.document.text.slice(sentence.start, sentence.end) : '';
  };
  return `${scope}\n${text(index - 1)}\n${text(index)}`;
}

/** Everything that the verdict on a figure depends on, the corpus apart. */
export function claimKey(draft: DocumentContext, claim: FigureContext, documents: string): string {
  const { figure, near, sentence } = claim;
  const within = draft.sentences[sentence]!;
  const before = draft.sentences[sentence - 1];
  // Of a table's cell the label and the headers around it count too.
  const isCell = draft.analysis.document.blocks[within.block]?.kind === 'table-row';
  return [
    sentenceKey(draft, sentence, documents),
    before?.block === within.block,
    figure.start - within.start,
    figure.text,
    JSON.stringify([figure.quantity, figure.hedge?.kind, figure.hedge?.text, figure.direction, figure.weak]),
    isCell ? [...near].join(' ') : '',
    [...(draft.headings[within.block] ?? [])].join(' '),
    // What the draft gives nearby may be operands.
    [...nearbyValues(draft, claim)].join(' '),
  ].join('\n');
}

/** A finding with its span counted from the claim's start, or back. */
export function shifted(finding: Finding, by: number): Finding {
  if (!finding.span) return finding;
  return { ...finding, span: { start: finding.span.start + by, end: finding.span.end + by } };
}
