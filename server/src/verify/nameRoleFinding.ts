import type { DocumentId, NameFormRow, NameOccurrence } from '../corpus/corpusIndex.ts';
import { nameWordsOf } from '../corpus/nameLexicon.ts';
import type { NameMention } from '../extract/mention.ts';
import { evidenceOf } from './nameEvidence.ts';
import { otherRole } from './nameFindings.ts';
import { contradictedBy, readRole, type Role } from './nameRoles.ts';
import { occurrencesOf, titledSpan, type NamesContext } from './nameScope.ts';
import type { Finding } from './verdict.ts';

/** The title or role that the draft gives, where the sources contradict it. */
export async function roleFinding(
  claim: NameMention,
  forms: readonly NameFormRow[],
  occurrences: readonly NameOccurrence[],
  context: NamesContext,
): Promise<Finding | undefined> {
  const title = claim.title && readRole(claim.title.text);
  const role = claim.role && readRole(claim.role.text);
  if (!title && !role) return undefined;
  const all = [...occurrences, ...(await fullerMentions(claim, forms, context))];
  const given: { role: Role; occurrence: NameOccurrence }[] = [];
  for (const occurrence of all) {
    for (const text of [occurrence.title, occurrence.role]) {
      const read = text === undefined ? undefined : readRole(text);
      if (read) given.push({ role: read, occurrence });
    }
  }
  for (const draftRole of [title, role]) {
    if (!draftRole) continue;
    const wrong = contradictedBy(
      draftRole,
      given.map(({ role: one }) => one),
    );
    if (!wrong) continue;
    const texts = given.map(({ role: { text } }) => text);
    const evidence = given
      .filter(({ role: one }) => one === wrong || one.text === wrong.text)
      .map(({ occurrence }) => occurrence);
    return {
      ...otherRole(claim.text, draftRole, wrong, texts),
      evidence: await evidenceOf(context, evidence),
      suggestions: [],
      ...(draftRole === title && { span: titledSpan(claim) }),
    };
  }
  return undefined;
}

/** Mentions of the bearer by fuller names, and by the surname alone in the same documents. */
async function fullerMentions(
  claim: NameMention,
  forms: readonly NameFormRow[],
  { lexicon }: NamesContext,
): Promise<NameOccurrence[]> {
  const words = nameWordsOf(claim.text);
  const surname = words.at(-1)!;
  const fuller = lexicon.withWord(surname).filter(({ form }) => {
    const own = nameWordsOf(form);
    return (
      own.length > words.length && words.every((word) => own.includes(word)) && !forms.some((row) => row.form === form)
    );
  });
  const documents = new Set<DocumentId>();
  const mentions = await occurrencesOf(fuller, lexicon);
  for (const { document } of [...mentions, ...(await occurrencesOf(forms, lexicon))]) documents.add(document);
  if (words.length === 1) return mentions;
  const alone = await occurrencesOf([...lexicon.exact(surname)], lexicon);
  return [...mentions, ...alone.filter(({ document }) => documents.has(document))];
}
