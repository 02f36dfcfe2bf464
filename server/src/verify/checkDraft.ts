import type { Corpus } from '../corpus/corpus.ts';
import type { DocumentId } from '../corpus/corpusIndex.ts';
import { rawSpanOf } from '../draft/claims.ts';
import type { Draft } from '../draft/draft.ts';
import type { Span } from '../text/offsets.ts';
import { verifyFigures } from './figures.ts';
import { verifyNames } from './names.ts';
import { verifyQuotes } from './quotes.ts';
import type { CheckedClaim, Claim, Finding } from './verdict.ts';

/** What a check may ask beside the draft and the corpus. */
export interface CheckOptions {
  /** Other spellings of a name, by the name: from `source-check.json`. */
  readonly aliases?: ReadonlyMap<string, readonly string[]>;
  /** Only these documents are evidence. */
  readonly within?: ReadonlySet<DocumentId>;
  readonly isCancelled?: () => boolean;
}

/** What each verifier gets. */
export interface VerifyContext extends CheckOptions {
  readonly draft: Draft;
  readonly corpus: Corpus;
  /** The documents that a citation by the given clean span of the draft points at. */
  cited(span: Span): ReadonlySet<DocumentId>;
}

/** Every claim of the draft with what the sources say, in order of its start. */
export async function checkDraft(
  draft: Draft,
  corpus: Corpus,
  options: CheckOptions = {},
): Promise<readonly CheckedClaim[]> {
  const context: VerifyContext = { ...options, draft, corpus, cited: () => new Set() };
  const { names, figures, quotes } = draft.analysis;
  const checked = [
    ...paired(names, await verifyNames(names, context)),
    ...paired(figures, await verifyFigures(figures, context)),
    ...paired(quotes, await verifyQuotes(quotes, context)),
  ];
  return checked
    .filter(({ claim, finding }) => !isHint(claim) || finding.verdict === 'refuted')
    .map(({ claim, finding }) => ({ claim, finding, span: rawSpanOf(draft, finding.span ?? claim) }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** Nationalities and weekdays are no claims by the conventions; they are reported only where the sources contradict. */
function isHint(claim: Claim): boolean {
  return (claim.kind === 'name' && claim.demonym === true) || (claim.kind === 'figure' && claim.weak === true);
}

function paired(claims: readonly Claim[], findings: readonly Finding[]): { claim: Claim; finding: Finding }[] {
  return claims.flatMap((claim, i) => {
    const finding = findings[i];
    return finding ? [{ claim, finding }] : [];
  });
}
