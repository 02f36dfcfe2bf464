import type { FigureMention } from '../extract/mention.ts';
import type { VerifyContext } from './checkDraft.ts';
import type { Finding } from './verdict.ts';

/** What the sources say of the figures of a draft: one finding a claim, in the same order. */
export function verifyFigures(claims: readonly FigureMention[], _context: VerifyContext): Promise<Finding[]> {
  return Promise.resolve(
    claims.map(() => ({
      verdict: 'not-enough-evidence',
      code: 'figure.unknown',
      message: 'Not checked.',
      explanation: [],
      evidence: [],
      suggestions: [],
    })),
  );
}
