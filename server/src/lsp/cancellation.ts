import { LSPErrorCodes, ResponseError, type CancellationToken } from 'vscode-languageserver';
import { CheckCancelled } from '../verify/eachClaim.ts';

/**
 * A request handler that answers with LSP's error for cancelled requests as soon as the client cancels, whatever the handler
 * is doing then; the handler itself stops by its token.
 */
export function cancellable<P, R>(
  handle: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R | ResponseError<never>> {
  return async (params, token) => {
    if (token.isCancellationRequested) return cancelled();
    let subscription: { dispose(): void } | undefined;
    const cancellation = new Promise<ResponseError<never>>((resolve) => {
      subscription = token.onCancellationRequested(() => resolve(cancelled()));
    });
    try {
      return await Promise.race([handle(params, token), cancellation]);
    } catch (error) {
      if (token.isCancellationRequested || error instanceof CheckCancelled) return cancelled();
      throw error;
    } finally {
      subscription?.dispose();
    }
  };
}

function cancelled(): ResponseError<never> {
  return new ResponseError<never>(LSPErrorCodes.RequestCancelled, 'The request was cancelled.');
}
