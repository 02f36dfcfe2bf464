import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DocumentId, SourceRecord } from '../corpus/corpusIndex.ts';
import type { SourcePaths } from './draftScope.ts';

/** The source that a link target of a draft points at: a path from the draft or from a corpus folder, or a file URL. */
export function sourcesAt(url: string, draftFolder: string, sources: SourcePaths): ReadonlySet<DocumentId> {
  const path = pathOfTarget(url);
  if (path === undefined) return new Set();
  const file = sources.atFile(resolve(draftFolder, path));
  return new Set(file === undefined ? (sources.byPath.get(path.replace(/^\.\//u, '')) ?? []) : [file]);
}

/** How a link of a draft in `draftFolder` is written that points at a source. */
export function linkTo(record: Pick<SourceRecord, 'folder' | 'path'>, draftFolder: string): string {
  const path = relative(draftFolder, resolve(record.folder, record.path)).split(sep).join('/');
  // A Markdown link's target ends at a space or an unpaired bracket.
  return encodeURI(path).replace(/[()]/gu, (bracket) => (bracket === '(' ? '%28' : '%29'));
}

/** The path that the target of a link names, without query and fragment; undefined for one that leads elsewhere. */
export function pathOfTarget(url: string): string | undefined {
  const bare = url.trim().replace(/[?#].*$/u, '');
  if (bare === '') return undefined;
  try {
    if (/^file:/iu.test(bare)) return fileURLToPath(bare);
    // A single letter before the colon is a drive.
    if (/^[a-z][a-z0-9+.-]+:/iu.test(bare) || bare.startsWith('//')) return undefined;
    return decodeURIComponent(bare).replaceAll('\\', '/');
  } catch {
    return undefined;
  }
}
