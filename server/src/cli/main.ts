import { keepCompiled } from '../keepCompiled.ts';
import { flagsOfStart, keepMemorySmall, YOUNG_BYTES } from '../memory.ts';
import { Unusable } from '../workspace/unusable.ts';
import { parseCommand, type Command } from './arguments.ts';
import { runCheck } from './check.ts';
import { processConsole, type Console } from './console.ts';
import { helpText } from './help.ts';
import { runIndex } from './indexSources.ts';
import { runLookup } from './lookup.ts';
import { runSources } from './sources.ts';
import { VERSION } from './version.ts';

/** Carries out one command line and returns its exit status: 0 nothing to report, 1 findings, 2 it could not run. */
export async function runCommandLine(argv: string[]): Promise<number> {
  const console = processConsole();
  try {
    const command = parseCommand(argv);
    keepMemorySmall(YOUNG_BYTES);
    const status = await run(command, console);
    if (command.name === 'check') {
      // Compiled code is good for the flags it was compiled with.
      flagsOfStart();
      keepCompiled();
    }
    return status;
  } catch (error) {
    if (error instanceof Unusable) console.err(`source-check: ${error.message}\n`);
    else console.err(`source-check: the program failed, which is a fault of its own: ${faultOf(error)}\n`);
    return 2;
  }
}

async function run(command: Command, console: Console): Promise<number> {
  switch (command.name) {
    case 'help':
      console.out(helpText(command.of));
      return 0;
    case 'version':
      console.out(`${VERSION}\n`);
      return 0;
    case 'check':
      return runCheck(command, console);
    case 'index':
      return runIndex(command, console);
    case 'sources':
      return runSources(command, console);
    case 'lookup':
      return runLookup(command, console);
  }
}

/** One line, or, for whoever looks for the fault, where it happened. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return process.env['SOURCE_CHECK_DEBUG'] ? (error.stack ?? error.message) : error.message;
}
