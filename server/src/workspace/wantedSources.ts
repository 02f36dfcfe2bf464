import { resolve, sep } from 'node:path';
import type { WantedSources } from '../corpus/orderOfNeed.ts';
import type { Draft } from '../draft/draft.ts';
import { pathOfTarget } from './draftCitations.ts';

/**
 * Where the sources may be that a draft cites or names in its front matter, whether they are known yet or not: relative to the
 * draft, or to a folder of sources.
 */
export function sourcesNamedIn(
  { citations, sources }: Pick<Draft, 'citations' | 'sources'>,
  draftFolder: string,
  folders: readonly string[],
): WantedSources {
  const bases = [draftFolder, ...folders];
  const files = new Set<string>();
  const globs = new Set<string>();
  for (const path of new Set(citations.flatMap(({ url }) => pathOfTarget(url) ?? []))) {
    for (const base of bases) files.add(resolve(base, path));
  }
  for (const written of sources ?? []) {
    const pattern = written.replaceAll('\\', '/').replace(/^\.\//u, '');
    for (const base of bases) {
      files.add(resolve(base, pattern));
      if (/[*?[{(!]/u.test(pattern)) globs.add(`${escaped(base.split(sep).join('/'))}/${pattern}`);
    }
  }
  return { files: [...files], globs: [...globs] };
}

/** A path as a glob that stands for nothing else. */
function escaped(path: string): string {
  return path.replace(/[\\*?[\]{}()!+@|]/gu, '\\$&');
}
