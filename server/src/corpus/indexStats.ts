import { statSync } from 'node:fs';
import type { CorpusHandle, CorpusProblem } from './corpusHandle.ts';
import { SCHEMA_VERSION } from './sqlite/schema.ts';

/** What an index holds and takes. */
export interface IndexStats {
  /** Sources that could be read, and those that could not or hold no text. */
  readonly documents: number;
  readonly withoutText: number;
  readonly passages: number;
  /** Different spellings. */
  readonly names: number;
  readonly words: number;
  /** Of the sources' files. */
  readonly textBytes: number;
  /** Of the index file with its log; 0 in memory. */
  readonly indexBytes: number;
  readonly driver: CorpusHandle['backend'];
  readonly schema: number;
  /** Absolute path of the index file; null in memory. */
  readonly file: string | null;
  /** When the index was last written to, as an ISO date and time; null in memory. */
  readonly updated: string | null;
  readonly problems: readonly CorpusProblem[];
}

/** Looks at the index of an open corpus. */
export async function indexStats(handle: CorpusHandle): Promise<IndexStats> {
  const { index } = handle.corpus;
  const sources = handle.sources();
  const withoutText = sources.filter(
    ({ health }) => health.status === 'unreadable' || health.status === 'empty',
  ).length;
  const { passages } = await index.frequencies([]);
  const forms = await index.nameForms();
  const parts = handle.indexFile === undefined ? [] : partsOf(handle.indexFile);
  const written = Math.max(...parts.map(({ modified }) => modified));
  return {
    documents: sources.length - withoutText,
    withoutText,
    passages,
    names: new Set(forms.map(({ form }) => form)).size,
    words: sources.reduce((sum, source) => sum + source.words, 0),
    textBytes: sources.reduce((sum, source) => sum + source.size, 0),
    indexBytes: parts.reduce((sum, { size }) => sum + size, 0),
    driver: handle.backend,
    schema: SCHEMA_VERSION,
    file: handle.indexFile ?? null,
    updated: parts.length > 0 ? new Date(written).toISOString() : null,
    problems: handle.problems,
  };
}

/** The file and, where there is one, the log that is written into it later. */
function partsOf(file: string): { readonly size: number; readonly modified: number }[] {
  return [file, `${file}-wal`].flatMap((part) => {
    const state = statSync(part, { throwIfNoEntry: false });
    return state ? [{ size: state.size, modified: state.mtimeMs }] : [];
  });
}
