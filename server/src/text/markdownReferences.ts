import type { Tree, TreeCursor } from '@lezer/common';
import type { Span } from './offsets.ts';

/** Where a link definition (`[label]: target`) points. */
export interface LinkDefinition {
  /** Raw span of the target. */
  readonly target: Span;
  readonly url: string;
}

const CONTAINERS: ReadonlySet<string> = new Set([
  'Document',
  'Blockquote',
  'BulletList',
  'OrderedList',
  'ListItem',
  'FootnoteDefinition',
]);

/** The link definitions of a text by their labels (see {@link labelKey}); the first of a label counts. */
export function definitionsOf(raw: string, tree: Tree): ReadonlyMap<string, LinkDefinition> {
  const definitions = new Map<string, LinkDefinition>();
  if (raw.includes(']:')) collect(raw, tree.cursor(), definitions);
  return definitions;
}

/** Two labels are the same if these are: case and white space are ignored. */
export function labelKey(label: string): string {
  return label.trim().replace(/\s+/g, ' ').toLowerCase();
}

function collect(raw: string, cursor: TreeCursor, definitions: Map<string, LinkDefinition>): void {
  if (!cursor.firstChild()) return;
  do {
    if (cursor.name === 'LinkReference') addDefinition(raw, cursor, definitions);
    else if (CONTAINERS.has(cursor.name)) collect(raw, cursor, definitions);
  } while (cursor.nextSibling());
  cursor.parent();
}

function addDefinition(raw: string, cursor: TreeCursor, definitions: Map<string, LinkDefinition>): void {
  let key: string | undefined;
  let target: Span | undefined;
  if (!cursor.firstChild()) return;
  do {
    if (cursor.name === 'LinkLabel') key = labelKey(raw.slice(cursor.from + 1, cursor.to - 1));
    if (cursor.name === 'URL') target = targetSpan(raw, cursor.from, cursor.to);
  } while (cursor.nextSibling());
  cursor.parent();
  if (key === undefined || !target || definitions.has(key)) return;
  definitions.set(key, { target, url: raw.slice(target.start, target.end) });
}

/** The target of a link without the angle brackets that may stand around it. */
export function targetSpan(raw: string, from: number, to: number): Span {
  return raw[from] === '<' && raw[to - 1] === '>' ? { start: from + 1, end: to - 1 } : { start: from, end: to };
}
