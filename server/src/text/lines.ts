/** A place in a file as editors count it: both from 0, characters in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where the lines of a text begin, for turning offsets into positions. */
export interface LineIndex {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Lines end at `\n`, `\r\n` or a lone `\r`, as LSP has it. */
export function lineIndexOf(text: string): LineIndex {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 10 || (unit === 13 && text.charCodeAt(at + 1) !== 10)) starts.push(at + 1);
  }
  return { text, starts };
}

/** The position of an offset; one past the end is the end. */
export function positionAt(lines: LineIndex, offset: number): Position {
  let low = 0;
  let high = lines.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (lines.starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low, character: offset - lines.starts[low]! };
}

/** The offset of a position; behind the end of its line, or of the text, the end of that. */
export function offsetAt(lines: LineIndex, position: Position): number {
  const start = lines.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : lines.text.length;
  const end = start + lineText(lines, position.line).length;
  return Math.min(start + Math.max(0, position.character), end);
}

/** The words of a line, without its end. */
export function lineText(lines: LineIndex, line: number): string {
  const start = lines.starts[line] ?? lines.text.length;
  const end = lines.starts[line + 1] ?? lines.text.length;
  return lines.text.slice(start, end).replace(/[\r\n]+$/u, '');
}
