import type { BlockShape } from './cleanText.ts';
import { decodeEntity } from './entities.ts';
import type { MarkdownReading } from './markdown.ts';
import type { Span } from './offsets.ts';

/** Comments, elements whose content is no prose, tags, entities. */
const MARKUP =
  /<!--[^]*?(?:-->|$)|<(script|style|pre|textarea|template|svg)\b[^]*?(?:<\/\1\s*>|$)|<[/!?]?([a-zA-Z][\w-]*)[^<>]*>|&#?\w{1,32};/gi;

/** Elements that stand within a line. */
const INLINE =
  /^(?:a|abbr|b|bdi|bdo|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)$/i;

/**
 * Writes the text of the HTML that stands in Markdown from `from` to `to`, each block element as a block of the given shape.
 * `marks` are raw spans of other markup within it, in order.
 */
export function writeHtml(
  reading: MarkdownReading,
  from: number,
  to: number,
  marks: readonly Span[],
  shape: BlockShape,
): void {
  const { raw, writer } = reading;
  const html = raw.slice(from, to);
  let at = from;
  let mark = 0;
  const keep = (end: number) => {
    for (; mark < marks.length && marks[mark]!.start < end; mark++) {
      if (marks[mark]!.start > at) writer.keep(at, marks[mark]!.start);
      at = Math.max(at, marks[mark]!.end);
    }
    if (end > at) writer.keep(at, end);
  };
  for (const match of html.matchAll(MARKUP)) {
    const start = from + match.index;
    const end = start + match[0].length;
    keep(start);
    at = end;
    if (match[0].startsWith('<!--')) reading.comments.push({ start, end });
    else if (match[0].startsWith('&')) {
      const character = decodeEntity(match[0]);
      if (character !== undefined) writer.put(character, start, end);
      else writer.keep(start, end);
    } else if (/^(?:br|td|th)$/i.test(match[2] ?? '')) writer.put(' ', start, end);
    else if (!INLINE.test(match[2] ?? '')) writer.endBlock(shape);
  }
  keep(to);
  writer.endBlock(shape);
}
