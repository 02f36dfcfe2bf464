import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { CONFIGURATION_FILE, NO_CONFIGURATION, parseConfiguration, type Configuration } from './configuration.ts';

/** A configuration together with where it was found. */
export interface FoundConfiguration {
  /** Absolute path of the file; undefined where there is none. */
  readonly file?: string;
  readonly configuration: Configuration;
  /** Sentences of the form `FILE:LINE:COLUMN: what is wrong`, counted from 1. */
  readonly problems: readonly string[];
}

/** The `source-check.json` in `folder` (absolute) or the nearest one above it. Never throws: a broken file is a problem. */
export async function findConfiguration(folder: string): Promise<FoundConfiguration> {
  for (let at = folder; ; at = dirname(at)) {
    const file = join(at, CONFIGURATION_FILE);
    const found = await loadConfiguration(file);
    if (found) return found;
    if (dirname(at) === at) return { configuration: NO_CONFIGURATION, problems: [] };
  }
}

/** Reads one configuration file; undefined if there is none of that path. */
async function loadConfiguration(file: string): Promise<FoundConfiguration | undefined> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    // Above the draft there may be folders that are not ours to read; a file that stands there unread is worth a word.
    const problem = `${file}:1:1: The file cannot be read (${code ?? String(error)}); the defaults are used.`;
    return { file, configuration: NO_CONFIGURATION, problems: [problem] };
  }
  const { configuration, problems } = parseConfiguration(text.replace(/^\uFEFF/u, ''));
  return {
    file,
    configuration,
    problems: problems.map(({ line, character, message }) => `${file}:${line + 1}:${character + 1}: ${message}`),
  };
}
