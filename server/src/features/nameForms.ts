import { documentOrder, type Corpus } from '../corpus/corpus.ts';
import type { DocumentId, NameFormRow, NameOccurrence } from '../corpus/corpusIndex.ts';
import type { NameLexicon } from '../corpus/nameLexicon.ts';
import { nameWordsOf } from '../corpus/nameWords.ts';
import type { NameMention } from '../extract/mention.ts';
import { fold } from '../text/fold.ts';
import { matchName, type NameMatch } from '../verify/names/match.ts';
import { alignNames } from '../verify/names/parts.ts';
import type { Finding } from '../verify/verdict.ts';

/** The bearer of a name as the sources know it. */
export interface NamedEntity {
  /** Spellings, most frequent first. */
  readonly forms: readonly NameFormRow[];
  /** Mentions of them, form by form; at most {@link MOST_OCCURRENCES} a form. */
  readonly occurrences: readonly NameOccurrence[];
  /** Titles and roles they are mentioned with, most frequent first. */
  readonly titles: readonly string[];
  readonly roles: readonly string[];
  /** By source, most mentions first. */
  readonly bySource: readonly {
    readonly document: DocumentId;
    readonly mentions: number;
    readonly first: NameOccurrence;
  }[];
}

const MOST_OCCURRENCES = 500;

/**
 * What the sources know of the bearer of a name: the forms that are written like the draft's or shown by the finding's
 * evidence (the right spelling of a wrong one), fuller and shorter forms of a person's name as far as nobody else has them,
 * and acronym and expansion of each other. Undefined if they know none.
 */
export async function entityOf(
  claim: Pick<NameMention, 'text' | 'entityType'>,
  finding: Pick<Finding, 'evidence'> | undefined,
  corpus: Corpus,
): Promise<NamedEntity | undefined> {
  const lexicon = await corpus.lexicon();
  const forms = await entityForms(claim, shownNames(finding), lexicon);
  if (forms.size === 0) return undefined;
  const occurrences: NameOccurrence[] = [];
  for (const { form } of forms.values()) occurrences.push(...(await lexicon.occurrences(form, MOST_OCCURRENCES)));
  return {
    forms: [...forms.values()].sort((a, b) => b.mentions - a.mentions || a.form.localeCompare(b.form, 'en')),
    occurrences,
    titles: byFrequency(occurrences.flatMap(({ title }) => title ?? [])),
    roles: byFrequency(occurrences.flatMap(({ role }) => role ?? [])),
    bySource: countBySource(occurrences, corpus),
  };
}

/** Names that the evidence of a name's finding points at. */
function shownNames(finding: Pick<Finding, 'evidence'> | undefined): string[] {
  return (finding?.evidence ?? []).map(({ text, start, focus }) =>
    focus ? text.slice(focus.start - start, focus.end - start) : text,
  );
}

async function entityForms(
  claim: Pick<NameMention, 'text' | 'entityType'>,
  shown: readonly string[],
  lexicon: NameLexicon,
): Promise<ReadonlyMap<string, NameFormRow>> {
  const forms = new Map<string, NameFormRow>();
  const add = (rows: readonly NameFormRow[]): void => rows.forEach((row) => forms.set(row.form, row));
  const addWritten = (text: string): void => add([...lexicon.exact(fold(text)), ...lexicon.sameLetters(text)]);
  addWritten(claim.text);
  for (const text of new Set(shown)) addWritten(text);
  if (forms.size === 0) add(matchedForms(matchName(claim, lexicon)));
  for (const row of [...forms.values()]) add(personForms(row, lexicon));
  for (const { form } of [...forms.values()]) {
    for (const { acronym, expansion } of await lexicon.occurrences(form, 20)) {
      if (acronym !== undefined) addWritten(acronym);
      if (expansion !== undefined) addWritten(expansion);
    }
  }
  return forms;
}

function matchedForms(match: NameMatch): readonly NameFormRow[] {
  switch (match.kind) {
    case 'exact':
    case 'variant':
    case 'part':
    case 'small':
      return match.forms;
    case 'slip':
      return match.candidates.slice(0, 1).map(({ form }) => form);
    case 'more':
    case 'word':
    case 'first':
    case 'none':
      return [];
  }
}

/** Surnames that more forms have belong to families, not to one person. */
const MOST_RELATIVES = 60;

/**
 * Other forms of a person's name with the same surname: fuller and shorter ones, the surname alone only if nobody else of
 * that surname is in the sources.
 */
function personForms({ form, entityType }: NameFormRow, lexicon: NameLexicon): readonly NameFormRow[] {
  if (entityType !== 'person') return [];
  const words = nameWordsOf(form);
  const surname = words.at(-1);
  if (surname === undefined) return [];
  const family = lexicon
    .withWord(surname)
    .filter((row) => row.entityType === 'person' || row.entityType === 'unknown')
    .map((row) => ({ row, words: nameWordsOf(row.form) }))
    .filter((one) => one.words.at(-1) === surname);
  if (family.length > MOST_RELATIVES) return [];
  const full = family.filter((one) => one.words.length > 1);
  const mine = words.length > 1 ? full.filter((one) => isSamePerson(one.words, words)) : full;
  const isOnly =
    words.length > 1 ? mine.length === full.length : full.every((one) => isSamePerson(one.words, longest(full)));
  if (words.length === 1 && !isOnly) return [];
  return [...mine, ...(isOnly ? family.filter((one) => one.words.length === 1) : [])].map(({ row }) => row);
}

function longest(forms: readonly { readonly words: readonly string[] }[]): readonly string[] {
  return [...forms].sort((a, b) => b.words.length - a.words.length)[0]?.words ?? [];
}

/** Does one of the two forms of a name give a part of the other, or all of it? */
function isSamePerson(a: readonly string[], b: readonly string[]): boolean {
  return alignNames(a, b).kind === 'part' || alignNames(b, a).kind === 'part';
}

function countBySource(occurrences: readonly NameOccurrence[], corpus: Corpus): NamedEntity['bySource'] {
  const compare = documentOrder(corpus);
  const counts = new Map<DocumentId, { document: DocumentId; mentions: number; first: NameOccurrence }>();
  for (const occurrence of occurrences) {
    const known = counts.get(occurrence.document);
    if (!known) {
      counts.set(occurrence.document, { document: occurrence.document, mentions: 1, first: occurrence });
    } else {
      known.mentions++;
      if (occurrence.start < known.first.start) known.first = occurrence;
    }
  }
  return [...counts.values()].sort((a, b) => b.mentions - a.mentions || compare(a.document, b.document));
}

/** Each text once (case and accents make no difference), the most frequent first. */
function byFrequency(texts: readonly string[]): string[] {
  const counts = new Map<string, { text: string; count: number }>();
  for (const text of texts) {
    const key = fold(text);
    const known = counts.get(key);
    if (known) known.count++;
    else counts.set(key, { text, count: 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count).map(({ text }) => text);
}
