import type { Alignment } from './alignment.ts';
import type { JudgedQuote } from './findings.ts';
import type { Span } from '../../text/offsets.ts';
import { spanOfWords } from './sources.ts';

/** A negation of the source that a quotation with otherwise right words loses. */
export interface HiddenNegation {
  /** The source's word, and the one behind it. Clean spans. */
  readonly negation: Span;
  readonly next: Span;
  readonly by: 'cut' | 'ellipsis';
}

const NEGATION = /^(?:not|never|cannot|.*n't)$/u;
/** An ellipsis over so few words is not there for the sake of length. */
const SHORT_ELLIPSIS = 1;

/**
 * A dropped negation is no partial quotation: `soil will … be used`, where the source has `will not be used`, or words cut
 * off right behind the source's `not`, where the draft's own sentence has none.
 */
export function hiddenNegation(
  alignment: Alignment,
  { claim, context, words }: JudgedQuote,
): HiddenNegation | undefined {
  const { source, steps, from } = alignment;
  let run: number[] = [];
  for (const [i, step] of steps.entries()) {
    if (step.kind === 'skipped') run.push(step.word);
    const ends = step.kind !== 'skipped' || i === steps.length - 1;
    if (!ends) continue;
    const inQuotation = run.length > 0 && run.length <= SHORT_ELLIPSIS && run.every((word) => !source.skippable[word]);
    const hidden = inQuotation ? run.find((word) => NEGATION.test(source.keys[word]!)) : undefined;
    if (hidden !== undefined)
      return { negation: spanOfWords(source, hidden), next: spanOfWords(source, hidden + 1), by: 'ellipsis' };
    run = [];
  }
  const before = source.keys[from - 1];
  const quotation = source.quotes[from]!;
  if (before === undefined || words <= 3 || quotation === -1 || source.quotes[from - 1] !== quotation) return undefined;
  if (
    !NEGATION.test(before) ||
    /[.!?;:…]/u.test(source.source.document.text.slice(source.ends[from - 1], source.starts[from]))
  )
    return undefined;
  const { text } = context.draft.analysis.document;
  const lead = text.slice(Math.max(0, claim.outer.start - 60), claim.outer.start);
  if (/\b(?:not|never|no|nor|neither|cannot|without|den(?:y|ied|ies)|refus\w+|rul\w+ out)\b|n['’]t\b/iu.test(lead))
    return undefined;
  return { negation: spanOfWords(source, from - 1), next: spanOfWords(source, from), by: 'cut' };
}
