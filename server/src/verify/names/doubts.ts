import type { DocumentId, NameFormRow } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import { nameWordsOf } from '../../corpus/nameWords.ts';
import type { NameMention } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import { bestFit, contextOf, type Fit, type NameContext } from './context.ts';
import { evidenceOf } from './evidence.ts';
import { misspeltName, otherFirstName, otherSmallWords } from './findings.ts';
import { occurrencesOf, type NamesContext } from './scope.ts';
import type { SlipCandidate } from './slips.ts';
import { maybePerson } from './parts.ts';
import { repairedSlips, spelling } from './spelling.ts';
import type { Finding } from '../verdict.ts';

/** With so few sources named by the draft, all of them are about its subject. */
const FEW_SOURCES = 12;

async function refuted(
  told: Pick<Finding, 'verdict' | 'code' | 'message' | 'explanation'>,
  forms: readonly NameFormRow[],
  right: string,
  context: NamesContext,
  preferred?: DocumentId,
): Promise<Finding> {
  const occurrences = await occurrencesOf(forms, context.lexicon);
  return {
    ...told,
    evidence: await evidenceOf(context, occurrences, preferred),
    suggestions: [{ title: `Replace with “${right}”`, newText: right }],
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
export async function slipFinding(
  claim: NameMention,
  candidates: readonly SlipCandidate[],
  how: 'name' | 'word' | 'sure',
  context: NamesContext,
): Promise<Finding | undefined> {
  const around = contextOf(context, claim);
  const best = await likeliestInContext(candidates, around, context);
  if (!best) return undefined;
  const { candidate, fit } = best;
  const words = nameWordsOf(claim.text);
  if (how === 'word' && maybePerson(words) && !(await isJoined(words, candidate, context))) return undefined;
  const needed = how === 'sure' ? 0 : neededFit(candidate, words.length, how === 'word', around);
  if (!isNarrow(context) && (fit?.fit ?? 0) < needed) return undefined;
  const rights = [candidate, ...candidates.filter(({ cost }) => cost <= candidate.cost + 2)].map(({ form, slips }) =>
    repairedSlips(claim, form.form, slips, context.draft),
  );
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

/** What a source that fits wholly makes up for, in the measure of {@link SlipCandidate.cost}. */
const FITTING = 4;

/** The candidate that costs least when what speaks for its best source is taken off; the first of equal ones. */
async function likeliestInContext(
  candidates: readonly SlipCandidate[],
  around: NameContext,
  context: NamesContext,
): Promise<{ readonly candidate: SlipCandidate; readonly fit: Fit | undefined } | undefined> {
  let best: { candidate: SlipCandidate; fit: Fit | undefined; cost: number } | undefined;
  for (const candidate of candidates) {
    // Its sources need not be read where even one that fits wholly would be too little.
    if (best && candidate.cost - FITTING >= best.cost) continue;
    const fit = await fitOfForm(around, candidate.form, context);
    const cost = candidate.cost - FITTING * (fit?.fit ?? 0);
    if (!best || cost < best.cost) best = { candidate, fit, cost };
  }
  return best;
}

/**
 * Of a first name that slipped: does a source that has it have the surname too? Of a middle one: does the source's name have
 * another word of the draft's? Else two strangers would be joined.
 */
async function isJoined(
  words: readonly string[],
  { form, slips }: SlipCandidate,
  context: NamesContext,
): Promise<boolean> {
  const own = nameWordsOf(form.form);
  if (slips.some(({ at }) => at > 0 && at < words.length - 1) && !words.some((word) => own.includes(word)))
    return false;
  if (!slips.some(({ at }) => at === 0)) return true;
  const { lexicon } = context;
  const documents = new Set((await lexicon.occurrences(form.form, 40)).map(({ document }) => document));
  const surname = slips.find(({ at }) => at === words.length - 1)?.source ?? words.at(-1)!;
  const surnames = await occurrencesOf(lexicon.withWord(surname), lexicon);
  return surnames.some(({ document }) => documents.has(document));
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

/** What was found to fit, by the words around; an edit elsewhere leaves them as they are. */
const fits = new WeakMap<NameLexicon, Map<string, Fit>>();
const MOST_FITS = 3000;

/** How well the best source that has the form fits the words around the draft's name. */
async function fitOfForm(around: NameContext, form: NameFormRow, context: NamesContext): Promise<Fit | undefined> {
  let known = fits.get(context.lexicon);
  if (!known) fits.set(context.lexicon, (known = new Map<string, Fit>()));
  const key = [[form.form], around.near, around.far, around.words].map((words) => words.join(' ')).join('\n');
  const before = known.get(key);
  if (before) return before;
  const occurrences = await context.lexicon.occurrences(form.form, 40);
  const documents = new Set(occurrences.map(({ document }) => document));
  const fit = await bestFit(around, form.form, documents, context);
  if (known.size >= MOST_FITS) known.clear();
  if (fit) known.set(key, fit);
  return fit;
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
export async function firstNameFinding(
  claim: NameMention,
  forms: readonly NameFormRow[],
  context: NamesContext,
): Promise<Finding | undefined> {
  const around = contextOf(context, claim);
  const judged = await Promise.all(
    forms.slice(0, 12).map(async (form) => ({ form, fit: await fitOfForm(around, form, context) })),
  );
  // Of several bearers in sources that fit about as well, the one whose first name is most like the draft's.
  const ours = fold(claim.text).split(' ')[0]!;
  const rank = ({ form, fit }: (typeof judged)[number]): number =>
    Math.round(4 * (fit?.fit ?? 0)) + weightOf(firstNameLikeness(ours, fold(form.form).split(' ')[0]!));
  judged.sort(
    (a, b) => rank(b) - rank(a) || (b.fit?.fit ?? 0) - (a.fit?.fit ?? 0) || b.form.mentions - a.form.mentions,
  );
  const [best] = judged;
  if (!best?.fit) return undefined;
  const relative = isRelative(claim, context);
  const both = context.claims.some((other) => fold(other.text) === fold(best.form.form));
  let needed = isNarrow(context) ? 0.2 : 0.3;
  if (relative) needed += 0.3;
  if (both) needed += 0.2;
  if (best.fit.fit < needed) return undefined;
  const told = otherFirstName(claim.text, [best.form, ...forms.filter((form) => form !== best.form)]);
  const right = spelling(best.form.form);
  const finding = await refuted(told, [best.form], right, context, best.fit.document);
  const others = new Set(judged.slice(1).map(({ form }) => spelling(form.form)));
  others.delete(right);
  const suggestions = [...others].slice(0, 2).map((text) => ({ title: `Replace with “${text}”`, newText: text }));
  return { ...finding, suggestions: [...finding.suggestions, ...suggestions] };
}

/** A first name that is nearly the draft's counts for more than how well a source fits. */
function weightOf(likeness: number): number {
  return likeness >= 0.6 ? likeness + 2 : likeness;
}

/** From 0 to 1: how much of the longer first name both begin and end with. */
function firstNameLikeness(a: string, b: string): number {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return (start + end) / (1 + Math.max(a.length, b.length));
}

/** The small words of a body's name are others. */
export function smallWordFinding(
  claim: NameMention,
  forms: readonly NameFormRow[],
  context: NamesContext,
): Promise<Finding> {
  const form = forms[0]!;
  return refuted(otherSmallWords(claim.text, form), [form], spelling(form.form), context);
}
