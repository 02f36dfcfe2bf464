import type { CheckedClaim } from '../../../server/src/verify/verdict.ts';

/** What is shown of claims: without numbers of documents, which depend on the order in which an index was built. */
export function shownClaims(claims: readonly CheckedClaim[]): unknown {
  return claims.map(({ claim, finding, span }) => ({
    claim: claim.text,
    span,
    ...finding,
    evidence: finding.evidence.map(({ document: _, ...shown }) => shown),
  }));
}
