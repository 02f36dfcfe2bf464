import { parseArgs } from 'node:util';
import { Unusable } from '../workspace/unusable.ts';

/** What the user asked for. */
export type Command =
  | { readonly name: 'help'; readonly of?: CommandName }
  | { readonly name: 'version' }
  | CheckCommand
  | IndexCommand
  | SourcesCommand
  | LookupCommand;

export type CommandName = 'check' | 'index' | 'sources' | 'lookup';

interface CorpusChoice {
  /** Folders given with `--corpus`; none means: by configuration or default. */
  readonly corpus: readonly string[];
}

export interface CheckCommand extends CorpusChoice {
  readonly name: 'check';
  readonly paths: readonly string[];
  readonly format: ReportFormat;
  readonly output?: string;
  readonly failOn: FailOn;
}

export interface IndexCommand extends CorpusChoice {
  readonly name: 'index';
  readonly rebuild: boolean;
  readonly stats: boolean;
  readonly format: 'pretty' | 'json';
}

export interface SourcesCommand extends CorpusChoice {
  readonly name: 'sources';
  readonly format: 'pretty' | 'json';
}

export interface LookupCommand extends CorpusChoice {
  readonly name: 'lookup';
  readonly text: string;
  readonly format: 'pretty' | 'json';
}

const REPORT_FORMATS = ['pretty', 'json', 'sarif', 'github', 'markdown', 'html'] as const;
export type ReportFormat = (typeof REPORT_FORMATS)[number];

const FAIL_ON = ['refuted', 'unsupported', 'never'] as const;
export type FailOn = (typeof FAIL_ON)[number];

const SIMPLE_FORMATS = ['pretty', 'json'] as const;

const CORPUS = { corpus: { type: 'string', multiple: true } } as const;
const OPTIONS = {
  check: {
    ...CORPUS,
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    'fail-on': { type: 'string' },
  },
  index: { ...CORPUS, rebuild: { type: 'boolean' }, stats: { type: 'boolean' }, format: { type: 'string' } },
  sources: { ...CORPUS, format: { type: 'string' } },
  lookup: { ...CORPUS, format: { type: 'string' } },
} as const;

/** Reads the words behind the program's name. Throws {@link Unusable} where they make no command. */
export function parseCommand(argv: readonly string[]): Command {
  const [first, ...rest] = argv;
  if (first === undefined || first === '--help' || first === '-h') return { name: 'help' };
  if (first === '--version' || first === '-v') return { name: 'version' };
  if (first === 'help') return isCommand(rest[0]) ? { name: 'help', of: rest[0] } : { name: 'help' };
  if (!isCommand(first)) {
    throw new Unusable(
      first.startsWith('-')
        ? `Unknown option ${first}: begin with a command (${names()}), or see source-check --help.`
        : `Unknown command ${first}: the commands are ${names()}; see source-check --help.`,
    );
  }
  const { values, positionals } = parsed(first, rest);
  if (values['help']) return { name: 'help', of: first };
  const corpus = (values['corpus'] as readonly string[] | undefined) ?? [];
  const format = values['format'] as string | undefined;
  switch (first) {
    case 'check':
      return {
        name: first,
        paths: positionals,
        corpus,
        format: oneOf(REPORT_FORMATS, format ?? 'pretty', '--format'),
        ...(typeof values['output'] === 'string' ? { output: values['output'] } : {}),
        failOn: oneOf(FAIL_ON, (values['fail-on'] as string | undefined) ?? 'refuted', '--fail-on'),
      };
    case 'index':
      if (format !== undefined && values['stats'] !== true) throw new Unusable('--format is for --stats: add it.');
      return {
        name: first,
        corpus: [...corpus, ...positionals],
        rebuild: values['rebuild'] === true,
        stats: values['stats'] === true,
        format: simpleFormat(format),
      };
    case 'sources':
      return { name: first, corpus: [...corpus, ...positionals], format: simpleFormat(format) };
    case 'lookup': {
      const text = positionals.join(' ').trim();
      if (text === '') throw new Unusable('lookup needs a text: source-check lookup "Asim Munir".');
      return { name: first, corpus, text, format: simpleFormat(format) };
    }
  }
}

function parsed(
  command: CommandName,
  args: readonly string[],
): { values: Record<string, unknown>; positionals: string[] } {
  const options = { ...OPTIONS[command], help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return { values, positionals };
  } catch (error) {
    throw new Unusable(`${reason(error as Error & { code?: string })} See source-check ${command} --help.`);
  }
}

/** Node's own message, without its advice on how to write a positional argument. */
function reason(error: Error & { code?: string }): string {
  const sentence = error.message.split(/(?<=\.)\s|\n/u)[0] ?? error.message;
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return sentence.replace(/\.?$/u, '.');
  return sentence.replace(/\.?$/u, '.');
}

function oneOf<T extends string>(allowed: readonly T[], value: string, option: string): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Unusable(`${option} ${value} is unknown: use one of ${allowed.join(', ')}.`);
  return found;
}

function simpleFormat(value: string | undefined): 'pretty' | 'json' {
  return oneOf(SIMPLE_FORMATS, value ?? 'pretty', '--format');
}

function isCommand(word: string | undefined): word is CommandName {
  return word !== undefined && Object.hasOwn(OPTIONS, word);
}

function names(): string {
  return Object.keys(OPTIONS).join(', ');
}
