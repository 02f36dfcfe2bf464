import type { Alignment } from './alignment.ts';
import type { JudgedQuote } from './findings.ts';
import type { QuoteWord } from './words.ts';

/** A negation of the source that a quotation with otherwise right words loses. */
export interface HiddenNegation {
  /** The source's word. */
  readonly negation: QuoteWord;
  /** The word behind it. */
  readonly next: QuoteWord;
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
    const hidden = inQuotation ? run.find((word) => NEGATION.test(source.words[word]!.key)) : undefined;
    if (hidden !== undefined)
      return { negation: source.words[hidden]!, next: source.words[hidden + 1]!, by: 'ellipsis' };
    run = [];
  }
  const before = source.words[from - 1];
  const quotation = source.quotes[from]!;
  if (!before || words <= 3 || quotation === -1 || source.quotes[from - 1] !== quotation) return undefined;
  if (
    !NEGATION.test(before.key) ||
    /[.!?;:…]/u.test(source.source.document.text.slice(before.end, source.words[from]!.start))
  )
    return undefined;
  const { text } = context.draft.analysis.document;
  const lead = text.slice(Math.max(0, claim.outer.start - 60), claim.outer.start);
  if (/\b(?:not|never|no|nor|neither|cannot|without|den(?:y|ied|ies)|refus\w+|rul\w+ out)\b|n['’]t\b/iu.test(lead))
    return undefined;
  return { negation: before, next: source.words[from]!, by: 'cut' };
}
