import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';
import type { NameMention, TextSpan } from '../mention.ts';

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
const MALE_NAMES: ReadonlySet<string> = new Set(
  `aaron adam adrian ahmed aidan alan albert alejandro alex alexander alfred ali allan andre andrea andrew andy angus anthony
   antonio arsene arthur barack barry ben benjamin bernard bill billy bob bobby boris brad bradley brendan brian bruce bryan
   callum calvin cameron carl carlos charles charlie chris christian christopher clive colin connor craig cristiano daniel
   danny darren dave david dean dennis derek dermot diego dmitry dominic don donald douglas duncan dylan ed eddie edward
   emmanuel eric ernest ethan ewan fabio felix fernando francis francois frank fraser fred gareth gary gavin geoff george
   gerald gerard glenn gordon graeme graham grant greg gregory guy hamid harold harry hassan henry howard hugh hugo hussein
   iain ian imran ivan jack jacob jake jakob james jamie jason javier jay jeff jeffrey jeremy jerome jerry jim jimmy joe
   joel john johnny jon jonas jonathan jordan jorge jose joseph josh joshua juan julian jurgen justin karl keith ken kenneth
   kenny kevin khalid kyle larry lars laurence lawrence lee leo leon leonard lewis liam lionel louis luca lucas luis luke
   magnus malcolm marc marco marcus mario mark martin marvin mathew matt matthew maurice max michael mick miguel mike
   mohamed mohammad mohammed muhammad nathan neil nelson niall nicholas nick nicolas nigel noel norman oleg oliver omar
   oscar oskar owen pablo patrick paul pedro peter phil philip phillip pierre rafael ralph ray raymond ricardo richard rick
   rob robert roberto robin rodrigo roger roland ron ronald ross roy rupert russell ryan sajid salman samuel scott sean
   sebastian sergei sergio shane shaun simon stefan stephen steve steven stewart stuart sven ted terry theo thomas tim
   timothy tom tomas tommy tony trevor vince vincent vladimir walter warren wayne will william willie xavier yusuf zac`.split(
    /\s+/u,
  ),
);
const FEMALE_NAMES: ReadonlySet<string> = new Set(
  `abigail agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andie angela anita ann anna anne annie
   april audrey barbara beatrice becky bella bernadette beth betty beverley bianca bridget camilla carla carmen carol
   caroline carolina carolyn catherine cathy cecilia charlotte cheryl chloe christina christine claire clara claudia
   colleen courtney daisy daniela danielle dawn deborah debbie denise diana diane dolores donna doreen doris dorothy
   eileen elaine eleanor elena elisabeth eliza elizabeth ella ellen emily emma erica erin esther eva eve evelyn fatima
   fiona florence frances gabriella gemma georgia georgina geraldine gina gloria grace gwen hannah harriet hazel heather
   heidi helen helena hilary hillary holly ines ingrid irene iris isabel isabella isobel ivana ivanka jackie jacqueline
   jane janet janice jean jen jennifer jenny jessica jill joan joanna joanne josephine joyce judith judy julia julie
   juliet karen kate katherine kathleen kathryn katie kay kayla kelly kerry kim kirsty kirsten kristen laura lauren
   leanne leila lena lesley lily linda lisa liz liza lois lorraine louise lucia lucy lydia lynn maggie mandy margaret
   margery maria marie marilyn marina marion marissa martha mary maureen megan melanie melissa michelle mildred miranda
   miriam moira mona monica nadia nancy naomi natalie natasha nicola nicole nina nora olivia pamela patricia paula
   pauline penelope penny petra philippa phoebe polly priya rachel rebecca renee rhona rita roberta rosa rose rosemary
   ruth sabrina sally samantha sandra sara sarah serena shannon sharon sheila shirley sian silvia sonia sophia sophie
   stella stephanie sue susan susanna suzanne suzette sylvia tamara tanya tara teresa tessa theresa tina tracey tracy
   ursula valerie vanessa vera veronica victoria violet virginia vivian wendy yasmin yvette yvonne zara zoe`.split(
    /\s+/u,
  ),
);

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
    if (mayBePerson(name) || (alone && (bearers.has(fold(name.text)) || near()))) persons.push(name);
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
