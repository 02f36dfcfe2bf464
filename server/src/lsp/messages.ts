/**
 * Every message that the client and the server exchange beside LSP's own, and the options the client starts it with.
 * Both sides import this file; it imports nothing, so that neither drags the other's library along.
 */

/** Server → client notification: what the server is doing and what it found, whenever either changes. */
export const STATUS = 'source-check/status';

/** How many claims of a draft have which verdict. */
export interface ClaimCounts {
  readonly supported: number;
  readonly refuted: number;
  readonly conflicting: number;
  readonly unknown: number;
  /** Not all sources have been asked: what is unknown may be in one of the others. */
  readonly partial?: true;
}

export interface StatusParams {
  readonly state: 'starting' | 'indexing' | 'ready' | 'error';
  /** Sources found in the corpus folders of all workspace folders, and how many of them are in the index by now. */
  readonly documents: number;
  readonly indexed: number;
  /** One sentence: what is wrong and what to do, or what goes on. */
  readonly message?: string;
  /** By the URI of each open draft, as the client gave it. */
  readonly drafts: Readonly<Record<string, ClaimCounts>>;
}

/** Client → server request without parameters: the sources as the index knows them. */
export const SOURCES = 'source-check/sources';

export interface SourceItem {
  /** Relative to its corpus folder, with forward slashes. */
  readonly path: string;
  readonly uri: string;
  /** `txt`, `md`, … */
  readonly format: string;
  readonly words: number;
  /** `ok`, or one sentence that says what is wrong with the file. */
  readonly health: string;
}

export type SourcesResult = readonly SourceItem[];

/** Client → server request without parameters: throws the index away and builds it anew; answers when that has begun. */
export const REBUILD_INDEX = 'source-check/rebuildIndex';

/** Client → server request: checks one draft now and answers with its counts. */
export const CHECK = 'source-check/check';

export interface CheckParams {
  readonly uri: string;
}

export type CheckResult = ClaimCounts;

/**
 * The command behind links in hovers and behind the quick fix "show the source": carried out by the client, which opens
 * the document and selects the range. Its one argument is a {@link ShowEvidenceArguments}.
 */
export const SHOW_EVIDENCE = 'sourceCheck.showEvidence';

export interface ShowEvidenceArguments {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

/** `initializationOptions` of the client. Every option may be missing. */
export interface InitializationOptions {
  /** Folder for the index, outside the user's own folders; the platform's cache folder if missing. */
  readonly storagePath?: string;
  /** The client carries out {@link SHOW_EVIDENCE}: hovers and quick fixes may use it. */
  readonly showEvidence?: boolean;
}
