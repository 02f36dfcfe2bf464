import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';
import type { DocumentId, SourceRecord } from '../corpus/corpusIndex.ts';

/** Sources by their absolute path and by their path in the corpus, for finding those that a draft names. */
export interface SourcePaths {
  readonly records: readonly SourceRecord[];
  readonly byPath: ReadonlyMap<string, readonly DocumentId[]>;
  readonly byFile: ReadonlyMap<string, DocumentId>;
}

export function sourcePathsOf(documents: ReadonlyMap<DocumentId, SourceRecord>): SourcePaths {
  const byPath = new Map<string, DocumentId[]>();
  const byFile = new Map<string, DocumentId>();
  for (const record of documents.values()) {
    const same = byPath.get(record.path);
    if (same) same.push(record.id);
    else byPath.set(record.path, [record.id]);
    byFile.set(resolve(record.folder, record.path), record.id);
  }
  return { records: [...documents.values()], byPath, byFile };
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
    const file = sources.byFile.get(resolve(draftFolder, pattern));
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
  const self = draftPath === undefined ? undefined : sources.byFile.get(draftPath);
  if (self === undefined) return named;
  const others = new Set(named ?? sources.records.map(({ id }) => id));
  others.delete(self);
  return others;
}
