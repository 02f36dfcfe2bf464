import path from 'node:path';
import type { StoredFile } from './indexWriter.ts';
import type { ListedFile } from './listSources.ts';

/** Documents of the index whose files are not where they were: what is found elsewhere with the same content was moved. */
export interface GoneFiles {
  /** Hashes of what the file may be by its size and kind. */
  hashesLike(file: ListedFile): readonly string[];
  /** One with this content that the file may be, which is then no longer gone. */
  take(file: ListedFile, hash: string): StoredFile | undefined;
}

/** What nothing is gone of. */
export const NONE_GONE: GoneFiles = { hashesLike: () => [], take: () => undefined };

/** Of files that could not be read nothing is known by which they could be told again. */
export function goneFiles(files: Iterable<StoredFile>): GoneFiles {
  const bySize = new Map<string, StoredFile[]>();
  for (const file of files) {
    if (!CONTENT.test(file.hash)) continue;
    const key = keyOf(file.path, file.size);
    const others = bySize.get(key);
    if (others) others.push(file);
    else bySize.set(key, [file]);
  }
  const like = ({ path: name, size }: ListedFile): StoredFile[] => bySize.get(keyOf(name, size)) ?? [];
  return {
    hashesLike: (file) => like(file).map(({ hash }) => hash),
    take(file, hash) {
      const candidates = like(file);
      const at = candidates.findIndex((candidate) => candidate.hash === hash);
      return at < 0 ? undefined : candidates.splice(at, 1)[0];
    },
  };
}

const CONTENT = /^[\da-f]{32}$/u;

/** Files of another kind are read in another way. */
function keyOf(name: string, size: number | undefined): string {
  return `${size} ${path.extname(name).toLowerCase()}`;
}
