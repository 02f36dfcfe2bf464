import type { NameMention } from '../extract/mention.ts';
import type { VerifyContext } from './checkDraft.ts';
import type { Finding } from './verdict.ts';

/** What the sources say of the names of a draft: one finding a claim, in the same order. */
export function verifyNames(claims: readonly NameMention[], _context: VerifyContext): Promise<Finding[]> {
  return Promise.resolve(
    claims.map(() => ({
      verdict: 'not-enough-evidence',
      code: 'name.unknown',
      message: 'Not checked.',
      explanation: [],
      evidence: [],
      suggestions: [],
    })),
  );
}
