import { blockTexts, moved, perBlock, type BlockText } from '../text/blockText.ts';
import type { Span } from '../text/offsets.ts';
import type { StructuredText } from '../text/structuredText.ts';
import { atOnce, type Steps } from '../text/turns.ts';
import type { EntityType, NameMention, TextSpan } from './mention.ts';
import { pairAcronyms } from './names/acronyms.ts';
import { noting, stillSo, type Answer } from './names/askedCapitals.ts';
import { capitalSteps, segmentsOf, type Capitals, type Segment } from './names/capitalisation.ts';
import { hyphenPieces } from './names/hyphens.ts';
import type { NameRun } from './names/kept.ts';
import { endsClub, isOrganisationHead, isPlaceHead } from './names/organisations.ts';
import { isDemonym, isKnownPlace } from './names/places.ts';
import { roleBefore, roleBehind, roleLine, roleNamed, titleBefore } from './names/roles.ts';
import { nameRuns } from './names/runs.ts';
import { isTitleWord } from './names/titles.ts';
import { isVerbOfPersons } from './names/verbs.ts';
import type { NameWord } from './names/words.ts';
import { markedWorks } from './names/works.ts';

type Draft<T> = { -readonly [K in keyof T]: T[K] };

/**
 * The proper names of a document, in order, none inside another. What counts as a name: a person, organisation, armed
 * group, place, or titled work, index or programme; without article, title and possessive. Words of nationality,
 * ethnicity and religion come too, as `demonym`. Spans are in `document.text`. Linear in its length.
 */
export function extractNames(
  document: StructuredText,
  _sentences: readonly Span[],
  parts?: readonly BlockText[],
): NameMention[] {
  return atOnce(nameSteps(document, parts));
}

/** The words of a longer document are read twice, since all of them at once take thirty times the memory of its text. */
const LONG = 200_000;

/** {@link extractNames}, block by block. */
export function* nameSteps(document: StructuredText, parts = blockTexts(document)): Steps<NameMention[]> {
  const { text, blocks } = document;
  const read: (readonly Segment[])[] = [];
  const isLong = text.length > LONG;
  if (!isLong) {
    for (const part of parts) {
      yield;
      read.push(segmentsOf(part));
    }
  }
  const capitals = yield* capitalSteps(parts, isLong ? undefined : read);
  const mentions: Draft<NameMention>[] = [];
  let alone: Draft<NameMention> | undefined;
  for (const [i, part] of parts.entries()) {
    yield;
    const { start } = blocks[i]!;
    const segments = read[i] ?? segmentsOf(part);
    for (const [k, found] of namesOfBlock(part, segments, capitals).perSegment.entries()) {
      const role = alone && !alone.role ? roleLine(part.text, segments[k]!.words) : undefined;
      if (role) alone!.role = moved(role, start);
      // What is not kept nobody else has.
      if (!part.kept) for (const mention of found.mentions) move(mention, start);
      const own = part.kept ? found.mentions.map((mention) => movedMention(mention, start)) : found.mentions;
      mentions.push(...own);
      alone = found.alone ? own[0] : undefined;
    }
  }
  return withSurnames(text, withPlaces(text, withoutTitlesOfOthers(mentions)));
}

/** The names of a segment; spans are in the block. */
interface SegmentNames {
  readonly mentions: readonly NameMention[];
  /** Is there one, and nothing beside it? */
  readonly alone: boolean;
}

interface BlockNames {
  readonly perSegment: readonly SegmentNames[];
  /** What the rest of the document had to say for them. */
  readonly asked: readonly Answer[];
}

/** The names of a block, from its own words and from how the document writes some of them. */
const namesOfBlock = perBlock(
  (block: BlockText, segments: readonly Segment[], capitals: Capitals): BlockNames => {
    const asked: Answer[] = [];
    const asking = block.kept ? noting(capitals, asked) : capitals;
    return { perSegment: segments.map((segment) => namesOfSegment(block, segment, asking)), asked };
  },
  ({ asked }, _, capitals) => stillSo(asked, capitals),
);

function namesOfSegment(block: BlockText, segment: Segment, capitals: Capitals): SegmentNames {
  const { text } = block;
  const { runs, pairs } = pairAcronyms(text, segment, nameRuns(segment, capitals, markedWorks(block, segment)));
  const mentions: Draft<NameMention>[] = [];
  const at = runs.map((run) => mentions.push(...mentionsOf(text, segment, run)) - 1);
  for (const { expansion, acronym } of pairs) {
    const long = mentions[at[expansion]!]!;
    const short = mentions[at[acronym]!]!;
    long.acronym = textSpan(short);
    short.expansion = textSpan(long);
  }
  return { mentions, alone: mentions.length === 1 && isAlone(segment, runs[0]!) };
}

function movedMention(mention: NameMention, by: number): Draft<NameMention> {
  const own: Draft<NameMention> = moved(mention, by);
  if (own.title) own.title = moved(own.title, by);
  if (own.role) own.role = moved(own.role, by);
  if (own.acronym) own.acronym = moved(own.acronym, by);
  if (own.expansion) own.expansion = moved(own.expansion, by);
  return own;
}

/** As {@link movedMention}, of the mention itself. */
function move(mention: Draft<NameMention>, by: number): void {
  const { title, role, acronym, expansion } = mention;
  for (const span of [mention, title, role, acronym, expansion] as (Draft<Span> | undefined)[]) {
    if (!span) continue;
    span.start += by;
    span.end += by;
  }
}

function textSpan({ start, end, text }: TextSpan): TextSpan {
  return { start, end, text };
}

/** Is the name, with its title, all that the segment holds? */
function isAlone(segment: Segment, run: NameRun): boolean {
  const name = segment.words[run.from]!;
  const title =
    run.from === 0 || segment.words.slice(0, run.from).every((word) => word.end <= name.start && word.text.length <= 4);
  return title && run.to === segment.words.length && run.to - run.from > 1;
}

function mentionsOf(text: string, segment: Segment, run: NameRun): Draft<NameMention>[] {
  const words = segment.words.slice(run.from, run.to);
  const pieces = words.length === 1 ? hyphenPieces(words[0]!) : undefined;
  const start = hyphenPieces(words[0]!)?.[0]!.start ?? words[0]!.start;
  const end = hyphenPieces(words.at(-1)!)?.at(-1)!.end ?? words.at(-1)!.end;
  const spans = pieces ?? [{ start, end }];
  // `Mr Jordan` is no country.
  const person = run.titled === true && isTitleWord(segment.words[run.from - 1]?.lower ?? '');
  const entityType = person ? 'person' : entityTypeOf(words, run);
  return spans.map((span) => {
    const own = text.slice(span.start, span.end);
    const mention: Draft<NameMention> = { kind: 'name', ...span, text: own, entityType };
    if (run.demonym ?? (pieces && isDemonym(own.toLowerCase()))) mention.demonym = true;
    else if (!pieces && mayHaveRole(entityType)) {
      const title = titleBefore(text, segment.words, run.from);
      if (title) mention.title = title;
      const start = title ? segment.words.findIndex((word) => word.start === title.start) : run.from;
      const role =
        roleBehind(text, segment.words, run.to) ??
        roleBefore(text, segment.words, start) ??
        roleNamed(text, segment.words, start, run.to);
      if (role) mention.role = role;
    }
    return mention;
  });
}

function mayHaveRole(entityType: EntityType): boolean {
  return entityType === 'person' || entityType === 'unknown';
}

function entityTypeOf(words: readonly NameWord[], run: NameRun): EntityType {
  const last = words.at(-1)!;
  const whole = words.map((word) => word.lower).join(' ');
  if (run.work) return 'work';
  if (isKnownPlace(whole)) return 'place';
  if (run.titled) return 'person';
  if (last.shape === 'number') return 'organisation';
  if (words.length === 1) return last.shape === 'capitals' ? 'organisation' : 'unknown';
  if (words.some((word) => word.before === 'ampersand') || endsClub(last.lower)) return 'organisation';
  // `State Department`, `Forest Trust`: by the last word, if that is a body's.
  const body = isOrganisationHead(last.lower) && !isPlaceHead(last.lower);
  if (!body && words.some((word) => isPlaceHead(word.lower))) return 'place';
  if (words.some((word) => isOrganisationHead(word.lower))) return 'organisation';
  // `Transport for London`
  if (words.some((word) => word.lower === 'for' || word.lower === 'and')) return 'organisation';
  return words.length <= 4 ? 'person' : 'unknown';
}

/** Of `a Policy Digest, the Foreign Office spokesman X` the title is X's: it is no role of what stands before it. */
function withoutTitlesOfOthers(mentions: Draft<NameMention>[]): Draft<NameMention>[] {
  for (const [i, mention] of mentions.entries()) {
    const { role } = mention;
    for (let k = i + 1; role && k < mentions.length && mentions[k]!.start < role.end + 2; k++) {
      const { title } = mentions[k]!;
      if (title && title.start < role.end && title.end >= role.end) delete mention.role;
    }
  }
  return mentions;
}

/** A name that stands behind `in` somewhere, and nowhere behind a title, is a place's wherever it stands. */
function withPlaces(text: string, mentions: Draft<NameMention>[]): Draft<NameMention>[] {
  const places = new Set<string>();
  const persons = new Set<string>();
  for (const { start, end, text: name, title } of mentions) {
    if (title) persons.add(name);
    else if (IN.test(text.slice(Math.max(0, start - 12), start)) && !/^['’]s/u.test(text.slice(end, end + 2)))
      places.add(name);
  }
  for (const mention of mentions) {
    if (mention.demonym || (mention.entityType !== 'person' && mention.entityType !== 'unknown')) continue;
    if (places.has(mention.text) && !persons.has(mention.text)) mention.entityType = 'place';
  }
  return mentions;
}

const IN = /(?:^|\s)(?:in|near|outside|across|throughout) (?:the )?$/iu;

/**
 * A word of nationality that is the surname of a person of the document (`Mumtaz Zahra Baloch`) names that person where a
 * verb follows (`Baloch stated`), not where a noun does (`Baloch separatists`).
 */
function withSurnames(text: string, mentions: Draft<NameMention>[]): NameMention[] {
  const surnames = new Set<string>();
  for (const { entityType, demonym, text: name } of mentions) {
    const space = name.lastIndexOf(' ');
    if (entityType === 'person' && !demonym && space > 0) surnames.add(name.slice(space + 1));
  }
  for (const mention of mentions) {
    if (!surnames.has(mention.text)) continue;
    if (mention.entityType === 'unknown') mention.entityType = 'person';
    if (!mention.demonym) continue;
    const behind = /^(?:['’]s\b| (\p{Ll}+))/u.exec(text.slice(mention.end, mention.end + 20));
    if (!behind || (behind[1] !== undefined && !isVerbOfPersons(behind[1]))) continue;
    delete mention.demonym;
    mention.entityType = 'person';
  }
  return mentions;
}
