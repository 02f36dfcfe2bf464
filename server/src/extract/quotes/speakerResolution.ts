import type { Span } from '../../text/offsets.ts';
import { blockAt, type StructuredText } from '../../text/structuredText.ts';
import { textSpan, type FoundAttribution } from './attribution.ts';
import type { FoundQuote } from './blockQuotes.ts';
import { firstEndingAfter, type ClauseText } from './clauseTokens.ts';
import type { Attribution, NameMention, TextSpan } from '../mention.ts';
import { isRoleNoun } from './reportingCues.ts';
import { sentenceIndexAt } from './sentencePlaces.ts';
import { bringerOfText, leadingSubject, subjectOfReport } from './sentenceSubjects.ts';
import { pronounGender, type Cast, type Gender } from './speakers.ts';
import type { Subject } from './subjects.ts';

/** Everything that ascribing the quotations of one document needs. */
export interface Scene {
  readonly document: StructuredText;
  readonly sentences: readonly Span[];
  readonly source: ClauseText;
  readonly cast: Cast;
}

/** A quotation with its speaker. */
export interface Ascribed {
  readonly quote: FoundQuote;
  readonly attribution?: Attribution;
  /** Index of the quotation that it goes on from. */
  readonly continues?: number;
}

/** Quotations further back than this do not say whom a pronoun stands for. */
const FAR = 4000;

/** The attribution with what its pronoun, surname or role stands for. `done`: the quotations before. */
export function resolved(scene: Scene, found: FoundAttribution, done: readonly Ascribed[]): Attribution {
  const { text } = scene.document;
  const speaker = textSpan(text, found.subject);
  const stands = standsFor(scene, found.subject, speaker, done);
  return {
    speaker,
    speakerKind: found.subject.kind,
    ...(stands && { resolved: stands }),
    ...(found.via && { via: scene.cast.fullest(textSpan(text, found.via)) }),
    ...(found.cue && { cue: textSpan(text, found.cue) }),
    position: found.position,
    ...(found.inferred && { inferred: true as const }),
  };
}

function standsFor(scene: Scene, subject: Subject, speaker: TextSpan, done: readonly Ascribed[]): TextSpan | undefined {
  const { cast } = scene;
  if (subject.kind === 'name') return cast.fullest(speaker);
  if (subject.kind === 'role') return bearerOfRole(scene, speaker);
  if (subject.kind !== 'pronoun') return undefined;
  const word = speaker.text.toLowerCase();
  if (word === 'it') return readerOfText(scene, speaker.start);
  const gender = pronounGender(word);
  return gender && antecedent(scene, speaker.start, gender, done);
}

/** `it said`, where the sentence before has somebody by name read out or issue a text. */
function readerOfText({ cast, document, sentences, source }: Scene, at: number): TextSpan | undefined {
  const own = sentenceIndexAt(sentences, at);
  for (let i = own - 1; i >= 0 && i >= own - 2; i--) {
    const subject = bringerOfText(source, sentences[i]!);
    if (subject?.kind === 'name') return cast.fullest(textSpan(document.text, subject));
  }
  return undefined;
}

/** A name so near the start of a sentence is its subject: `Mr Henderson has`. */
const SUBJECT_LEAD = 12;

/** `Harbour FM`, `Ferry TV`: letters at the end are no surname. */
function isLettered(name: string): boolean {
  return / \p{Lu}{2,3}$/u.test(name) && !isShouted(name);
}

/** A run of capitals is a headline's, not a person's name. */
function isShouted(name: string): boolean {
  return / /u.test(name) && name === name.toUpperCase();
}

/** `Zvyozdochka spokesman Gladyshev`: the name belongs to the role behind it. */
function isAttribute(text: string, name: Span): boolean {
  const next = /^(?:['’]s)?\s+(\p{Ll}[\p{L}-]*)/u.exec(text.slice(name.end, name.end + 40));
  return next !== null && isRoleNoun(next[1]!);
}

/** So many sentences back a pronoun is looked up. */
const SENTENCES_BACK = 9;

/**
 * The person that `he` or `she` at `at` stands for: the last speaker, the last subject of a reporting verb, or the first
 * person of the last sentence that has one. A sentence that begins with the same pronoun is about the same person.
 */
function antecedent(scene: Scene, at: number, gender: Gender, done: readonly Ascribed[]): TextSpan | undefined {
  const { cast, document, sentences, source } = scene;
  const known = (person: TextSpan): Gender | undefined => cast.genderOf(cast.fullest(person)) ?? cast.genderOf(person);
  const fits = (person: TextSpan): boolean => (known(person) ?? gender) === gender;
  const last = sentenceIndexAt(sentences, at);
  const paragraph = blockAt(document.blocks, at)?.start ?? 0;
  let passed = false;
  for (let i = last; i >= 0 && last - i < SENTENCES_BACK; i--) {
    const span = { start: sentences[i]!.start, end: Math.min(at, sentences[i]!.end) };
    // `Less glad is Ada Brook, the mayor. “…,” he said.`: she may be misnamed, so that he is nobody of the paragraph before.
    if (passed && span.start < paragraph) return undefined;
    const spoken = spokenIn(done, span.start, span.end);
    const said = spoken && (spoken.resolved ?? (spoken.speakerKind === 'name' ? spoken.speaker : undefined));
    if (said && fits(said)) return said;
    if (i < last) {
      const subject = leadingSubject(source, span);
      if (subject?.kind === 'pronoun' && subject.lower === gender) continue;
      if (subject?.kind === 'name') {
        const named = cast.fullest(textSpan(document.text, subject));
        if (fits(named)) return named;
      }
      if (subject?.kind === 'role') {
        const bearer = bearerOfRole(scene, textSpan(document.text, subject));
        return bearer && fits(bearer) ? bearer : undefined;
      }
    }
    const reporter = subjectOfReport(source, span);
    if (reporter?.kind === 'name') {
      const named = cast.fullest(textSpan(document.text, reporter));
      const person = !reporter.name || reporter.name.entityType === 'person' || reporter.name.entityType === 'unknown';
      if (person && fits(named)) return named;
    }
    const end = i < last ? span.end : beforePronoun(scene, span, gender);
    const named = [...personsIn(cast, span.start, end)].filter(({ text }) => !isShouted(text) && !isLettered(text));
    const persons = named.filter(fits);
    if (
      i < last &&
      span.start >= paragraph &&
      persons.length === 0 &&
      named.some(({ entityType }) => entityType === 'person')
    )
      passed ||= beforePronoun(scene, span, gender) === span.end;
    const [first] = persons;
    const leads = first && first.start - span.start < SUBJECT_LEAD && !isAttribute(document.text, first);
    const best =
      (leads ? first : undefined) ??
      persons.find((person) => known(person) === gender) ??
      persons.find((person) => person.entityType === 'person') ??
      persons[0];
    if (best) return cast.fullest(best);
  }
  return undefined;
}

const PRONOUNS: Readonly<Record<Gender, RegExp>> = {
  he: /\b(?:he|him|his|himself)\b/giu,
  she: /\b(?:she|her|hers|herself)\b/giu,
};

/**
 * Where the first pronoun of a sentence stands that may mean the same person, outside quotations; else the sentence's end.
 * Whom it meant was named before: `Asked why he had never told X, he said`.
 */
function beforePronoun({ source: { text, quotations } }: Scene, { start, end }: Span, gender: Gender): number {
  for (const { index } of text.slice(start, end).matchAll(PRONOUNS[gender])) {
    const at = start + index;
    const quote = quotations[firstEndingAfter(quotations, at)];
    if (!quote || quote.start > at) return at;
  }
  return end;
}

/** The last attribution of a quotation that stands between the offsets. */
function spokenIn(done: readonly Ascribed[], start: number, end: number): Attribution | undefined {
  for (let i = done.length - 1; i >= 0; i--) {
    const { quote, attribution } = done[i]!;
    if (quote.end < start - FAR) return undefined;
    if (attribution && attribution.speaker.start >= start && attribution.speaker.start < end) return attribution;
  }
  return undefined;
}

function* personsIn(cast: Cast, start: number, end: number): Generator<NameMention> {
  for (let i = firstPersonFrom(cast, start); i < cast.persons.length && cast.persons[i]!.start < end; i++) {
    yield cast.persons[i]!;
  }
}

/** Index of the first person named at `at` or behind it. */
function firstPersonFrom(cast: Cast, at: number): number {
  let low = 0;
  let high = cast.persons.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cast.persons[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** So many persons before a role may bear it. */
const BEARERS = 300;

const BELONGING = /\b(?:of|for|from|at)\s+(?:(?:the|a|an|its|their|his|her)\s+)?(?:\p{L}+\s+){0,2}$/u;

/** `the army spokesman`: the person named last before to whom the document gives that role. */
function bearerOfRole({ cast, document }: Scene, role: TextSpan): TextSpan | undefined {
  if (!/^(?:the|his|her|their|its)\s/iu.test(role.text)) return undefined;
  const phrase = role.text.toLowerCase().replace(/^\p{L}+\s+/u, '');
  const wanted = phrase.split(/[^\p{L}-]+/u).filter((word) => !/^(?:of|for|from|at|the|a|an|s|)$/u.test(word));
  // `the trust` is not the chair of the trust: its last word must be what the person is.
  const head = phrase
    .replace(/\s(?:of|for|from|at)\s.*$/u, '')
    .split(/[^\p{L}-]+/u)
    .at(-1)!;
  const last = firstPersonFrom(cast, role.start) - 1;
  for (let i = last; i >= 0 && i > last - BEARERS; i--) {
    const person = cast.persons[i]!;
    const lead = document.text.slice(Math.max(0, person.start - phrase.length - 42), person.start).toLowerCase();
    const at = lead.search(/,?\s$/u) - phrase.length;
    // Behind `of the harbour` it is what somebody belongs to.
    const named = at >= 0 && lead.startsWith(phrase, at) && !BELONGING.test(lead.slice(0, at));
    const words = `${person.title?.text ?? ''} ${person.role?.text ?? ''}`.toLowerCase().split(/[^\p{L}-]+/u);
    const own = [person.title?.text ?? '', (person.role?.text ?? '').replace(/\s(?:of|for|from|at)\s.*$/u, '')];
    // `the governor` is not the deputy governor.
    if (words.some((word) => /^(?:deputy|vice|former|ex)$/u.test(word) && !wanted.includes(word))) continue;
    const isIt = own.some((text) =>
      text
        .toLowerCase()
        .split(/[^\p{L}-]+/u)
        .includes(head),
    );
    if (named || (isIt && wanted.every((word) => words.includes(word)))) return cast.fullest(person);
  }
  return undefined;
}

/** Is the subject the one that the attribution names? A pronoun is taken to be. */
export function sameSubject(scene: Scene, found: FoundAttribution, attribution: Attribution): boolean {
  if (found.subject.kind === 'pronoun') return true;
  const own = scene.cast.fullest(textSpan(scene.document.text, found.subject));
  return own.text === (attribution.resolved ?? attribution.speaker).text;
}

/** The same speaker, at another place. */
export function shared(attribution: Attribution, position: Attribution['position']): Attribution {
  return { ...attribution, position };
}
