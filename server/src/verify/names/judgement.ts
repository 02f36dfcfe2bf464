import type { NameFormRow, NameOccurrence } from '../../corpus/corpusIndex.ts';
import type { NameMention } from '../../extract/mention.ts';
import { fold } from '../../text/fold.ts';
import { aliasKey } from './aliases.ts';
import { bearerOf } from './bearers.ts';
import { firstNameFinding, slipFinding, smallWordFinding } from './doubts.ts';
import { evidenceOf } from './evidence.ts';
import { otherFirm } from './firms.ts';
import { extendedName, foundName, partOfName, unknownName, unknownNationality, variantName } from './findings.ts';
import type { NameMatch } from './match.ts';
import { unheardNation } from './nations.ts';
import { piecesFinding } from './pieces.ts';
import { textFinding } from './text.ts';
import { roleFinding } from './roleFinding.ts';
import { occurrencesOf, type NamesContext } from './scope.ts';
import type { Finding } from '../verdict.ts';

type Told = Pick<Finding, 'verdict' | 'code' | 'message' | 'explanation'>;

/** The finding for one name of the draft. */
export async function judgedName(claim: NameMention, context: NamesContext): Promise<Finding> {
  const match = context.matches.get(claim)!;
  if (claim.demonym) return bareFinding(nationality(claim, match, context));
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
      return (await slipFinding(claim, match.candidates, how(match), context)) ?? unknown(claim, context);
    case 'small':
      return smallWordFinding(claim, match.forms, context);
    case 'first':
      return (
        (await firstNameFinding(claim, match.forms, context)) ??
        (await slipFinding(claim, match.words, 'word', context)) ??
        unknown(claim, context)
      );
    default:
      return unknown(claim, context);
  }
}

/** A word of nationality is no claim, unless nothing in the sources is of that nation. */
function nationality(claim: NameMention, match: NameMatch, { lexicon, draft }: NamesContext): Told {
  const country = unheardNation(claim, draft.analysis.document.text, lexicon);
  if (country) return unknownNationality(claim.text, country);
  return foundName(claim.text, match.kind === 'exact' ? match.forms : []);
}

function how(match: Extract<NameMatch, { kind: 'slip' | 'word' }>): 'name' | 'word' | 'sure' {
  return match.kind === 'word' ? 'word' : match.sure ? 'sure' : 'name';
}

function bareFinding(told: Told): Finding {
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
  told: Told,
  context: NamesContext,
): Promise<Finding> {
  const bearer = bearerForms(claim, context);
  const all = bearer ? [...bearer, ...forms.filter(({ form }) => !bearer.some((row) => row.form === form))] : forms;
  const occurrences = await occurrencesOf(all, context.lexicon);
  const own = bearer ? await occurrencesOf(bearer, context.lexicon) : occurrences;
  const role = await roleFinding(claim, bearer ?? forms, own, context, bearer?.[0]?.form);
  if (role) return role;
  return { ...told, evidence: await evidenceOf(context, ofOneKind(claim, occurrences)), suggestions: [] };
}

/** Without mentions of a place where the draft names a person of that name, and the like, if there are others. */
function ofOneKind(claim: NameMention, occurrences: readonly NameOccurrence[]): readonly NameOccurrence[] {
  const kind = claim.title ? 'person' : claim.entityType;
  if (kind === 'unknown' || kind === 'work') return occurrences;
  const fitting = occurrences.filter(({ entityType, title }) => (title ? 'person' : entityType) === kind);
  return fitting.length > 0 ? fitting : occurrences;
}

/** Of two bearers of a surname, the forms of the one whom the draft means by it. */
function bearerForms(claim: NameMention, { bearers, matches }: NamesContext): readonly NameFormRow[] | undefined {
  const bearer = bearerOf(claim, bearers);
  const match = bearer && matches.get(bearer);
  return match && (match.kind === 'exact' || match.kind === 'variant') ? match.forms : undefined;
}

async function unknown(claim: NameMention, context: NamesContext): Promise<Finding> {
  const { lexicon } = context;
  const firm = await otherFirm(claim, context);
  if (firm) return (await slipFinding(claim, [firm], 'sure', context))!;
  const pieces = await piecesFinding(claim, context);
  if (pieces) return pieces;
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
