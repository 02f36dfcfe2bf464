import type { Derivation } from '../derivation.ts';
import type { FigureContext } from '../context/context.ts';
import type { FigureMatch } from '../matches.ts';
import { unitOf, valueOf } from './values.ts';

/** A sum of fewer is met by chance. */
const LEAST = 20;

/**
 * The sum of the rival with another count of its sentence, where that is the very value of the draft: `25 soldiers, while 27
 * attackers …` are 52 dead. Undefined where there is none.
 */
export function sentenceSum({ figure }: FigureContext, rival: FigureMatch): Derivation | undefined {
  const { quantity } = figure;
  if (quantity.type !== 'number' || quantity.unit !== undefined || quantity.low < LEAST || !isCount(rival.context))
    return undefined;
  const { document } = rival.in;
  const beside = document.figuresOf.get(rival.context.sentence) ?? [];
  const other = beside.find(
    (one) => one !== rival.context && isCount(one) && valueOf(one) + valueOf(rival.context) === quantity.low,
  );
  if (!other) return undefined;
  return {
    sum: `${rival.context.figure.text} + ${other.figure.text} = ${quantity.low}`,
    operands: [rival.context, other].map((context) => ({ in: rival.in, context })),
    likelihood: 1,
  };
}

function isCount(context: FigureContext): boolean {
  const { quantity } = context.figure;
  return (
    quantity.type === 'number' &&
    quantity.form === undefined &&
    unitOf(context) === undefined &&
    context.counts === true
  );
}
