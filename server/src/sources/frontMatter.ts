import { parseDocument } from 'yaml';
import { isoDateOf } from './dateLine.ts';

/** What a source's front matter says of it. */
export interface SourceFrontMatter {
  /** Offset behind the closing line; 0 where there is no front matter. */
  readonly end: number;
  readonly title?: string;
  readonly publisher?: string;
  /** ISO `YYYY-MM-DD`. */
  readonly date?: string;
}

const BLOCK = /^---[ \t]*\r?\n([\s\S]*?)(?:^|\r?\n)(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const PUBLISHER = [
  'publisher',
  'source',
  'outlet',
  'newspaper',
  'publication',
  'site',
  'website',
  'organisation',
  'organization',
];
const DATE = ['date', 'published', 'pubdate', 'publish_date', 'date_published', 'created', 'updated'];

/** Reads the YAML between `---` lines at the top of a Markdown file. Broken YAML is skipped: the text behind it counts. */
export function readFrontMatter(text: string): SourceFrontMatter {
  const match = BLOCK.exec(text);
  if (!match) return { end: 0 };
  const end = match[0].length;
  const values = valuesOf(match[1] ?? '');
  const title = first(values, ['title', 'headline', 'name']);
  const publisher = first(values, PUBLISHER);
  const dateText = first(values, DATE);
  const date = dateText ? isoDateOf(dateText) : undefined;
  return { end, ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) };
}

/** The plain values of the top level, by their keys in lower case. */
function valuesOf(yaml: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let parsed: unknown;
  try {
    // The core schema leaves dates as they are written.
    parsed = parseDocument(yaml, { logLevel: 'silent', schema: 'core' }).toJS({ maxAliasCount: 20 });
  } catch {
    return values;
  }
  if (typeof parsed !== 'object' || parsed === null) return values;
  for (const [key, value] of Object.entries(parsed)) {
    if (typeof value === 'string' || typeof value === 'number') values.set(key.toLowerCase(), String(value).trim());
  }
  return values;
}

function first(values: ReadonlyMap<string, string>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = values.get(key);
    if (value) return value;
  }
  return undefined;
}
