import type { DocumentId, NameOccurrence } from '../../corpus/corpusIndex.ts';
import type { NameLexicon } from '../../corpus/nameLexicon.ts';
import type { NameMention } from '../../extract/mention.ts';
import type { Span } from '../../text/offsets.ts';
import { nextTurn } from '../../text/turns.ts';
import type { VerifyContext } from '../checkDraft.ts';
import type { AliasGroups } from './aliases.ts';
import type { Bearers } from './bearers.ts';
import type { NameMatch } from './match.ts';

/** What the judgement of one name needs beside the name. */
export interface NamesContext extends VerifyContext {
  readonly lexicon: NameLexicon;
  readonly aliasGroups: AliasGroups;
  /** All names of the draft, and what the lexicon has for them. */
  readonly claims: readonly NameMention[];
  /** The draft's full names by surname. */
  readonly bearers: Bearers;
  readonly matches: ReadonlyMap<NameMention, NameMatch>;
  /** How much of the draft's names each document has: of two mentions, the one in the weightier document is shown. */
  readonly weights: ReadonlyMap<DocumentId, number>;
}

/** Each of a draft's names, as the sources have it, gives its documents one vote, so that rare names count more. */
export async function documentWeights(
  forms: readonly string[],
  lexicon: NameLexicon,
): Promise<ReadonlyMap<DocumentId, number>> {
  const weights = new Map<DocumentId, number>();
  let since = performance.now();
  for (const form of forms) {
    // Where a form stands in a long source takes milliseconds to find.
    if (performance.now() - since > TURN_MILLISECONDS) {
      await nextTurn();
      since = performance.now();
    }
    const documents = new Set((await lexicon.occurrences(form, MOST_OCCURRENCES)).map(({ document }) => document));
    for (const document of documents) weights.set(document, (weights.get(document) ?? 0) + 1 / documents.size);
  }
  return weights;
}

const MOST_OCCURRENCES = 40;
const TURN_MILLISECONDS = 8;

/** Title and name together. */
export function titledSpan(claim: NameMention): Span {
  return { start: claim.title?.start ?? claim.start, end: claim.end };
}

/** Mentions of some forms, form by form. */
export async function occurrencesOf(
  forms: readonly { readonly form: string }[],
  lexicon: NameLexicon,
  most = MOST_OCCURRENCES,
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
