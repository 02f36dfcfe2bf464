import type { NameOccurrence } from '../corpus/corpusIndex.ts';
import type { NameLexicon } from '../corpus/nameLexicon.ts';
import type { NameMention } from '../extract/mention.ts';
import type { Span } from '../text/offsets.ts';
import type { VerifyContext } from './checkDraft.ts';
import type { AliasGroups } from './nameAliases.ts';
import type { NameMatch } from './nameMatch.ts';

/** What the judgement of one name needs beside the name. */
export interface NamesContext extends VerifyContext {
  readonly lexicon: NameLexicon;
  readonly aliasGroups: AliasGroups;
  /** All names of the draft, and what the lexicon has for them. */
  readonly claims: readonly NameMention[];
  readonly matches: ReadonlyMap<NameMention, NameMatch>;
}

/** Title and name together. */
export function titledSpan(claim: NameMention): Span {
  return { start: claim.title?.start ?? claim.start, end: claim.end };
}

/** Mentions of some forms, the newest documents first; those that say more of their bearer before the others. */
export async function occurrencesOf(
  forms: readonly { readonly form: string }[],
  lexicon: NameLexicon,
  most = 40,
): Promise<NameOccurrence[]> {
  const seen = new Set<string>();
  const all: NameOccurrence[] = [];
  for (const { form } of forms.slice(0, 8)) {
    if (seen.has(form)) continue;
    seen.add(form);
    all.push(...(await lexicon.occurrences(form, most)));
  }
  return all;
}
