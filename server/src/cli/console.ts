/** Where a command writes, and what it may assume of the place. */
export interface Console {
  readonly cwd: string;
  /** Results. */
  out(text: string): void;
  /** Everything else: problems, progress. */
  err(text: string): void;
  /** Whether results may be coloured. */
  readonly colour: boolean;
  readonly errIsTerminal: boolean;
  readonly columns: number;
  /** All of standard input. */
  stdin(): Promise<Buffer>;
}

/** The console of this process. */
export function processConsole(): Console {
  // A reader that has seen enough (`| head`) closes the pipe; that is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  return {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    colour: wantsColour(process.env, process.stdout.isTTY === true),
    errIsTerminal: process.stderr.isTTY === true,
    columns: process.stdout.columns || WITHOUT_TERMINAL,
    async stdin() {
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      return Buffer.concat(chunks);
    },
  };
}

/** Lines of a file or pipe; wide enough for a sentence. */
const WITHOUT_TERMINAL = 110;

/** By the conventions of no-color.org and force-color.org; a dumb terminal has no colours. */
function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}
