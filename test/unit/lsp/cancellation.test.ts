import assert from 'node:assert/strict';
import { CancellationToken, CancellationTokenSource, ResponseError } from 'vscode-languageserver';
import { cancellable } from '../../../server/src/lsp/cancellation.ts';
import { CheckCancelled } from '../../../server/src/verify/eachClaim.ts';

const REQUEST_CANCELLED = -32800;

function isCancelled(answer: unknown): boolean {
  return answer instanceof ResponseError && answer.code === REQUEST_CANCELLED;
}

describe('A cancellable request', () => {
  it('is answered by its handler while nobody cancels it', async () => {
    const handler = cancellable(async (words: string) => words.length);
    assert.equal(await handler('four', CancellationToken.None), 4);
  });

  it('is answered with the error for that at once, though the handler never ends', async () => {
    const source = new CancellationTokenSource();
    const answer = cancellable(() => new Promise<never>(() => undefined))(undefined, source.token);
    source.cancel();
    assert.ok(isCancelled(await answer));
  });

  it('does not begin when it was cancelled before', async () => {
    const source = new CancellationTokenSource();
    source.cancel();
    let begun = false;
    const handler = cancellable(async () => (begun = true));
    assert.ok(isCancelled(await handler(undefined, source.token)));
    assert.equal(begun, false);
  });

  it('is cancelled, not failed, where the check was', async () => {
    const handler = cancellable(() => Promise.reject(new CheckCancelled()));
    assert.ok(isCancelled(await handler(undefined, CancellationToken.None)));
  });

  it('fails where its handler fails', async () => {
    const handler = cancellable(() => Promise.reject(new Error('disk on fire')));
    await assert.rejects(async () => handler(undefined, CancellationToken.None), /disk on fire/u);
  });
});
