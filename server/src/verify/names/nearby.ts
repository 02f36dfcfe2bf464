import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { NameOccurrence } from '../../corpus/corpusIndex.ts';
import { placesOf, readRole, type Role } from './roles.ts';
import type { NamesContext } from './scope.ts';

const MOST_OCCURRENCES = 12;

/**
 * Do the sources speak of the role near a mention of its bearer, where it is not read as anybody's? Then it may be the
 * bearer's: not all ways to say so are known.
 */
export async function isSaidNearby(
  role: Role,
  occurrences: readonly NameOccurrence[],
  { corpus }: NamesContext,
): Promise<boolean> {
  for (const { document, start } of occurrences.slice(0, MOST_OCCURRENCES)) {
    const source = await corpus.source(document);
    if (source && isSaidAround(role, source, start)) return true;
  }
  return false;
}

/** In the sentence at `at`, and those before and behind it. */
function isSaidAround(role: Role, { document, analysis }: AnalysedSource, at: number): boolean {
  const { sentences, names } = analysis;
  const own = sentences.findIndex(({ start, end }) => start <= at && at < end);
  const from = sentences[Math.max(0, own - 1)]?.start ?? at;
  const to = sentences[Math.min(sentences.length - 1, own + 1)]?.end ?? at;
  const roles = names
    .flatMap(({ title, role: held }) => [title, held])
    .filter((held) => held !== undefined && held.end > from && held.start < to && readRole(held.text) !== undefined);
  for (const index of placesOf(role, document.text.slice(from, to).toLowerCase()))
    if (!roles.some((held) => held!.start <= from + index && from + index < held!.end)) return true;
  return false;
}
