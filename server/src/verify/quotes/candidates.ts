import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { DocumentId, PassageQuery } from '../../corpus/corpusIndex.ts';
import type { QuoteMention } from '../../extract/mention.ts';
import { tokenise } from '../../text/tokens.ts';
import { CheckCancelled } from '../eachClaim.ts';
import type { VerifyContext } from '../checkDraft.ts';
import { wordFrequencies, type WordFrequencies } from '../wordFrequencies.ts';
import { prepareSourceWords } from './sources.ts';

/** So many sources are read without asking the index first: all that a draft names, mostly. */
const READ_ALL = 8;
/** Passages asked for each quotation, and documents read for it. */
const PASSAGES = 24;
const DOCUMENTS = 10;
/** Of a longer quotation so many are read at first: its phrases say which. */
const FIRST_DOCUMENTS = 4;
const PHRASES = 5;
const PHRASE_LENGTH = 3;
/** Where words stand that are each in more passages than this takes long to find out, and tells little beside rarer phrases. */
const COMMON = 3000;
const ALWAYS = 2;

/** Proposes sources for the quotations of one draft, likeliest first. */
export interface QuoteCandidates {
  /** The documents that may hold the quotation. */
  of(claim: QuoteMention): readonly DocumentId[];
  /** More of them, by rare words in any order, for words that were not found in the first. */
  more(claim: QuoteMention): Promise<readonly DocumentId[]>;
}

/** Asks the index once for all quotations of a draft; a corpus or a choice of few sources is read whole. */
export async function quoteCandidates(
  claims: readonly QuoteMention[],
  context: VerifyContext,
): Promise<QuoteCandidates> {
  const { corpus, within } = context;
  const documents = within ?? corpus.documents;
  if (documents.size <= READ_ALL) {
    const all = [...documents.keys()];
    return { of: () => all, more: () => Promise.resolve([]) };
  }
  const words = new Map(claims.map((claim) => [claim, foldedWords(claim.text)]));
  const contexts = new Map(claims.map((claim) => [claim, contextWords(claim, context)]));
  const frequencies = wordFrequencies(corpus);
  await frequencies.ask([...words.values(), ...contexts.values()].flat());
  const { passages, counts } = frequencies;
  const rarity = (word: string): number => Math.log((passages + 1) / (1 + (counts.get(word) ?? 0)));
  const known = (word: string): boolean => (counts.get(word) ?? 0) > 0;

  const queries = claims.map((claim): PassageQuery[] => {
    const own = words.get(claim)!;
    const phrases = own.length <= PHRASE_LENGTH ? [own] : rarestPhrases(own, rarity, counts);
    if (phrases.length === 0 || own.length === 0) return [];
    const query = { phrases, ...(within && { within }), limit: PASSAGES };
    // Few words stand in many places: the ones that the sentence speaks of come first.
    const near = contexts.get(claim)!.filter(known);
    return own.length <= PHRASE_LENGTH && near.length > 0 ? [{ ...query, groups: [near] }, query] : [query];
  });
  const answers = await corpus.index.passages(queries.flat());
  const proposed = new Map<QuoteMention, DocumentId[]>();
  let at = 0;
  claims.forEach((claim, i) => {
    const hits = answers.slice(at, at + queries[i]!.length).flat();
    at += queries[i]!.length;
    proposed.set(claim, [...new Set(hits.map((passage) => passage.document))].slice(0, DOCUMENTS));
  });

  return {
    of(claim) {
      const cited = [...context.cited(claim)].slice(0, READ_ALL);
      return [...new Set([...cited, ...(proposed.get(claim) ?? []).slice(0, firstOf(claim))])];
    },
    async more(claim) {
      const rest = (proposed.get(claim) ?? []).slice(firstOf(claim));
      const own = [...new Set(words.get(claim))].filter(known).sort((a, b) => rarity(b) - rarity(a));
      if (own.length < 2) return rest;
      const base = { ...(within && { within }), limit: 6 };
      const [first, second, third, fourth] = own;
      const triples: string[][] = third ? [[first!, second!, third]] : [[first!, second!]];
      if (fourth) triples.push([first!, second!, fourth], [first!, third!, fourth], [second!, third!, fourth]);
      const groups = triples.map((triple): PassageQuery => ({ ...base, groups: triple.map((word) => [word]) }));
      const hits = (await corpus.index.passages(groups)).flat();
      const tried = new Set(proposed.get(claim));
      const fresh = [...new Set(hits.map((passage) => passage.document))].filter((id) => !tried.has(id));
      return [...rest, ...fresh.slice(0, DOCUMENTS)];
    },
  };

  function firstOf(claim: QuoteMention): number {
    return words.get(claim)!.length > 2 * PHRASE_LENGTH ? FIRST_DOCUMENTS : DOCUMENTS;
  }
}

/** Reads sources that a quotation is laid beside. Those that cannot be read are left out. */
export async function readSources(
  documents: readonly DocumentId[],
  { corpus, isCancelled }: Pick<VerifyContext, 'corpus' | 'isCancelled'>,
): Promise<AnalysedSource[]> {
  const sources: AnalysedSource[] = [];
  corpus.readAhead(documents);
  for (const id of documents) {
    if (isCancelled?.()) throw new CheckCancelled();
    const source = await corpus.source(id);
    if (!source) continue;
    await prepareSourceWords(source);
    sources.push(source);
  }
  return sources;
}

/** The words as the index folds them, without what stands in brackets. */
function foldedWords(text: string): string[] {
  const plain = text.replace(/\[(\p{L})\](?=\p{L})/gu, '$1').replace(/\[[^\]]*\]/gu, ' ');
  return tokenise(plain)
    .flatMap((token) => token.folded.split('-'))
    .filter((word) => word !== '');
}

/** The rare words of the sentence around a short quotation. */
function contextWords(claim: QuoteMention, { draft }: VerifyContext): string[] {
  const { text } = draft.analysis.document;
  const sentence = draft.analysis.sentences.find(({ start, end }) => start <= claim.start && claim.start < end);
  if (!sentence) return [];
  const around = `${text.slice(sentence.start, claim.outer.start)} ${text.slice(claim.outer.end, sentence.end)}`;
  return [...new Set(foldedWords(around).filter((word) => word.length > 4))].slice(0, 12);
}

/** The rarest runs of three words, apart enough that one changed word does not spoil them all. */
function rarestPhrases(
  words: readonly string[],
  rarity: (word: string) => number,
  counts: WordFrequencies['counts'],
): string[][] {
  const runs: { at: number; score: number; passages: number }[] = [];
  for (let at = 0; at + PHRASE_LENGTH <= words.length; at++) {
    const run = words.slice(at, at + PHRASE_LENGTH);
    const passages = Math.min(...run.map((word) => counts.get(word) ?? 0));
    if (passages > 0) runs.push({ at, passages, score: run.reduce((sum, word) => sum + rarity(word), 0) });
  }
  runs.sort((a, b) => b.score - a.score || a.at - b.at);
  const chosen: typeof runs = [];
  for (const apart of [PHRASE_LENGTH, 1]) {
    for (const run of runs) {
      if (chosen.length >= PHRASES) break;
      if (chosen.length >= ALWAYS && run.passages > COMMON) continue;
      if (chosen.every((other) => Math.abs(other.at - run.at) >= apart)) chosen.push(run);
    }
  }
  return chosen.map(({ at }) => words.slice(at, at + PHRASE_LENGTH));
}
