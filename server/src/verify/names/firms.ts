import type { NameMention } from '../../extract/mention.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import { isOrganisationHead, isPlaceHead } from '../../extract/names/organisations.ts';
import { isKnownPlace } from '../../extract/names/places.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import { fold } from '../../text/fold.ts';
import type { NamesContext } from './scope.ts';
import type { SlipCandidate } from './slips.ts';

/** So many letters two words must begin with to be mixed up, and so many more or fewer one may have. */
const STEM = 4;
const LONGER = 2;
const MOST_OCCURRENCES = 12;

/**
 * The firm for which the draft's was mistaken: no source has the draft's, and one has a firm whose name begins alike and ends
 * with the same noun, in a sentence with the same person (`Ann Lee of Birchland Capital` for `Ann Lee of Birchwood Capital`).
 */
export async function otherFirm(claim: NameMention, context: NamesContext): Promise<SlipCandidate | undefined> {
  const words = nameWordsOf(claim.text);
  const head = words.at(-1);
  if (claim.entityType !== 'organisation' || !head || words.length < 2) return undefined;
  if (!isOrganisationHead(head) || isPlaceHead(head)) return undefined;
  const { draft, lexicon, corpus } = context;
  const sentence = sentenceAt(draft.analysis.sentences, claim.start);
  const persons = draft.analysis.names.filter(
    ({ start, end, entityType, text }) =>
      sentence && start >= sentence.start && end <= sentence.end && entityType === 'person' && / /u.test(text),
  );
  if (persons.length === 0) return undefined;
  const names = new Set(persons.map(({ text }) => fold(text)));
  for (const form of lexicon.withWord(head)) {
    const at = mistakenWord(words, nameWordsOf(form.form));
    // A draft that names both does not mix them up.
    if (at === undefined || context.claims.some(({ text }) => fold(text) === fold(form.form))) continue;
    for (const { document, start } of await lexicon.occurrences(form.form, MOST_OCCURRENCES)) {
      const source = await corpus.source(document);
      const place = source && sentenceAt(source.analysis.sentences, start);
      const same =
        place &&
        source.analysis.names.some(
          (name) => name.start >= place.start && name.end <= place.end && names.has(fold(name.text)),
        );
      if (!same) continue;
      const slips = [{ at, source: nameWordsOf(form.form)[at]!, letters: 2, how: 'several' as const }];
      return { form, slips, whole: true, cost: 6 };
    }
  }
  return undefined;
}

/** Which word differs, if only one does and begins alike. */
function mistakenWord(words: readonly string[], source: readonly string[]): number | undefined {
  if (words.length !== source.length) return undefined;
  const differing = words.flatMap((word, i) => (word === source[i] ? [] : [i]));
  const [at] = differing;
  if (differing.length !== 1 || at === undefined || at === words.length - 1) return undefined;
  const [ours, theirs] = [words[at]!, source[at]!];
  if (isKnownPlace(ours) || Math.abs(ours.length - theirs.length) > LONGER) return undefined;
  return ours.slice(0, STEM) === theirs.slice(0, STEM) && Math.min(ours.length, theirs.length) > STEM ? at : undefined;
}
