import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { lineIndexOf, positionAt } from '../text/lines.ts';
import type { Severity, SeveritySettings } from '../verify/severity.ts';

/** The name of the configuration file, looked for beside the draft and in the folders above it. */
export const CONFIGURATION_FILE = 'source-check.json';

/** What `source-check.json` says. Paths and globs are as written: relative to the folder of the file. */
export interface Configuration {
  /** Folders of sources. */
  readonly corpus?: readonly string[];
  /** Globs of the drafts that are checked when none is named. */
  readonly drafts?: readonly string[];
  /** Globs of files that are neither source nor draft. */
  readonly exclude: readonly string[];
  /** Other spellings of a name, by the name. */
  readonly aliases: ReadonlyMap<string, readonly string[]>;
  readonly severity: SeveritySettings;
  readonly accepted: readonly Acceptance[];
}

/** A finding that a person has looked at and let stand. */
export interface Acceptance {
  /** The words of the claim; white space and markup count as written, but for line breaks. */
  readonly text: string;
  /** A code or its family (`figure`); every code, if absent. */
  readonly code?: string;
  /** Glob of the drafts it holds for; all, if absent. */
  readonly draft?: string;
  readonly reason?: string;
}

export const NO_CONFIGURATION: Configuration = {
  exclude: [],
  aliases: new Map(),
  severity: {},
  accepted: [],
};

/** What is wrong with a configuration file, and where (from 0). */
export interface ConfigurationProblem {
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

/**
 * Reads the text of a `source-check.json` (JSON with comments and trailing commas). A file that is no JSON at all counts as
 * empty; a value of the wrong type is left out. Each problem is one sentence.
 */
export function parseConfiguration(text: string): {
  readonly configuration: Configuration;
  readonly problems: readonly ConfigurationProblem[];
} {
  const lines = lineIndexOf(text);
  const problems: ConfigurationProblem[] = [];
  const report = (offset: number, message: string): void => {
    problems.push({ message, ...positionAt(lines, offset) });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  const broken = errors[0];
  if (broken) {
    report(broken.offset, `This is not valid JSON (${spelledOut(printParseErrorCode(broken.error))}).`);
    return { configuration: NO_CONFIGURATION, problems };
  }
  if (!root) return { configuration: NO_CONFIGURATION, problems };
  if (root.type !== 'object') {
    report(root.offset, 'The file must hold an object: { "corpus": … }.');
    return { configuration: NO_CONFIGURATION, problems };
  }

  const strings = (node: Node, key: string): readonly string[] | undefined => {
    if (node.type === 'string') return [String(node.value)];
    if (node.type === 'array') {
      const items = node.children ?? [];
      for (const item of items) {
        if (item.type !== 'string') report(item.offset, `“${key}” may hold strings only.`);
      }
      return items.flatMap((item) => (item.type === 'string' ? [String(item.value)] : []));
    }
    report(node.offset, `“${key}” must be a string or a list of strings.`);
    return undefined;
  };

  let corpus: readonly string[] | undefined;
  let drafts: readonly string[] | undefined;
  let exclude: readonly string[] = [];
  let aliases: ReadonlyMap<string, readonly string[]> = new Map();
  let severity: SeveritySettings = {};
  let accepted: readonly Acceptance[] = [];
  for (const [key, value, at] of propertiesOf(root)) {
    if (key === '$schema') continue;
    else if (key === 'corpus') corpus = strings(value, key);
    else if (key === 'drafts') drafts = strings(value, key);
    else if (key === 'exclude') exclude = strings(value, key) ?? [];
    else if (key === 'aliases') aliases = readAliases(value, strings, report);
    else if (key === 'severity') severity = readSeverity(value, report);
    else if (key === 'accepted') accepted = readAccepted(value, report);
    else report(at, `“${key}” is no setting of Source Check; known are ${KEYS.map((k) => `“${k}”`).join(', ')}.`);
  }
  return {
    configuration: {
      ...(corpus ? { corpus } : {}),
      ...(drafts ? { drafts } : {}),
      exclude,
      aliases,
      severity,
      accepted,
    },
    problems,
  };
}

const KEYS = ['corpus', 'drafts', 'exclude', 'aliases', 'severity', 'accepted'];
const SEVERITIES: readonly string[] = ['error', 'warning', 'information', 'hint', 'none'] satisfies Severity[];

type Reporter = (offset: number, message: string) => void;

function readAliases(
  node: Node,
  strings: (node: Node, key: string) => readonly string[] | undefined,
  report: Reporter,
): ReadonlyMap<string, readonly string[]> {
  if (node.type !== 'object') {
    report(node.offset, '“aliases” must be an object: { "name in the sources": ["other spelling"] }.');
    return new Map();
  }
  return new Map(propertiesOf(node).map(([name, value]) => [name, strings(value, 'aliases') ?? []]));
}

function readSeverity(node: Node, report: Reporter): SeveritySettings {
  if (node.type !== 'object') {
    report(node.offset, '“severity” must be an object: { "figure.unknown": "hint" }.');
    return {};
  }
  const settings: Record<string, Severity> = {};
  for (const [key, value] of propertiesOf(node)) {
    if (SEVERITIES.includes(String(value.value))) settings[key] = value.value as Severity;
    else report(value.offset, `The severity of “${key}” must be one of ${SEVERITIES.map((s) => `“${s}”`).join(', ')}.`);
  }
  return settings;
}

function readAccepted(node: Node, report: Reporter): readonly Acceptance[] {
  if (node.type !== 'array') {
    report(node.offset, '“accepted” must be a list: [{ "text": "…", "code": "…", "reason": "…" }].');
    return [];
  }
  return (node.children ?? []).flatMap((item): Acceptance[] => {
    if (item.type === 'string') return [{ text: String(item.value) }];
    const fields = item.type === 'object' ? propertiesOf(item) : [];
    const string = (name: string): string | undefined => {
      const value = fields.find(([key]) => key === name)?.[1];
      return value?.type === 'string' ? String(value.value) : undefined;
    };
    const text = string('text');
    if (text === undefined) {
      report(item.offset, 'Each entry of “accepted” needs the “text” of a claim.');
      return [];
    }
    const [code, draft, reason] = [string('code'), string('draft'), string('reason')];
    return [{ text, ...(code ? { code } : {}), ...(draft ? { draft } : {}), ...(reason ? { reason } : {}) }];
  });
}

function propertiesOf(node: Node): [key: string, value: Node, offset: number][] {
  return (node.children ?? []).flatMap((property): [string, Node, number][] => {
    const [key, value] = property.children ?? [];
    return key && value ? [[String(key.value), value, key.offset]] : [];
  });
}

/** `CommaExpected` → `comma expected`. */
function spelledOut(code: string): string {
  return code.replace(/(?!^)(\p{Lu})/gu, ' $1').toLowerCase();
}
