import type { Corpus } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/corpusIndex.ts';
import { rawSpanOf } from '../draft/claims.ts';
import type { Draft, Ignore } from '../draft/draft.ts';
import { overlaps, type Span } from '../text/offsets.ts';
import { citedSources, withCitations, type CitationResolver } from './citations.ts';
import { nextTurn } from '../text/turns.ts';
import { CheckCancelled, notChecked } from './eachClaim.ts';
import { verifyFigures } from './figures.ts';
import { withIndependence } from './independence.ts';
import { verifyNames } from './names.ts';
import { withQuotedClaims } from './quotedClaims.ts';
import { verifyQuotes } from './quotes.ts';
import type { CheckedClaim, Claim, Evidence, Finding } from './verdict.ts';

/** What a check may ask beside the draft and the corpus. */
export interface CheckOptions {
  /** Other spellings of a name, by the name: from `source-check.json`. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
  /** Only these documents are evidence. */
  readonly within?: ReadonlySet<DocumentId>;
  /** Findings that somebody has looked at and let stand. */
  readonly accepted?: readonly AcceptedFinding[];
  /** What the draft's links and footnotes point at. */
  readonly resolveCitation?: CitationResolver;
  /** How a citation of that source is written in the draft. */
  readonly citationOf?: (evidence: Evidence) => string;
  readonly isCancelled?: () => boolean;
}

/** A finding is accepted by the words of its claim and, if given, by its code or the code's family. */
export interface AcceptedFinding {
  readonly text: string;
  readonly code?: string;
}

/** What each verifier gets. */
export interface VerifyContext extends CheckOptions {
  readonly draft: Draft;
  readonly corpus: Corpus;
  /** The documents that a citation by the given clean span of the draft points at. */
  cited(span: Span): ReadonlySet<DocumentId>;
}

/**
 * Every claim of the draft with what the sources say, in order of its start. Left out are findings that the draft ignores
 * or that are accepted. Throws {@link CheckCancelled} once `isCancelled` says so.
 */
export async function checkDraft(
  draft: Draft,
  corpus: Corpus,
  options: CheckOptions = {},
): Promise<readonly CheckedClaim[]> {
  const citations = citedSources(draft, options.resolveCitation);
  const context: VerifyContext = { ...options, draft, corpus, cited: (span) => citations.cited(span) };
  const { names, figures, quotes } = draft.analysis;
  const found = [
    ...(await verified(quotes, verifyQuotes, context)),
    ...(await verified(figures, verifyFigures, context)),
    ...(await verified(names, verifyNames, context)),
  ];
  const citationOf = options.citationOf ?? (({ source }: Evidence) => source);
  const checked: CheckedClaim[] = [];
  for (const { claim, finding } of withQuotedClaims(found)) {
    if (isHint(claim, finding)) continue;
    const near = citations.by(claim);
    const cited =
      near.length === 0
        ? finding
        : await withCitations(claim, finding, { near, citationOf, source: (id) => corpus.source(id) });
    const told = asCovered(await withIndependence(cited, corpus), corpus);
    checked.push({ claim, finding: told, span: rawSpanOf(draft, told.span ?? claim) });
  }
  return checked
    .filter((one) => !isIgnored(one, draft.ignores) && !isAccepted(one, draft, options.accepted ?? []))
    .sort(
      (a, b) => a.span.start - b.span.start || b.span.end - a.span.end || order(a.claim.kind) - order(b.claim.kind),
    );
}

/** The claims of one kind with their findings. A fault of the verifier costs the claim it happens at, not the others. */
async function verified<C extends Claim>(
  claims: readonly C[],
  verify: (claims: readonly C[], context: VerifyContext) => Promise<Finding[]>,
  context: VerifyContext,
): Promise<{ claim: Claim; finding: Finding }[]> {
  await nextTurn();
  if (context.isCancelled?.()) throw new CheckCancelled();
  let findings: readonly Finding[];
  try {
    findings = await verify(claims, context);
  } catch (error) {
    if (error instanceof CheckCancelled) throw error;
    findings = await oneByOne(claims, verify, context);
  }
  if (context.isCancelled?.()) throw new CheckCancelled();
  return claims.map((claim, i) => ({ claim, finding: findings[i] ?? notChecked(claim, 'no answer') }));
}

async function oneByOne<C extends Claim>(
  claims: readonly C[],
  verify: (claims: readonly C[], context: VerifyContext) => Promise<Finding[]>,
  context: VerifyContext,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const claim of claims) {
    try {
      const [finding] = await verify([claim], context);
      findings.push(finding ?? notChecked(claim, 'no answer'));
    } catch (error) {
      if (error instanceof CheckCancelled) throw error;
      findings.push(notChecked(claim, error));
    }
    await nextTurn();
  }
  return findings;
}

/**
 * Nationalities and weekdays are no claims by the conventions; they are reported only where the sources contradict, or have
 * nothing of that nation or on that day.
 */
function isHint(claim: Claim, { verdict, unheard }: Finding): boolean {
  if (claim.kind === 'name') return claim.demonym === true && verdict === 'supported';
  return claim.kind === 'figure' && claim.weak === true && verdict !== 'refuted' && !unheard;
}

/** Longer claims before those inside them, quotes before the figures and names of the same span. */
function order(kind: Claim['kind']): number {
  return kind === 'quote' ? 0 : kind === 'figure' ? 1 : 2;
}

/** That something stands in no source may be said only if all of them were asked. */
function asCovered(finding: Finding, corpus: Corpus): Finding {
  if (corpus.coverage === 'full' || finding.verdict === 'supported') return finding;
  if (finding.verdict === 'not-enough-evidence') {
    return {
      ...finding,
      partial: true,
      message: 'Not fully checked: nothing found so far, but not all sources have been read yet.',
    };
  }
  if (finding.code === 'name.misspelt') {
    return {
      ...finding,
      verdict: 'not-enough-evidence',
      code: 'name.unknown',
      partial: true,
      message: `Not fully checked: not all sources have been read yet. So far: ${finding.message}`,
    };
  }
  return { ...finding, partial: true, message: `${finding.message} (Not all sources have been read yet.)` };
}

function isIgnored({ finding, span }: CheckedClaim, ignores: readonly Ignore[]): boolean {
  if (!isTold(finding)) return false;
  return ignores.some(
    (ignore) =>
      overlaps(ignore, span) &&
      (ignore.codes.length === 0 || ignore.codes.some((code) => isOfFamily(finding.code, code))),
  );
}

function isAccepted({ finding, span }: CheckedClaim, draft: Draft, accepted: readonly AcceptedFinding[]): boolean {
  if (accepted.length === 0 || !isTold(finding)) return false;
  const words = oneLine(draft.raw.slice(span.start, span.end));
  return accepted.some(
    ({ text, code }) => oneLine(text) === words && (code === undefined || isOfFamily(finding.code, code)),
  );
}

/** What is right is never hidden: its hover stays. */
function isTold(finding: Finding): boolean {
  return finding.verdict !== 'supported' || finding.elsewhere === true;
}

/** `figure` stands for `figure.mismatch` and all others of its kind. */
function isOfFamily(code: string, family: string): boolean {
  return code === family || code.startsWith(`${family}.`);
}

function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
