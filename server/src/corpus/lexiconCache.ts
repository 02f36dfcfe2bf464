import type { Corpus } from './corpus.ts';
import type { CorpusIndex, DocumentId } from './corpusIndex.ts';
import { createNameLexicon, type NameLexicon } from './nameLexicon.ts';

/** Lexicons of an index, kept from one view of it to the next as long as they hold. */
export interface LexiconCache {
  /** All names of the index as of `generation`; of an index that is still growing perhaps those of a while ago. */
  whole(generation: number, coverage: Corpus['coverage']): Promise<NameLexicon>;
  /** The names of some documents. */
  within(generation: number, documents: ReadonlySet<DocumentId>): Promise<NameLexicon>;
  clear(): void;
}

/** So many lexicons of parts of the corpus are kept. */
const PARTIAL_LEXICONS = 16;
/** While the index grows, a lexicon of so many names may be so old before it is made anew. */
const oldestOf = (rows: number): number => 2000 + rows / 10;

/** Lexicons of this index, none at first. */
export function createLexiconCache(index: CorpusIndex): LexiconCache {
  let whole: { generation: number; since: number; rows: number; lexicon: Promise<NameLexicon> } | undefined;
  let parts = new Map<string, Promise<NameLexicon>>();
  let partsOf = -1;

  async function build(
    within: ReadonlySet<DocumentId> | undefined,
    count?: (rows: number) => void,
  ): Promise<NameLexicon> {
    const rows = await index.nameForms(within);
    count?.(rows.length);
    return createNameLexicon(rows, (form, limit = 100) => index.nameOccurrences([form], within, limit));
  }

  return {
    whole(generation, coverage) {
      const holds =
        whole?.generation === generation ||
        (whole && coverage === 'partial' && Date.now() - whole.since < oldestOf(whole.rows));
      if (!whole || !holds) {
        const fresh = {
          generation,
          since: Date.now(),
          rows: 0,
          lexicon: build(undefined, (rows) => (fresh.rows = rows)),
        };
        fresh.lexicon.catch(() => {
          if (whole === fresh) whole = undefined;
        });
        whole = fresh;
      }
      return whole.lexicon;
    },
    within(generation, documents) {
      if (partsOf !== generation) parts = new Map();
      partsOf = generation;
      const key = [...documents].sort((a, b) => a - b).join(' ');
      const lexicon = parts.get(key) ?? build(documents);
      parts.delete(key);
      parts.set(key, lexicon);
      const [oldest] = parts.keys();
      if (parts.size > PARTIAL_LEXICONS) parts.delete(oldest!);
      return lexicon;
    },
    clear() {
      whole = undefined;
      parts = new Map();
    },
  };
}
