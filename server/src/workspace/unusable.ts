/**
 * The run cannot go on as asked: a wrong option, a missing file. The message is one sentence for the user that says what is
 * wrong and what to do; no stack trace is wanted.
 */
export class Unusable extends Error {
  override readonly name = 'Unusable';
}
