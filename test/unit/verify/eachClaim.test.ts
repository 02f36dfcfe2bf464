import assert from 'node:assert/strict';
import { verifyEach } from '../../../server/src/verify/eachClaim.ts';
import type { Finding } from '../../../server/src/verify/verdict.ts';
import { claim } from '../report/sample.ts';

const CLAIMS = [claim('figure', '4,120', FOUND()).claim, claim('name', 'Ines Okafor', FOUND()).claim];

function FOUND(): Finding {
  return { verdict: 'supported', code: 'figure.found', message: '', explanation: [], evidence: [], suggestions: [] };
}

describe('verifying claim by claim', () => {
  it('gives a finding for each, in order', async () => {
    const findings = await verifyEach(CLAIMS, {}, (_, index) => ({ ...FOUND(), message: String(index) }));
    assert.deepEqual(
      findings.map(({ message }) => message),
      ['0', '1'],
    );
  });

  it('goes on where one fails, and says that it was not checked', async () => {
    const findings = await verifyEach(CLAIMS, {}, ({ kind }) => {
      if (kind === 'figure') throw new Error('no number');
      return FOUND();
    });
    assert.match(findings[0]!.message, /figure was not checked.*no number/u);
    assert.equal(findings[0]!.verdict, 'not-enough-evidence');
    assert.equal(findings[1]!.verdict, 'supported');
  });

  it('lets other work have its turn', async () => {
    let served = false;
    setImmediate(() => (served = true));
    const slow = (): Finding => {
      const until = performance.now() + 10;
      while (performance.now() < until);
      return FOUND();
    };
    await verifyEach(CLAIMS, {}, slow);
    assert.ok(served);
  });

  it('ends when it is cancelled', async () => {
    let verified = 0;
    const running = verifyEach(CLAIMS, { isCancelled: () => verified > 0 }, () => {
      verified++;
      return FOUND();
    });
    await assert.rejects(running, { name: 'CheckCancelled' });
    assert.equal(verified, 1);
  });
});
