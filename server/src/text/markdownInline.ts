import type { TreeCursor } from '@lezer/common';
import { decodeEntity } from './entities.ts';
import type { MarkdownReading } from './markdown.ts';
import { labelKey, targetSpan, type LinkDefinition } from './markdownReferences.ts';
import type { Span } from './offsets.ts';

/** Writes the text of the node at the cursor: a paragraph, a heading, a cell or something inside one. */
export function writeInline(reading: MarkdownReading, cursor: TreeCursor): void {
  const { writer } = reading;
  let at = cursor.from;
  const end = cursor.to;
  if (cursor.firstChild()) {
    do {
      if (cursor.from > at) writer.keep(at, cursor.from);
      writeNode(reading, cursor);
      at = cursor.to;
    } while (cursor.nextSibling());
    cursor.parent();
  }
  if (end > at) writer.keep(at, end);
}

function writeNode(reading: MarkdownReading, cursor: TreeCursor): void {
  const { raw, writer } = reading;
  const { from, to } = cursor;
  switch (cursor.name) {
    case 'Emphasis':
    case 'StrongEmphasis':
    case 'Strikethrough':
      return writeInline(reading, cursor);
    case 'Link':
    case 'Image':
      return writeLink(reading, cursor);
    case 'Escape':
      return writer.keep(from + 1, to);
    case 'Entity': {
      const character = decodeEntity(raw.slice(from, to));
      return character === undefined ? writer.keep(from, to) : writer.put(character, from, to);
    }
    case 'HardBreak':
      return writer.put(' ', from, to);
    case 'HTMLTag':
      if (/^<br\b/i.test(raw.slice(from, to))) writer.put(' ', from, to);
      return;
    case 'Comment':
      reading.comments.push({ start: from, end: to });
      return;
    case 'URL':
      addLink(reading, targetSpan(raw, from, to));
      return;
    case 'Autolink':
      addLink(reading, targetSpan(raw, from, to));
      return;
    default:
      return; // Code, marks, processing instructions.
  }
}

/** A bare URL or e-mail address: no words, a target. */
function addLink(reading: MarkdownReading, target: Span): void {
  const at = reading.writer.end();
  reading.links.push({ words: { start: at, end: at }, target, url: reading.raw.slice(target.start, target.end) });
}

/** The parts of a link: `[` words `]` and what stands behind. Raw coordinates. */
interface LinkParts {
  readonly words: Span;
  readonly target?: Span;
  readonly label?: string;
}

function writeLink(reading: MarkdownReading, cursor: TreeCursor): void {
  const { raw, writer } = reading;
  const isImage = cursor.name === 'Image';
  const { from, to } = cursor;
  const parts = linkParts(raw, cursor);
  const words = raw.slice(parts.words.start, parts.words.end);
  if (!isImage && !parts.target && parts.label === undefined && words.startsWith('^') && !/\s/.test(words)) {
    reading.footnoteReferences.push({ label: words.slice(1), raw: { start: from, end: to }, at: writer.end() });
    return;
  }
  const definition = parts.target ? inlineDefinition(raw, parts.target) : lookUp(reading, parts.label || words);
  const isEmptyTarget = parts.target === undefined && raw[to - 1] === ')';
  // Without a target it is no link: `[sic]`, `[the ministers]`.
  if (!definition && !isEmptyTarget) return writeWithin(reading, cursor, from, to);
  const start = writer.position();
  writeWithin(reading, cursor, parts.words.start, parts.words.end);
  const end = writer.end();
  if (definition && !isImage) reading.links.push({ words: { start: Math.min(start, end), end }, ...definition });
}

function lookUp(reading: MarkdownReading, label: string): LinkDefinition | undefined {
  return reading.definitions.size > 0 ? reading.definitions.get(labelKey(label)) : undefined;
}

function inlineDefinition(raw: string, target: Span): LinkDefinition {
  return { target, url: raw.slice(target.start, target.end) };
}

function linkParts(raw: string, cursor: TreeCursor): LinkParts {
  let start = -1;
  let end = -1;
  let target: Span | undefined;
  let label: string | undefined;
  cursor.firstChild();
  do {
    if (cursor.name === 'LinkMark') {
      if (start < 0) start = cursor.to;
      else if (end < 0) end = cursor.from;
    } else if (end >= 0 && cursor.name === 'URL') target = targetSpan(raw, cursor.from, cursor.to);
    else if (end >= 0 && cursor.name === 'LinkLabel') label = raw.slice(cursor.from + 1, cursor.to - 1);
  } while (cursor.nextSibling());
  cursor.parent();
  return { words: { start, end }, ...(target && { target }), ...(label !== undefined && { label }) };
}

/** Writes what stands from `from` to `to` in the node at the cursor; the brackets of what is no link stay in. */
function writeWithin(reading: MarkdownReading, cursor: TreeCursor, from: number, to: number): void {
  const { writer } = reading;
  let at = from;
  cursor.firstChild();
  do {
    if (cursor.from < from || cursor.to > to || isBracket(cursor.name)) continue;
    if (cursor.from > at) writer.keep(at, cursor.from);
    writeNode(reading, cursor);
    at = cursor.to;
  } while (cursor.nextSibling());
  cursor.parent();
  if (to > at) writer.keep(at, to);
}

function isBracket(name: string): boolean {
  return name === 'LinkMark' || name === 'LinkLabel' || name === 'LinkTitle';
}
