import type { Analysis } from '../extract/analysis.ts';
import type { SourceDocument } from '../sources/sourceDocument.ts';
import { byPath, type CorpusIndex, type DocumentId, type SourceRecord } from './corpusIndex.ts';
import type { NameLexicon } from './nameLexicon.ts';

/** A source read and analysed again, for comparing a claim with its text. */
export interface AnalysedSource {
  readonly record: SourceRecord;
  readonly document: SourceDocument;
  readonly analysis: Analysis;
}

/** What the verifiers see of the sources. */
export interface Corpus {
  /** `partial` while documents are still to be indexed or could not be reached: nothing may then be called absent. */
  readonly coverage: 'full' | 'partial';
  readonly generation: number;
  /** The same for all states of one index: in these a number stands for the same document with the same text. */
  readonly lineage: object;
  readonly index: CorpusIndex;
  /** In order of folder and path. */
  readonly documents: ReadonlyMap<DocumentId, SourceRecord>;
  /** All name forms of the given documents, or of the whole corpus. Cached by generation. */
  lexicon(within?: ReadonlySet<DocumentId>): Promise<NameLexicon>;
  /** Reads and analyses a source; kept in memory for a while. Undefined if the file is gone, changed or unreadable. */
  source(id: DocumentId): Promise<AnalysedSource | undefined>;
  /** Begins to read sources that will be asked for one after the other: while one is compared, the next are fetched. */
  readAhead(ids: Iterable<DocumentId>): void;
}

/** Compares documents of the corpus by folder and path; those it does not have come last. */
export function documentOrder({ documents }: Pick<Corpus, 'documents'>): (a: DocumentId, b: DocumentId) => number {
  return (a, b) => {
    const [one, two] = [documents.get(a), documents.get(b)];
    return one && two ? byPath(one, two) : one ? -1 : two ? 1 : 0;
  };
}
