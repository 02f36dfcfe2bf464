import { fold } from '../text/fold.ts';
import { contains } from '../text/offsets.ts';
import { tokenise } from '../text/tokens.ts';
import type { Claim, Evidence, Finding } from './verdict.ts';

interface Judged {
  readonly claim: Claim;
  readonly finding: Finding;
}

/** Quotations with these findings have the source's very words, whoever is said to have spoken them. */
const VERBATIM: ReadonlySet<string> = new Set(['quote.found', 'quote.misattributed']);

/**
 * Findings with those on names and figures inside verbatim quotations set right: what stands in a quotation, and word for
 * word in the source that the quotation was found in, is found there. A quotation has a context of its own, so the figures
 * and names in it are often compared with the wrong passage.
 */
export function withQuotedClaims(judged: readonly Judged[]): Judged[] {
  const quotes = judged.filter(({ claim, finding }) => claim.kind === 'quote' && VERBATIM.has(finding.code));
  if (quotes.length === 0) return [...judged];
  return judged.map((one) => {
    const { claim, finding } = one;
    if (claim.kind === 'quote' || finding.verdict === 'supported' || finding.verdict === 'conflicting-evidence')
      return one;
    const around = quotes.find((quote) => contains(quote.claim, claim));
    const evidence = around?.finding.evidence.map((from) => narrowed(from, claim)).find((found) => found !== undefined);
    return evidence ? { claim, finding: quotedFinding(claim, evidence) } : one;
  });
}

/** The evidence of a quotation with the claim's words as its focus; undefined if they are not all in it, as written. */
function narrowed(evidence: Evidence, claim: Claim): Evidence | undefined {
  if (evidence.end - evidence.start !== evidence.text.length) return undefined;
  const wanted = tokenise(claim.text).map(({ folded }) => folded);
  const { start = evidence.start, end = evidence.end } = evidence.focus ?? {};
  const words = tokenise(evidence.text.slice(start - evidence.start, end - evidence.start), start);
  // A sign or unit around the words belongs to a figure.
  if (wanted.length === 0 || !fold(evidence.text).includes(fold(claim.text))) return undefined;
  for (let at = 0; at + wanted.length <= words.length; at++) {
    if (!wanted.every((word, i) => words[at + i]!.folded === word)) continue;
    const focus = { start: words[at]!.start, end: words[at + wanted.length - 1]!.end };
    return { ...evidence, focus };
  }
  return undefined;
}

function quotedFinding(claim: Claim, evidence: Evidence): Finding {
  const what = claim.kind === 'name' ? 'name' : 'figure';
  return {
    verdict: 'supported',
    code: `${what}.found`,
    message: `${evidence.source} has this ${what} in the same quotation.`,
    explanation: [`The quotation that this ${what} stands in was found word for word in ${evidence.source}.`],
    evidence: [evidence],
    suggestions: [],
  };
}
