import type { Asked } from './context/align.ts';
import type { DocumentContext } from './context/context.ts';
import { isComparedWhole } from './context/lazyContexts.ts';
import { placesBy, valueKey } from './derivation/places.ts';

/** So many sentences of a long document are compared, and so many more that have the very value. */
const SEARCHED = 150;
const SEARCHED_BY_VALUE = 50;

const SEARCHES = new WeakMap<Asked, Map<DocumentContext, ReadonlySet<number>>>();

/**
 * The sentences of a long document that share most with the draft's, and those beside them; undefined of a document that
 * is short enough to be searched whole.
 */
export function sentencesToSearch(asked: Asked, document: DocumentContext): ReadonlySet<number> | undefined {
  if (isComparedWhole(document.figures)) return undefined;
  let searches = SEARCHES.get(asked);
  if (!searches) SEARCHES.set(asked, (searches = new Map<DocumentContext, ReadonlySet<number>>()));
  let found = searches.get(document);
  if (!found) {
    const { shared, places } = sharedWeights(asked, document);
    found = new Set(heaviest(places, shared, SEARCHED).flatMap((place) => [place - 1, place, place + 1]));
    searches.set(document, found);
  }
  return found;
}

const ofValue = placesBy(valueKey);

/** {@link sentencesToSearch}, and of the sentences with the very value those that share most with the draft's. */
export function sentencesToMatch(asked: Asked, document: DocumentContext): ReadonlySet<number> | undefined {
  const searched = sentencesToSearch(asked, document);
  const same = searched && ofValue(document).get(valueKey(asked.context));
  if (!same) return searched;
  const places = [...new Set(same.map(({ sentence }) => sentence))];
  return new Set([...searched, ...heaviest(places, sharedWeights(asked, document).shared, SEARCHED_BY_VALUE)]);
}

const WEIGHTS = new WeakMap<DocumentContext, Float64Array>();

/** The weight that each sentence shares with the draft's, good until the next call; and those that share a telling word. */
function sharedWeights(asked: Asked, document: DocumentContext): { shared: Float64Array; places: number[] } {
  const { sentences, postings } = document;
  let shared = WEIGHTS.get(document)?.fill(0);
  if (!shared) WEIGHTS.set(document, (shared = new Float64Array(sentences.length)));
  const places: number[] = [];
  const ofKeys = [...asked.sentence.keys].map((key) => [asked.weight(key), postings.get(key) ?? []] as const);
  // What stands everywhere finds nothing, and tells only between those found.
  const isCommon = (ofKey: readonly number[]): boolean => ofKey.length > sentences.length / 8;
  for (const [weight, ofKey] of ofKeys) {
    if (isCommon(ofKey)) continue;
    for (const place of ofKey) {
      if (shared[place] === 0) places.push(place);
      shared[place]! += weight;
    }
  }
  for (const [weight, ofKey] of ofKeys) if (isCommon(ofKey)) for (const place of ofKey) shared[place]! += weight;
  return { shared, places };
}

/** The `most` places of most weight, of as much weight the first. */
function heaviest(places: readonly number[], weights: Float64Array, most: number): readonly number[] {
  if (places.length <= most) return places;
  const least = Float64Array.from(places, (place) => weights[place]!).sort()[places.length - most]!;
  const surely = places.filter((place) => weights[place]! > least);
  const level = places.filter((place) => weights[place] === least).sort((a, b) => a - b);
  return [...surely, ...level.slice(0, most - surely.length)];
}
