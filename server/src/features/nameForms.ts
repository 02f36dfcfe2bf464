import type { Corpus } from '../corpus/corpus.ts';
import type { DocumentId, NameFormRow, NameOccurrence } from '../corpus/corpusIndex.ts';
import type { NameLexicon } from '../corpus/nameLexicon.ts';
import type { NameMention } from '../extract/mention.ts';
import { fold } from '../text/fold.ts';
import type { Finding } from '../verify/verdict.ts';

/** The bearer of a name as the sources know it. */
export interface NamedEntity {
  /** Spellings, most frequent first. */
  readonly forms: readonly NameFormRow[];
  /** Mentions of them, newest documents first; at most {@link MOST_OCCURRENCES} a form. */
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
 * What the sources know of the bearer of a name: the forms that are written like the draft's, those that the finding's
 * evidence shows (the right spelling of a wrong one, the full name of a surname), and acronym and expansion of each other.
 * Undefined if they know none.
 */
export async function entityOf(
  claim: Pick<NameMention, 'text'>,
  finding: Pick<Finding, 'evidence'> | undefined,
  corpus: Corpus,
): Promise<NamedEntity | undefined> {
  const lexicon = await corpus.lexicon();
  const forms = await entityForms(claim.text, shownNames(finding), lexicon);
  if (forms.size === 0) return undefined;
  const occurrences: NameOccurrence[] = [];
  for (const { form } of forms.values()) occurrences.push(...(await lexicon.occurrences(form, MOST_OCCURRENCES)));
  return {
    forms: [...forms.values()].sort((a, b) => b.mentions - a.mentions || a.form.localeCompare(b.form, 'en')),
    occurrences,
    titles: byFrequency(occurrences.flatMap(({ title }) => title ?? [])),
    roles: byFrequency(occurrences.flatMap(({ role }) => role ?? [])),
    bySource: countBySource(occurrences),
  };
}

/** Names that the evidence of a name's finding points at. */
function shownNames(finding: Pick<Finding, 'evidence'> | undefined): string[] {
  return (finding?.evidence ?? []).map(({ text, start, focus }) =>
    focus ? text.slice(focus.start - start, focus.end - start) : text,
  );
}

async function entityForms(
  name: string,
  shown: readonly string[],
  lexicon: NameLexicon,
): Promise<ReadonlyMap<string, NameFormRow>> {
  const forms = new Map<string, NameFormRow>();
  const add = (text: string): void => {
    for (const row of lexicon.exact(fold(text))) forms.set(row.form, row);
  };
  add(name);
  for (const text of new Set(shown)) add(text);
  for (const { form } of [...forms.values()]) {
    for (const { acronym, expansion } of await lexicon.occurrences(form, 20)) {
      if (acronym !== undefined) add(acronym);
      if (expansion !== undefined) add(expansion);
    }
  }
  return forms;
}

function countBySource(occurrences: readonly NameOccurrence[]): NamedEntity['bySource'] {
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
  return [...counts.values()].sort((a, b) => b.mentions - a.mentions || a.document - b.document);
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
