import { relative, sep } from 'node:path';
import picomatch from 'picomatch';

/**
 * Globs written relative to `base` (the folder of the configuration), as they read from within `folder` (a corpus folder):
 * `sources/old/**` in the folder above is `old/**` in `sources`. Those that cannot match anything in there are left out.
 */
export function globsWithin(folder: string, base: string, globs: readonly string[]): string[] {
  const way = relative(base, folder)
    .split(sep)
    .filter((segment) => segment !== '');
  return globs.flatMap((glob) => {
    let segments = glob.replaceAll('\\', '/').replace(/^\.\//u, '').split('/');
    for (const folderName of way) {
      const [first] = segments;
      if (first === '**') break;
      if (first === undefined || !matchesSegment(first, folderName)) return [];
      segments = segments.slice(1);
      // The glob names the folder itself or one that holds it.
      if (segments.length === 0) return ['**'];
    }
    return [segments.join('/')];
  });
}

function matchesSegment(glob: string, name: string): boolean {
  return glob === name || picomatch.isMatch(name, glob, { dot: true });
}
