import type { DocumentId, NameFormRow, NameOccurrence } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention } from '../../extract/mention.ts';
import { endsClub, isOrganisationHead } from '../../extract/names/organisations.ts';
import { isKnownPlace } from '../../extract/names/places.ts';
import { wordSet } from '../../extract/names/titles.ts';
import { fold } from '../../text/fold.ts';
import { evidenceOf } from './evidence.ts';
import { variantName } from './findings.ts';
import { occurrencesOf, type NamesContext } from './scope.ts';
import type { Finding } from '../verdict.ts';

/** What the sources have of a name: its beginning as a name, and how the rest is told. */
interface Pieces {
  readonly forms: readonly NameFormRow[];
  readonly how: string;
  readonly occurrences: readonly NameOccurrence[];
}

/** Kept as long as the lexicon, which is of the same generation and the same sources. */
const remembered = new WeakMap<NameLexicon, Map<string, Promise<Pieces | undefined>>>();

/** So many documents with the beginning of the name are looked through for the rest. */
const MOST_DOCUMENTS = 5;

/**
 * The finding for a name that the sources write in pieces: a club or district by its place alone (`Stockport` for `Stockport
 * County`), a building or body by its name and its kind apart (`Harlech`, `the castle`), the name of a firm before that of a
 * place. Undefined if they do not.
 */
export async function piecesFinding(claim: NameMention, context: NamesContext): Promise<Finding | undefined> {
  let answers = remembered.get(context.lexicon);
  if (!answers) remembered.set(context.lexicon, (answers = new Map<string, Promise<Pieces | undefined>>()));
  let answer = answers.get(claim.text);
  if (!answer) {
    answer = piecesOf(nameWordsOf(claim.text), context);
    answers.set(claim.text, answer);
  }
  const pieces = await answer;
  if (!pieces) return undefined;
  const told = variantName(claim.text, pieces.forms, pieces.how);
  return { ...told, evidence: await evidenceOf(context, pieces.occurrences), suggestions: [] };
}

async function piecesOf(words: readonly string[], context: NamesContext): Promise<Pieces | undefined> {
  const { lexicon } = context;
  for (let cut = words.length - 1; cut > 0; cut--) {
    const forms = lexicon.exact(words.slice(0, cut).join(' '));
    if (forms.length === 0) continue;
    const rest = words.slice(cut);
    const occurrences = await occurrencesOf(forms, lexicon);
    if (rest.length === 1 && isLeftOut(words, rest[0]!, lexicon)) return { forms, occurrences, how: 'its short form' };
    const place = rest.join(' ');
    const documents = new Set(occurrences.map(({ document }) => document));
    const behind = lexicon.exact(place).filter(({ entityType }) => entityType === 'place' || isKnownPlace(place));
    const beside = (await occurrencesOf(behind, lexicon)).filter(({ document }) => documents.has(document));
    if (beside.length > 0) {
      const shared = new Set(beside.map(({ document }) => document));
      const near = occurrences.filter(({ document }) => shared.has(document));
      return { forms: [...forms, ...behind], occurrences: near, how: 'two names side by side' };
    }
    const kind = await kindBeside(rest, documents, context);
    if (kind)
      return { forms, occurrences: occurrences.filter(({ document }) => document === kind.document), how: kind.how };
  }
  return undefined;
}

const CLUBS = wordSet('town city county');
const DISTRICTS = wordSet('prefecture province county district municipality borough governorate oblast');

/** May a text leave out the word behind the place: of a club that no other of the place is named beside, of a district? */
function isLeftOut(words: readonly string[], last: string, lexicon: NameLexicon): boolean {
  if (DISTRICTS.has(last)) return true;
  if (!endsClub(last) && !CLUBS.has(last)) return false;
  const place = words.slice(0, -1).join(' ');
  if (isKnownPlace(place)) return false;
  return !lexicon.withWord(words[0]!).some(({ form }) => {
    const others = nameWordsOf(form);
    const end = others.at(-1)!;
    return others.slice(0, -1).join(' ') === place && (endsClub(end) || CLUBS.has(end));
  });
}

/** A document that speaks of the kind of thing by its common noun (`the castle`) and names no other of that kind. */
async function kindBeside(
  rest: readonly string[],
  documents: ReadonlySet<DocumentId>,
  { corpus }: NamesContext,
): Promise<{ readonly document: DocumentId; readonly how: string } | undefined> {
  const model = rest.length === 1 && /^\p{L}{0,2}-?\d{2,}\p{L}?$/u.test(rest[0]!);
  if (!model && (!isOrganisationHead(rest.at(-1)!) || rest.some((word) => !/^\p{L}+$/u.test(word)))) return undefined;
  const kind = rest.join(' ');
  const pattern = model
    ? new RegExp(`(?<![\\d.,$£€-])${kind}(?![\\d.,%-])`, 'iu')
    : new RegExp(`\\bthe ${kind}\\b`, 'u');
  for (const document of [...documents].slice(0, MOST_DOCUMENTS)) {
    const source = await corpus.source(document);
    if (!source || !pattern.test(source.document.text)) continue;
    const others = !model && source.analysis.names.some(({ text }) => fold(text).endsWith(` ${kind}`));
    if (!others) return { document, how: model ? `“${rest[0]!}” apart from it` : `“the ${kind}” apart from it` };
  }
  return undefined;
}
