import type { Span } from '../../text/offsets.ts';
import { ownerBefore, type FoundAttribution } from './attribution.ts';
import { clauseTokens, isHonorific, type ClauseText, type ClauseToken } from './clauseTokens.ts';
import { cueOf, SPEECH_NOUNS } from './reportingCues.ts';
import { nameSubject, subjectAfter, subjectBefore, type Subject } from './subjects.ts';

/** So much of the next sentence is read. */
const NEXT = 400;

/** The next sentence says whose words they were: `Yet that is how General Kurilla characterised it`. */
export function attributionNext(source: ClauseText, sentence: Span): FoundAttribution | undefined {
  const tokens = clauseTokens(source, sentence.start, Math.min(sentence.end, sentence.start + NEXT), true);
  const lower = tokens
    .slice(0, 6)
    .map((token) => token.lower)
    .join(' ');
  const named = nameBehindWas(tokens);
  if (named) return { subject: named, position: 'next-sentence' };
  if (
    !/^(?:(?:yet|but|and|still) )?(?:that|this|so|thus|those|these|such|it|the (?:words?|phrase|term|description|verdict|remark|quote|comments?))(?: (?:is|was|were|are|came))?(?: |$)(?:how|what|the|said|spoke|from)?/u.test(
      lower,
    )
  )
    return undefined;
  const how = tokens.findIndex((token, i) => i < 6 && /^(?:how|what)$/u.test(token.lower));
  if (how > 0) {
    const k = tokens.findIndex(
      (token, i) =>
        i > how &&
        token.kind === 'word' &&
        cueOf(token.lower) !== undefined &&
        cueOf(token.lower)!.form !== 'participle',
    );
    const subject = k > 0 ? (subjectAfter(tokens, how) ?? subjectBefore(tokens, k)) : undefined;
    return subject && { subject, cue: tokens[k]!, position: 'next-sentence' };
  }
  const k = tokens.findIndex(
    (token, i) => i < 8 && (SPEECH_NOUNS.has(token.lower) || /^(?:said|spoke|from)$/u.test(token.lower)),
  );
  if (k < 0) return undefined;
  const noun = SPEECH_NOUNS.has(tokens[k]!.lower);
  const linked = tokens[k + 1]?.lower;
  const subject = noun
    ? (ownerBefore(tokens, k) ?? (linked === 'of' || linked === 'from' ? subjectAfter(tokens, k + 1) : undefined))
    : k < 4
      ? subjectAfter(tokens, k)
      : undefined;
  return subject && { subject, cue: tokens[k]!, position: 'next-sentence' };
}

/** `That was Obermann.`, `The speaker was Ms Lea, a nurse.`: nothing but who it was. */
function nameBehindWas(tokens: readonly ClauseToken[]): Subject | undefined {
  const was = tokens.findIndex(({ lower }, i) => i < 4 && /^(?:was|is)$/u.test(lower));
  const lead = tokens
    .slice(0, was)
    .map(({ lower }) => lower)
    .join(' ');
  if (was < 1 || !/^(?:(?:and|but) )?(?:that|this|so|(?:the|our) (?:speaker|voice|writer))$/u.test(lead))
    return undefined;
  let k = was + 1;
  while (tokens[k] && (isHonorific(tokens[k]!) || /^(?:the|[.])$/u.test(tokens[k]!.lower))) k++;
  const token = tokens[k];
  const behind = tokens[k + 1]?.lower;
  if (token?.kind !== 'name' || (behind !== undefined && !/^(?:[.,;!]|speaking|again|talking)$/u.test(behind)))
    return undefined;
  const type = token.name?.entityType;
  return type === 'place' || type === 'organisation' || type === 'work' ? undefined : nameSubject(token, k);
}
