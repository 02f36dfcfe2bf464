import type { Span } from '../../text/offsets.ts';
import { isNoun, passiveBefore } from './attribution.ts';
import { clauseTokens, isHonorific, type ClauseText, type ClauseToken } from './clauseTokens.ts';
import { cueOf, isDocumentNoun, isRoleNoun } from './reportingCues.ts';
import { isPronoun, mainSubject, subjectBefore, type Subject } from './subjects.ts';

/** The subject of a sentence that leads to a quotation without a reporting verb. */
export function subjectOfSentence(source: ClauseText, sentence: Span): Subject | undefined {
  const subject = subjectOfReport(source, sentence);
  if (subject && subject.kind !== 'document') return subject;
  return mainSubject(clauseTokens(source, sentence.start, Math.min(sentence.end, sentence.start + LONGEST), true));
}

/** The subject of the first reporting verb of a sentence. */
export function subjectOfReport(source: ClauseText, sentence: Span): Subject | undefined {
  const tokens = clauseTokens(source, sentence.start, Math.min(sentence.end, sentence.start + LONGEST), true);
  for (let k = 1; k < tokens.length; k++) {
    const cue = tokens[k]!.kind === 'word' ? cueOf(tokens[k]!.lower) : undefined;
    if (!cue?.strong || cue.form === 'participle' || cue.form === 'base' || isNoun(tokens, k)) continue;
    const subject = passiveBefore(tokens, k) ? undefined : subjectBefore(tokens, k);
    if (subject) return subject;
  }
  return undefined;
}

const PUBLISHING =
  /^(?:read|reads|issued|issues|released|releases|published|publishes|sent|sends|wrote|writes|posted|posts|handed|presented)$/u;

/** Who read out, issued or wrote the text that a sentence speaks of: `Their spokeswoman, X, read out a letter.` */
export function bringerOfText(source: ClauseText, sentence: Span): Subject | undefined {
  const tokens = clauseTokens(source, sentence.start, Math.min(sentence.end, sentence.start + LONGEST), true);
  const k = tokens.findIndex(({ kind, lower }, i) => i > 0 && kind === 'word' && PUBLISHING.test(lower));
  const text = k > 0 && tokens.slice(k + 1, k + 8).some(({ kind, lower }) => kind === 'word' && isDocumentNoun(lower));
  return text && !passiveBefore(tokens, k) ? subjectBefore(tokens, k) : undefined;
}

/**
 * The pronoun or the person without a name that a sentence begins with: `He told`, `One Londoner who`; or the person by name
 * whose role it begins with, `The mayor of Sund, Elin Kroll,`.
 */
export function leadingSubject(source: ClauseText, sentence: Span): LeadingSubject | undefined {
  const tokens = clauseTokens(source, sentence.start, Math.min(sentence.end, sentence.start + LEAD), true);
  const first = tokens.findIndex((token) => token.kind !== 'punctuation');
  const token = tokens[first];
  if (!token) return undefined;
  if (isPronoun(token.lower)) return { kind: 'pronoun', lower: token.lower, start: token.start, end: token.end };
  if (!/^(?:a|an|one|another|the|his|her|their|some|our|my)$/u.test(token.lower)) return undefined;
  const next = tokens[first + 1];
  if (next?.kind === 'name' && /^(?:a|an|one|another)$/u.test(token.lower)) {
    return { kind: 'role', lower: next.lower, start: token.start, end: next.end }; // `One Londoner`
  }
  for (let i = first + 1; i < tokens.length && i < first + 6 && tokens[i]!.kind === 'word'; i++) {
    if (/^(?:of|in|on|at|for|to|from|with|by|and|that|which)$/u.test(tokens[i]!.lower)) return undefined;
    if (!isRoleNoun(tokens[i]!.lower)) continue;
    let noun = i;
    while (tokens[noun + 1]?.kind === 'word' && isRoleNoun(tokens[noun + 1]!.lower)) noun++;
    const bearer = bearerBehind(tokens, noun);
    if (bearer) return { kind: 'name', lower: bearer.lower, start: bearer.start, end: bearer.end };
    return { kind: 'role', lower: tokens[noun]!.lower, start: token.start, end: tokens[noun]!.end };
  }
  return undefined;
}

/** The name that a role at `noun` belongs to: `The analyst Samar`, `The analyst, Samar,`, `The mayor of Sund, Elin Kroll,`. */
function bearerBehind(tokens: readonly ClauseToken[], noun: number): ClauseToken | undefined {
  let at = noun + 1;
  if (/^(?:of|for|at|from|in)$/u.test(tokens[at]?.lower ?? '')) {
    while (at < noun + 8 && (tokens[at]?.kind === 'word' || tokens[at]?.kind === 'name')) at++;
    if (tokens[at]?.lower !== ',') return undefined;
  }
  if (tokens[at]?.lower === ',') at++;
  while (tokens[at] && (isHonorific(tokens[at]!) || tokens[at]!.lower === '.')) at++;
  const bearer = tokens[at];
  return bearer?.name?.entityType === 'person' || (bearer?.name?.entityType === 'unknown' && bearer.lower.includes(' '))
    ? bearer
    : undefined;
}

/** See {@link leadingSubject}. */
export interface LeadingSubject extends Span {
  readonly kind: 'pronoun' | 'role' | 'name';
  readonly lower: string;
}

/** So much of a sentence is read for its subject, and so much for what it begins with. */
const LONGEST = 700;
const LEAD = 120;
