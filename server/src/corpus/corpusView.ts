import type { Corpus } from './corpus.ts';
import type { CorpusIndex, DocumentId, NameOccurrence, SourceRecord } from './corpusIndex.ts';
import type { LexiconCache } from './lexiconCache.ts';
import type { NameLexicon } from './nameLexicon.ts';
import type { SourceCache } from './sourceCache.ts';

/** What a view of the corpus is made of. */
export interface ViewParts {
  readonly index: CorpusIndex;
  readonly sources: SourceCache;
  readonly lexicons: LexiconCache;
  readonly documents: ReadonlyMap<DocumentId, SourceRecord>;
  readonly generation: number;
  readonly coverage: Corpus['coverage'];
  /** One for each file. `lost`: the index that this was made of has been found damaged, or is another one by now. */
  readonly file?: { readonly lost: boolean };
}

/** Larger files are read one at a time: several of them in memory would be too much. */
const READ_AHEAD_BYTES = 100_000;

/**
 * The corpus as of one generation. What the index has got since then is left out of its answers, so that every document
 * in them is one of `documents`.
 */
export function createCorpusView(parts: ViewParts): Corpus {
  const { index, sources, lexicons, documents, generation, coverage, file } = parts;
  let whole: Promise<NameLexicon> | undefined;
  return {
    get coverage() {
      return file?.lost ? 'partial' : coverage;
    },
    generation,
    lineage: file ?? index,
    index: indexOfDocuments(index, documents),
    documents,
    lexicon: (within) =>
      within
        ? lexicons.within(generation, within)
        : (whole ??= lexicons.whole(generation, coverage).then((lexicon) => lexiconOfDocuments(lexicon, documents))),
    async source(id) {
      const record = documents.get(id);
      return record && (await sources.get(record));
    },
    readAhead(ids) {
      for (const id of ids) {
        const record = documents.get(id);
        // Who asks for the source hears why it cannot be read.
        if (record && record.size <= READ_AHEAD_BYTES) sources.get(record).catch(() => undefined);
      }
    },
  };
}

const ofDocuments = new WeakMap<ReadonlyMap<DocumentId, SourceRecord>, { from: NameLexicon; lexicon: NameLexicon }>();

/** `lexicon`, giving mentions in these documents only; the same one for all views of them. */
function lexiconOfDocuments(from: NameLexicon, documents: ReadonlyMap<DocumentId, SourceRecord>): NameLexicon {
  const known = ofDocuments.get(documents);
  if (known?.from === from) return known.lexicon;
  // The same mentions are asked for at each keystroke, and the answer is the same list as before.
  const filtered = new WeakMap<readonly NameOccurrence[], readonly NameOccurrence[]>();
  const lexicon: NameLexicon = {
    ...from,
    async occurrences(form, limit) {
      const all = await from.occurrences(form, limit);
      let known = filtered.get(all);
      if (!known) filtered.set(all, (known = inDocuments(all, documents)));
      return known;
    },
  };
  ofDocuments.set(documents, { from, lexicon });
  return lexicon;
}

function inDocuments(
  occurrences: readonly NameOccurrence[],
  documents: ReadonlyMap<DocumentId, SourceRecord>,
): readonly NameOccurrence[] {
  const isKnown = ({ document }: NameOccurrence) => documents.has(document);
  return occurrences.every(isKnown) ? occurrences : occurrences.filter(isKnown);
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
      return inDocuments(await index.nameOccurrences(forms, within, limit), documents);
    },
  };
}
