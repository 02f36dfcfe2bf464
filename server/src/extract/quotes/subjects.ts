import type { Span } from '../../text/offsets.ts';
import type { ClauseToken } from './clauseTokens.ts';
import { isHonorific } from './clauseTokens.ts';
import type { Attribution, NameMention } from '../mention.ts';
import { isDocumentNoun, isRoleNoun } from './reportingCues.ts';

/** Who is the subject of a reporting verb: the words used, in clean text. */
export interface Subject extends Span {
  readonly kind: Attribution['speakerKind'];
  readonly name?: NameMention;
  /** Index of the first token of the noun phrase. */
  readonly left: number;
}

const PRONOUNS: ReadonlySet<string> = new Set(['he', 'she', 'they', 'i', 'we', 'it', 'you']);
const SKIPPED: ReadonlySet<string> = new Set(
  `has have had was were is are am be been being 's 'd 've 're 'll did does do would will could can may might should must shall
   to also then later still again once even just now not never n't too already himself herself themselves itself there here
   today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday always often sometimes reportedly
   repeatedly immediately hasn't hadn't haven't didn't doesn't don't wasn't weren't isn't went goes go on started began
   kept stopped`.split(/\s+/u),
);
const PREPOSITIONS: ReadonlySet<string> = new Set([
  'for',
  'of',
  'from',
  'at',
  'with',
  'in',
  'on',
  'to',
  'by',
  'behind',
  'and',
]);
const DETERMINERS: ReadonlySet<string> = new Set(
  `a an the this that these those his her its their our my your one another some other several both many most no each every`.split(
    /\s+/u,
  ),
);
/** Words at which a noun phrase that follows its verb ends. */
const PHRASE_END: ReadonlySet<string> = new Set(
  `who whose which that when while as after before during in on at to by with because if since until where but via about
   through following outside inside ahead despite yesterday today later earlier last during shortly`.split(/\s+/u),
);

export function isPronoun(lower: string): boolean {
  return PRONOUNS.has(lower);
}

/** The subject that ends before token `k`, the verb: `Harvey Mitchell, the manager for Flintshire, | said`. */
export function subjectBefore(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  let i = k - 1;
  while (
    i >= 0 &&
    tokens[i]!.kind === 'word' &&
    (SKIPPED.has(tokens[i]!.lower) || /ly$/u.test(tokens[i]!.lower)) &&
    !isRoleNoun(tokens[i]!.lower)
  )
    i--;
  if (tokens[i]?.lower === ')') {
    while (i >= 0 && tokens[i]!.lower !== '(') i--;
    i--;
  }
  const token = tokens[i];
  if (!token) return undefined;
  if (token.lower === 'who' || token.lower === 'which') {
    const comma = tokens[i - 1]?.lower === ',';
    const antecedent = nounPhraseEndingAt(tokens, comma ? i - 2 : i - 1);
    return comma && antecedent?.kind !== 'name' ? afterComma(tokens, i - 1) : antecedent;
  }
  if (isDash(token) || token.lower === ',') return afterComma(tokens, i);
  return nounPhraseEndingAt(tokens, i);
}

function isDash(token: ClauseToken): boolean {
  return /^[–—-]$/u.test(token.lower);
}

/** The noun phrase before a comma at `comma`, which may close an apposition: `X, the chairman,`. */
function afterComma(tokens: readonly ClauseToken[], comma: number): Subject | undefined {
  let open = comma - 1;
  while (
    open >= 0 &&
    tokens[open]!.lower !== ',' &&
    !isDash(tokens[open]!) &&
    !/^[:;]$/u.test(tokens[open]!.lower) &&
    tokens[open]!.kind !== 'quote'
  )
    open--;
  const opening = tokens[open]?.lower;
  if (open < 1 || (opening !== ',' && !isDash(tokens[open]!))) return nounPhraseEndingAt(tokens, comma - 1);
  const head = nounPhraseEndingAt(tokens, open - 1);
  if (head?.kind === 'name') return head;
  const inner = leadingName(tokens, open + 1, comma);
  if (inner) return { ...inner, left: head?.left ?? inner.left };
  if (!head) return nounPhraseEndingAt(tokens, comma - 1);
  const before = tokens[head.left - 1];
  // `In an interview, the winner, | said`: what leads the sentence is no subject.
  if (before && head.left <= 2 && PREPOSITIONS.has(before.lower)) return nounPhraseEndingAt(tokens, comma - 1) ?? head;
  // `X, chair of Y, the body for Z, | said`: one apposition behind the other.
  if (before?.lower === ',') {
    const named = nounPhraseEndingAt(tokens, head.left - 2);
    if (named?.kind === 'name') return named;
  }
  return head;
}

/** The name with which tokens `from` to `to` begin, titles before it allowed. */
function leadingName(tokens: readonly ClauseToken[], from: number, to: number): Subject | undefined {
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'name' && tokens[i + 1]?.lower !== "'s") return nameSubject(token, i);
    if (
      token.kind !== 'name' &&
      !isHonorific(token) &&
      !(i === from && /^(?:['.].*|the)$/u.test(token.lower)) &&
      token.lower !== '.'
    )
      return undefined;
  }
  return undefined;
}

/** The name that token `left` is, as a subject. */
export function nameSubject(token: ClauseToken, left: number): Subject {
  const subject = { start: token.start, end: token.end, kind: 'name' as const, left };
  return token.name ? { ...subject, name: token.name } : subject;
}

/** The noun phrase that ends with the token at `end`: a name, a role or a text. */
export function nounPhraseEndingAt(tokens: readonly ClauseToken[], end: number): Subject | undefined {
  let i = end;
  for (let steps = 0; i >= 0 && steps < 7; i--, steps++) {
    const token = tokens[i]!;
    if (token.kind === 'quote' || (token.kind === 'punctuation' && token.lower !== "'" && token.lower !== '.'))
      return undefined;
    if (isPronoun(token.lower)) return { start: token.start, end: token.end, kind: 'pronoun', left: i };
    if (token.kind === 'name')
      return roleOf(tokens, i) ?? memberOf(tokens, i) ?? nameSubject(token, phraseStart(tokens, i));
    if (token.kind === 'word' && isRoleNoun(token.lower)) return phrase(tokens, i, 'role');
    if (token.kind === 'word' && isDocumentNoun(token.lower)) return phrase(tokens, i, 'document');
    if (DETERMINERS.has(token.lower)) {
      const head = i < end ? headBefore(tokens, i - 1) : undefined;
      if (head) return head;
      return i < end ? { start: token.start, end: tokens[end]!.end, kind: 'role', left: i } : undefined;
    }
  }
  return undefined;
}

/** `The note found in the car`: the person or text before the preposition at `at`. */
function headBefore(tokens: readonly ClauseToken[], at: number): Subject | undefined {
  if (!/^(?:in|on|at|under|behind|beside|with)$/u.test(tokens[at]?.lower ?? '')) return undefined;
  for (let i = at - 1; i > 0 && i >= at - 3 && tokens[i]!.kind === 'word'; i--) {
    const { lower } = tokens[i]!;
    if (isRoleNoun(lower)) return phrase(tokens, i, 'role');
    if (isDocumentNoun(lower)) return phrase(tokens, i, 'document');
  }
  return undefined;
}

/** `a spokesman for Kensington Palace`: the role, where the name at `i` belongs to it. */
function roleOf(tokens: readonly ClauseToken[], i: number): Subject | undefined {
  if (tokens[i]!.name?.entityType === 'person' && isHonorificBefore(tokens, i)) return undefined;
  for (let j = i - 1; j > 0 && j >= i - 5; j--) {
    const token = tokens[j]!;
    if (token.kind === 'quote' || (token.kind === 'punctuation' && token.lower !== '.')) return undefined;
    if (token.kind !== 'word' || token.lower === 'and') continue;
    if (!PREPOSITIONS.has(token.lower)) {
      if (PHRASE_END.has(token.lower)) return undefined;
      continue;
    }
    const noun = tokens[j - 1]!;
    if (noun.kind === 'word' && isRoleNoun(noun.lower))
      return { ...phrase(tokens, j - 1, 'role'), end: tokens[i]!.end };
  }
  return undefined;
}

/** `Ivo Lang of the consumer group Switchwatch`: the person, where the name at `i` is the body they belong to. */
function memberOf(tokens: readonly ClauseToken[], i: number): Subject | undefined {
  if (tokens[i]!.name?.entityType === 'person') return undefined;
  for (let j = i - 1; j > 0 && j >= i - 5; j--) {
    const token = tokens[j]!;
    if (token.kind !== 'word') return undefined;
    if (!/^(?:of|from|at|for|with)$/u.test(token.lower)) continue;
    const person = tokens[j - 1]!;
    return person.kind === 'name' && person.name?.entityType === 'person'
      ? nameSubject(person, phraseStart(tokens, j - 1))
      : undefined;
  }
  return undefined;
}

function isHonorificBefore(tokens: readonly ClauseToken[], i: number): boolean {
  const before = tokens[i - 1];
  return before !== undefined && isHonorific(before);
}

function phrase(tokens: readonly ClauseToken[], noun: number, kind: 'role' | 'document'): Subject {
  const left = phraseStart(tokens, noun);
  return { start: tokens[left]!.start, end: tokens[noun]!.end, kind, left };
}

/** Index of the first token of the noun phrase whose head stands at `noun`: its determiner, or what precedes it directly. */
function phraseStart(tokens: readonly ClauseToken[], noun: number): number {
  let left = noun;
  while (left > 0 && noun - left < 9) {
    const token = tokens[left - 1]!;
    if (token.kind === 'quote' || (token.kind === 'punctuation' && token.lower !== '.')) break;
    if (
      PHRASE_END.has(token.lower) ||
      PREPOSITIONS.has(token.lower) ||
      isPronoun(token.lower) ||
      token.lower === 'that'
    )
      break;
    left--;
    if (DETERMINERS.has(token.lower)) break;
  }
  return left;
}

/** The subject behind token `k`, an inverted verb or `according to`: `said | Diana Van, whose …`. */
export function subjectAfter(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  let i = k + 1;
  while (
    tokens[i]?.kind === 'word' &&
    (/ly$/u.test(tokens[i]!.lower) || tokens[i]!.lower === 'by') &&
    !isRoleNoun(tokens[i]!.lower)
  )
    i++;
  const first = tokens[i];
  if (!first || first.kind === 'quote') return undefined;
  if (isPronoun(first.lower)) return { start: first.start, end: first.end, kind: 'pronoun', left: i };
  let end = i;
  let name: number | undefined;
  let noun: number | undefined;
  let attached = false;
  for (; end < tokens.length && end - i < 14; end++) {
    const token = tokens[end]!;
    if (token.kind === 'quote' || (token.kind === 'punctuation' && token.lower !== '.' && token.lower !== "'")) break;
    if (token.lower === '.' && !isAbbreviated(tokens, end)) break;
    if (token.kind === 'word' && PHRASE_END.has(token.lower)) break;
    if (PREPOSITIONS.has(token.lower)) attached = true;
    if (token.kind === 'name' && !attached && tokens[end + 1]?.lower !== "'s") name = end;
    if (token.kind === 'word' && !attached && (isRoleNoun(token.lower) || isDocumentNoun(token.lower))) noun = end;
  }
  if (name !== undefined && (noun === undefined || noun < name)) return nameSubject(tokens[name]!, i);
  // `counsel to the inquiry, X`: whose counsel the person is stands between.
  if (noun === end - 1 && tokens[end]?.lower === 'to') {
    const comma = tokens.findIndex(({ kind }, at) => at > end && kind === 'punctuation');
    const served = comma > end && comma < end + 6 && tokens[comma]!.lower === ',';
    const person = served ? leadingName(tokens, comma + 1, Math.min(tokens.length, comma + 4)) : undefined;
    const type = person?.name?.entityType;
    const behind = person && tokens.find(({ start }) => start >= person.end);
    if (person && (type === undefined || type === 'person' || type === 'unknown') && behind?.kind !== 'word')
      return { ...person, left: i };
  }
  const apposed =
    tokens[end]?.lower === ',' ? leadingName(tokens, end + 1, Math.min(tokens.length, end + 5)) : undefined;
  if (noun !== undefined) {
    if (apposed && isRoleNoun(tokens[noun]!.lower)) return { ...apposed, left: i };
    const kind = isRoleNoun(tokens[noun]!.lower) ? 'role' : 'document';
    return { start: first.start, end: tokens[end - 1]!.end, kind, left: i };
  }
  if (!DETERMINERS.has(first.lower) || end - i < 2) return undefined;
  return apposed ?? { start: first.start, end: tokens[end - 1]!.end, kind: 'role', left: i };
}

/** Does the full stop at `i` belong to a title or an initial? */
function isAbbreviated(tokens: readonly ClauseToken[], i: number): boolean {
  const before = tokens[i - 1];
  return (
    before !== undefined && before.end === tokens[i]!.start && (isHonorific(before) || before.end - before.start === 1)
  );
}

/** The subject of a sentence without a reporting verb: its first name, pronoun or role that no preposition leads. */
export function mainSubject(tokens: readonly ClauseToken[]): Subject | undefined {
  let fallback: Subject | undefined;
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1];
    const led = before !== undefined && (PREPOSITIONS.has(before.lower) || DETERMINERS.has(before.lower));
    if (isPronoun(token.lower) && token.lower !== 'it' && token.lower !== 'you') {
      return { start: token.start, end: token.end, kind: 'pronoun', left: i };
    }
    if (token.kind === 'name' && tokens[i + 1]?.lower !== "'s" && isPersonLike(token)) {
      const subject = nameSubject(token, i);
      if (!led) return subject;
      fallback ??= subject;
    }
  }
  return fallback;
}

function isPersonLike(token: ClauseToken): boolean {
  return !token.name || token.name.entityType === 'person' || token.name.entityType === 'unknown';
}
