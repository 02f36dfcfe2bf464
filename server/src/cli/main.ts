/** Carries out one command line and returns its exit status. */
export function runCommandLine(_argv: string[]): Promise<number> {
  process.stderr.write('source-check: this build has no command line yet.\n');
  return Promise.resolve(2);
}
