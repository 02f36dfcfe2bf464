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
