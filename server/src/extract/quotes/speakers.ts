import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';
import type { NameMention, TextSpan } from '../mention.ts';
import { FEMALE_NAMES, MALE_NAMES } from './firstNames.ts';

export type Gender = 'he' | 'she';

/** The persons of a document, for resolving surnames, pronouns and roles. */
export interface Cast {
  /** Mentions that may be persons, in order, none of them inside a quotation. */
  readonly persons: readonly NameMention[];
  /** The fullest name of the bearer of a mention; the mention itself if there is none fuller. */
  fullest(mention: TextSpan): TextSpan;
  /** From titles, roles and common first names; undefined if nothing tells. */
  genderOf(mention: TextSpan): Gender | undefined;
}

const STARTS_SENTENCE = /(?:^|[.!?…\n]["”’')]?\s*)$/u;
const GOES_ON_AS_PERSON = /^,? who(?:se|m)?\b|^, \d{2},/u;
const MALE_TITLE = /^(?:mr|sir|lord|king|prince|father|fr|pope|baron|duke|earl|count|brother|imam|rabbi)\b/iu;
const FEMALE_TITLE = /^(?:mrs|ms|miss|lady|dame|queen|princess|baroness|duchess|countess|sister|madam)\b/iu;
const MALE_ROLE =
  /(?<!wo)man$|(?:^|\s)(?:he|his|father|brother|son|husband|actor|king|prince|boy|grandfather|uncle|nephew)$/iu;
const FEMALE_ROLE =
  /woman$|(?:^|\s)(?:she|her|mother|sister|daughter|wife|actress|queen|princess|girl|grandmother|aunt|niece)$/iu;

/** Collects the persons of a document's text. `quotations` are spans with their marks, in order. */
export function castOf(text: string, names: readonly NameMention[], quotations: readonly Span[]): Cast {
  const forms = new Map<string, Form>();
  const bearers = new Map<string, Form[]>();
  const genders = new Map<string, Gender>();
  for (const name of names) {
    if (!mayBePerson(name)) continue;
    if (/\s/u.test(name.text)) addForm(name, forms, bearers);
    const gender = ownGender(name);
    if (gender) {
      genders.set(fold(name.text), gender);
      if (name.title || !genders.has(lastPart(name.text))) genders.set(lastPart(name.text), gender);
    }
  }
  const persons: NameMention[] = [];
  let quote = 0;
  for (const name of names) {
    while (quote < quotations.length && quotations[quote]!.end <= name.start) quote++;
    const quoted = quotations[quote] !== undefined && quotations[quote]!.start <= name.start;
    if (quoted) continue;
    // A name of one word may be a surname: if it is a known one, if a sentence begins with it, or if `who` goes on with it.
    const alone = name.entityType === 'unknown' && !name.demonym;
    const near = (): boolean =>
      STARTS_SENTENCE.test(text.slice(Math.max(0, name.start - 4), name.start)) ||
      GOES_ON_AS_PERSON.test(text.slice(name.end, name.end + 8));
    const known = bearers.has(fold(name.text));
    if (mayBePerson(name) || (alone && (known || near()))) persons.push(name);
    // A surname that the extractor took for a place, where a sentence begins with it: `Hartnell, who is 52, spoke`.
    else if (known && !name.demonym && name.entityType !== 'work' && near() && isSurname(name))
      persons.push({ ...name, entityType: 'person' });
  }

  function isSurname({ text: word }: NameMention): boolean {
    const folded = fold(word);
    return bearers
      .get(folded)!
      .some(({ folded: full, first }) => first.entityType === 'person' && full.endsWith(` ${folded}`));
  }

  function fullest(mention: TextSpan): TextSpan {
    const key = fold(mention.text);
    const wanted = key.split(' ');
    const fitting = (bearers.get(lastPart(mention.text).split('-').at(-1)!) ?? []).filter(
      ({ folded }) => folded.length > key.length && wanted.every((part) => folded.includes(part)),
    );
    const meant = nearest(fitting, mention.start);
    if (!meant) return { start: mention.start, end: mention.end, text: mention.text };
    const fuller = fitting.find(
      (form) => form.folded.length > meant.folded.length && holdsParts(form.folded, meant.folded),
    );
    const { start, end, text: words } = (fuller ?? meant).first;
    return { start, end, text: words };
  }

  return {
    persons,
    fullest,
    genderOf: (mention) =>
      genders.get(fold(mention.text)) ?? genders.get(lastPart(mention.text)) ?? firstNameGender(mention.text),
  };
}

/** One way in which a document writes a full name. */
interface Form {
  readonly folded: string;
  readonly first: NameMention;
  /** Where its mentions start, in order. */
  readonly starts: number[];
}

function addForm(name: NameMention, forms: Map<string, Form>, bearers: Map<string, Form[]>): void {
  const folded = fold(name.text);
  const known = forms.get(folded);
  if (known) {
    known.starts.push(name.start);
    return;
  }
  const form = { folded, first: name, starts: [name.start] };
  forms.set(folded, form);
  for (const part of new Set(folded.split(/[ -]/u))) {
    const list = bearers.get(part);
    if (list) list.push(form);
    else bearers.set(part, [form]);
  }
}

/** Of several bearers of a surname the one named last before `at`; else the one named first behind it. */
function nearest(forms: readonly Form[], at: number): Form | undefined {
  let best: Form | undefined;
  let bestStart = -1;
  for (const form of forms) {
    const start = lastBefore(form.starts, at);
    if (start > bestStart) {
      best = form;
      bestStart = start;
    }
  }
  return best ?? forms[0];
}

function lastBefore(starts: readonly number[], at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 ? -1 : starts[low - 1]!;
}

function holdsParts(long: string, short: string): boolean {
  const parts = long.split(/[ -]/u);
  return short.split(/[ -]/u).every((part) => parts.includes(part));
}

function mayBePerson(name: NameMention): boolean {
  if (name.demonym) return false;
  return (
    name.entityType === 'person' ||
    (name.entityType === 'unknown' && (name.title !== undefined || /\s/u.test(name.text)))
  );
}

function lastPart(name: string): string {
  const folded = fold(name);
  return folded.slice(folded.lastIndexOf(' ') + 1);
}

function ownGender(name: NameMention): Gender | undefined {
  const title = name.title?.text ?? '';
  if (MALE_TITLE.test(title)) return 'he';
  if (FEMALE_TITLE.test(title)) return 'she';
  for (const words of [title, name.role?.text ?? '']) {
    if (FEMALE_ROLE.test(words)) return 'she';
    if (MALE_ROLE.test(words)) return 'he';
  }
  return firstNameGender(name.text);
}

/** What a pronoun says: `he`, `her`. */
export function pronounGender(pronoun: string): Gender | undefined {
  const word = pronoun.toLowerCase();
  return /^(?:he|him|his)$/u.test(word) ? 'he' : /^(?:she|her)$/u.test(word) ? 'she' : undefined;
}

/** What a courtesy title says: `Mr`, `Ms`. */
export function titleGender(title: string): Gender | undefined {
  return MALE_TITLE.test(title) ? 'he' : FEMALE_TITLE.test(title) ? 'she' : undefined;
}

/** What the first of several names says, if it is a common one. */
export function firstNameGender(name: string): Gender | undefined {
  const first = fold(name).split(/[ -]/u);
  if (first.length < 2) return undefined;
  if (MALE_NAMES.has(first[0]!)) return 'he';
  return FEMALE_NAMES.has(first[0]!) ? 'she' : undefined;
}
