/** One line of a plain text. Raw coordinates; white space at both ends stays out. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Columns of white space before the text; a tab goes to the next multiple of eight. */
  readonly indent: number;
  /** Of the text. */
  readonly length: number;
}

/** The lines of `raw`, empty ones included: `\n`, `\r\n`, `\r` and form feeds end a line. */
export function linesOf(raw: string): Line[] {
  const lines: Line[] = [];
  let from = 0;
  for (const match of raw.matchAll(/\r\n|[\n\r\f]|$/g)) {
    lines.push(lineOf(raw, from, match.index));
    from = match.index + match[0].length;
  }
  return lines;
}

function lineOf(raw: string, from: number, to: number): Line {
  let start = from;
  let indent = 0;
  for (; start < to; start++) {
    const unit = raw.charCodeAt(start);
    if (unit === 9) indent += 8 - (indent % 8);
    else if (unit === 32 || unit === 160 || unit === 0xfeff) indent += 1;
    else break;
  }
  let end = to;
  while (end > start && isSpace(raw.charCodeAt(end - 1))) end--;
  return { start, end, indent, length: end - start, text: raw.slice(start, end) };
}

function isSpace(unit: number): boolean {
  return unit === 32 || unit === 9 || unit === 160;
}

/** Does the line end where a sentence, a clause of a list or an announcement ends? */
export function endsWithStop(text: string): boolean {
  return /[.!?:;…]["'”’»)\]]*$/.test(text.slice(-6));
}

/** Does the line go on with a word in lower case, behind opening marks? */
export function startsInLowerCase(text: string): boolean {
  return /^["'“‘«([]{0,2}\p{Ll}/u.test(text);
}

/** The line is set in capitals, as headings are: no letter in lower case, and enough letters to tell. */
export function isInCapitals(text: string): boolean {
  return (
    text.length <= 100 && !/\p{Ll}/u.test(text) && /\p{Lu}\p{Lu}/u.test(text) && /(?:\p{Lu}\P{Lu}*){4}/u.test(text)
  );
}

/** Nothing but the signs that rules are drawn with. */
export function isRule(text: string): boolean {
  return /^[-=_*~#+.·•–—|: ]{3,}$/.test(text);
}

/**
 * The width that a text was wrapped to by hand or by a program, so that a line feed within a paragraph says nothing; or
 * undefined if each of its lines is a paragraph. Lines of a wrapped text go on in lower case after most line feeds (three
 * of four in English); paragraphs hardly ever start so.
 */
export function wrapWidth(lines: readonly Line[]): number | undefined {
  let breaks = 0;
  let runsOn = 0;
  let width = 0;
  for (let i = 0; i + 1 < lines.length; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    if (line.length === 0 || next.length === 0 || isRule(line.text) || isRule(next.text)) continue;
    breaks++;
    if (line.length + line.indent > 132 || endsWithStop(line.text) || !startsInLowerCase(next.text)) continue;
    runsOn++;
    width = Math.max(width, line.length + line.indent);
  }
  return width >= 40 && runsOn >= breaks * 0.25 ? width : undefined;
}

/** Would the first word of `next` still have stood on `line`? Then the line was ended on purpose. */
export function hasRoomFor(line: Line, next: Line, width: number): boolean {
  const space = next.text.indexOf(' ');
  const word = space < 0 ? next.length : space;
  return line.indent + line.length + 1 + word <= width;
}
