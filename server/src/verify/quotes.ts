import type { QuoteMention } from '../extract/mention.ts';
import type { VerifyContext } from './checkDraft.ts';
import type { Finding } from './verdict.ts';

/** What the sources say of the quotes of a draft: one finding a claim, in the same order. */
export function verifyQuotes(claims: readonly QuoteMention[], _context: VerifyContext): Promise<Finding[]> {
  return Promise.resolve(
    claims.map(() => ({
      verdict: 'not-enough-evidence',
      code: 'quote.unknown',
      message: 'Not checked.',
      explanation: [],
      evidence: [],
      suggestions: [],
    })),
  );
}
