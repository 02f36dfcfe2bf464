import { slotOf, type Slot } from '../names/slots.ts';
import type { Finding } from '../verdict.ts';
import type { DocumentContext, FigureContext } from './context/context.ts';
import { likenessesOf, sum, weightsOf, type Likeness } from './context/likeSentences.ts';
import { sentenceWords } from './context/sentenceWords.ts';
import { elsewhereFigure, refutedFigure, unknownFigure } from './findings/findings.ts';
import type { FigureMatch, SourceFigures } from './matches.ts';

/** What the sentence with another date must share of the weight of the draft's words, and how much that must be. */
const ALIKE = 0.3;
const TELLING = 4;
/** The draft's date must stand in no sentence that is more than so much as like. */
const ELSEWHERE = 0.6;
/** Words of the draft's sentence, and of those that have its date: in fewer, little is said. */
const WORDS = 4;
/** What the sources must have of the draft's words to be asked for its date, and what the sentences about the date may. */
const SPOKEN_OF = 0.4;
const APART = 0.05;

/**
 * The finding on a date that the sources have, but not here: a sentence of theirs that is much more like the draft's than
 * those with the draft's date has another one in its place; or they speak of the draft's matter, and those that
 * have the date share no word with it. Undefined if neither is so. `sources` are all that may be asked.
 */
export function misplacedDate(
  draft: DocumentContext,
  claim: FigureContext,
  matches: readonly FigureMatch[],
  sources: readonly SourceFigures[],
): Finding | undefined {
  const { quantity } = claim.figure;
  if (quantity.type !== 'date' || claim.figure.weak) return undefined;
  const sentence = draft.sentences[claim.sentence]!;
  if (draft.analysis.document.blocks[sentence.block]?.kind === 'table-row') return undefined;
  const holding = matches.filter(({ relation }) => relation.kind === 'same' || relation.kind === 'finer');
  const weights = weightsOf([...sentence.keys], sources);
  const total = sum(weights.values());
  const likenesses = likenessesOf(weights, sources, 0);
  const sharedAt = ({ in: { document }, context }: FigureMatch, reach = 0): number => {
    const keys = new Set<string>();
    for (let at = context.sentence - 2 * reach; at <= context.sentence + reach; at++) {
      for (const key of document.sentences[at]?.keys ?? []) keys.add(key);
    }
    for (const key of document.headings[document.sentences[context.sentence]!.block] ?? []) keys.add(key);
    return sum([...weights].map(([key, weight]) => (keys.has(key) ? weight : 0)));
  };
  const nearest = Math.max(0, ...holding.map((match) => sharedAt(match)));
  // Where the sentence has two of them, the source's other may be meant for the other.
  const isAlone = !(draft.figuresOf.get(claim.sentence) ?? []).some(
    (one) =>
      one !== claim && one.figure.quantity.type === 'date' && one.figure.quantity.precision === quantity.precision,
  );
  const other = matches.find(
    (match) =>
      isAlone && match.rival && !match.told && isInItsPlace(draft, claim, match, likenesses, { total, nearest }),
  );
  if (other) return refutedFigure(claim.figure, [other]);
  const best = likenesses.find(({ source, sentence }) => !holding.some((match) => isIn(match, source, sentence)));
  const isOfOthers =
    best !== undefined &&
    best.shared >= SPOKEN_OF * total &&
    sentence.keys.size >= WORDS &&
    !isOfAnother(draft, claim) &&
    holding.length > 0 &&
    holding.every((match) => {
      const { document } = match.in;
      const { keys, block } = document.sentences[match.context.sentence]!;
      const isProse = document.analysis.document.blocks[block]?.kind === 'paragraph' && keys.size >= WORDS;
      return isProse && sharedAt(match, 1) <= APART * total;
    });
  return isOfOthers ? elsewhereFigure(claim.figure, holding) : undefined;
}

/** Has a sentence like the draft's another date behind the same preposition and the same word? */
function isInItsPlace(
  draft: DocumentContext,
  claim: FigureContext,
  { relation, in: source, context }: FigureMatch,
  likenesses: readonly Likeness[],
  { total, nearest }: { readonly total: number; readonly nearest: number },
): boolean {
  if (relation.kind !== 'different' || context.figure.quantity.type !== 'date') return false;
  const like = likenesses.find(
    (like) => like.source.document === source.document && like.sentence === context.sentence,
  );
  if (!like || like.shared < Math.max(TELLING, ALIKE * total) || nearest > ELSEWHERE * like.shared) return false;
  const [mine, theirs] = [slotIn(draft, claim), slotIn(source.document, context)];
  if (mine.preposition === undefined || mine.preposition !== theirs.preposition) return false;
  return mine.left.some((key) => theirs.left.includes(key));
}

function slotIn({ analysis, sentences }: DocumentContext, { figure, sentence }: FigureContext): Slot {
  const span = sentences[sentence]!;
  const text = analysis.document.text.slice(span.start, span.end);
  return slotOf(text, sentenceWords(text).terms, { start: figure.start - span.start, end: figure.end - span.start });
}

function isIn({ in: { document }, context }: FigureMatch, source: SourceFigures, sentence: number): boolean {
  return source.document === document && context.sentence === sentence;
}

const POINTING = /^\W*(?:it|he|she|they|that|this|these|those|there)\b|;/iu;

/** What the sentence is about may be said before: `It had been shut since 2019.` */
function isOfAnother({ analysis, sentences }: DocumentContext, { sentence }: FigureContext): boolean {
  const { start, end } = sentences[sentence]!;
  return POINTING.test(analysis.document.text.slice(start, end));
}

/**
 * The finding on a weekday that no source names or gives a date of, if none is dated itself: of a dated one, `today` and
 * `tomorrow` are weekdays too.
 */
export function unheardWeekday(
  { figure: { text, quantity } }: FigureContext,
  matches: readonly FigureMatch[],
  sources: readonly SourceFigures[],
): Finding | undefined {
  if (quantity.type !== 'date' || quantity.precision !== 'weekday' || sources.length === 0) return undefined;
  if (matches.some(({ relation }) => relation.kind !== 'different')) return undefined;
  if (sources.some(({ source }) => source.document.metadata.date !== undefined)) return undefined;
  return {
    ...unknownFigure(),
    message: `No source says ${text}, or gives a date that is one.`,
    unheard: true,
  };
}
