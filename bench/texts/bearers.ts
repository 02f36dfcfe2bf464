import { randomFrom, type Random } from './random.ts';

/** A person as an article writes of him. */
export interface Person {
  readonly given: string;
  readonly middle: string;
  readonly family: string;
  readonly title: string;
}

const GIVEN =
  'Anna Marta Ilse Nadia Grace Ruth Amina Lena Sofia Clara Yusra Petra Maren Ines Tilda Rosa Hanne Zahra Elif Noor Vera Edith Milena Farah Jonas Peter Omar Daniel Viktor Samuel Imran Tomas Karl Hassan Emil Bruno Oscar Rafael Idris Anton Felix Hugo Stefan Malik Walter Leon Aaron Simon'.split(
    ' ',
  );
const FIRST =
  'Ab Al Bar Bel Bren Cal Car Dal Dor El Fal Fen Gar Hal Han Har Hol Ig Jan Kel Kor Lan Lor Mal Mar Mor Nor Ob Or Pel Per Quin Ral Ros Sal Sten Tar Tor Ul Ver Vol Wal Win Yar Zan'.split(
    ' ',
  );
const MIDDLE = 'a e i o u an en in on ar er or ad ed id os es as im om'.split(' ');
const FAMILY_END =
  'berg dale ford gaard hart holm ini kov ley man meyer moor nack nes ova quist ridge sen ski son stad stein ström ters thal vik ward well wood yemi zadeh'.split(
    ' ',
  );
const PLACE_END = 'ton burg ville port mouth stead bridge field haven minster wick grad abad pur dorf'.split(' ');
const TITLES =
  'Minister Senator Professor Dr Colonel Judge Mayor Commissioner Governor Inspector Captain Ambassador'.split(' ');
const BODIES =
  'Water Authority|Transport Board|Health Commission|Statistics Office|Housing Agency|Rescue Service|Trade Council|Energy Institute|Police Department|Farmers Union'.split(
    '|',
  );

/** The person of this number: always the same, and hardly ever another's namesake. */
export function person(number: number): Person {
  const random = randomFrom(1_000_000 + number);
  return {
    given: random.pick(GIVEN),
    middle: random.chance(0.3) ? 'ABCDEFGHJKLMNPRSTW'[random.between(0, 17)]! : '',
    family: stem(random) + random.pick(FAMILY_END),
    title: random.chance(0.6) ? random.pick(TITLES) : '',
  };
}

/** The place of this number. */
export function place(number: number): string {
  const random = randomFrom(2_000_000 + number);
  const name = stem(random) + random.pick(PLACE_END);
  return random.chance(0.15) ? `Port ${name}` : name;
}

/** An organisation of a place, with its acronym. */
export function organisation(number: number): { readonly name: string; readonly acronym: string } {
  const random = randomFrom(3_000_000 + number);
  const name = `${place(random.between(0, 400))} ${random.pick(BODIES)}`;
  const acronym = name.split(' ').map((word) => word[0]!);
  return { name, acronym: acronym.join('') };
}

/** The ways in which one article after another writes the same person. */
export function spelling({ given, middle, family, title }: Person, random: Random): string {
  const ways = [`${given} ${family}`, `${given} ${family}`, `${given[0]}. ${family}`];
  if (middle) ways.push(`${given} ${middle}. ${family}`, `${given} ${middle}. ${family}`);
  if (title) ways.push(`${title} ${given} ${family}`, `${title} ${given} ${family}`);
  return random.pick(ways);
}

function stem(random: Random): string {
  return random.pick(FIRST) + (random.chance(0.8) ? random.pick(MIDDLE) : '');
}
