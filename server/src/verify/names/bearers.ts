import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention } from '../../extract/mention.ts';
import { firstNameGender, titleGender } from '../../extract/quotes/speakers.ts';
import { maybePerson } from './parts.ts';

/** The full names of persons in a draft, by their surname, in order. */
export type Bearers = ReadonlyMap<string, readonly NameMention[]>;

/** Collects the {@link Bearers} of a draft's names. */
export function bearersOf(claims: readonly NameMention[]): Bearers {
  const bearers = new Map<string, NameMention[]>();
  for (const claim of claims) {
    if (claim.demonym || (claim.entityType !== 'person' && claim.entityType !== 'unknown')) continue;
    const words = nameWordsOf(claim.text);
    if (!maybePerson(words)) continue;
    const surname = words.at(-1)!;
    const known = bearers.get(surname);
    if (known) known.push(claim);
    else bearers.set(surname, [claim]);
  }
  return bearers;
}

/**
 * Whom the draft means by a surname alone: the bearer named last before, else the first behind, of those that the title
 * fits. Undefined for longer names, for places, and where no full name has that surname.
 */
export function bearerOf(claim: NameMention, bearers: Bearers): NameMention | undefined {
  if (claim.demonym || (claim.entityType !== 'person' && claim.entityType !== 'unknown')) return undefined;
  const words = nameWordsOf(claim.text);
  const named = words.length === 1 ? bearers.get(words[0]!) : undefined;
  if (!named) return undefined;
  const gender = claim.title && titleGender(claim.title.text);
  const fitting = named.filter(({ text }) => !gender || (firstNameGender(text) ?? gender) === gender);
  return fitting.findLast(({ start }) => start < claim.start) ?? fitting[0];
}
