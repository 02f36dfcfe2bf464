import { GFM, parser, type MarkdownConfig, type MarkdownParser } from '@lezer/markdown';

/** `[^label]: text`; lines that go on with it are indented by two columns or more. */
const FOOTNOTE = /^\[\^([^\]\s]{1,200})\]:[ \t]*/;

const footnotes: MarkdownConfig = {
  defineNodes: [
    {
      name: 'FootnoteDefinition',
      block: true,
      composite(_, line) {
        if (line.next < 0) return true;
        if (line.indent < line.baseIndent + 2) return false;
        line.moveBaseColumn(Math.min(line.indent, line.baseIndent + 4));
        return true;
      },
    },
    'FootnoteLabel',
  ],
  parseBlock: [
    {
      name: 'FootnoteDefinition',
      before: 'LinkReference',
      parse(context, line) {
        const match = FOOTNOTE.exec(line.text.slice(line.pos));
        if (!match || line.indent >= line.baseIndent + 4) return false;
        const from = context.lineStart + line.pos;
        context.startComposite('FootnoteDefinition', line.pos);
        context.addElement(context.elt('FootnoteLabel', from + 2, from + 2 + match[1]!.length));
        line.moveBase(line.pos + match[0].length);
        return null;
      },
      endLeaf: (_, line) => FOOTNOTE.test(line.text.slice(line.pos)),
    },
  ],
};

/** What each mark within a paragraph has: many have none, and the parser asks ten questions at each letter. */
const MAY_BE_MARKUP = /[\\&`<>*_~[\]@]| {2}\n|:\/\/|www\.|mailto:|xmpp:/;

/** Deeper nesting than anybody writes would exhaust the stack; such a line is a paragraph. */
const DEEPEST = 100;
/** The parser's cost grows with the square of links and marks in a paragraph; longer ones are read in pieces. */
const LONGEST_INLINE = 16_384;
const LONGEST_PARAGRAPH = 65_536;

const limits: MarkdownConfig = {
  parseBlock: [
    {
      name: 'Limits',
      before: 'LinkReference',
      parse(context, line) {
        if (context.depth <= DEEPEST) return false;
        const from = context.lineStart + line.pos;
        context.addElement(context.elt('Paragraph', from, context.lineStart + line.text.length));
        context.nextLine();
        return true;
      },
      endLeaf: (_, line, { content }) => content.length > LONGEST_PARAGRAPH && line.next >= 0 && !isTable(content),
    },
  ],
};

/** Does the second line of a block make it a table? Of those each row is read by itself, however many there are. */
function isTable(content: string): boolean {
  const second = content.indexOf('\n') + 1;
  return /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\||\n)/u.test(content.slice(second, second + 200));
}

/** Reads GitHub's Markdown with footnotes. Its line ends are `\n` alone; see {@link lezerInput}. */
export const markdownParser = withBoundedInline(parser.configure([GFM, footnotes, limits]));

function withBoundedInline(bounded: MarkdownParser): MarkdownParser {
  const parseInline = bounded.parseInline.bind(bounded);
  bounded.parseInline = (text, offset) => {
    if (!MAY_BE_MARKUP.test(text)) return [];
    if (text.length <= LONGEST_INLINE) return parseInline(text, offset);
    const elements = [];
    for (let from = 0; from < text.length;) {
      const space = text.lastIndexOf(' ', from + LONGEST_INLINE);
      const to = text.length - from <= LONGEST_INLINE ? text.length : space > from ? space : from + LONGEST_INLINE;
      elements.push(...parseInline(text.slice(from, to), offset + from));
      from = to;
    }
    return elements;
  };
  return bounded;
}

/** A front matter's lines between its fences, and where the text begins behind it. */
export interface FrontMatter {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

/** A fence with a key, a comment or the other fence under it; a rule with prose under it is none. */
const OPENING = /^---[ \t]*\n(?=[ \t]*(?:["']?[\p{L}\w.-]+["']?[ \t]*:|[#{]|---|\.\.\.))/u;

/** The YAML front matter that `text` begins with, if it has one that is closed. Its line ends are `\n`. */
export function frontMatterOf(text: string): FrontMatter | undefined {
  const open = OPENING.exec(text);
  if (!open) return undefined;
  const start = open[0].length;
  const fence = /^(?:---|\.\.\.)[ \t]*$/gm;
  fence.lastIndex = start;
  const close = fence.exec(text);
  if (!close) return undefined;
  return { start, end: close.index, bodyStart: close.index + close[0].length };
}

/** `text` as the parser needs it, unit for unit as long: without the front matter. Its line ends are `\n`. */
export function lezerInput(text: string, front: FrontMatter | undefined): string {
  const body = front ? '\n'.repeat(front.bodyStart) + text.slice(front.bodyStart) : text;
  // White space at the end of the line under a table's head is allowed, and the parser does not know it.
  return body.replace(/^[ \t>|:-]*\|[ \t]+$/gm, (line) => {
    const end = line.trimEnd();
    return `${end.slice(0, -1)}${line.slice(end.length)}|`;
  });
}
