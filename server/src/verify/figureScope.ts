import type { DocumentId, PassageQuery } from '../corpus/corpusIndex.ts';
import type { Weight } from './align.ts';
import type { VerifyContext } from './checkDraft.ts';
import type { DocumentContext, SentenceContext } from './figureContext.ts';
import { sourceFigures, type SourceFigures } from './figureMatches.ts';

/** So few documents are all read; of more, the index proposes. */
const FEW = 16;
/** Documents read for one sentence of the draft, when the index proposes. */
const READ = 6;
const PROPOSED = 12;

/** Which sources may speak of a draft's sentences, and how much each word tells. */
export interface FigureScope {
  readonly weight: Weight;
  /** The sources to compare the figures of a sentence with. */
  sourcesFor(sentence: number): readonly SourceFigures[];
}

/**
 * Reads the sources that the figures of a draft are compared with: all of a small corpus, else those whose passages share
 * rare words with the sentences.
 */
export async function figureScope(
  draft: DocumentContext,
  sentences: ReadonlySet<number>,
  context: VerifyContext,
): Promise<FigureScope> {
  const { corpus } = context;
  const allowed = context.within ?? new Set(corpus.documents.keys());
  const { weight, frequency } = await weightsOf(draft, context);
  const read = new Map<DocumentId, SourceFigures | undefined>();
  const sourceOf = async (id: DocumentId): Promise<SourceFigures | undefined> => {
    if (!read.has(id)) {
      const source = await corpus.source(id);
      read.set(id, source && sourceFigures(source));
    }
    return read.get(id);
  };
  if (allowed.size <= FEW) {
    const all: SourceFigures[] = [];
    for (const id of allowed) {
      const source = await sourceOf(id);
      if (source) all.push(source);
    }
    return { weight, sourcesFor: () => all };
  }
  const proposed = await proposals(draft, sentences, context, weight, frequency);
  const chosen = new Map<number, SourceFigures[]>();
  for (const sentence of sentences) {
    const sources: SourceFigures[] = [];
    for (const id of proposed.get(sentence) ?? []) {
      if (context.isCancelled?.()) break;
      const source = await sourceOf(id);
      if (source) sources.push(source);
    }
    chosen.set(sentence, sources);
  }
  return { weight, sourcesFor: (sentence) => chosen.get(sentence) ?? [] };
}

interface Weights {
  readonly weight: Weight;
  /** In how many passages a folded word stands. */
  readonly frequency: ReadonlyMap<string, number>;
}

async function weightsOf(draft: DocumentContext, { corpus }: VerifyContext): Promise<Weights> {
  const words = new Map<string, string[]>();
  for (const { terms } of draft.sentences) {
    for (const { key, word } of terms) {
      if (key === '') continue;
      const known = words.get(key);
      if (!known) words.set(key, [word]);
      else if (!known.includes(word)) known.push(word);
    }
  }
  const flat = [...new Set([...words.values()].flat())];
  const { passages, counts } = await corpus.index.frequencies(flat);
  const frequency = new Map(flat.map((word, i) => [word, counts[i]!]));
  const scale = Math.log(passages + 2);
  const weights = new Map<string, number>();
  for (const [key, forms] of words) {
    const found = forms.reduce((sum, word) => sum + frequency.get(word)!, 0);
    weights.set(key, Math.max(0.05, Math.log((passages + 2) / (found + 1)) / scale));
  }
  return { frequency, weight: (key) => weights.get(key) ?? 0.7 };
}

/** For each sentence the documents whose passages share most with it, best first. */
async function proposals(
  draft: DocumentContext,
  sentences: ReadonlySet<number>,
  context: VerifyContext,
  weight: Weight,
  frequency: ReadonlyMap<string, number>,
): Promise<ReadonlyMap<number, readonly DocumentId[]>> {
  const { corpus, within } = context;
  const order = [...sentences];
  const queries: PassageQuery[] = [];
  const owners: number[] = [];
  for (const sentence of order) {
    for (const query of queriesFor(draft, sentence, weight, frequency)) {
      queries.push({ ...query, limit: PROPOSED, ...(within && { within }) });
      owners.push(sentence);
    }
  }
  const answers = await corpus.index.passages(queries);
  const votes = new Map<number, Map<DocumentId, number>>(order.map((sentence) => [sentence, new Map()]));
  answers.forEach((passages, i) => {
    const mine = votes.get(owners[i]!)!;
    passages.forEach(({ document }, rank) => mine.set(document, (mine.get(document) ?? 0) + 1 / (rank + 2)));
  });
  const result = new Map<number, readonly DocumentId[]>();
  for (const sentence of order) {
    const total = new Map<DocumentId, number>();
    // Sentences nearby are mostly drawn from the same sources.
    for (const other of order) {
      const distance = Math.abs(other - sentence);
      if (distance > 4) continue;
      const share = distance === 0 ? 1 : 0.5 / distance;
      for (const [id, vote] of votes.get(other)!) total.set(id, (total.get(id) ?? 0) + share * vote);
    }
    const best = [...total].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([id]) => id);
    const named = [...context.cited(draft.sentences[sentence]!)];
    result.set(sentence, [...new Set([...named, ...best.slice(0, READ)])]);
  }
  return result;
}

/** The rarest words of a sentence, all of them as alternatives; and the two or three rarest that must come together. */
function queriesFor(
  draft: DocumentContext,
  sentence: number,
  weight: Weight,
  frequency: ReadonlyMap<string, number>,
): { groups: string[][] }[] {
  const words = telling(draft.sentences[sentence]!, weight, frequency);
  const before = draft.sentences[sentence - 1];
  const context = before ? telling(before, weight, frequency).filter((word) => !words.includes(word)) : [];
  const queries: { groups: string[][] }[] = [];
  if (words.length > 0) queries.push({ groups: [words.slice(0, 10)] });
  if (words.length > 3) queries.push({ groups: [words.slice(0, 3), words.slice(3, 10)] });
  if (words.length < 6 && context.length > 0) queries.push({ groups: [[...words, ...context].slice(0, 10)] });
  return queries;
}

/** The words of a sentence that sources know, rarest first. */
function telling(sentence: SentenceContext, weight: Weight, frequency: ReadonlyMap<string, number>): string[] {
  const words = new Map<string, number>();
  for (const { key, word } of sentence.terms) {
    if (key !== '' && (frequency.get(word) ?? 0) > 0) words.set(word, weight(key));
  }
  return [...words].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
