import type { DocumentId, NameFormRow, NameOccurrence } from '../../corpus/corpusIndex.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention } from '../../extract/mention.ts';
import { evidenceAt, evidenceOf } from './evidence.ts';
import { otherAffiliation } from './affiliations.ts';
import { otherBody, otherHoldsIt, otherRole } from './findings.ts';
import { headInList, officeWords, otherHolder } from './holders.ts';
import { maybePerson } from './parts.ts';
import { isSaidNearby } from './nearby.ts';
import { compareRoles, contradictedBy, isAbove, readRole, unlikelyBeside, type Role } from './roles.ts';
import { occurrencesOf, titledSpan, type NamesContext } from './scope.ts';
import type { Evidence, Finding } from '../verdict.ts';

/** The title or role that the draft gives, where the sources contradict it. `name`: the bearer's fullest name in the draft. */
export async function roleFinding(
  claim: NameMention,
  forms: readonly NameFormRow[],
  occurrences: readonly NameOccurrence[],
  context: NamesContext,
  name = claim.text,
): Promise<Finding | undefined> {
  const offices = [claim.title, claim.role].filter((office) => office !== undefined);
  if (offices.length === 0) return undefined;
  const all = [...occurrences, ...(await fullerMentions(name, forms, context))];
  const given: { role: Role; occurrence: NameOccurrence }[] = [];
  for (const occurrence of all) {
    for (const text of [occurrence.title, occurrence.role]) {
      const read = text === undefined ? undefined : readRole(text);
      if (read) given.push({ role: read, occurrence });
    }
  }
  const roles = given.map(({ role }) => role);
  const body = await otherAffiliation(claim, all, context);
  if (body) {
    return {
      ...otherBody(claim.text, body.title, body.draft.text, body.source.text),
      evidence: await evidenceOf(context, [body.occurrence]),
      suggestions: [],
      ...(body.draft.start < claim.start && { span: { start: body.draft.start, end: claim.end } }),
    };
  }
  for (const office of offices) {
    const span = office === claim.title && { span: titledSpan(claim) };
    const draftRole = readRole(office.text);
    const told = async (wrong: Role): Promise<Finding> => {
      const evidence = given.filter(({ role }) => role.text === wrong.text).map(({ occurrence }) => occurrence);
      const texts = roles.map(({ text }) => text);
      const finding = otherRole(claim.text, draftRole!, wrong, texts);
      return { ...finding, evidence: await evidenceOf(context, evidence), suggestions: [], ...span };
    };
    const contrary = draftRole && contradictedBy(draftRole, roles);
    if (contrary) return told(contrary);
    const doubtful = draftRole && (await unlikely(draftRole, roles, all, context));
    // Of two spokesmen it is better told who speaks for the body.
    if (doubtful && draftRole.office !== 'spokesperson') return told(doubtful);
    if (draftRole && roles.some((role) => compareRoles(draftRole, role) === 'agrees' && !isAbove(draftRole, role)))
      continue;
    const holder =
      (await otherHolder(claim, office, context, all, isDescribed(all), name)) ??
      (await headInList(claim, office, context, all));
    if (!holder) {
      if (doubtful) return told(doubtful);
      continue;
    }
    const evidence = await evidenceAt(context.corpus, holder.document, holder);
    return {
      ...otherHoldsIt(claim.text, office.text, holder.name, holder.text),
      // First who the bearer is, then who holds it, unless one passage says both.
      evidence: evidence ? withBearer(evidence, await evidenceOf(context, all)) : [],
      suggestions: [],
      ...span,
    };
  }
  return undefined;
}

/** A role of the sources that goes badly with the draft's, of which they do not speak near the bearer's name. */
async function unlikely(
  draft: Role,
  roles: readonly Role[],
  occurrences: readonly NameOccurrence[],
  context: NamesContext,
): Promise<Role | undefined> {
  const wrong = roles.length > 0 ? unlikelyBeside(draft, roles) : undefined;
  return wrong && !(await isSaidNearby(draft, occurrences, context)) ? wrong : undefined;
}

function withBearer(holder: Evidence, bearer: readonly Evidence[]): Evidence[] {
  const own = bearer.find(({ document }) => document === holder.document) ?? bearer[0];
  const both = !own || (own.document === holder.document && own.start < holder.end && holder.start < own.end);
  return both ? [holder] : [own, holder];
}

/** Do the sources say what somebody is, more than Mr or Dr? */
function isDescribed(occurrences: readonly NameOccurrence[]): boolean {
  return occurrences.some(({ title, role }) => officeWords(`${title ?? ''} ${role ?? ''}`).size > 0);
}

/** Mentions of the bearer by fuller names, and by the surname alone in the same documents. */
async function fullerMentions(
  name: string,
  forms: readonly NameFormRow[],
  { lexicon }: NamesContext,
): Promise<NameOccurrence[]> {
  const words = nameWordsOf(name);
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
  // Where several bear the surname, it is not known whose it is by itself.
  const others = lexicon
    .withWord(surname)
    .map(({ form }) => nameWordsOf(form))
    .filter((own) => own.length > 1 && maybePerson(own) && own.at(-1) === surname && own[0] !== words[0]);
  if (others.length > 0) return mentions;
  const alone = await occurrencesOf([...lexicon.exact(surname)], lexicon);
  return [...mentions, ...alone.filter(({ document }) => documents.has(document))];
}
