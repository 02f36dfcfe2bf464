import type { EntityType, NameMention } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import type { DocumentContext, SentenceContext } from '../figures/context/context.ts';
import { sentenceWords } from '../figures/context/sentenceWords.ts';
import { likenessesOf, sum, weightsOf, type Likeness } from '../figures/context/likeSentences.ts';
import { termsOf } from '../figures/context/terms.ts';
import type { SourceFigures } from '../figures/matches.ts';
import { editDistance } from './editDistance.ts';
import { isSameNation } from './nations.ts';
import { agreement, hasPronounSubject, slotOf, type Slot } from './slots.ts';

/** Where a source says of another name what the draft says of this one. */
export interface Placement {
  readonly source: SourceFigures;
  /** The name that has the draft's place there. */
  readonly other: NameMention;
}

/** What the best sentence must share of the weight of the draft's words, and how much that must be. */
const ALIKE = 0.35;
const TELLING = 4;
/** A sentence so much like the draft's makes up for a name whose kind is not known. */
const VERY_ALIKE = 0.8;
/** The draft's name must stand in no sentence that is more than so much as like. */
const ELSEWHERE = 0.6;

/**
 * The name that the sources have where the draft has `claim`, a name that they have elsewhere: a sentence of theirs shares the
 * telling words of the draft's sentence, has another name of the same kind among the same words, and the draft's name in no
 * sentence that is much like it. Undefined if there is none, or `claim` may be right.
 */
export function placementOf(
  claim: NameMention,
  draft: DocumentContext,
  index: number,
  sources: readonly SourceFigures[],
): Placement | undefined {
  const own = keysOfName(claim);
  const sentence = draft.sentences[index]!;
  const asked = [...sentence.keys].filter((key) => !own.has(key));
  if (own.size === 0 || asked.length < 2) return undefined;
  const weights = weightsOf(asked, sources);
  const total = sum(weights.values());
  const least = Math.max(TELLING, ALIKE * total);
  const worth = likenessesOf(weights, sources, ELSEWHERE * least);
  const [best] = worth;
  if (!best || best.shared < least) return undefined;
  const holding = worth.find(({ source, sentence }) => holds(source.document, sentence, claim, own))?.shared ?? 0;
  if (holding > ELSEWHERE * best.shared) return undefined;
  const text = textOf(draft, sentence);
  const named = keysOfNames(namesOf(draft).get(index) ?? []);
  const slot = slotOf(text, sentenceWords(text).terms, within(claim, sentence));
  const place = { claim, slot, named, own };
  // Names alone show whom a sentence is about, not what it says of them.
  const words = [...weights].filter(([key]) => !named.has(key));
  const leastOfWords = ALIKE * sum(words.map(([, weight]) => weight));
  for (const like of worth) {
    if (like.shared < least || holding > ELSEWHERE * like.shared) return undefined;
    const { keys } = like.source.document.sentences[like.sentence]!;
    if (sum(words.map(([key, weight]) => (keys.has(key) ? weight : 0))) < leastOfWords) continue;
    const other = otherIn(like, like.shared >= VERY_ALIKE * total, place, sources);
    if (other) return { source: like.source, other };
  }
  return undefined;
}

interface Place {
  readonly claim: NameMention;
  readonly slot: Slot;
  /** The keys of all names of the sentence, and of the name itself. */
  readonly named: ReadonlySet<string>;
  readonly own: ReadonlySet<string>;
}

/** The name of a source's sentence that stands where the draft has its own. */
function otherIn(
  { source: { document }, sentence }: Likeness,
  isVeryAlike: boolean,
  { claim, slot, named, own }: Place,
  sources: readonly SourceFigures[],
): NameMention | undefined {
  const span = document.sentences[sentence]!;
  const text = textOf(document, span);
  const { terms } = sentenceWords(text);
  const names = namesOf(document).get(sentence) ?? [];
  return names.find((name) => {
    const keys = keysOfName(name);
    if (keys.size === 0 || [...keys].some((key) => named.has(key)) || isNear(keys, own)) return false;
    if (isSameNation(fold(claim.text), fold(name.text))) return false;
    const at = within(name, span);
    const its = slotOf(text, terms, at);
    if (its.possessive && !slot.possessive) return false;
    const agreed = agreement(slot, its);
    const isFirst = names.find(({ entityType }) => entityType === name.entityType) === name;
    const isMeant = slot.opens && isFirst && hasPronounSubject(terms, slot.right[0], at.end);
    if (agreed === undefined && !isMeant) return false;
    const [mine, other] = [kindOf(claim, sources), kindOf(name, sources)];
    if (other === mine) return isPersonOrPlace(mine);
    const isOpen = mine === 'unknown' || other === 'unknown';
    const isNamed = isPersonOrPlace(mine) || isPersonOrPlace(other);
    return isOpen && isNamed && (agreed === 'both' || (agreed === 'subject' && isVeryAlike));
  });
}

/** Bodies have too many names, and too many of them are the names of others' parts. */
function isPersonOrPlace(kind: EntityType): boolean {
  return kind === 'person' || kind === 'place';
}

/** Has the sentence the name, a word that begins with one of it (`Australian`), or another name of the country? */
function holds(document: DocumentContext, index: number, name: NameMention, words: ReadonlySet<string>): boolean {
  const { keys } = document.sentences[index]!;
  for (const word of words) {
    if (keys.has(word)) return true;
    if (word.length > 2) for (const key of keys) if (key.startsWith(word)) return true;
  }
  return (namesOf(document).get(index) ?? []).some(({ text }) => isSameNation(fold(name.text), fold(text)));
}

/** Two spellings of one name, as far as can be told: `Gonclaves`, `Goncalves`. */
function isNear(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].some((x) => [...b].some((y) => Math.min(x.length, y.length) > 4 && editDistance(x, y, 2) <= 2));
}

/** What the sources mostly take the name for; a title tells. */
function kindOf(name: NameMention, sources: readonly SourceFigures[]): EntityType {
  if (name.title) return 'person';
  const keys = keysOfName(name);
  const counts = new Map<EntityType, number>();
  for (const { document } of sources) {
    for (const other of namesOf(document).values()) {
      for (const mention of other) {
        if (mention.entityType === 'unknown') continue;
        const its = keysOfName(mention);
        if (its.size === 0 || !(isPart(its, keys) || isPart(keys, its))) continue;
        counts.set(mention.entityType, (counts.get(mention.entityType) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? name.entityType;
}

function isPart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return [...a].every((key) => b.has(key));
}

const NAMES = new WeakMap<DocumentContext, ReadonlyMap<number, readonly NameMention[]>>();

/** The names of a document by the sentence that they stand in; nationalities are none. */
export function namesOf(document: DocumentContext): ReadonlyMap<number, readonly NameMention[]> {
  let names = NAMES.get(document);
  if (!names) NAMES.set(document, (names = bySentence(document)));
  return names;
}

function bySentence({ analysis, sentences }: DocumentContext): ReadonlyMap<number, readonly NameMention[]> {
  const names = new Map<number, NameMention[]>();
  let at = 0;
  for (const name of analysis.names) {
    if (name.demonym) continue;
    while (at + 1 < sentences.length && sentences[at]!.end <= name.start) at++;
    const known = names.get(at);
    if (known) known.push(name);
    else names.set(at, [name]);
  }
  return names;
}

const KEYS = new WeakMap<NameMention, ReadonlySet<string>>();

/** The keys of a name's words. */
function keysOfName(name: NameMention): ReadonlySet<string> {
  let keys = KEYS.get(name);
  if (!keys) KEYS.set(name, (keys = new Set(termsOf(name.text).flatMap(({ key }) => (key === '' ? [] : [key])))));
  return keys;
}

function keysOfNames(names: readonly NameMention[]): ReadonlySet<string> {
  return new Set(names.flatMap((name) => [...keysOfName(name)]));
}

function textOf({ analysis }: DocumentContext, { start, end }: SentenceContext): string {
  return analysis.document.text.slice(start, end);
}

function within({ start, end }: NameMention, sentence: SentenceContext): { start: number; end: number } {
  return { start: start - sentence.start, end: end - sentence.start };
}
