import { organisation, person, place, spelling, type Person } from './bearers.ts';
import { randomFrom, type Random } from './random.ts';
import { VOCABULARY } from './vocabulary.ts';

/** A quotation of an article with the sentence that it stands in. */
export interface QuotedSentence {
  readonly words: string;
  readonly sentence: string;
}

/** An article, and what a draft may take from it. */
export interface Article {
  /** Relative path in the corpus. */
  readonly path: string;
  readonly text: string;
  readonly quotes: readonly QuotedSentence[];
  /** Sentences with a figure in them. */
  readonly figures: readonly string[];
  /** Sentences with a name and without quotation marks. */
  readonly names: readonly string[];
  /** Sentences without any of these. */
  readonly plain: readonly string[];
}

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const THINGS =
  'houses patients vessels permits teachers complaints vehicles applicants hectares families arrests pupils visitors farms'.split(
    ' ',
  );
/** About so many people are known to everybody; the others to one article or two. */
const KNOWN_PEOPLE = 3000;
/** An article is ended when it is so long. */
const FULL = 4700;

/** The article of this number, which is the same whatever the size of the corpus. */
export function article(number: number): Article {
  const random = randomFrom(number);
  const found = {
    quotes: [] as QuotedSentence[],
    figures: [] as string[],
    names: [] as string[],
    plain: [] as string[],
  };
  const cast = castOf(number, random);
  const introduced = new Set<Person>();
  const date = `${random.between(1, 28)} ${random.pick(MONTHS)} ${random.between(2015, 2025)}`;

  const nameOf = (who: Person): string => {
    if (introduced.has(who)) return random.chance(0.2) && who.title ? `${who.title} ${who.family}` : who.family;
    introduced.add(who);
    return spelling(who, random);
  };
  const sentence = (): string => {
    const draw = random.next();
    if (draw < 0.17) {
      const made = quoteSentence(random, nameOf(random.pick(cast.people)));
      found.quotes.push(made);
      return made.sentence;
    }
    const [list, made] =
      draw < 0.37
        ? ([found.figures, figureSentence(random, cast.organisation(), random.pick(cast.places))] as const)
        : draw < 0.55
          ? ([found.names, nameSentence(random, nameOf(random.pick(cast.people)), cast.organisation())] as const)
          : ([found.plain, plainSentence(random)] as const);
    list.push(made);
    return made;
  };

  const headline = capital(`${phrase(random)} ${random.zipf(VOCABULARY.verbs)} in ${cast.places[0]}`);
  const paragraphs = [`${cast.places[0]!.toUpperCase()}, ${date} - ${sentence()}`];
  for (let length = headline.length; length < FULL;) {
    const paragraph = Array.from({ length: random.between(2, 4) }, sentence).join(' ');
    length += paragraph.length + 2;
    paragraphs.push(paragraph);
  }
  const isMarkdown = number % 5 === 4;
  const head = isMarkdown ? `---\ntitle: ${headline}\ndate: ${date}\n---\n\n# ${headline}` : headline;
  const name = `${String(Math.floor(number / 100)).padStart(4, '0')}/article-${String(number).padStart(6, '0')}`;
  return {
    path: `${name}.${isMarkdown ? 'md' : 'txt'}`,
    text: `${head}\n\n${paragraphs.join('\n\n')}\n`,
    ...found,
  };
}

function castOf(number: number, random: Random) {
  const known = Array.from({ length: random.between(2, 4) }, () => person(zipfNumber(random, KNOWN_PEOPLE)));
  const own = Array.from({ length: random.between(2, 4) }, (_, i) => person(KNOWN_PEOPLE + 4 * number + i));
  const organisations = Array.from({ length: 3 }, () => organisation(zipfNumber(random, 2000)));
  const introduced = new Set<string>();
  return {
    people: [...known, ...own],
    places: [place(zipfNumber(random, 1500)), place(1500 + Math.floor(number / 3)), place(zipfNumber(random, 1500))],
    organisation(): string {
      const { name, acronym } = random.pick(organisations);
      if (introduced.has(name)) return random.chance(0.6) ? `the ${acronym}` : `the ${name}`;
      introduced.add(name);
      return `the ${name} (${acronym})`;
    },
  };
}

function zipfNumber(random: Random, size: number): number {
  return Math.floor((size + 1) ** random.next()) - 1;
}

function phrase(random: Random): string {
  const noun = random.zipf(VOCABULARY.nouns);
  return random.chance(0.5) ? `the ${random.zipf(VOCABULARY.adjectives)} ${noun}` : `the ${noun}`;
}

function clause(random: Random): string {
  const adverb = random.chance(0.4) ? ` ${random.zipf(VOCABULARY.adverbs)}` : '';
  return `${phrase(random)}${adverb} ${random.zipf(VOCABULARY.verbs)} ${phrase(random)}`;
}

function plainSentence(random: Random): string {
  const tail = random.chance(0.6)
    ? `, ${random.pick(['while', 'because', 'after', 'although'])} ${clause(random)}`
    : '';
  return `${capital(clause(random))} ${random.pick(['of', 'under', 'near', 'without'])} ${phrase(random)}${tail}.`;
}

function nameSentence(random: Random, name: string, organisation: string): string {
  return random.chance(0.5)
    ? `${name}, who ${random.zipf(VOCABULARY.verbs)} ${phrase(random)} for ${organisation}, ${random.zipf(VOCABULARY.verbs)} ${phrase(random)}.`
    : `${capital(organisation)} ${random.zipf(VOCABULARY.verbs)} ${phrase(random)}, and ${name} ${random.zipf(VOCABULARY.verbs)} ${phrase(random)}.`;
}

function figureSentence(random: Random, organisation: string, where: string): string {
  const thing = `${random.zipf(VOCABULARY.adjectives)} ${random.pick(THINGS)}`;
  const when = `in ${random.pick(MONTHS)} ${random.between(2010, 2025)}`;
  const count = Math.floor(10 ** (1.3 + 3.5 * random.next())).toLocaleString('en');
  switch (random.between(0, 3)) {
    case 0:
      return `${capital(organisation)} counted ${count} ${thing} in ${where} ${when}.`;
    case 1:
      return `The number of ${thing} in ${where} rose by ${random.between(2, 68)} per cent to ${count} ${when}.`;
    case 2:
      return `${capital(organisation)} spent $${(random.between(11, 989) / 10).toFixed(1)} million on ${thing} ${when}, and ${clause(random)}.`;
    default:
      return `${where} had more than ${count} ${thing} ${when}, ${organisation} reported.`;
  }
}

function quoteSentence(random: Random, speaker: string): QuotedSentence {
  const words = `${random.pick(['We have seen that', 'It is clear that', 'Nobody should think that', 'I told them that'])} ${clause(random)} ${random.pick(['and', 'but', 'when', 'before'])} ${clause(random)}`;
  return random.chance(0.5)
    ? { words, sentence: `“${words},” said ${speaker}.` }
    : { words, sentence: `${speaker} said: “${words}.”` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
