import type { Corpus } from './corpus.ts';
import type { CorpusIndex, DocumentId } from './corpusIndex.ts';
import { createNameLexicon, lexiconOf, type NameLexicon } from './nameLexicon.ts';
import { createNameStore, type NameStore } from './nameStore.ts';

/** Lexicons of an index, kept from one view of it to the next as long as they hold. */
export interface LexiconCache {
  /**
   * All names of the index as of `generation`; of an index that is still growing perhaps those of a while ago. Names that
   * were there before are kept, so that a change of the sources costs no more than the names it touches. What was given for
   * an earlier generation goes on to answer, from the names as they are.
   */
  whole(generation: number, coverage: Corpus['coverage']): Promise<NameLexicon>;
  /** The names of some documents. */
  within(generation: number, documents: ReadonlySet<DocumentId>): Promise<NameLexicon>;
  clear(): void;
}

/** So many lexicons of parts of the corpus are kept. */
const PARTIAL_LEXICONS = 16;
/** While the index grows, a lexicon of so many names may be so old before it is renewed. */
const oldestOf = (rows: number): number => 2000 + rows / 10;

/** Lexicons of this index, none at first. */
export function createLexiconCache(index: CorpusIndex): LexiconCache {
  let whole:
    { readonly generation: number; readonly since: number; readonly lexicon: Promise<NameLexicon> } | undefined;
  let parts = new Map<string, Promise<NameLexicon>>();
  let partsOf = -1;
  let names = follow(index);

  async function part(within: ReadonlySet<DocumentId>): Promise<NameLexicon> {
    const rows = await index.nameForms(within);
    return createNameLexicon(rows, (form, limit = 100) => index.nameOccurrences([form], within, limit));
  }

  return {
    whole(generation, coverage) {
      const holds =
        whole?.generation === generation ||
        (whole && coverage === 'partial' && Date.now() - whole.since < oldestOf(names.size()));
      if (!whole || !holds) {
        const lexicon = names
          .renewed()
          .then((store) => lexiconOf(store, (form, limit = 100) => index.nameOccurrences([form], undefined, limit)));
        const fresh = { generation, since: Date.now(), lexicon };
        lexicon.catch(() => {
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
      const lexicon = parts.get(key) ?? part(documents);
      parts.delete(key);
      parts.set(key, lexicon);
      const [oldest] = parts.keys();
      if (parts.size > PARTIAL_LEXICONS) parts.delete(oldest!);
      return lexicon;
    },
    clear() {
      whole = undefined;
      parts = new Map();
      names = follow(index);
    },
  };
}

/** A store of all names of the index, which takes over what has changed when it is renewed. */
function follow(index: CorpusIndex): { renewed(): Promise<NameStore>; size(): number } {
  let store: NameStore | undefined;
  let generation: number | undefined;

  async function renew(): Promise<NameStore> {
    const changes = await index.namesSince(store && generation);
    ({ generation } = changes);
    if (store && !changes.whole) store.update(changes.rows);
    else store = createNameStore(changes.rows);
    return store;
  }

  // One after the other, so that nothing is taken over twice.
  let last: Promise<unknown> = Promise.resolve();
  return {
    renewed() {
      const next = last.then(renew);
      last = next.catch(() => undefined);
      return next;
    },
    size: () => store?.size() ?? 0,
  };
}
