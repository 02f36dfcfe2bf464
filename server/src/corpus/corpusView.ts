import type { Corpus } from './corpus.ts';
import type { CorpusIndex, DocumentId, NameFormRow, SourceRecord } from './corpusIndex.ts';
import { createNameLexicon, type NameLexicon } from './nameLexicon.ts';
import type { SourceCache } from './sourceCache.ts';

/** What a view of the corpus is made of. */
export interface ViewParts {
  readonly index: CorpusIndex;
  readonly sources: SourceCache;
  readonly documents: ReadonlyMap<DocumentId, SourceRecord>;
  readonly generation: number;
  readonly coverage: Corpus['coverage'];
}

/** So many lexicons of parts of the corpus are kept. */
const PARTIAL_LEXICONS = 16;

/**
 * The corpus as of one generation. What the index has got since then is left out of its answers, so that every document
 * in them is one of `documents`.
 */
export function createCorpusView({ index, sources, documents, generation, coverage }: ViewParts): Corpus {
  const known = indexOfDocuments(index, documents);
  let whole: Promise<NameLexicon> | undefined;
  const parts = new Map<string, Promise<NameLexicon>>();
  return {
    coverage,
    generation,
    index: known,
    documents,
    lexicon(within) {
      if (!within) return (whole ??= lexiconOf(known, undefined));
      const key = [...within].sort((a, b) => a - b).join(' ');
      const lexicon = parts.get(key) ?? lexiconOf(known, within);
      parts.delete(key);
      parts.set(key, lexicon);
      const [oldest] = parts.keys();
      if (parts.size > PARTIAL_LEXICONS) parts.delete(oldest!);
      return lexicon;
    },
    async source(id) {
      const record = documents.get(id);
      return record && (await sources.get(record));
    },
  };
}

async function lexiconOf(index: CorpusIndex, within: ReadonlySet<DocumentId> | undefined): Promise<NameLexicon> {
  const rows: readonly NameFormRow[] = await index.nameForms(within);
  return createNameLexicon(rows, (form, limit = 100) => index.nameOccurrences([form], within, limit));
}

/** `index`, answering with these documents only. */
function indexOfDocuments(index: CorpusIndex, documents: ReadonlyMap<DocumentId, SourceRecord>): CorpusIndex {
  return {
    ...index,
    documents: () => Promise.resolve([...documents.values()]),
    async passages(queries) {
      const answers = await index.passages(queries);
      return answers.map((passages) => passages.filter(({ document }) => documents.has(document)));
    },
    async nameOccurrences(forms, within, limit) {
      const occurrences = await index.nameOccurrences(forms, within, limit);
      return occurrences.filter(({ document }) => documents.has(document));
    },
  };
}
