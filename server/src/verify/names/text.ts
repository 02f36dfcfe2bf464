import type { NameFormRow, NameOccurrence } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import type { NameMention } from '../../extract/mention.ts';
import { tokenise } from '../../text/tokens.ts';
import { evidenceOf } from './evidence.ts';
import { foundName } from './findings.ts';
import type { NamesContext } from './scope.ts';
import type { Finding } from '../verdict.ts';

/** Answers of the index, kept as long as the lexicon, which is of the same generation and the same sources. */
const remembered = new WeakMap<NameLexicon, Map<string, Promise<readonly NameOccurrence[]>>>();

const MOST_PASSAGES = 5;

/** The finding for a name that stands in the text of a source where it was not taken for a name; undefined if none does. */
export async function textFinding(claim: NameMention, context: NamesContext): Promise<Finding | undefined> {
  let answers = remembered.get(context.lexicon);
  if (!answers) remembered.set(context.lexicon, (answers = new Map<string, Promise<readonly NameOccurrence[]>>()));
  let answer = answers.get(claim.text);
  if (!answer) {
    answer = occurrencesInText(claim, context);
    answers.set(claim.text, answer);
  }
  const occurrences = await answer;
  if (occurrences.length === 0) return undefined;
  const documents = new Set(occurrences.map(({ document }) => document)).size;
  const row: NameFormRow = { form: claim.text, entityType: claim.entityType, mentions: occurrences.length, documents };
  return { ...foundName(claim.text, [row]), evidence: await evidenceOf(context, occurrences), suggestions: [] };
}

async function occurrencesInText(
  { text: name, entityType }: NameMention,
  { corpus, within }: NamesContext,
): Promise<readonly NameOccurrence[]> {
  const words = tokenise(name).map(({ folded }) => folded);
  if (words.length === 0) return [];
  const query = { phrases: [words], limit: MOST_PASSAGES, ...(within && { within }) };
  const [passages = []] = await corpus.index.passages([query]);
  const occurrences: NameOccurrence[] = [];
  for (const { document, start, end } of passages) {
    const source = await corpus.source(document);
    if (!source) continue;
    const { text } = source.document;
    const at = text.slice(start, end).indexOf(name);
    const span = { start: start + at, end: start + at + name.length };
    if (at < 0 || isLetter(text[span.end]) || isLetter(text[span.start - 1])) continue;
    occurrences.push({ ...span, document, form: name, entityType });
  }
  return occurrences;
}

function isLetter(unit: string | undefined): boolean {
  return unit !== undefined && /[\p{L}\p{N}]/u.test(unit);
}
