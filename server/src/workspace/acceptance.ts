import { basename } from 'node:path';
import picomatch from 'picomatch';
import type { Acceptance } from './configuration.ts';

/**
 * Those entries of the accepted list that hold for a draft, by their glob: matched against the path relative to the
 * configuration's folder, or, where the glob has no slash, the file's name.
 */
export function acceptancesFor(accepted: readonly Acceptance[], relativePath: string): readonly Acceptance[] {
  return accepted.filter(
    ({ draft }) =>
      draft === undefined ||
      picomatch.isMatch(draft.includes('/') ? relativePath : basename(relativePath), draft.replace(/^\.\//u, '')),
  );
}
