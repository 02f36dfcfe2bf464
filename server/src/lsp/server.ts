/** Runs the language server on the transport that the command line names. */
export function runLanguageServer(): void {}
