import type { CommandName } from './arguments.ts';

const GENERAL = `source-check: does the draft say what its sources say?

  source-check check [PATH…]      check drafts: files, folders, globs, or - for standard input
  source-check index [DIR…]       bring the index of the sources up to date
  source-check sources [DIR…]     list the sources and how well they could be read
  source-check lookup TEXT        what the sources say of a name, a figure, a phrase

  source-check COMMAND --help     the options of a command
  source-check --version

Every name, figure and quotation of a Markdown draft is looked up in a folder of source documents. Nothing is sent
anywhere. Settings are read from the nearest source-check.json.

Exit status: 0 nothing to report, 1 findings, 2 the command could not run.
`;

const CORPUS = `  --corpus DIR…     folder of sources; may be repeated (default: as source-check.json says, else ./sources, else ./seeds)
`;

const OF: Readonly<Record<CommandName, string>> = {
  check: `source-check check [PATH…]

Checks drafts against the sources: files, folders, globs, or - for standard input. Without a path: the drafts that
source-check.json names, else all Markdown files below this folder that are no sources.

${CORPUS}  --format FORMAT   pretty (default), json, sarif, github, markdown or html
  --output FILE     write the report there instead of to standard output
  --fail-on WHAT    what makes the exit status 1: refuted (default), unsupported (also what no source says), never
`,
  index: `source-check index [DIR…]

Reads new and changed sources into the index, and forgets removed ones. check does so by itself.

${CORPUS}  --rebuild         forget the index and read all sources anew
  --stats           tell what the index holds and takes: documents, passages, names, bytes, driver, last update, problems
  --format FORMAT   of --stats: pretty (default) or json
`,
  sources: `source-check sources [DIR…]

Lists each source with its format, size, words and health.

${CORPUS}  --format FORMAT   pretty (default) or json
`,
  lookup: `source-check lookup TEXT

Tells what the sources say of a name, a figure or a phrase, with the passages.

${CORPUS}  --format FORMAT   pretty (default) or json
`,
};

/** The help on a command, or on the program. */
export function helpText(command?: CommandName): string {
  return command ? OF[command] : GENERAL;
}
