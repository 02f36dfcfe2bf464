import type { Span } from '../../text/offsets.ts';
import type { ClauseText, ClauseToken } from './clauseTokens.ts';
import { clauseTokens, isHonorific } from './clauseTokens.ts';
import type { Attribution, TextSpan } from '../mention.ts';
import { cueAt, cueOf, SPEECH_NOUNS } from './reportingCues.ts';
import type { Subject } from './subjects.ts';
import { isPronoun, mainSubject, subjectAfter, subjectBefore } from './subjects.ts';

/** An attribution before its speaker is resolved. */
export interface FoundAttribution {
  readonly subject: Subject;
  /** Who reports that the subject said it. */
  readonly via?: Subject;
  readonly cue?: Span;
  readonly position: Attribution['position'];
  /** Nobody is said to have spoken: the subject was guessed from the sentence. */
  readonly inferred?: true;
}

const SENTENCE_END = /[.!?…]["”’')\]]*$/u;
/** Verbs that follow the words they report: `“…” Mr Lea said.` */
const PARTICLES: ReadonlySet<string> = new Set(['out', 'on', 'up', 'down', 'off']);

/**
 * The speaker named in the sentence before the quotation: `X said: “…”`, `X, saying “…”`, `according to X, “…”`,
 * `X’s word for it was “…”`. `start` is where the sentence starts. `full`: the quotation is a sentence of its own.
 */
export function attributionBefore(
  source: ClauseText,
  start: number,
  quote: Span,
  full: boolean,
): FoundAttribution | undefined {
  const tokens = clauseTokens(source, start, quote.start, true);
  const last = tokens.at(-1);
  if (!last) return undefined;
  const led = last.lower === ':' || last.lower === ',';
  for (let k = tokens.length - 1; k >= 0; k--) {
    const token = tokens[k]!;
    if (token.kind === 'punctuation' && /^[;]$/u.test(token.lower)) break;
    if (token.kind === 'quote' && full && led) break;
    const near = led || tokens.length - k <= 3;
    const found = attributionAt(tokens, k, near);
    if (!found) continue;
    const quoted = led ? whomQuoted(tokens, k) : undefined;
    if (quoted) return { subject: quoted, via: found, cue: token, position: 'before' };
    // `X said that her party offers “…”`: a weak verb does not take the words from X; a strong one does, by X's account.
    const outer = outerSubject(tokens, Math.min(k, found.left));
    if (outer && found.kind !== 'name' && !cueAt(tokens, k)?.strong)
      return { subject: outer, cue: token, position: 'before' };
    return { subject: found, ...(outer && { via: outer }), cue: token, position: 'before' };
  }
  if (last.lower === ':') {
    const subject = mainSubject(tokens);
    // `It was her client’s sentence that made the interpreter, X, stop: “…”`: only what leads the sentence surely speaks.
    const leads = subject && tokens.slice(0, subject.left).every((token) => isHonorific(token) || isOpening(token));
    return subject && { subject, position: 'before', ...(!leads && { inferred: true }) };
  }
  const viewer = led ? undefined : viewerBefore(tokens);
  if (viewer) return { subject: viewer, position: 'before' };
  // `Solheim has “learned …”`: the words are the predicate of a person.
  if (
    !full &&
    last.kind === 'word' &&
    /^(?:has|had|is|was|would|will|could|can|must|should|did|to|not)$/u.test(last.lower)
  ) {
    const subject = subjectBefore(tokens, tokens.length);
    if (
      subject &&
      (subject.kind === 'pronoun' || subject.name?.entityType === 'person') &&
      !/^it$/iu.test(textOf(source, subject))
    ) {
      return { subject, position: 'before' };
    }
  }
  return undefined;
}

/** So many words may stand between the verb of a view and its words. */
const VIEW_REACH = 7;

/** Whose view leads to the words at the end: `To X the town is “…”`, `X sees in it “…”`, `X regards it as “…”`. */
function viewerBefore(tokens: readonly ClauseToken[]): Subject | undefined {
  const last = tokens.at(-1)!;
  if (tokens[0]!.lower === 'to' && /^(?:is|are|was|were)$/u.test(last.lower) && tokens.length > 3) {
    const [, next] = tokens;
    const pronoun = /^(?:him|her)$/u.test(next!.lower);
    // `To her father it was`
    const own = pronoun && (next!.lower === 'him' || /^(?:[,]|it|the|this|that)$/u.test(tokens[2]!.lower));
    if (own) return { start: next!.start, end: next!.end, kind: 'pronoun', left: 1 };
    return next!.kind === 'name' && next!.name?.entityType === 'person' ? subjectAfter(tokens, 0) : undefined;
  }
  for (let k = tokens.length - 2; k > 0 && k >= tokens.length - VIEW_REACH; k--) {
    const { kind, lower } = tokens[k]!;
    if (kind === 'quote' || kind === 'punctuation') return undefined;
    if (!/^(?:sees|saw|regards|regarded|views|viewed)$/u.test(lower) || isNoun(tokens, k)) continue;
    if (last.lower !== 'as' && !(tokens[k + 1]!.lower === 'in' && /^(?:sees|saw)$/u.test(lower))) return undefined;
    return passiveBefore(tokens, k) ? undefined : subjectBefore(tokens, k);
  }
  return undefined;
}

/** What may stand before the subject that a sentence begins with: articles, `And`, `Then`. */
function isOpening({ kind, lower }: ClauseToken): boolean {
  return kind === 'word' && /^(?:the|a|an|and|but|so|then|yet|or|for|now|here|again|still)$/u.test(lower);
}

function textOf(source: ClauseText, span: Span): string {
  return source.text.slice(span.start, span.end);
}

/** The person by name who says what tokens before `k` lead to. */
function outerSubject(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  for (let i = k - 1; i > 0; i--) {
    const token = tokens[i]!;
    if (token.kind === 'quote' || /^[:;]$/u.test(token.lower)) return undefined;
    const cue = token.kind === 'word' ? cueOf(token.lower) : undefined;
    if (!cue?.strong || cue.form === 'participle' || cue.form === 'base' || passiveBefore(tokens, i)) continue;
    const subject = subjectBefore(tokens, i);
    if (subject) return subject.kind === 'name' ? subject : undefined;
  }
  return undefined;
}

/** The subject of the cue at token `k`, if one stands there. */
function attributionAt(tokens: readonly ClauseToken[], k: number, near: boolean): Subject | undefined {
  const token = tokens[k]!;
  if (token.kind !== 'word') return undefined;
  if (token.lower === 'to' && tokens[k - 1]?.lower === 'according') return subjectAfter(tokens, k);
  if (SPEECH_NOUNS.has(token.lower)) {
    const owner = ownerBefore(tokens, k);
    if (owner) return owner;
    if (tokens[k + 1]?.lower === 'of') return subjectAfter(tokens, k + 1);
  }
  const cue = cueAt(tokens, k);
  if (!cue || !(cue.strong || near)) return undefined;
  if (isNoun(tokens, k) || isReducedPassive(tokens, k)) return undefined;
  if (cue.form === 'past' && passiveBefore(tokens, k)) {
    const by = tokens.findIndex((other, i) => i > k && i < k + 8 && other.lower === 'by');
    if (by > 0) return subjectAfter(tokens, by);
    if (cue.base !== 'quote' && cue.base !== 'cite') return undefined;
  }
  if (cue.form === 'participle' && ENDS_SPEECH.test(tokens[k - 1]?.lower ?? '')) return undefined;
  if (cue.form === 'participle' && !progressive(tokens, k)) return participleSubject(tokens, k);
  const mayInvert = cue.strong && cue.form !== 'base' && cue.form !== 'participle';
  // `Recalls X: “…”`
  if (k === 0 && mayInvert) return subjectAfter(tokens, k);
  return (mayInvert ? asideAt(tokens, k) : undefined) ?? subjectBefore(tokens, k);
}

/** `The bridge, said X, had been “…”`: between commas the verb stands before its subject. */
function asideAt(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  if (tokens[k - 1]?.lower !== ',' || tokens[k + 1]?.kind !== 'name') return undefined;
  const subject = subjectAfter(tokens, k);
  const next = subject && tokens.find(({ start }) => start >= subject.end);
  return next?.lower === ',' ? subject : undefined;
}

/** `the report`, `X’s offer`: the word at `k` is no verb. */
export function isNoun(tokens: readonly ClauseToken[], k: number): boolean {
  return /^(?:the|a|an|this|his|her|their|its|my|our|your|'s)$/u.test(tokens[k - 1]?.lower ?? '');
}

/** `leader accused of “…”`: what stands before is whom it was said of. */
function isReducedPassive(tokens: readonly ClauseToken[], k: number): boolean {
  const verb = /^(?:accused|criticised|criticized|praised|slammed|blasted|hailed|condemned|denounced)$/u;
  return verb.test(tokens[k]!.lower) && /^(?:of|for|over|as|by)$/u.test(tokens[k + 1]?.lower ?? '');
}

/** `Kakar’s phrase`, `his word`: whose. */
export function ownerBefore(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  for (let i = k - 1; i >= 0 && i >= k - 3; i--) {
    const token = tokens[i]!;
    if (/^(?:his|her|their|my|our)$/u.test(token.lower))
      return { start: token.start, end: token.end, kind: 'pronoun', left: i };
    if (token.lower === "'s" || (token.lower === "'" && i > 0)) return subjectBefore(tokens, i);
    if (token.kind !== 'word') return undefined;
  }
  return undefined;
}

/** Is the past form at `k` a passive: `was described`? */
export function passiveBefore(tokens: readonly ClauseToken[], k: number): boolean {
  for (let i = k - 1; i >= 0 && i >= k - 3; i--) {
    const { lower, kind } = tokens[i]!;
    if (/^(?:was|were|been|being|is|are|be|got)$/u.test(lower)) return true;
    if (kind !== 'word' || !/ly$|^(?:also|once|widely|not|then)$/u.test(lower)) return false;
  }
  return false;
}

function progressive(tokens: readonly ClauseToken[], k: number): boolean {
  return /^(?:was|were|is|are|been|be|am|started|began|begun|kept|stopped)$/u.test(tokens[k - 1]?.lower ?? '');
}

/** `stop writing`, `without saying`: nobody speaks. */
const ENDS_SPEECH = /^(?:stop|stops|avoid|avoids|avoided|without|from|quit|quits|finish|finishes|finished)$/u;

/** `X quotes her father: “…”`: whose words they are. */
function whomQuoted(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  const cue = cueOf(tokens[k]!.lower);
  if ((cue?.base !== 'quote' && cue?.base !== 'cite') || passiveBefore(tokens, k)) return undefined;
  const subject = subjectAfter(tokens, k);
  return subject && subject.kind !== 'pronoun' ? subject : undefined;
}

/** Verbs by which somebody passes on what another said. */
const RELAYS: ReadonlySet<string> = new Set(['recall', 'quote', 'report', 'cite', 'recount', 'remember', 'relate']);

/** `to Mr | X`: a title at `i` behind a preposition. */
function isHonorificAfter(tokens: readonly ClauseToken[], i: number): boolean {
  const token = tokens[i];
  return (
    token !== undefined &&
    isHonorific(token) &&
    /^(?:to|of|with|by|for|from|at|on|against|about)$/u.test(tokens[i - 1]?.lower ?? '')
  );
}

/** `X suggested that …, saying “…”`: the subject of the verb before, or of the sentence. */
function participleSubject(tokens: readonly ClauseToken[], k: number): Subject | undefined {
  const before = tokens[k - 1];
  const object =
    /^(?:to|of|with|by|for|from|at|on|against|about)$/u.test(tokens[k - 2]?.lower ?? '') ||
    isHonorificAfter(tokens, k - 2);
  if (!object && (before?.kind === 'name' || (before && isPronoun(before.lower)))) return subjectBefore(tokens, k);
  // `reports X as saying`, `recalled the inspector, X, saying`
  if (before?.lower === 'as') return subjectBefore(tokens, k - 1);
  for (let i = k - 1; i >= 0; i--) {
    const cue = tokens[i]!.kind === 'word' ? cueOf(tokens[i]!.lower) : undefined;
    if (cue?.strong && cue.form !== 'participle') {
      if (tokens[k]!.lower === 'saying' && RELAYS.has(cue.base)) return subjectBefore(tokens, k);
      const subject = subjectBefore(tokens, i);
      if (subject) return subject;
    }
  }
  return mainSubject(tokens);
}

/**
 * The speaker named behind the quotation in its sentence: `“…,” X said`, `“…,” said X`, `“…” in Y, he says`, `“…” was X’s
 * word`. `newSentence`: the words close with a full stop, so what follows may be another sentence.
 */
export function attributionAfter(
  source: ClauseText,
  quote: Span,
  end: number,
  full: boolean,
  newSentence: boolean,
): FoundAttribution | undefined {
  const tokens = clauseTokens(source, quote.end, end, newSentence);
  let from = 0;
  while (tokens[from]?.kind === 'punctuation' && /^[,.\-–—)\]]$/u.test(tokens[from]!.lower)) from++;
  const joined = /^(?:and|but|while)$/u.test(tokens[from]?.lower ?? '');
  while (/^(?:as|and|but|while|so|then)$/u.test(tokens[from]?.lower ?? '') && !full) from++;
  const body = tokens.slice(from);
  const first = body[0];
  if (!first) return undefined;
  if (newSentence && first.capital) return shortAttribution(body);
  const quoteAt = body.findIndex((token) => token.kind === 'quote' || /^[:;]$/u.test(token.lower));
  const limit = quoteAt < 0 ? body.length : quoteAt;
  const found = scanAfter(body.slice(0, limit), full);
  // `“…”, and Y asks for more` is a clause of its own.
  return joined && found?.subject.left === 0 ? undefined : found;
}

function scanAfter(body: readonly ClauseToken[], full: boolean): FoundAttribution | undefined {
  const first = body[0];
  if (!first) return undefined;
  if (first.lower === 'according' && body[1]?.lower === 'to') return after(subjectAfter(body, 1), body[1]);
  // `described as “…” by X`
  if (first.lower === 'by') return after(subjectAfter(body, 0), first);
  const opening = first.kind === 'word' ? cueOf(first.lower) : undefined;
  if (opening && opening.form !== 'participle') {
    const subject = subjectAfter(body, PARTICLES.has(body[1]?.lower ?? '') ? 1 : 0);
    if (subject) return after(subject, first);
  }
  if (/^(?:was|is|were|are)$/u.test(first.lower)) {
    const noun = body.findIndex((token, i) => i < 9 && token.kind === 'word' && SPEECH_NOUNS.has(token.lower));
    const owner =
      noun > 0
        ? (ownerBefore(body, noun) ?? (body[noun + 1]?.lower === 'of' ? subjectAfter(body, noun + 1) : undefined))
        : undefined;
    if (owner) return after(owner, body[noun]);
    const called = body.findIndex((token, i) => i < 18 && token.kind === 'word' && cueAt(body, i)?.strong);
    const isWay = body[1]?.lower === 'the' && body[2]?.lower === 'way';
    if (called > 0 && (isWay || /^(?:how|what|all)$/u.test(body[1]!.lower)))
      return after(subjectBefore(body, called), body[called]);
    return undefined;
  }
  for (let k = 1; k < body.length && k < 32; k++) {
    const token = body[k]!;
    if (token.kind !== 'word') continue;
    const clauseStart = (i: number): boolean =>
      i === 0 || body[i - 1]!.lower === ',' || /^(?:and|but|as|–|—)$/u.test(body[i - 1]!.lower);
    if (token.lower === 'to' && body[k - 1]!.lower === 'according' && clauseStart(k - 1))
      return after(subjectAfter(body, k), token);
    const cue = cueAt(body, k);
    if (!cue || cue.form === 'participle' || passiveBefore(body, k) || isNoun(body, k)) continue;
    if (cue.strong && cue.form !== 'base' && body[k - 1]!.lower === ',') {
      // `“…” ideas for the middle class, said X`
      const unnamed = body.slice(0, k).every((other) => other.kind !== 'name' && !isPronoun(other.lower));
      const inverted = unnamed ? subjectAfter(body, k) : undefined;
      if (inverted?.kind === 'name') return after(inverted, token);
    }
    const bare = k + 1 >= body.length || body[k + 1]!.kind === 'punctuation';
    if (!cue.strong && !bare && k > 4) continue;
    const subject = subjectBefore(body, k);
    if (!subject) continue;
    const { left } = subject;
    if (clauseStart(left) && (left === 0 || !full || body[left - 1]!.lower !== ',' || k - left < 6)) {
      const inner = reportedSpeaker(body, k);
      return inner ? { subject: inner, via: subject, cue: token, position: 'after' } : after(subject, token);
    }
    if (full && left > 0) return undefined;
  }
  return undefined;
}

/** `X recalled the attendant | saying`, `X quoted Y as saying`: whom the subject of the cue at `k` reports. */
function reportedSpeaker(body: readonly ClauseToken[], k: number): Subject | undefined {
  const saying = body.findIndex((token, i) => i > k + 1 && i < k + 12 && token.lower === 'saying');
  if (saying < 0 || body.slice(k + 1, saying).some((token) => token.kind === 'punctuation')) return undefined;
  return subjectBefore(body, body[saying - 1]!.lower === 'as' ? saying - 1 : saying);
}

function after(subject: Subject | undefined, cue: Span | undefined): FoundAttribution | undefined {
  if (!subject) return undefined;
  return cue ? { subject, cue, position: 'after' } : { subject, position: 'after' };
}

/** `“….” Mr Lea said.`: a sentence that does nothing but ascribe what stands before it. */
function shortAttribution(body: readonly ClauseToken[]): FoundAttribution | undefined {
  if (body.some((token) => token.kind === 'quote' || token.lower === ':')) return undefined;
  const k = body.findIndex((token, i) => i < 14 && token.kind === 'word' && cueOf(token.lower)?.strong === true);
  const cue = k > 0 ? cueOf(body[k]!.lower)! : undefined;
  if (!cue || cue.form === 'participle') return undefined;
  const rest = body.slice(k + 1).filter((token) => token.kind !== 'punctuation');
  const telling = cue.base === 'tell' || cue.base === 'inform';
  const next = rest[0];
  if (rest.length > 9 || (telling && !next) || rest.some((token) => /^(?:that|how|whether|what)$/u.test(token.lower)))
    return undefined;
  const adverbial =
    !next ||
    telling ||
    /^(?:in|on|at|to|during|after|before|when|while|from|via|outside|yesterday|today|later|afterwards|last|of)$|ly$|day$/u.test(
      next.lower,
    );
  if (!adverbial) return undefined;
  const subject = subjectBefore(body, k);
  return subject?.left === 0 ? { subject, cue: body[k]!, position: 'after' } : undefined;
}

/** Does the text end a sentence? */
export function endsSentence(text: string): boolean {
  return SENTENCE_END.test(text.trimEnd());
}

/** A span together with its words. */
export function textSpan(text: string, span: Span): TextSpan {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}
