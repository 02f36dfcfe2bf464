import { parseDocument } from 'yaml';
import { isoDateOf } from './dateLine.ts';
import type { SourceMetadata } from './sourceDocument.ts';

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

/** What a source's front matter (the YAML between its `---` lines) says of it. Broken YAML says nothing. */
export function frontMatterMetadata(yaml: string): Pick<SourceMetadata, 'title' | 'publisher' | 'date'> {
  const values = valuesOf(yaml);
  const title = first(values, ['title', 'headline', 'name']);
  const publisher = first(values, PUBLISHER);
  const dateText = first(values, DATE);
  const date = dateText ? isoDateOf(dateText) : undefined;
  return { ...(title && { title }), ...(publisher && { publisher }), ...(date && { date }) };
}

/** The plain values of the top level, by their keys in lower case. */
function valuesOf(yaml: string): ReadonlyMap<string, string> {
  const plain = plainValuesOf(yaml);
  if (plain) return plain;
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

/** A key and a line of words behind it, in which nothing is of YAML's grammar and which is no number, date or truth value. */
const PLAIN_LINE = /^([A-Za-z_]+): ([\p{L}\p{N}][^\n\r:#]*)$/u;
const PLAIN_VALUE = /^(?:\p{L}|\d{4}-\d\d-\d\d$)|\p{L}.* /u;
const NO_WORD = /^(?:true|false|null)$/i;

/** The values where each line is a key and plain words, for which no YAML parser is needed; undefined elsewhere. */
function plainValuesOf(yaml: string): ReadonlyMap<string, string> | undefined {
  const values = new Map<string, string>();
  for (const line of yaml.split('\n')) {
    if (line === '') continue;
    const [, key, value] = PLAIN_LINE.exec(line) ?? [];
    if (key === undefined || value === undefined || values.has(key.toLowerCase())) return undefined;
    const own = value.trim();
    if (!PLAIN_VALUE.test(own) || NO_WORD.test(own)) return undefined;
    values.set(key.toLowerCase(), own);
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
