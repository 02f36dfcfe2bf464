import type { NameMention } from '../extract/mention.ts';
import type { SourceHealth, SourceMetadata } from '../sources/sourceDocument.ts';
import type { Span } from '../text/offsets.ts';

/** Number of a document within one index; never used for another document of the same index. */
export type DocumentId = number & { readonly __brand: 'DocumentId' };

/** A source as the index knows it. */
export interface SourceRecord {
  readonly id: DocumentId;
  /** Absolute path of the corpus folder, and the file's path relative to it with forward slashes. */
  readonly folder: string;
  readonly path: string;
  readonly size: number;
  readonly modified: number;
  readonly hash: string;
  readonly words: number;
  readonly metadata: SourceMetadata;
  readonly health: SourceHealth;
}

/**
 * The order of documents wherever nothing else decides: by folder and path, so that it does not depend on when each was
 * indexed.
 */
export function byPath(a: Place, b: Place): number {
  if (a.folder !== b.folder) return a.folder < b.folder ? -1 : 1;
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}

type Place = Pick<SourceRecord, 'folder' | 'path'>;

/** A paragraph-sized stretch of a source that a query proposes. The span is in the clean text. */
export interface Passage extends Span {
  readonly document: DocumentId;
}

/** A word is as {@link fold} gives it. All groups must match (AND), each by one of its words (OR). */
export interface PassageQuery {
  readonly groups?: readonly (readonly string[])[];
  /** At least one of these runs of folded words must occur (OR), beside the groups. */
  readonly phrases?: readonly (readonly string[])[];
  /** Only in these documents. */
  readonly within?: ReadonlySet<DocumentId>;
  readonly limit: number;
}

/** One way in which sources write a name, over the whole index. */
export interface NameFormRow {
  readonly form: string;
  readonly entityType: NameMention['entityType'];
  readonly mentions: number;
  readonly documents: number;
  /** See {@link NameMention.demonym}. */
  readonly demonym?: true;
}

/** The name forms of the whole index, or what has become of them. */
export interface NameChanges {
  /** What they are of. */
  readonly generation: number;
  /** Are these all forms there are? Else they take the place of those of the same form and type before. */
  readonly whole: boolean;
  /** One with no documents is gone. */
  readonly rows: readonly NameFormRow[];
}

/** One mention of a name form. */
export interface NameOccurrence extends Span {
  readonly document: DocumentId;
  readonly form: string;
  readonly entityType: NameMention['entityType'];
  readonly title?: string;
  readonly role?: string;
  /** The other half of a pair `expansion (ACRONYM)`. */
  readonly acronym?: string;
  readonly expansion?: string;
  readonly demonym?: true;
}

/**
 * The index port: what every back end offers. It only proposes candidates; verdicts are made from the sources' text, so
 * every back end leads to the same ones. Reads may be made while another process writes; each call sees one committed
 * state.
 */
export interface CorpusIndex {
  /** Grows with every committed change. */
  generation(): Promise<number>;
  /** In order of folder and path, see {@link byPath}. */
  documents(): Promise<readonly SourceRecord[]>;
  /** Best first by number of rare words shared, equal ones in order of path; each query answered by itself. */
  passages(queries: readonly PassageQuery[]): Promise<readonly (readonly Passage[])[]>;
  /** In how many passages each folded word occurs, and how many passages there are. Of a hyphenated word: its rarest part. */
  frequencies(words: readonly string[]): Promise<{ readonly passages: number; readonly counts: readonly number[] }>;
  /** A form has a row for each entity type it was taken for. Counted over the given documents, or over all. */
  nameForms(within?: ReadonlySet<DocumentId>): Promise<readonly NameFormRow[]>;
  /** Name forms that differ from those of the generation `since`; all of them if that is not known, or is long ago. */
  namesSince(since: number | undefined): Promise<NameChanges>;
  /**
   * Mentions of the given forms, at most `limit` a form, the documents whose path comes last first: where files or folders
   * are named by their date, the newest.
   */
  nameOccurrences(
    forms: readonly string[],
    within: ReadonlySet<DocumentId> | undefined,
    limit: number,
  ): Promise<readonly NameOccurrence[]>;
  close(): Promise<void>;
}
