import type { DocumentId, NameFormRow, NameOccurrence } from '../corpus/corpusIndex.ts';
import { nameWordsOf } from '../corpus/nameLexicon.ts';
import type { NameMention } from '../extract/mention.ts';
import { fold } from '../text/fold.ts';
import { tokenise } from '../text/tokens.ts';
import { aliasKey } from './nameAliases.ts';
import { bestFit, contextOf, type Fit, type NameContext } from './nameContext.ts';
import { evidenceOf } from './nameEvidence.ts';
import {
  extendedName,
  foundName,
  misspeltName,
  otherFirstName,
  otherRole,
  otherSmallWords,
  partOfName,
  unknownName,
  variantName,
} from './nameFindings.ts';
import type { NameMatch, SlipCandidate } from './nameMatch.ts';
import { contradictedBy, readRole, type Role } from './nameRoles.ts';
import { occurrencesOf, titledSpan, type NamesContext } from './names.ts';
import { repairedSlips, spelling } from './nameSpelling.ts';
import type { Finding } from './verdict.ts';

const MOST_EVIDENCE = 3;
/** With so few sources named by the draft, all of them are about its subject. */
const FEW_SOURCES = 12;

/** The finding for one name of the draft. */
export async function judgedName(claim: NameMention, context: NamesContext): Promise<Finding> {
  const match = context.matches.get(claim)!;
  if (claim.demonym) return bareFinding(foundName(claim.text, match.kind === 'exact' ? match.forms : []));
  const alias = await aliasFinding(claim, match, context);
  if (alias) return alias;
  switch (match.kind) {
    case 'exact':
      return known(claim, match.forms, exactTold(claim, match.forms, context), context);
    case 'variant':
      return known(claim, match.forms, variantName(claim.text, match.forms, match.how), context);
    case 'part':
      return known(claim, match.forms, partOfName(claim.text, match.forms), context);
    default:
      return (await textFinding(claim, context)) ?? unmatched(claim, match, context);
  }
}

/** No form of the sources is the draft's. */
async function unmatched(claim: NameMention, match: NameMatch, context: NamesContext): Promise<Finding> {
  switch (match.kind) {
    case 'more':
      return known(claim, match.forms, extendedName(claim.text, match.forms, match.words), context);
    case 'slip':
    case 'word':
      return (await slipFinding(claim, match.candidates, match.kind === 'word', context)) ?? unknown(claim, context);
    case 'small': {
      const [form] = match.forms;
      return refuted(otherSmallWords(claim.text, form!), [form!], spelling(form!.form), context);
    }
    case 'first':
      return (
        (await firstNameFinding(claim, match.forms, context)) ??
        (await slipFinding(claim, match.words, true, context)) ??
        unknown(claim, context)
      );
    default:
      return unknown(claim, context);
  }
}

function bareFinding(told: Pick<Finding, 'verdict' | 'code' | 'message' | 'explanation'>): Finding {
  return { ...told, evidence: [], suggestions: [] };
}

function exactTold(
  claim: NameMention,
  forms: readonly NameFormRow[],
  { lexicon }: NamesContext,
): ReturnType<typeof foundName> {
  const others = lexicon.sameLetters(claim.text).filter(({ form }) => fold(form) !== fold(claim.text));
  return others.length > 0
    ? variantName(claim.text, [...forms, ...others], 'hyphens, points, spaces or accents')
    : foundName(claim.text, forms);
}

/** A finding for a name that the sources know, its title and role compared with theirs. */
async function known(
  claim: NameMention,
  forms: readonly NameFormRow[],
  told: Pick<Finding, 'verdict' | 'code' | 'message' | 'explanation'>,
  context: NamesContext,
): Promise<Finding> {
  const occurrences = await occurrencesOf(forms, context.lexicon);
  const role = await roleFinding(claim, forms, occurrences, context);
  if (role) return role;
  return { ...told, evidence: await evidenceOf(context.corpus, occurrences, MOST_EVIDENCE), suggestions: [] };
}

async function refuted(
  told: Pick<Finding, 'verdict' | 'code' | 'message' | 'explanation'>,
  forms: readonly NameFormRow[],
  right: string,
  context: NamesContext,
  preferred?: DocumentId,
): Promise<Finding> {
  const occurrences = await occurrencesOf(forms, context.lexicon);
  const sorted = [...occurrences].sort((a, b) => Number(b.document === preferred) - Number(a.document === preferred));
  return {
    ...told,
    evidence: await evidenceOf(context.corpus, sorted, MOST_EVIDENCE),
    suggestions: [{ title: `Replace with “${right}”`, newText: right }],
  };
}

async function unknown(claim: NameMention, { lexicon }: NamesContext): Promise<Finding> {
  return bareFinding(
    unknownName(
      claim.text,
      lexicon.similar(claim.text, 3).map(({ form }) => form),
    ),
  );
}

/** The user has said that this is another spelling of a name that the sources have. */
async function aliasFinding(claim: NameMention, match: NameMatch, context: NamesContext): Promise<Finding | undefined> {
  const group = match.kind === 'exact' ? undefined : context.aliasGroups.get(aliasKey(claim.text));
  const forms = group?.flatMap((spelt) => [...context.lexicon.exact(spelt)]) ?? [];
  if (forms.length === 0) return undefined;
  return known(claim, forms, variantName(claim.text, forms, 'an alias from source-check.json'), context);
}

/** The name as it stands, in the text of a source where it was not taken for a name. */
async function textFinding(claim: NameMention, { corpus, within }: NamesContext): Promise<Finding | undefined> {
  const words = tokenise(claim.text).map(({ folded }) => folded);
  if (words.length === 0) return undefined;
  const [passages = []] = await corpus.index.passages([{ phrases: [words], limit: 5, ...(within && { within }) }]);
  const occurrences: NameOccurrence[] = [];
  for (const { document, start, end } of passages) {
    const source = await corpus.source(document);
    if (!source) continue;
    const at = source.document.text.slice(start, end).indexOf(claim.text);
    if (at < 0) continue;
    const span = { start: start + at, end: start + at + claim.text.length };
    if (
      /[\p{L}\p{N}]/u.test(source.document.text[span.end] ?? '') ||
      /[\p{L}\p{N}]/u.test(source.document.text[span.start - 1] ?? '')
    )
      continue;
    occurrences.push({ ...span, document, form: claim.text, entityType: claim.entityType });
  }
  if (occurrences.length === 0) return undefined;
  const documents = new Set(occurrences.map(({ document }) => document)).size;
  const row: NameFormRow = { form: claim.text, entityType: claim.entityType, mentions: occurrences.length, documents };
  return {
    ...foundName(claim.text, [row]),
    evidence: await evidenceOf(corpus, occurrences, MOST_EVIDENCE),
    suggestions: [],
  };
}

/** Is only a handful of sources evidence, so that all of them speak of the draft's subject? */
function isNarrow({ within, corpus }: NamesContext): boolean {
  return (within?.size ?? corpus.documents.size) <= FEW_SOURCES;
}

/**
 * A slip, if the name that it is a slip of stands in a source about the same thing. In a large corpus there is a name a letter
 * away from nearly every other.
 */
async function slipFinding(
  claim: NameMention,
  candidates: readonly SlipCandidate[],
  wordOnly: boolean,
  context: NamesContext,
): Promise<Finding | undefined> {
  const around = contextOf(context, claim);
  const judged = await Promise.all(
    candidates.map(async (candidate) => ({ candidate, fit: await fitOfForm(around, candidate.form, context) })),
  );
  const words = nameWordsOf(claim.text);
  judged.sort((a, b) => a.candidate.cost - 4 * (a.fit?.fit ?? 0) - (b.candidate.cost - 4 * (b.fit?.fit ?? 0)));
  const [best] = judged;
  if (!best) return undefined;
  const { candidate, fit } = best;
  if (!isNarrow(context) && (fit?.fit ?? 0) < neededFit(candidate, words.length, wordOnly, around)) return undefined;
  const rights = judged
    .filter((other) => other.candidate.cost <= candidate.cost + 2)
    .map((other) => repairedSlips(claim, other.candidate.form.form, other.candidate.slips, context.draft));
  const [right, ...others] = [...new Set(rights)];
  const finding = await refuted(
    misspeltName(claim.text, right!, candidate.form, candidate.slips),
    [candidate.form],
    right!,
    context,
    fit?.document,
  );
  const suggestions = others.slice(0, 2).map((text) => ({ title: `Replace with “${text}”`, newText: text }));
  return { ...finding, suggestions: [...finding.suggestions, ...suggestions] };
}

/**
 * How well a source must fit for a slip to be taken for one: less, if other words of the name are right, if the slip is a
 * usual one, or if many sources write the name, so that it is no chance that it is near.
 */
function neededFit({ cost, form }: SlipCandidate, words: number, wordOnly: boolean, around: NameContext): number {
  if (words > 1 && !wordOnly) return 0.1;
  // Without words to tell a source by, a usual slip is taken for one.
  if (around.near.length + around.far.length < 3 && cost <= 4) return 0;
  const base = form.documents >= 10 ? 0 : form.documents >= 3 ? 0.15 : 0.25;
  return cost > 4 ? base + 0.15 : base;
}

/** How well the best source that has the form fits the words around the draft's name. */
async function fitOfForm(around: NameContext, form: NameFormRow, context: NamesContext): Promise<Fit | undefined> {
  const occurrences = await context.lexicon.occurrences(form.form, 40);
  const documents = new Set(occurrences.map(({ document }) => document));
  return bestFit(around, form.form, documents, context);
}

const KIN =
  'wife|husband|widow|widower|son|daughter|brother|sister|father|mother|parents|cousin|uncle|aunt|nephew|niece|grandson|granddaughter|grandfather|grandmother|twin|siblings?';
const KIN_BEFORE = new RegExp(`\\b(?:${KIN})[ ,]+$`, 'iu');
const KIN_BEHIND = new RegExp(`^,? (?:his|her|their|the|whose) (?:\\w+ )?(?:${KIN})\\b`, 'iu');

/** Is the name said to be somebody's relative, who may well bear the same surname? */
function isRelative(claim: NameMention, { draft }: NamesContext): boolean {
  const { text } = draft.analysis.document;
  return (
    KIN_BEFORE.test(text.slice(Math.max(0, claim.start - 20), claim.start)) ||
    KIN_BEHIND.test(text.slice(claim.end, claim.end + 40))
  );
}

/** Another first name, if a source about the same thing gives that surname one. */
async function firstNameFinding(
  claim: NameMention,
  forms: readonly NameFormRow[],
  context: NamesContext,
): Promise<Finding | undefined> {
  const around = contextOf(context, claim);
  const judged = await Promise.all(
    forms.slice(0, 12).map(async (form) => ({ form, fit: await fitOfForm(around, form, context) })),
  );
  judged.sort((a, b) => (b.fit?.fit ?? 0) - (a.fit?.fit ?? 0) || b.form.mentions - a.form.mentions);
  const [best] = judged;
  if (!best?.fit) return undefined;
  const relative = isRelative(claim, context);
  const both = context.claims.some((other) => fold(other.text) === fold(best.form.form));
  let needed = isNarrow(context) ? 0.2 : 0.3;
  if (relative) needed += 0.3;
  if (both) needed += 0.2;
  if (best.fit.fit < needed) return undefined;
  const told = otherFirstName(claim.text, [best.form, ...forms.filter((form) => form !== best.form)]);
  return refuted(told, [best.form], spelling(best.form.form), context, best.fit.document);
}

/** The title or role that the draft gives, where the sources contradict it. */
async function roleFinding(
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
      evidence: await evidenceOf(context.corpus, evidence, MOST_EVIDENCE),
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
