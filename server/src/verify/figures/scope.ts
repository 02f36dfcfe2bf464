import { documentOrder, type Corpus } from '../../corpus/corpus.ts';
import type { DocumentId, PassageQuery } from '../../corpus/corpusIndex.ts';
import { detached } from '../../text/detached.ts';
import type { Weight } from './context/align.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { withinRows } from '../wordFrequencies.ts';
import { sentenceKey, type FigureCache, type Votes } from './cache.ts';
import type { DocumentContext, SentenceContext } from './context/context.ts';
import { sourceFigures, type SourceFigures } from './matches.ts';
import { sentenceWords, type SentenceWords } from './context/sentenceWords.ts';
import type { Term } from './context/terms.ts';

/** So few documents are all read; of more, the index proposes. */
const FEW = 16;
/** Documents read for one sentence of the draft, when the index proposes. */
const READ = 4;
/** Those with less than this share of the best one's votes are not. */
const WORTH = 0.25;
/** Passages asked for. */
const PROPOSED = 12;
/** Sentences so near are mostly drawn from the same sources. */
const NEARBY = 4;

/** Which sources may speak of a draft's sentences, and how much each word tells. */
export interface FigureScope {
  /** How much the words of a sentence, and of the one before it, tell. */
  weightFor(sentence: number): Weight;
  /** Equal where these weights are. */
  weightsKey(sentence: number): string;
  /** All sources are compared with, not only those that the index proposes. */
  readonly isWhole: boolean;
  /** The documents to compare the figures of a sentence with, best first. */
  documentsFor(sentence: number): readonly DocumentId[];
  /** Begins to read them. */
  prepareFor(sentence: number): void;
  /** Reads them. */
  sourcesFor(sentence: number): Promise<readonly SourceFigures[]>;
}

/**
 * Finds the sources that the figures of these sentences are compared with: all of a small corpus, else those whose passages
 * share rare words with the sentences, and those that a citation names.
 */
export async function figureScope(
  draft: DocumentContext,
  sentences: ReadonlySet<number>,
  context: VerifyContext,
  cache: FigureCache,
): Promise<FigureScope> {
  const { corpus } = context;
  const allowed = context.within ?? corpus.documents;
  const { weightFor, weightsKey } = await weightsOf(draft, sentences, cache);
  const read = new Map<DocumentId, SourceFigures | undefined>();
  const prepare = (ids: readonly DocumentId[]): void => corpus.readAhead(ids.filter((id) => !read.has(id)));
  const sourcesOf = async (ids: readonly DocumentId[]): Promise<SourceFigures[]> => {
    const sources: SourceFigures[] = [];
    prepare(ids);
    for (const id of ids) {
      if (!read.has(id)) {
        const source = await corpus.source(id);
        read.set(id, source && (await sourceFigures(source)));
      }
      const found = read.get(id);
      if (found) sources.push(found);
    }
    return sources;
  };
  if (allowed.size <= FEW) {
    const all = [...allowed.keys()].sort(documentOrder(corpus));
    return {
      isWhole: true,
      weightFor,
      weightsKey,
      documentsFor: () => all,
      prepareFor: () => prepare(all),
      sourcesFor: () => sourcesOf(all),
    };
  }
  const proposed = await proposals(draft, sentences, context, cache, weightFor);
  const documentsFor = (sentence: number): readonly DocumentId[] => proposed.get(sentence) ?? [];
  return {
    isWhole: false,
    weightFor,
    weightsKey,
    documentsFor,
    prepareFor: (sentence) => prepare(documentsFor(sentence)),
    sourcesFor: (sentence) => sourcesOf(documentsFor(sentence)),
  };
}

/**
 * Weights have so many steps from 0 to 1, so that they stay the same when one document more or less hardly changes how rare
 * words are.
 */
const STEPS = 256;

/** By how rare its forms in the sentence (and the one before) are, each key's weight. */
async function weightsOf(
  draft: DocumentContext,
  sentences: ReadonlySet<number>,
  { frequencies, counted }: FigureCache,
): Promise<Pick<FigureScope, 'weightFor' | 'weightsKey'>> {
  const unknown = new Set<string>();
  const uncounted: SentenceWords[] = [];
  const windows = new Set([...sentences].flatMap((sentence) => [sentence - 1, sentence]));
  for (const sentence of windows) {
    const words = wordsIn(draft, draft.sentences[sentence]);
    if (!words || counted.has(words)) continue;
    uncounted.push(words);
    for (const { key, word } of words.terms) if (key !== '') unknown.add(word);
  }
  await frequencies.ask(unknown);
  const { passages, counts } = frequencies;
  for (const words of uncounted) counted.add(words);
  const scale = Math.log(passages + 2);
  const weightsIn = (sentence: number): ReadonlyMap<string, number> => {
    const words = new Map<string, Set<string>>();
    for (const at of [sentence - 1, sentence]) {
      for (const { key, word } of termsIn(draft, draft.sentences[at])) {
        if (key === '') continue;
        const forms = words.get(key);
        if (forms) forms.add(word);
        else words.set(key, new Set([word]));
      }
    }
    const weights = new Map<string, number>();
    for (const [key, forms] of words) {
      let found = 0;
      for (const word of forms) found += counts.get(word) ?? 0;
      const weight = Math.max(0.05, Math.log((passages + 2) / (found + 1)) / scale);
      weights.set(key, Math.round(weight * STEPS) / STEPS);
    }
    return weights;
  };
  return {
    weightFor(sentence) {
      const weights = weightsIn(sentence);
      return (key) => weights.get(key) ?? 0.55;
    },
    weightsKey: (sentence) => [...weightsIn(sentence).values()].join(' '),
  };
}

/** For each sentence the documents whose passages share most with it, best first. */
async function proposals(
  draft: DocumentContext,
  sentences: ReadonlySet<number>,
  context: VerifyContext,
  cache: FigureCache,
  weightFor: (sentence: number) => Weight,
): Promise<ReadonlyMap<number, readonly DocumentId[]>> {
  const { corpus, within } = context;
  const scope = within ? [...within].sort((a, b) => a - b).join(' ') : '';
  const order = [...sentences];
  const keys = new Map(order.map((sentence) => [sentence, sentenceKey(draft, sentence, scope)]));
  const queries: PassageQuery[] = [];
  const owners: string[] = [];
  const asked = new Set<string>();
  for (const [sentence, key] of keys) {
    if (cache.votes.has(key) || asked.has(key)) continue;
    asked.add(key);
    for (const query of queriesFor(draft, sentence, weightFor(sentence), cache.frequencies.counts)) {
      queries.push({ ...query, limit: PROPOSED, ...(within && { within }) });
      owners.push(key);
    }
  }
  const answers = queries.length > 0 ? await corpus.index.passages(queries) : [];
  const fresh = new Map<string, Map<DocumentId, number>>();
  answers.forEach((passages, i) => {
    const votes = fresh.get(owners[i]!) ?? new Map<DocumentId, number>();
    fresh.set(owners[i]!, votes);
    passages.forEach(({ document }, rank) => votes.set(document, (votes.get(document) ?? 0) + 1 / (rank + 2)));
  });
  for (const [key, votes] of fresh) cache.votes.set(detached(key), votes);
  const result = new Map<number, readonly DocumentId[]>();
  for (const sentence of order) {
    const key = keys.get(sentence)!;
    const around: (Votes | undefined)[] = [];
    for (let other = sentence - NEARBY; other <= sentence + NEARBY; other++) {
      const near = keys.get(other);
      around.push(near === undefined ? undefined : cache.votes.get(near));
    }
    let best = cache.best.get(key);
    if (!best || best.around.some((votes, i) => votes !== around[i])) {
      best = { around, documents: bestOf(around, corpus) };
      cache.best.set(detached(key), best);
    }
    const named = context.cited(draft.sentences[sentence]!);
    result.set(sentence, named.size > 0 ? [...new Set([...named, ...best.documents])] : best.documents);
  }
  return result;
}

/** The documents with most votes, those of the sentence in the middle counting most. */
function bestOf(around: readonly (Votes | undefined)[], corpus: Corpus): readonly DocumentId[] {
  const total = new Map<DocumentId, number>();
  for (const [i, votes] of around.entries()) {
    const distance = Math.abs(i - NEARBY);
    const share = distance === 0 ? 1 : 0.5 / distance;
    for (const [id, vote] of votes ?? []) total.set(id, (total.get(id) ?? 0) + share * vote);
  }
  const compare = documentOrder(corpus);
  const ranked = [...total].sort((a, b) => b[1] - a[1] || compare(a[0], b[0]));
  return ranked
    .filter(([, vote]) => vote >= WORTH * ranked[0]![1])
    .slice(0, READ)
    .map(([id]) => id);
}

/** The rarest words of a sentence as alternatives; of a short one with those of the sentence before. */
function queriesFor(
  draft: DocumentContext,
  sentence: number,
  weight: Weight,
  frequencies: ReadonlyMap<string, number>,
): { groups: string[][] }[] {
  const words = telling(termsIn(draft, draft.sentences[sentence]), weight, frequencies);
  const before = draft.sentences[sentence - 1];
  const context = before
    ? telling(termsIn(draft, before), weight, frequencies).filter((word) => !words.includes(word))
    : [];
  const queries: { groups: string[][] }[] = [];
  if (words.length > 0) queries.push({ groups: [withinRows(words, frequencies)] });
  if (words.length < 6 && context.length > 0)
    queries.push({ groups: [withinRows([...words, ...context], frequencies)] });
  return queries;
}

/** The words of a sentence that sources know, rarest first. */
function telling(terms: readonly Term[], weight: Weight, frequencies: ReadonlyMap<string, number>): string[] {
  const words = new Map<string, number>();
  for (const { key, word } of terms) {
    if (key !== '' && (frequencies.get(word) ?? 0) > 0) words.set(word, weight(key));
  }
  return [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function termsIn(draft: DocumentContext, sentence: SentenceContext | undefined): readonly Term[] {
  return wordsIn(draft, sentence)?.terms ?? [];
}

function wordsIn({ analysis }: DocumentContext, sentence: SentenceContext | undefined): SentenceWords | undefined {
  return sentence && sentenceWords(analysis.document.text.slice(sentence.start, sentence.end));
}
