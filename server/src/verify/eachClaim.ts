import { nextTurn } from '../text/turns.ts';
import type { VerifyContext } from './checkDraft.ts';
import type { Claim, Code, Finding } from './verdict.ts';

/** Thrown out of a check whose caller no longer wants it. */
export class CheckCancelled extends Error {
  override readonly name = 'CheckCancelled';
  constructor() {
    super('The check was cancelled.');
  }
}

/** How long the verifiers may hold the thread before other work (a keystroke, a hover) gets its turn. */
const TURN_MILLISECONDS = 8;

/**
 * One finding a claim, in order. Between claims the event loop gets its turn, and a cancelled check ends with
 * {@link CheckCancelled}. A claim whose verification fails is reported as not checked; the others are not touched by it.
 */
export async function verifyEach<C extends Claim>(
  claims: readonly C[],
  context: Pick<VerifyContext, 'isCancelled'>,
  verify: (claim: C, index: number) => Finding | Promise<Finding>,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  let turn = now();
  for (const [index, claim] of claims.entries()) {
    if (context.isCancelled?.()) throw new CheckCancelled();
    try {
      findings.push(await verify(claim, index));
    } catch (error) {
      if (error instanceof CheckCancelled) throw error;
      findings.push(notChecked(claim, error));
    }
    if (now() - turn > TURN_MILLISECONDS) {
      await nextTurn();
      turn = now();
    }
  }
  return findings;
}

/** What is said of a claim that could not be verified because of a fault in the program. */
export function notChecked(claim: Claim, error: unknown): Finding {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    verdict: 'not-enough-evidence',
    code: `${claim.kind}.unknown` satisfies Code,
    message: `This ${claim.kind} was not checked: the check of it failed (${reason}).`,
    explanation: [],
    evidence: [],
    suggestions: [],
    partial: true,
  };
}

function now(): number {
  return performance.now();
}
