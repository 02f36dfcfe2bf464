import type { Tree, TreeCursor } from '@lezer/common';
import { cleanTextWriter, type BlockShape, type CleanTextWriter } from './cleanText.ts';
import { writeHtml } from './htmlText.ts';
import { writeInline } from './markdownInline.ts';
import { frontMatterOf, lezerInput, markdownParser, type FrontMatter } from './markdownParser.ts';
import { definitionsOf, type LinkDefinition } from './markdownReferences.ts';
import { unixLineEnds } from './lineEnds.ts';
import { composeMaps, toRaw, toRawSpan, type Span } from './offsets.ts';
import { writeCell } from './plainTables.ts';
import type { StructuredText } from './structuredText.ts';

/** A Markdown text, and what of its markup a draft is asked for beside its words. */
export interface MarkdownDocument {
  readonly document: StructuredText;
  readonly frontMatter: FrontMatter | undefined;
  readonly links: readonly MarkdownLink[];
  /** In order of `clean.start`, the outer before the inner. */
  readonly marked: readonly MarkedWords[];
  readonly footnoteReferences: readonly FootnoteReference[];
  /** HTML comments outside code, raw spans from `<!--` to `-->`. */
  readonly comments: readonly Span[];
  /** The blocks that stand directly in the document (a whole list, a whole table), comments aside. Raw spans. */
  readonly outerBlocks: readonly Span[];
}

/** A link or an automatic one. */
export interface MarkdownLink {
  /** Clean span of the link's words; empty where it has none (a bare URL). */
  readonly words: Span;
  /** Raw span of the target, in the link or in the definition it refers to, and the target as written. */
  readonly target: Span;
  readonly url: string;
  /** Label of the footnote that it stands in. */
  readonly footnote?: string;
}

/** Words between marks that belong together: emphasis, a link, HTML tags. */
export interface MarkedWords {
  /** The words alone. */
  readonly clean: Span;
  /** With the marks; of a link, with its target. */
  readonly raw: Span;
}

/** `[^label]` in the text. */
export interface FootnoteReference {
  readonly label: string;
  readonly raw: Span;
  /** Clean offset at which it would stand. */
  readonly at: number;
}

/** What is carried through the tree of one text. */
export interface MarkdownReading {
  readonly raw: string;
  readonly writer: CleanTextWriter;
  readonly definitions: ReadonlyMap<string, LinkDefinition>;
  readonly links: MarkdownLink[];
  readonly marked: MarkedWords[];
  readonly footnoteReferences: FootnoteReference[];
  readonly comments: Span[];
  /** Label of the footnote that is being read. */
  footnote: string | undefined;
  tables: number;
  quotations: number;
}

/** What a block stands in, which decides what its paragraphs are. */
interface Context {
  readonly footnote?: string;
  readonly quotation?: number;
  readonly item?: true;
}

/**
 * Reads Markdown (GitHub's, with footnotes and front matter) into running text. Left out: front matter, code, URLs, e-mail
 * addresses, HTML tags and comments, footnote labels, targets and titles of links, and the marks of markup; entities are
 * decoded. Any string is Markdown: there are no errors.
 */
export function structureMarkdown(raw: string): StructuredText {
  return readMarkdown(raw).document;
}

/**
 * As {@link structureMarkdown}, with the links, footnote references and comments that were left out. `parse` gives the tree
 * of a text in Markdown: for drafts, of which version after version is read, {@link parseVersion}.
 */
export function readMarkdown(raw: string, parse: (text: string) => Tree = parseAlone): MarkdownDocument {
  const unix = unixLineEnds(raw);
  if (!unix) return readUnixMarkdown(raw, parse);
  const { map } = unix;
  const { document, frontMatter, links, marked, footnoteReferences, comments, outerBlocks } = readUnixMarkdown(
    unix.text,
    parse,
  );
  return {
    document: { ...document, map: composeMaps(map, document.map) },
    frontMatter: frontMatter && { ...toRawSpan(map, frontMatter), bodyStart: toRaw(map, frontMatter.bodyStart) },
    links: links.map((link) => ({ ...link, target: toRawSpan(map, link.target) })),
    marked: marked.map((words) => ({ ...words, raw: toRawSpan(map, words.raw) })),
    footnoteReferences: footnoteReferences.map((reference) => ({ ...reference, raw: toRawSpan(map, reference.raw) })),
    comments: comments.map((span) => toRawSpan(map, span)),
    outerBlocks: outerBlocks.map((span) => toRawSpan(map, span)),
  };
}

function parseAlone(text: string): Tree {
  return markdownParser.parse(text);
}

function readUnixMarkdown(raw: string, parse: (text: string) => Tree): MarkdownDocument {
  const frontMatter = frontMatterOf(raw);
  const tree = parse(lezerInput(raw, frontMatter));
  const reading: MarkdownReading = {
    raw,
    writer: cleanTextWriter(raw),
    definitions: definitionsOf(raw, tree),
    links: [],
    marked: [],
    footnoteReferences: [],
    comments: [],
    footnote: undefined,
    tables: 0,
    quotations: 0,
  };
  const outerBlocks: Span[] = [];
  const cursor = tree.cursor();
  if (cursor.firstChild()) {
    do {
      if (cursor.name !== 'CommentBlock') outerBlocks.push({ start: cursor.from, end: cursor.to });
      readBlock(reading, cursor, {});
    } while (cursor.nextSibling());
  }
  const { links, footnoteReferences, comments } = reading;
  const marked = reading.marked.sort((a, b) => a.clean.start - b.clean.start || b.clean.end - a.clean.end);
  return { document: reading.writer.finish(), frontMatter, links, marked, footnoteReferences, comments, outerBlocks };
}

function readBlock(reading: MarkdownReading, cursor: TreeCursor, context: Context): void {
  const { writer } = reading;
  switch (cursor.name) {
    case 'Paragraph':
    case 'Task':
      writeInline(reading, cursor);
      return writer.endBlock(shapeIn(context));
    case 'ATXHeading1':
    case 'ATXHeading2':
    case 'ATXHeading3':
    case 'ATXHeading4':
    case 'ATXHeading5':
    case 'ATXHeading6':
    case 'SetextHeading1':
    case 'SetextHeading2': {
      const level = Number(cursor.name.at(-1));
      writeInline(reading, cursor);
      const inside = context.quotation !== undefined || context.footnote !== undefined;
      return writer.endBlock(inside ? shapeIn(context) : { kind: 'heading', level });
    }
    case 'Blockquote':
      return readChildren(reading, cursor, { ...context, quotation: context.quotation ?? ++reading.quotations });
    case 'ListItem':
      return readChildren(reading, cursor, { ...context, item: true });
    case 'BulletList':
    case 'OrderedList':
      return readChildren(reading, cursor, context);
    case 'FootnoteDefinition':
      return readFootnote(reading, cursor, context);
    case 'Table':
      return readTable(reading, cursor);
    case 'HTMLBlock':
    case 'CommentBlock':
      return readHtmlBlock(reading, cursor, shapeIn(context));
    default:
      return; // Code, rules, link definitions, marks.
  }
}

function shapeIn(context: Context): BlockShape {
  if (context.footnote !== undefined) return { kind: 'footnote', label: context.footnote };
  if (context.quotation !== undefined) return { kind: 'blockquote', quotation: context.quotation };
  return context.item ? { kind: 'list-item' } : { kind: 'paragraph' };
}

function readChildren(reading: MarkdownReading, cursor: TreeCursor, context: Context): void {
  if (!cursor.firstChild()) return;
  do readBlock(reading, cursor, context);
  while (cursor.nextSibling());
  cursor.parent();
}

function readFootnote(reading: MarkdownReading, cursor: TreeCursor, context: Context): void {
  if (!cursor.firstChild()) return;
  const footnote = reading.raw.slice(cursor.from, cursor.to);
  const outer = reading.footnote;
  reading.footnote = footnote;
  while (cursor.nextSibling()) readBlock(reading, cursor, { ...context, footnote });
  reading.footnote = outer;
  cursor.parent();
}

function readTable(reading: MarkdownReading, cursor: TreeCursor): void {
  const table = ++reading.tables;
  if (!cursor.firstChild()) return;
  do {
    if (cursor.name !== 'TableHeader' && cursor.name !== 'TableRow') continue;
    const header = cursor.name === 'TableHeader';
    const cells = readCells(reading, cursor);
    reading.writer.endBlock({ kind: 'table-row', table, header, cells });
  } while (cursor.nextSibling());
  cursor.parent();
}

/** The cells of the row at the cursor, written; where nothing stands between two bars, an empty one. */
function readCells(reading: MarkdownReading, cursor: TreeCursor): Span[] {
  const { writer } = reading;
  const cells: Span[] = [];
  const addEmpty = () => cells.push(writeCell(writer, { start: 0, end: 0 }, () => undefined));
  let open = false;
  let leading = true;
  if (!cursor.firstChild()) return cells;
  do {
    if (cursor.name === 'TableCell') {
      cells.push(writeCell(writer, { start: cursor.from, end: cursor.to }, () => writeInline(reading, cursor)));
      open = true;
    } else if (cursor.name === 'TableDelimiter') {
      if (!open && !leading) addEmpty();
      open = false;
    }
    leading = false;
  } while (cursor.nextSibling());
  cursor.parent();
  return cells;
}

/** HTML shows the text between its tags, and so it is read, with the marks of block quotations left out. */
function readHtmlBlock(reading: MarkdownReading, cursor: TreeCursor, shape: BlockShape): void {
  const marks: Span[] = [];
  const { from, to } = cursor;
  if (cursor.firstChild()) {
    do marks.push({ start: cursor.from, end: cursor.to });
    while (cursor.nextSibling());
    cursor.parent();
  }
  writeHtml(reading, from, to, marks, shape);
}
