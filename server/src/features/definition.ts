import type { CancellationToken, Definition, LocationLink, Position } from 'vscode-languageserver';
import { claimsAt, rangeOf, type CheckedDocument } from './checkedDocument.ts';
import { locationOf, placesOf, type SourcePlaces } from './sourcePlaces.ts';

export interface DefinitionServices {
  readonly places: SourcePlaces;
  /** The client takes links, which also say how much of the draft they are for. */
  readonly links: boolean;
}

const MOST_PLACES = 20;

/**
 * The passages of the sources that bear on the claim at a position, best first: the exact words or value. Of claims inside
 * one another, the innermost that has evidence.
 */
export async function definitionAt(
  document: CheckedDocument,
  position: Position,
  { places, links }: DefinitionServices,
  token: CancellationToken,
): Promise<Definition | LocationLink[] | undefined> {
  for (const { finding, span } of claimsAt(document, position)) {
    if (token.isCancellationRequested) return undefined;
    const found = await placesOf(document.check.corpus, finding.evidence, places, MOST_PLACES);
    if (found.length === 0) continue;
    if (!links) return found.map(({ place }) => locationOf(place));
    const originSelectionRange = rangeOf(document.lines, span);
    return found.map(({ place }) => ({
      originSelectionRange,
      targetUri: place.uri,
      targetRange: place.range,
      targetSelectionRange: place.focus,
    }));
  }
  return undefined;
}
