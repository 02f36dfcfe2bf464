import { isCommonWord, isEverydayWord } from './commonWords.ts';
import { isOrdinaryWord, type Capitals, type Segment } from './capitalisation.ts';
import { beginsManyNames, isFirstParticle, isOrganisationHead } from './organisations.ts';
import { isDemonym, isKnownAcronym, isKnownPlace, isNoName } from './places.ts';
import { particleEnd } from './words.ts';

/** Is the word at `start` no part of the name that it begins? Articles, and words that only begin the sentence. */
export function isDroppedFirst(
  segment: Segment,
  capitals: Capitals,
  start: number,
  end: number,
  titled: boolean,
): boolean {
  const { words, casing } = segment;
  const word = words[start]!;
  if (word.shape === 'lower') return !(isFirstParticle(word.lower) && particleEnd(words, start) > 0);
  if (word.shape === 'number') return true;
  if (
    isNoName(word.lower) &&
    !(end - start > 1 && isOrganisationHead(words[end - 1]!.lower) && word.shape === 'capitals')
  )
    return true;
  if (word.lower === 'the' || word.lower === 'a' || word.lower === 'an')
    return !(
      word.lower === 'the' &&
      !word.initial &&
      casing === 'sentence' &&
      word.shape === 'capital' &&
      end - start > 1
    );
  if (titled || !word.initial || casing !== 'sentence' || end - start < 2) return false;
  if (isKnownPlace(word.lower) || isDemonym(word.lower)) return false;
  if (!isOrdinaryWord(word, capitals)) return false;
  const next = words[start + 1]!;
  if (next.shape === 'lower') return !isOrganisationHead(word.lower);
  if (capitals.pairs.has(`${word.lower} ${next.lower}`)) return false;
  if (GIVEN.has(word.lower)) return false;
  if (CLOSED.has(word.lower)) return true;
  if (beginsManyNames(word.lower)) return false;
  if (word.text.length === 1) return false;
  // `Home Office`: by itself the head would be no name.
  if (end - start === 2 && isOrganisationHead(next.lower) && isEverydayWord(word.lower))
    return /(?:ed|ing)$/u.test(word.lower);
  if (end - start === 2 && isCommonWord(next.lower) && !isKnownAcronym(next.lower) && !capitals.names.has(word.lower))
    return false;
  return true;
}

/** First names that are words too. */
const GIVEN: ReadonlySet<string> = new Set(
  `peter mark bill will grace frank rose may june april jack bob nick rob sue pat drew dean miles chase hunter mason carol dawn faith
  hope joy ivy lily daisy violet heather iris jade ruby pearl amber olive victor max ray guy art gene don dick harry jimmy tommy barry norm
  chuck herb cliff dale glen lance pierce grant wade ward brook clay penny sandy tony christian basil crystal august autumn
  bobby billy tom tommy jerry josh randy rusty skip stew sally kitty molly polly nelly dolly jenny jack johnny gill gale
  angel destiny summer robin martin jay wren lark virginia georgia charlotte florence paris chelsea alec rex roger colin reed`.split(
    /\s+/u,
  ),
);

/** Words of the closed classes: at the start of a sentence never part of a name, if the document does not show it. */
export const CLOSED: ReadonlySet<string> = new Set(
  `the a an this that these those his her its their our my your he she it they we you i in on at by for from with without within of to into
  under over after before during since until when while where why how who whose which what if as although though because
  but and or nor so yet both either neither each every all some any many most more few several no not there here then thus
  also however meanwhile despite according like unlike among between against about above across through behind beside
  beyond near off onto per than via upon is are was were has have had do does did can could will would shall should may
  might must former current late only even just still now today yesterday tomorrow once again perhaps maybe one two three
  four five six seven eight nine ten another other such same own`.split(/\s+/u),
);
