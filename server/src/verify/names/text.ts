import type { NameOccurrence } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import type { NameMention } from '../../extract/mention.ts';
import type { Span } from '../../text/offsets.ts';
import { tokenise } from '../../text/tokens.ts';
import { evidenceOf } from './evidence.ts';
import { foundName, variantName } from './findings.ts';
import { isSmallWord } from './parts.ts';
import type { NamesContext } from './scope.ts';
import type { Finding } from '../verdict.ts';

/** Answers of the index, kept as long as the lexicon, which is of the same generation and the same sources. */
const remembered = new WeakMap<NameLexicon, Map<string, Promise<readonly NameOccurrence[]>>>();

const MOST_PASSAGES = 5;

/**
 * The finding for a name whose words stand in the text of a source where they were not taken for a name: in a line of
 * capitals or, of names of several words, in small letters and with other small words between them (`the south west of
 * England`). Undefined if no source has them.
 */
export async function textFinding(claim: NameMention, context: NamesContext): Promise<Finding | undefined> {
  let answers = remembered.get(context.lexicon);
  if (!answers) remembered.set(context.lexicon, (answers = new Map<string, Promise<readonly NameOccurrence[]>>()));
  let answer = answers.get(claim.text);
  if (!answer) {
    answer = occurrencesInText(claim, context);
    answers.set(claim.text, answer);
  }
  const occurrences = await answer;
  const [first] = occurrences;
  if (!first) return undefined;
  const documents = new Set(occurrences.map(({ document }) => document)).size;
  const row = { form: first.form, entityType: claim.entityType, mentions: occurrences.length, documents };
  const told =
    first.form === claim.text
      ? foundName(claim.text, [row])
      : variantName(claim.text, [row], 'capitals or small words');
  return { ...told, evidence: await evidenceOf(context, occurrences), suggestions: [] };
}

async function occurrencesInText(
  claim: NameMention,
  { corpus, within }: NamesContext,
): Promise<readonly NameOccurrence[]> {
  const words = tokenise(claim.text).map(({ folded }) => folded);
  if (words.length === 0) return [];
  const query = { groups: words.map((word) => [word]), limit: MOST_PASSAGES, ...(within && { within }) };
  const [passages = []] = await corpus.index.passages([query]);
  const occurrences: NameOccurrence[] = [];
  for (const passage of passages) {
    const source = await corpus.source(passage.document);
    if (!source) continue;
    const text = source.document.text.slice(passage.start, passage.end);
    const span = spanInText(claim, words, text);
    if (!span) continue;
    const { document, start } = passage;
    const form = text.slice(span.start, span.end);
    occurrences.push({
      start: start + span.start,
      end: start + span.end,
      document,
      form,
      entityType: claim.entityType,
    });
  }
  // As the draft writes it, if any source does.
  return occurrences.sort((a, b) => Number(b.form === claim.text) - Number(a.form === claim.text));
}

/**
 * Is what was taken for a person's name one of things, that the source writes small (`Leeds riots`, `people's flag`): in the
 * plural or somebody's, or with a body's name behind a small word (`federal Homeland Security`)?
 */
function isCommonNoun(words: readonly string[], form: string): boolean {
  if (words.length < 2) return false;
  const written = form.split(/\s+/u);
  const isSmall = (word: string | undefined): boolean => /^\p{Ll}/u.test(word ?? '');
  if (/['’]s?$/u.test(written[0]!)) return isSmall(written.at(-1));
  if (isSmall(written.at(-1))) return /[^s]s$/u.test(words.at(-1)!);
  return words.length > 2 && isSmall(written[0]);
}

/** Where `text` has the name: a single word and a person's as they are, others by their words. */
function spanInText(claim: NameMention, words: readonly string[], text: string): Span | undefined {
  // Small words of the draft's name have to be the source's, too.
  const isLoose = !words.some(isSmallWord);
  const tokens = tokenise(text).filter(({ folded }) => !isLoose || !isSmallWord(folded));
  const asWritten = words.length === 1 || claim.entityType === 'person';
  for (let at = 0; at + words.length <= tokens.length; at++) {
    if (!words.every((word, i) => tokens[at + i]!.folded === word)) continue;
    const span = { start: tokens[at]!.start, end: tokens[at + words.length - 1]!.end };
    const form = text.slice(span.start, span.end);
    // Words of two sentences or cells are no name.
    if (/[.;:!?|\n]/u.test(form.replace(/\.(?=\s*\p{L}\b|\p{Ll})/gu, ''))) continue;
    if (!asWritten || form.includes(claim.text) || claim.text.includes(form) || isCommonNoun(words, form)) return span;
  }
  return undefined;
}
