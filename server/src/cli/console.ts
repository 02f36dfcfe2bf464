/** Where a command writes, and what it may assume of the place. */
export interface Console {
  readonly cwd: string;
  /** Results. */
  out(text: string): void;
  /** Everything else: problems, progress. */
  err(text: string): void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
  /** All of standard input. */
  stdin(): Promise<Buffer>;
}

/** The console of this process. */
export function processConsole(): Console {
  return {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    outIsTerminal: process.stdout.isTTY,
    errIsTerminal: process.stderr.isTTY,
    columns: process.stdout.columns ?? 100,
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}
