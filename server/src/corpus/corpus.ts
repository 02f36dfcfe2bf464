import type { Analysis } from '../extract/analysis.ts';
import type { SourceDocument } from '../sources/sourceDocument.ts';
import type { CorpusIndex, DocumentId, SourceRecord } from './corpusIndex.ts';
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
  readonly index: CorpusIndex;
  readonly documents: ReadonlyMap<DocumentId, SourceRecord>;
  /** All name forms of the given documents, or of the whole corpus. Cached by generation. */
  lexicon(within?: ReadonlySet<DocumentId>): Promise<NameLexicon>;
  /** Reads and analyses a source; kept in memory for a while. Undefined if the file is gone, changed or unreadable. */
  source(id: DocumentId): Promise<AnalysedSource | undefined>;
}
