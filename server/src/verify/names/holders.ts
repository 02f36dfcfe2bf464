import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { DocumentId, NameOccurrence } from '../../corpus/corpusIndex.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention, TextSpan } from '../../extract/mention.ts';
import type { Span } from '../../text/offsets.ts';
import { tokenise } from '../../text/tokens.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import { contextOf, fitOf, stemsOf } from './context.ts';
import { isOffice } from './offices.ts';
import { compareWords } from './parts.ts';
import { SENIOR } from './roles.ts';
import type { NamesContext } from './scope.ts';

/** Somebody whom a source gives an office that one person holds at a time. */
export interface Holder extends Span {
  readonly document: DocumentId;
  readonly name: string;
  readonly words: readonly string[];
  /** The office as the source writes it. */
  readonly text: string;
}

interface HeldOffice extends Omit<Holder, 'document'> {
  readonly office: ReadonlySet<string>;
}

const EMPTY = new Set(
  `the a an of for at in and to its his her their our then former current new late outgoing incoming ex long-time longtime mr mrs ms dr sir
  dame lord lady prof professor hon rt right honourable veteran`.split(/\s+/u),
);

/** The words of an office by their beginnings; what only says when or how it is held is left out. */
export function officeWords(text: string): Set<string> {
  const words = tokenise(text).map(({ folded }) => folded.replace(/'s?$/u, ''));
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/ence$/u, 'ense').slice(0, 6)));
}

const SPOKES = /\bspokes(?:man|woman|person)\b/iu;

const SPEAKERS = ['spokesman', 'spokeswoman', 'spokesperson'];

const offices = new WeakMap<AnalysedSource, readonly HeldOffice[]>();

/** Who holds which office by a source. */
function officesOf(source: AnalysedSource): readonly HeldOffice[] {
  let known = offices.get(source);
  if (!known) {
    known = source.analysis.names.flatMap((mention) =>
      [mention.title, mention.role].flatMap((office) =>
        // `Research Officer / Managing Editor`
        (office?.text.split(/ ?[/;] ?/u) ?? [])
          .filter((text) => isOffice(text) || SPOKES.test(text) || SENIOR.test(text))
          .map((text) => heldOffice(mention, { text })),
      ),
    );
    offices.set(source, known);
  }
  return known;
}

function heldOffice(mention: NameMention, { text }: Pick<TextSpan, 'text'>): HeldOffice {
  const { start, end, text: name } = mention;
  return { start, end, name, text, words: nameWordsOf(name), office: officeWords(text) };
}

const MOST_PASSAGES = 10;
/** A source must share so much of the words around the draft's name to be about the same thing. */
const FIT = 0.35;

/** By two names: one person, two, or a surname that may be either's? The first names of one person may be short forms. */
function samePerson(a: readonly string[], b: readonly string[]): 'same' | 'other' | 'unclear' {
  if (a.length === 1 || b.length === 1) {
    const [short, long] = a.length === 1 ? [a, b] : [b, a];
    // `Martin` may be Martin Holloway; `Holloway` by itself another one.
    return !long.includes(short[0]!) ? 'other' : long.length > 1 && long.at(-1) === short[0] ? 'unclear' : 'same';
  }
  if (a.at(-1) !== b.at(-1)) return 'other';
  const alike = a.slice(0, -1).some((word) => b.slice(0, -1).some((own) => compareWords(word, own).kind !== 'other'));
  return alike ? 'same' : 'other';
}

/**
 * The one person to whom the sources that speak of the same thing as the draft give the office which the draft gives to
 * `claim`; undefined if they give it to nobody, to several, or to the bearer of that name too. `name`: the fullest in the draft.
 */
export async function otherHolder(
  claim: NameMention,
  office: TextSpan,
  context: NamesContext,
  known: readonly NameOccurrence[],
  hasRole: boolean,
  name = claim.text,
): Promise<Holder | undefined> {
  const asked = officeWords(office.text);
  // There are many spokesmen, but the military's is not its chief.
  const senior = SENIOR.test(office.text) && asked.size > 2;
  const exact = isOffice(office.text) || (hasRole && asked.size > 1 && (senior || SPOKES.test(office.text)));
  if (!exact || asked.size === 0) return undefined;
  const bare = officeWords(office.text.replace(/^\p{L}+['’]s /u, ''));
  const related = new Set(known.map(({ document }) => document));
  const groups = tokenise(office.text.replace(/^\p{L}+['’]s /u, ''))
    .map(({ folded }) => folded)
    .filter((word) => !EMPTY.has(word))
    .map((word) => (SPOKES.test(word) ? SPEAKERS : [word]));
  // Who speaks for another body by the sources does not speak for this one.
  const speaksElsewhere = SPOKES.test(office.text) && known.some(({ title, role }) => SPOKES.test(`${title} ${role}`));
  const { corpus, within } = context;
  const [passages = []] = await corpus.index.passages([{ groups, limit: MOST_PASSAGES, ...(within && { within }) }]);
  const around = contextOf(context, claim);
  const own = nameWordsOf(name);
  const found: Holder[] = [];
  for (const document of new Set(passages.map((passage) => passage.document))) {
    const source = await corpus.source(document);
    if (!source) continue;
    const fits = related.has(document) || (await fitOf(around, source)) >= FIT;
    // `the county’s chief fire officer`: a source about the bearer need not say whose.
    const needed = related.has(document) && bare.size > 1 ? bare : asked;
    const holders = officesOf(source).filter(
      // `Mayor` is not any town's: one word must be all that the source says too.
      ({ office: words }) => (needed.size > 1 || words.size === 1) && [...needed].every((word) => words.has(word)),
    );
    const others = holders.filter(({ words }) => words.length > 1 && samePerson(words, own) === 'other');
    for (const { office: _, ...held } of holders) {
      const relation = samePerson(held.words, own);
      // By the surname alone, somebody who bears it and holds the office in the same source.
      if (relation === 'unclear' && others.some(({ words }) => words.at(-1) === held.words[0])) continue;
      if (relation !== 'other') return undefined;
      if (!fits && !speaksElsewhere && !givesIt(context.claims, asked, held.words.at(-1)!)) continue;
      // `associate director` is no director.
      if (isLower(held.text) !== isLower(office.text)) continue;
      const at = found.findIndex(({ words }) => samePerson(words, held.words) !== 'other');
      if (at < 0) found.push({ ...held, document });
      else if (found[at]!.name.length < held.name.length) found[at] = { ...held, document };
    }
  }
  return found.length === 1 ? found[0] : undefined;
}

/** Does the draft itself give the office to the other too? Then it is the same body's, whatever the source speaks of. */
function givesIt(claims: readonly NameMention[], asked: ReadonlySet<string>, surname: string): boolean {
  return claims.some(({ text, title, role }) => {
    if (nameWordsOf(text).at(-1) !== surname) return false;
    const words = officeWords(`${title?.text ?? ''} ${role?.text ?? ''}`);
    return [...asked].every((word) => words.has(word));
  });
}

function isLower(text: string): boolean {
  return /\b(?:deputy|vice|associate|assistant|shadow|under|junior|former|ex)\b/iu.test(text);
}

const HEADSHIP = /\b(?:chair(?:man|woman|person)?|president|head|leader)\b/iu;
const MOST_LISTS = 12;

/**
 * The one who heads the body in a sentence that names both: of `Present: X (chair), Y` Y is no president of the jury whose
 * minutes it is.
 */
export async function headInList(
  claim: NameMention,
  office: TextSpan,
  { corpus }: NamesContext,
  known: readonly NameOccurrence[],
): Promise<Holder | undefined> {
  if (!HEADSHIP.test(office.text)) return undefined;
  const body = [...officeWords(office.text.replace(HEADSHIP, ' '))];
  if (body.length === 0) return undefined;
  const surname = nameWordsOf(claim.text).at(-1);
  for (const { document, start, title, role } of known.slice(0, MOST_LISTS)) {
    if (HEADSHIP.test(`${title ?? ''} ${role ?? ''}`)) return undefined;
    const source = await corpus.source(document);
    const sentence = source && sentenceAt(source.analysis.sentences, start);
    if (!sentence) continue;
    const head = source.analysis.names.find(({ start: at, end, text, role: held }) => {
      if (!held || at < sentence.start || end > sentence.end || nameWordsOf(text).at(-1) === surname) return false;
      const rest = officeWords(held.text.replace(HEADSHIP, ' '));
      return HEADSHIP.test(held.text) && !isLower(held.text) && [...rest].every((word) => body.includes(word));
    });
    if (!head) continue;
    const stems = await stemsOf(source);
    if (!body.every((word) => stems.has(word))) continue;
    return { ...heldOffice(head, head.role!), document };
  }
  return undefined;
}
