import type { AnalysedSource, Corpus } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/corpusIndex.ts';
import { fold } from '../text/fold.ts';
import { hashOf } from '../text/hash.ts';
import { tokenise } from '../text/tokens.ts';
import type { Evidence, Finding } from './verdict.ts';

/** Pieces of evidence that are compared with one another. */
const MOST_EVIDENCE = 4;
/** Passages must share this much of their words before their documents are compared. */
const PASSAGE_ALIKE = 0.7;
/** Shorter passages may well be alike by chance. */
const LEAST_WORDS = 5;
/** So much of the shorter text must stand in the other for one to be a copy. */
const COPY = 0.5;
/** Words that make one piece of wording, and pieces below which nothing is said. */
const SHINGLE = 5;
const LEAST_SHINGLES = 6;
/** So many words of a text are read. */
const MOST_WORDS = 20_000;

/**
 * The finding with a word on it where documents of its evidence are copies of one text: two papers that print one agency
 * report are not two sources. Documents are compared only where the passages themselves are alike, and read once for it.
 */
export async function withIndependence(finding: Finding, corpus: Corpus): Promise<Finding> {
  if (finding.verdict !== 'supported' && finding.verdict !== 'conflicting-evidence') return finding;
  if (finding.evidence.length < 2) return finding;
  let told = TOLD.get(corpus.lineage);
  if (!told) TOLD.set(corpus.lineage, (told = new WeakMap()));
  let known = told.get(finding);
  if (!known) told.set(finding, (known = await compared(finding, corpus)));
  return known;
}

/** Findings are kept from one edit of a draft, or change of its sources, to the next, and so is what is said of them here. */
const TOLD = new WeakMap<Corpus['lineage'], WeakMap<Finding, Finding>>();

async function compared(finding: Finding, corpus: Corpus): Promise<Finding> {
  const evidence = finding.evidence.slice(0, MOST_EVIDENCE);
  const copies: (readonly [string, string])[] = [];
  for (const [i, a] of evidence.entries()) {
    for (const b of evidence.slice(i + 1)) {
      if (a.document === b.document || !isAlike(a, b)) continue;
      if (copies.some(([, other]) => other === b.source)) continue;
      if (await areCopies(a.document, b.document, corpus)) copies.push([a.source, b.source]);
    }
  }
  if (copies.length === 0) return finding;
  const told = copies.map(([a, b]) => `${a} and ${b} are copies of one text`);
  const explanation = [...finding.explanation, ...told.map((text) => `${text}, so they count as one source.`)];
  if (finding.verdict !== 'conflicting-evidence') return { ...finding, explanation };
  return { ...finding, explanation, message: `${finding.message.replace(/\.\s*$/u, '')}; ${told[0]!}.` };
}

/** By two numbers of documents. */
const COPIES = new WeakMap<Corpus['lineage'], Map<string, boolean>>();
const MOST_PAIRS = 3000;

async function areCopies(a: DocumentId, b: DocumentId, corpus: Corpus): Promise<boolean> {
  let pairs = COPIES.get(corpus.lineage);
  if (!pairs) COPIES.set(corpus.lineage, (pairs = new Map<string, boolean>()));
  const known = pairs.get(`${a} ${b}`);
  if (known !== undefined) return known;
  const [one, two] = [await corpus.source(a), await corpus.source(b)];
  if (!one || !two) return false;
  if (pairs.size >= MOST_PAIRS) pairs.clear();
  const found = haveOneText(one, two);
  pairs.set(`${a} ${b}`, found);
  return found;
}

const words = new WeakMap<Evidence, ReadonlySet<string>>();

function wordsOf(evidence: Evidence): ReadonlySet<string> {
  let known = words.get(evidence);
  if (!known) {
    known = new Set(
      fold(evidence.text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ''),
    );
    words.set(evidence, known);
  }
  return known;
}

function isAlike(a: Evidence, b: Evidence): boolean {
  // Passages of very different lengths are not the same sentence.
  const [short, long] = a.text.length < b.text.length ? [a, b] : [b, a];
  if (short.text.length < 0.6 * long.text.length) return false;
  return shareOf(wordsOf(short), wordsOf(long), LEAST_WORDS) >= PASSAGE_ALIKE;
}

/** How much of the smaller set is in the other; 0 for sets of fewer than `least`. */
function shareOf<T>(a: ReadonlySet<T>, b: ReadonlySet<T>, least: number): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < least) return 0;
  let shared = 0;
  for (const one of small) if (large.has(one)) shared++;
  return shared / small.size;
}

const prints = new WeakMap<AnalysedSource, ReadonlySet<number>>();

function haveOneText(a: AnalysedSource, b: AnalysedSource): boolean {
  return shareOf(printsOf(a), printsOf(b), LEAST_SHINGLES) >= COPY;
}

/** Hashes of a text's pieces of wording. */
function printsOf(source: AnalysedSource): ReadonlySet<number> {
  let known = prints.get(source);
  if (!known) {
    const hashes = tokenise(source.document.text)
      .slice(0, MOST_WORDS)
      .map(({ folded }) => hashOf(folded));
    const found = new Set<number>();
    for (let i = 0; i + SHINGLE <= hashes.length; i++) {
      let hash = 0;
      for (let k = 0; k < SHINGLE; k++) hash = (Math.imul(hash, 0x01000193) ^ hashes[i + k]!) >>> 0;
      found.add(hash);
    }
    known = found;
    prints.set(source, known);
  }
  return known;
}
