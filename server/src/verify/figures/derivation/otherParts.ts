import type { DocumentContext, FigureContext } from '../context/context.ts';
import { sentenceWords } from '../context/sentenceWords.ts';
import { wordingOf } from '../context/wording.ts';
import type { FigurePlace } from '../matches.ts';
import { isAmount } from './told.ts';
import { shown, standsFor, unitOf, valueOf } from './values.ts';

/** The share that the draft's words ask for, where its value is that of another part beside it. */
export interface OtherShare {
  readonly sum: string;
  readonly operands: readonly FigurePlace[];
  /** In the claim's unit. */
  readonly value: number;
}

/**
 * `58 are men and 35 are women` of 93: 62% is not the share of the women. Undefined where the claim is no share, or the words behind
 * the part are the draft's own.
 *
 * @param operands What the claim's value was reckoned from.
 */
export function otherShare(
  draft: DocumentContext,
  claim: FigureContext,
  operands: readonly FigurePlace[],
): OtherShare | undefined {
  const unit = unitOf(claim);
  const [a, b] = operands;
  if ((unit !== '%' && unit !== 'ratio') || !a || !b || !isAmount(a.context) || !isAmount(b.context)) return undefined;
  if (unitOf(a.context) !== undefined || unitOf(b.context) !== undefined) return undefined;
  if (wordingOf(draft, claim) === 'change') return undefined;
  const [part, whole] = valueOf(a.context) < valueOf(b.context) ? [a, b] : [b, a];
  const { document } = part.in;
  const asked = draft.sentences[claim.sentence]!.keys;
  const isAskedFor = (context: FigureContext): boolean => wordsBehind(document, context).some((key) => asked.has(key));
  if (wordsBehind(document, part.context).length === 0 || isAskedFor(part.context)) return undefined;
  const beside = (document.figuresOf.get(part.context.sentence) ?? []).filter(
    (other) => other !== part.context && other !== whole.context && isAmount(other),
  );
  const other = beside.find((one) => unitOf(one) === undefined && isAskedFor(one));
  if (!other) return undefined;
  const share = valueOf(other) / valueOf(whole.context);
  const value = unit === '%' ? share * 100 : share;
  if (share >= 1 || standsFor(claim.figure, value, unit)) return undefined;
  return {
    value,
    sum: `${other.figure.text} of ${whole.context.figure.text} is ${shown(share * 100)}%`,
    operands: [{ in: part.in, context: other }, whole],
  };
}

/** The telling words between a figure and the next, or the end of its clause. */
function wordsBehind(document: DocumentContext, { figure, sentence }: FigureContext): string[] {
  const next = (document.figuresOf.get(sentence) ?? []).find(({ figure: { start } }) => start >= figure.end);
  const to = Math.min(next?.figure.start ?? Infinity, document.sentences[sentence]!.end);
  const [clause = ''] = document.analysis.document.text.slice(figure.end, to).split(/[;,.]/u);
  return [...sentenceWords(clause).keys];
}
