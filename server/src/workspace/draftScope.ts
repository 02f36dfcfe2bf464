import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { DocumentId, SourceRecord } from '../corpus/corpusIndex.ts';

/** Sources by their absolute path and by their path in the corpus, for finding those that a draft names. */
export interface SourcePaths {
  readonly records: readonly SourceRecord[];
  readonly byPath: ReadonlyMap<string, readonly DocumentId[]>;
  /** The source that an absolute path leads to. */
  atFile(file: string): DocumentId | undefined;
}

export function sourcePathsOf(documents: ReadonlyMap<DocumentId, SourceRecord>): SourcePaths {
  const byPath = new Map<string, DocumentId[]>();
  const folders = new Set<string>();
  for (const record of documents.values()) {
    const same = byPath.get(record.path);
    if (same) same.push(record.id);
    else byPath.set(record.path, [record.id]);
    folders.add(record.folder);
  }
  return {
    records: [...documents.values()],
    byPath,
    atFile(file) {
      for (const folder of folders) {
        const path = relative(folder, file).split(sep).join('/');
        const found = byPath.get(path)?.find((id) => documents.get(id)!.folder === folder);
        if (found !== undefined) return found;
      }
      return undefined;
    },
  };
}

/**
 * The sources that `patterns` (files or globs, relative to a corpus folder or to the draft's folder) name, and the patterns
 * that name none.
 */
export function namedSources(
  patterns: readonly string[],
  draftFolder: string,
  sources: SourcePaths,
): { readonly ids: ReadonlySet<DocumentId>; readonly unmatched: readonly string[] } {
  const ids = new Set<DocumentId>();
  const unmatched: string[] = [];
  for (const written of patterns) {
    const pattern = written.replaceAll('\\', '/').replace(/^\.\//u, '');
    const before = ids.size;
    let known = false;
    for (const id of sources.byPath.get(pattern) ?? []) {
      ids.add(id);
      known = true;
    }
    const file = sources.atFile(resolve(draftFolder, pattern));
    if (file !== undefined) {
      ids.add(file);
      known = true;
    }
    if (!known && /[*?[{(!]/u.test(pattern)) {
      const matches = picomatch(pattern, { dot: true });
      for (const record of sources.records) {
        const besideDraft = relative(draftFolder, resolve(record.folder, record.path)).split(sep).join('/');
        if (matches(record.path) || matches(besideDraft)) ids.add(record.id);
      }
      known = ids.size > before;
    }
    if (!known) unmatched.push(written);
  }
  return { ids, unmatched };
}

/**
 * The documents that are evidence for a draft: those its front matter names, else all, but never the draft itself.
 * Undefined stands for all of them.
 */
export function evidenceFor(
  named: ReadonlySet<DocumentId> | undefined,
  draftPath: string | undefined,
  sources: SourcePaths,
): ReadonlySet<DocumentId> | undefined {
  const self = draftPath === undefined ? undefined : sources.atFile(draftPath);
  if (self === undefined) return named;
  const others = new Set(named ?? sources.records.map(({ id }) => id));
  others.delete(self);
  return others;
}
