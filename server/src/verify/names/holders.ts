import type { AnalysedSource } from '../../corpus/corpus.ts';
import type { DocumentId, NameOccurrence } from '../../corpus/corpusIndex.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention, TextSpan } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import type { Span } from '../../text/offsets.ts';
import { tokenise } from '../../text/tokens.ts';
import { sentenceAt } from '../../extract/quotes/sentencePlaces.ts';
import { contextOf, fitOf, hasStem } from './context.ts';
import { isOffice } from './offices.ts';
import type { NamesContext } from './scope.ts';

/** Somebody whom a source gives an office that one person holds at a time. */
export interface Holder extends Span {
  readonly document: DocumentId;
  readonly name: string;
  readonly surname: string;
  /** The office as the source writes it. */
  readonly text: string;
}

interface HeldOffice extends Omit<Holder, 'document'> {
  readonly words: ReadonlySet<string>;
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

const offices = new WeakMap<AnalysedSource, readonly HeldOffice[]>();

/** Who holds which office by a source. */
function officesOf(source: AnalysedSource): readonly HeldOffice[] {
  let known = offices.get(source);
  if (!known) {
    known = source.analysis.names.flatMap((mention) =>
      [mention.title, mention.role].flatMap((office) =>
        office && (isOffice(office.text) || SPOKES.test(office.text)) ? [heldOffice(mention, office)] : [],
      ),
    );
    offices.set(source, known);
  }
  return known;
}

function heldOffice(mention: NameMention, { text }: TextSpan): HeldOffice {
  const { start, end, text: name } = mention;
  return { start, end, name, text, surname: nameWordsOf(name).at(-1) ?? fold(name), words: officeWords(text) };
}

const MOST_PASSAGES = 10;
/** A source must share so much of the words around the draft's name to be about the same thing. */
const FIT = 0.35;

/**
 * The one person to whom the sources that speak of the same thing as the draft give the office which the draft gives to
 * `claim`; undefined if they give it to nobody, to several, or to the bearer of that name too.
 */
export async function otherHolder(
  claim: NameMention,
  office: TextSpan,
  context: NamesContext,
  known: readonly NameOccurrence[],
  hasRole: boolean,
): Promise<Holder | undefined> {
  const asked = officeWords(office.text);
  // There are many spokesmen, but the military's is not its chief.
  const exact = isOffice(office.text) || (hasRole && asked.size > 1 && SPOKES.test(office.text));
  if (!exact || asked.size === 0) return undefined;
  const related = new Set(known.map(({ document }) => document));
  const groups = tokenise(office.text)
    .map(({ folded }) => folded)
    .filter((word) => !EMPTY.has(word))
    .map((word) => [word]);
  const { corpus, within } = context;
  const [passages = []] = await corpus.index.passages([{ groups, limit: MOST_PASSAGES, ...(within && { within }) }]);
  const around = contextOf(context, claim);
  const surname = nameWordsOf(claim.text).at(-1);
  const found = new Map<string, Holder>();
  for (const document of new Set(passages.map((passage) => passage.document))) {
    const source = await corpus.source(document);
    if (!source) continue;
    const fits = related.has(document) || fitOf(around, source) >= FIT;
    for (const { words, ...held } of officesOf(source)) {
      // `Mayor` is not any town's: one word must be all that the source says too.
      if (asked.size === 1 && words.size > 1) continue;
      if (![...asked].every((word) => words.has(word))) continue;
      if (held.surname === surname) return undefined;
      if (!fits && !givesIt(context.claims, asked, held.surname)) continue;
      // `associate director` is no director.
      if (isLower(held.text) !== isLower(office.text)) continue;
      const before = found.get(held.surname);
      if (!before || before.name.length < held.name.length) found.set(held.surname, { ...held, document });
    }
  }
  const [holder, ...others] = found.values();
  return others.length === 0 ? holder : undefined;
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
    if (!head || !body.every((word) => hasStem(source, word))) continue;
    return { ...heldOffice(head, head.role!), document };
  }
  return undefined;
}
