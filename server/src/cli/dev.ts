/** The command line from the TypeScript files, for developing: `node --import tsx server/src/cli/dev.ts check …`. */
import { runCommandLine } from './main.ts';

process.exitCode = await runCommandLine(process.argv.slice(2));
