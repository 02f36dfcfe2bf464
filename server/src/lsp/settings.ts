import { dirname, isAbsolute, relative, sep } from 'node:path';
import type { Severity } from '../verify/severity.ts';
import { parseConfiguration, type Configuration } from '../workspace/configuration.ts';
import type { FoundConfiguration } from '../workspace/configurationFile.ts';
import { globsWithin } from '../workspace/excludeGlobs.ts';

/** The section of the editor's settings that is this server's. */
export const SETTINGS_SECTION = 'sourceCheck';

/** What the editor's settings say for one folder. */
export interface Settings {
  readonly enable: boolean;
  /** Absolute, or relative to the workspace folder. None: as `source-check.json` has it. */
  readonly corpus: readonly string[];
  /** Relative to the workspace folder. */
  readonly exclude: readonly string[];
  readonly severity: Readonly<Record<string, Severity>>;
  readonly aliases: ReadonlyMap<string, readonly string[]>;
}

/** The section as the client sent it; what is missing or of the wrong type is left at its default. */
export function readSettings(section: unknown): Settings {
  const given = typeof section === 'object' && section !== null ? (section as Record<string, unknown>) : {};
  const { corpus, exclude, severity, aliases } = given;
  // The same rules as for the file, so that both take the same values.
  const { configuration } = parseConfiguration(JSON.stringify({ corpus, exclude, severity, aliases }));
  return {
    enable: given['enable'] !== false,
    corpus: configuration.corpus ?? [],
    exclude: configuration.exclude,
    severity: configuration.severity,
    aliases: configuration.aliases,
  };
}

/** A configuration file with the editor's settings over it; `base` is the folder that the settings are relative to. */
export function withSettings(found: FoundConfiguration, settings: Settings, base: string): FoundConfiguration {
  const { configuration } = found;
  const home = found.file === undefined ? base : dirname(found.file);
  const aliases = new Map(configuration.aliases);
  for (const [name, others] of settings.aliases) aliases.set(name, [...(aliases.get(name) ?? []), ...others]);
  const merged: Configuration = {
    ...configuration,
    exclude: [...configuration.exclude, ...rebased(settings.exclude, base, home)],
    severity: { ...configuration.severity, ...settings.severity },
    aliases,
  };
  return { ...found, configuration: merged };
}

/** Globs relative to `from`, as they read relative to `to`: a folder above it, or one within it. */
function rebased(globs: readonly string[], from: string, to: string): string[] {
  const way = relative(to, from);
  if (way === '') return [...globs];
  if (!way.startsWith('..') && !isAbsolute(way)) {
    return globs.map((glob) => (glob.startsWith('**/') ? glob : `${way.split(sep).join('/')}/${glob}`));
  }
  return globsWithin(to, from, globs);
}
