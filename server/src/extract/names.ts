import type { Span } from '../text/offsets.ts';
import type { StructuredText } from '../text/structuredText.ts';
import type { EntityType, NameMention } from './mention.ts';
import type { Segment } from './namesCapitalisation.ts';
import { capitalsOf, segmentsOf } from './namesCapitalisation.ts';
import { isOrganisationHead, isPlaceHead } from './namesOrganisations.ts';
import { isDemonym, isKnownPlace } from './namesPlaces.ts';
import { nameRuns, type NameRun } from './namesRuns.ts';
import type { NameWord } from './namesWords.ts';

/**
 * The proper names of a document, in order, none inside another. What counts as a name: a person, organisation, armed
 * group, place, or titled work, index or programme; without article, title and possessive. Words of nationality, ethnicity and religion come
 * too, as `demonym`. Spans are in `document.text`. Linear in its length.
 */
export function extractNames(document: StructuredText, _sentences: readonly Span[]): NameMention[] {
  const segments = segmentsOf(document);
  const capitals = capitalsOf(segments);
  const mentions: NameMention[] = [];
  for (const segment of segments) {
    for (const run of nameRuns(segment, capitals)) mentions.push(...mentionsOf(document.text, segment, run));
  }
  return mentions;
}

function mentionsOf(text: string, segment: Segment, run: NameRun): NameMention[] {
  const words = segment.words.slice(run.from, run.to);
  const first = words[0]!;
  const last = words.at(-1)!;
  const pieces = words.length === 1 ? hyphenPieces(first) : undefined;
  const spans = pieces ?? [{ start: first.start, end: last.end }];
  return spans.map((span) => {
    const own = text.slice(span.start, span.end);
    const demonym = run.demonym ?? (pieces && isDemonym(own.toLowerCase()) ? true : undefined);
    return {
      kind: 'name',
      ...span,
      text: own,
      entityType: entityTypeOf(words, run),
      ...(demonym ? { demonym } : {}),
    };
  });
}

const HYPHENED =
  /^(?:backed|based|led|born|style|owned|held|run|controlled|occupied|area|era|wide|like|only|funded|made|bound|trained|educated|speaking|listed|registered|approved|installed|affiliated|linked|aligned|centric|dominated|administered|brokered|sponsored|supported|supplied|built|branded|themed|inspired|focused|related|type|shaped|designed|designated|imposed|ruled|facing|winning|level|sized|free|friendly|loving|obsessed|mad|mania|esque|ish|out|up|off|in|down|on|to|and|or)$/u;

/** The names in a word with hyphens: of `US-backed` the first part, of `anti-Taliban` the last, of `Pakistan-India` both. */
function hyphenPieces(word: NameWord): Span[] | undefined {
  const parts = word.text.split(/[-‐‑]/u);
  if (parts.length === 1) return undefined;
  const last = parts.at(-1)!;
  if (HYPHENED.test(last) && parts.length === 2) return [{ start: word.start, end: word.start + parts[0]!.length }];
  const first = parts[0]!;
  if (
    /^(?:anti|pro|ex|non|pre|post|mid|cross|trans|inter|intra|un|former|all|neo|sub|ultra|then|now|co|semi|self)$/iu.test(
      first,
    ) &&
    /^\p{Lu}/u.test(parts[1]!)
  )
    return [{ start: word.start + first.length + 1, end: word.end }];
  if (parts.length === 2 && isKnownPlace(first.toLowerCase()) && isKnownPlace(last.toLowerCase())) {
    return [
      { start: word.start, end: word.start + first.length },
      { start: word.end - last.length, end: word.end },
    ];
  }
  return undefined;
}

function entityTypeOf(words: readonly NameWord[], run: NameRun): EntityType {
  const last = words.at(-1)!;
  const whole = words.map((word) => word.lower).join(' ');
  if (run.titled) return 'person';
  if (isKnownPlace(whole)) return 'place';
  if (words.length === 1) return last.shape === 'capitals' ? 'organisation' : 'unknown';
  if (words.some((word) => isPlaceHead(word.lower))) return 'place';
  if (words.some((word) => isOrganisationHead(word.lower))) return 'organisation';
  return words.length <= 4 ? 'person' : 'unknown';
}
