import type { TreeCursor } from '@lezer/common';
import { decodeEntity } from './entities.ts';
import type { MarkdownReading } from './markdown.ts';
import { labelKey, targetSpan, type LinkDefinition } from './markdownReferences.ts';
import type { Span } from './offsets.ts';

/** Writes the text of the node at the cursor: a paragraph, a heading, a cell or something inside one. */
export function writeInline(reading: MarkdownReading, cursor: TreeCursor): void {
  writeWithin(reading, cursor, cursor.from, cursor.to);
}

/**
 * Writes what stands from `from` to `to` in the node at the cursor. The brackets of what looked like a link and is none stay
 * in.
 */
function writeWithin(reading: MarkdownReading, cursor: TreeCursor, from: number, to: number): void {
  const { writer } = reading;
  const openTags: OpenTag[] = [];
  let at = from;
  if (cursor.firstChild()) {
    do {
      if (cursor.from < from || cursor.to > to || isBracket(cursor.name)) continue;
      if (cursor.from > at) writer.keep(at, cursor.from);
      if (cursor.name === 'HTMLTag') writeTag(reading, cursor, openTags);
      else writeNode(reading, cursor);
      at = cursor.to;
    } while (cursor.nextSibling());
    cursor.parent();
  }
  if (to > at) writer.keep(at, to);
}

function isBracket(name: string): boolean {
  return name === 'LinkMark' || name === 'LinkLabel' || name === 'LinkTitle';
}

function writeNode(reading: MarkdownReading, cursor: TreeCursor): void {
  const { raw, writer } = reading;
  const { from, to } = cursor;
  switch (cursor.name) {
    case 'Emphasis':
    case 'StrongEmphasis':
    case 'Strikethrough': {
      const start = writer.position();
      writeInline(reading, cursor);
      return addMarked(reading, start, { start: from, end: to });
    }
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

function addMarked(reading: MarkdownReading, start: number, raw: Span): void {
  const end = reading.writer.end();
  if (end > start) reading.marked.push({ clean: { start, end }, raw });
}

/** An HTML tag that waits for its end. */
interface OpenTag {
  readonly name: string;
  readonly clean: number;
  readonly raw: number;
}

function writeTag(reading: MarkdownReading, cursor: TreeCursor, openTags: OpenTag[]): void {
  const { raw, writer } = reading;
  const { from, to } = cursor;
  const tag = /^<(\/?)([a-z][\w-]*)/i.exec(raw.slice(from, to));
  if (!tag) return;
  const name = tag[2]!.toLowerCase();
  if (name === 'br') return writer.put(' ', from, to);
  if (tag[1] === '') {
    openTags.push({ name, clean: writer.position(), raw: from });
    return;
  }
  const opening = openTags.pop();
  if (opening?.name === name) addMarked(reading, opening.clean, { start: opening.raw, end: to });
  else openTags.length = 0;
}

/** A bare URL or e-mail address: no words, a target. */
function addLink(reading: MarkdownReading, target: Span): void {
  const at = reading.writer.end();
  pushLink(reading, { start: at, end: at }, { target, url: reading.raw.slice(target.start, target.end) });
}

function pushLink(reading: MarkdownReading, words: Span, definition: LinkDefinition): void {
  const { footnote } = reading;
  reading.links.push({ words, ...definition, ...(footnote !== undefined && { footnote }) });
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
  if (!isImage && !parts.target && isFootnote(words) && (parts.label === undefined || isFootnote(parts.label))) {
    // `[^a][^b]` looks like a link with a label.
    const references = parts.label === undefined ? [words] : [words, parts.label];
    const at = writer.end();
    for (const label of references) {
      reading.footnoteReferences.push({ label: label.slice(1), raw: { start: from, end: to }, at });
    }
    return;
  }
  const definition = parts.target ? inlineDefinition(raw, parts.target) : lookUp(reading, parts.label || words);
  const isEmptyTarget = parts.target === undefined && raw[to - 1] === ')';
  // Without a target it is no link: `[sic]`, `[the ministers]`.
  if (!definition && !isEmptyTarget) return writeWithin(reading, cursor, from, to);
  const start = writer.position();
  writeWithin(reading, cursor, parts.words.start, parts.words.end);
  const end = writer.end();
  addMarked(reading, start, { start: from, end: to });
  if (definition && !isImage) pushLink(reading, { start: Math.min(start, end), end }, definition);
}

function isFootnote(label: string): boolean {
  return label.length > 1 && label.startsWith('^') && !/\s/.test(label);
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
