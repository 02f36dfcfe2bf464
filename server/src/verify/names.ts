import type { NameFormRow } from '../corpus/corpusIndex.ts';
import type { NameLexicon } from '../corpus/nameLexicon.ts';
import { initialsOf, nameWordsOf } from '../corpus/nameWords.ts';
import type { NameMention } from '../extract/mention.ts';
import { detached } from '../text/detached.ts';
import { fold } from '../text/fold.ts';
import type { VerifyContext } from './checkDraft.ts';
import { verifyEach } from './eachClaim.ts';
import { withAliases } from './names/aliases.ts';
import { bearerOf, bearersOf } from './names/bearers.ts';
import { judgedName } from './names/judgement.ts';
import { editDistance } from './names/editDistance.ts';
import { acronymSlip, expandedOtherwise, matchName, type NameMatch } from './names/match.ts';
import { alignNames } from './names/parts.ts';
import { inconsistentName } from './names/findings.ts';
import { withMisplaced } from './names/misplaced.ts';
import { keptFindings } from './names/keptFindings.ts';
import { titledSpan, type NamesContext } from './names/scope.ts';
import { lasting } from './lasting.ts';
import type { Finding } from './verdict.ts';

const remembered = new WeakMap<NameLexicon, Map<string, NameMatch>>();

/** The match of a name, kept as long as the lexicon. */
function matchOf(claim: NameMention, lexicon: NameLexicon): NameMatch {
  let matches = remembered.get(lexicon);
  if (!matches) remembered.set(lexicon, (matches = new Map<string, NameMatch>()));
  let match = matches.get(claim.text);
  if (!match) {
    match = matchName(claim, lexicon);
    matches.set(detached(claim.text), match);
  }
  return match;
}

/**
 * What the sources say of the names of a draft: one finding a claim, in the same order. A name is judged as a name: spelling,
 * parts, title and role; not for what the sentence says of its bearer.
 */
export async function verifyNames(claims: readonly NameMention[], context: VerifyContext): Promise<Finding[]> {
  const lexicon = await context.corpus.lexicon(context.within);
  const plain = new Map(claims.map((claim) => [claim, matchOf(claim, lexicon)] as const));
  const matches = await withDraftAcronyms(claims, plain, lexicon);
  const bearers = bearersOf(claims);
  const kept = await keptFindings(matches, lexicon, context);
  const names: NamesContext = {
    ...context,
    lexicon,
    matches,
    claims,
    bearers,
    aliasGroups: withAliases(context.aliases),
    weights: kept.weights,
  };
  const known = new Map<string, Finding>();
  const findings = await verifyEach(claims, context, async (claim) => {
    // Names that are written and titled alike, and whose context is not looked at, are judged once.
    const match = matches.get(claim)!;
    const { kind } = match;
    const bearer = bearerOf(claim, bearers);
    const key =
      claim.demonym || kind === 'slip' || kind === 'word' || kind === 'first' || kind === 'small'
        ? undefined
        : `${keyOf(claim, context.draft.analysis.document.text)}\n${bearer?.text ?? ''}`;
    const before = key === undefined ? undefined : known.get(key);
    if (before) return before.span ? { ...before, span: titledSpan(claim) } : before;
    const bearerMatch = bearer && matches.get(bearer);
    let finding = kept.get(claim, match, bearerMatch);
    if (!finding) kept.set(claim, match, bearerMatch, (finding = lasting(await judgedName(claim, names))));
    if (key !== undefined) known.set(key, finding);
    return finding;
  });
  return withInconsistencies(claims, await withMisplaced(claims, findings, names));
}

/** An acronym that no source has, but that the draft gives to a name which they have, is as good as that name. */
async function withDraftAcronyms(
  claims: readonly NameMention[],
  matches: ReadonlyMap<NameMention, NameMatch>,
  lexicon: NameLexicon,
): Promise<ReadonlyMap<NameMention, NameMatch>> {
  const given = new Map<string, NameMatch>();
  const named = new Map<NameMention, NameMatch>();
  for (const claim of claims) {
    const { acronym } = claim;
    const match = matches.get(claim)!;
    const otherwise = acronym && match.kind !== 'exact' && expandedOtherwise(claim.text, acronym.text, lexicon);
    if (otherwise) {
      named.set(claim, otherwise);
      continue;
    }
    if (!acronym || (match.kind !== 'exact' && match.kind !== 'variant' && match.kind !== 'part')) continue;
    const theirs = lexicon.exact(fold(acronym.text)).length > 0 ? undefined : await acronymOf(match.forms, lexicon);
    if (theirs && editDistance(fold(acronym.text), fold(theirs.form), 1) === 1) {
      given.set(acronym.text, { kind: 'slip', candidates: [acronymSlip(theirs)], sure: true });
      continue;
    }
    given.set(acronym.text, { kind: 'variant', forms: match.forms, how: 'the acronym that the draft gives it' });
  }
  if (given.size + named.size === 0) return matches;
  return new Map(
    [...matches].map(([claim, match]) => [
      claim,
      named.get(claim) ?? (match.kind === 'none' || match.kind === 'slip' ? (given.get(claim.text) ?? match) : match),
    ]),
  );
}

/** The acronym that the sources give a name: in brackets behind it, or its initials where they are a name themselves. */
async function acronymOf(forms: readonly NameFormRow[], lexicon: NameLexicon): Promise<NameFormRow | undefined> {
  const [best] = forms;
  if (!best) return undefined;
  const told = (await lexicon.occurrences(best.form, 40)).find(({ acronym }) => acronym !== undefined)?.acronym;
  return [told ?? '', ...initialsOf(best.form)]
    .flatMap((text) => (text.length > 2 ? lexicon.exact(fold(text)) : []))
    .find(({ form }) => form === form.toUpperCase());
}

function keyOf({ text, title, role }: NameMention, draft: string): string {
  // A club may stand before the title.
  const before = title ? draft.slice(Math.max(0, title.start - 24), title.start) : '';
  return `${text}\n${before}${title?.text ?? ''}\n${role?.text ?? ''}`;
}

/** Names that no source has and that the draft writes in two ways. */
function withInconsistencies(claims: readonly NameMention[], findings: readonly Finding[]): Finding[] {
  const unknown = new Map<string, { claim: NameMention; count: number }>();
  for (const [i, claim] of claims.entries()) {
    if (findings[i]?.code !== 'name.unknown' || claim.demonym || findings[i].partial) continue;
    const key = fold(claim.text);
    const entry = unknown.get(key);
    if (entry) entry.count++;
    else unknown.set(key, { claim, count: 1 });
  }
  const names = [...unknown.entries()]
    .slice(0, 300)
    .map(([key, entry]) => ({ key, ...entry, words: nameWordsOf(key) }));
  const other = new Map<string, string>();
  for (const [i, a] of names.entries()) {
    for (const b of names.slice(i + 1)) {
      const { kind } = alignNames(a.words, b.words);
      const same = a.words.length > 1 || b.words.length > 1 || Math.min(a.key.length, b.key.length) > 6;
      if (kind !== 'slip' || !same) continue;
      // The rarer one is the slip; of two equally frequent ones, the later.
      const [right, wrong] = a.count >= b.count ? [a, b] : [b, a];
      other.set(wrong.key, right.claim.text);
    }
  }
  return findings.map((finding, i) => {
    const right = finding.code === 'name.unknown' ? other.get(fold(claims[i]!.text)) : undefined;
    if (right === undefined) return finding;
    return {
      ...finding,
      ...inconsistentName(claims[i]!.text, right),
      suggestions: [{ title: `Replace with “${right}”`, newText: right }],
    };
  });
}
