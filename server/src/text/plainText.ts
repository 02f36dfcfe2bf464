import { cleanTextWriter, type CleanTextWriter } from './cleanText.ts';
import { endsWithStop, hasRoomFor, isInCapitals, isRule, linesOf, startsInLowerCase, wrapWidth } from './plainLines.ts';
import type { Line } from './plainLines.ts';
import { rowsOf, writeRows } from './plainTables.ts';
import type { StructuredText } from './structuredText.ts';
import { atOnce, type Steps } from './turns.ts';

/** What the reader of a plain text carries from line to line. */
interface PlainText {
  readonly raw: string;
  readonly lines: readonly Line[];
  /** See {@link wrapWidth}. */
  readonly width: number | undefined;
  /** The first line that is not empty. */
  readonly title: Line | undefined;
  readonly writer: CleanTextWriter;
  tables: number;
}

const BULLET = /^[-*•‣▪●◦·–—]\s+(?=\S)/;
/** A heading of Markdown, which plain texts borrow. */
const HASHES = /^(#{1,6})\s+(?=\S)/;
const NUMBER = /^(?:\d{1,3}[.)]|\(\d{1,3}\)|\(?[a-zA-Z]\)|\(?[ivx]{1,4}\))\s+(?=\S)/;
/** A word that ends no line of its own. */
const OPEN_END =
  /\s(?:the|an?|of|and|or|to|by|with|for|from|in|on|at|as|that|which|who|is|are|was|were|be|has|have|had|his|her|its|their)$/;
/** Lines that stand alone between blank lines like headings, and are none. */
const BYLINE = /^(?:by|from|photos?|images?|pictures?|source|updated|published|posted|contact)\b/i;
const MONTH = /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b/;

/**
 * Reads a plain text: paragraphs wrapped to a width are joined, and where each line is a paragraph it stays one; lists with
 * bullets or numbers, tables drawn with bars or tabs, headings (in capitals, underlined, or short between blank lines).
 * Bullets, item numbers and rules are left out of the clean text.
 */
export function structurePlainText(raw: string): StructuredText {
  return atOnce(plainTextSteps(raw));
}

/** {@link structurePlainText}, block by block. */
export function* plainTextSteps(raw: string): Steps<StructuredText> {
  const lines = linesOf(raw);
  const title = lines.find((line) => line.length > 0);
  const text: PlainText = { raw, lines, width: wrapWidth(lines), title, writer: cleanTextWriter(raw), tables: 0 };
  let at = 0;
  while (at < lines.length) {
    yield;
    at = readBlock(text, at);
  }
  return text.writer.finish();
}

/** Writes the block that starts on line `at`, and returns the line behind it. */
function readBlock(text: PlainText, at: number): number {
  const { lines, writer } = text;
  const line = lines[at]!;
  if (line.length === 0 || isRule(line.text)) return at + 1;
  const rows = rowsOf(text.raw, lines, at);
  if (rows) {
    writeRows(writer, rows, ++text.tables);
    return rows.endLine;
  }
  const hashes = HASHES.exec(line.text);
  if (hashes) {
    writer.keep(line.start + hashes[0].length, line.end);
    writer.endBlock({ kind: 'heading', level: hashes[1]!.length });
    return at + 1;
  }
  const marker = itemMarker(text, at);
  const end = paragraphEnd(text, at, marker.length > 0);
  writeLines(text, at, end, marker.length);
  if (marker) writer.endBlock({ kind: 'list-item' });
  else if (end === at + 1 && isHeading(text, at))
    writer.endBlock({ kind: 'heading', level: line === text.title ? 1 : 2 });
  else writer.endBlock({ kind: 'paragraph' });
  return end;
}

/** The bullet or number that line `at` starts with, if it starts an item; otherwise ''. */
function itemMarker(text: PlainText, at: number): string {
  const { lines, width } = text;
  const line = lines[at]!;
  const marker = markerOf(line);
  if (!marker) return '';
  const before = lines[at - 1];
  const neighbour = [lines[at - 1], lines[at + 1], lines[at + 2]].some(
    (other) => other && sameKind(marker, markerOf(other)),
  );
  // A dash opens speech, too, and a wrapped line may start with a number or a dash by chance.
  if (/^[–—]/.test(marker)) return neighbour ? marker : '';
  if (!before || before.length === 0 || width === undefined || neighbour || endsWithStop(before.text)) return marker;
  return '';
}

function markerOf(line: Line): string {
  return BULLET.exec(line.text)?.[0] ?? NUMBER.exec(line.text)?.[0] ?? '';
}

function sameKind(a: string, b: string): boolean {
  if (!a || !b) return false;
  return BULLET.test(a + 'x') ? a[0] === b[0] : NUMBER.test(b + 'x') && a.trim().at(-1) === b.trim().at(-1);
}

/** The line behind the paragraph or item that starts on line `at`. */
function paragraphEnd(text: PlainText, at: number, isItem: boolean): number {
  const { lines } = text;
  let end = at + 1;
  while (end < lines.length && goesOn(text, at, end, isItem)) end++;
  return end;
}

/** Does line `at` go on with the paragraph that starts on line `first`? */
function goesOn(text: PlainText, first: number, at: number, isItem: boolean): boolean {
  const { raw, lines, width } = text;
  const next = lines[at]!;
  const line = lines[at - 1]!;
  if (
    next.length === 0 ||
    isRule(next.text) ||
    HASHES.test(next.text) ||
    itemMarker(text, at) ||
    rowsOf(raw, lines, at)
  )
    return false;
  const lower = startsInLowerCase(next.text);
  if (startsWithPoint(next.text)) return true;
  if (width === undefined) return runsOn(line, next);
  if (isInCapitals(line.text) && at - 1 === first && !isInCapitals(next.text) && !lower) return false;
  if (isInCapitals(next.text) && !isInCapitals(line.text) && (endsWithStop(line.text) || line.length < width * 0.6))
    return false;
  if (lower && !endsWithStop(line.text)) return true;
  if (next.indent > line.indent + 1 && !(isItem && at - 1 === first)) return false;
  if (!hasRoomFor(line, next, width)) return line.length <= width * 1.3;
  return line.length >= width * 0.6 && !endsWithStop(line.text);
}

/** Text taken from a page breaks its lines around what were links. */
function runsOn(line: Line, next: Line): boolean {
  if (endsWithStop(line.text)) return false;
  if (startsInLowerCase(next.text)) return line.length >= 20 || next.length >= 30 || line.text.endsWith(',');
  return line.length >= 30 && OPEN_END.test(line.text);
}

/** A point that belongs to the line before: `, who left`. */
function startsWithPoint(text: string): boolean {
  return /^[,;.)](?=\s|$)/.test(text);
}

function writeLines(text: PlainText, from: number, to: number, skip: number): void {
  const { lines, writer } = text;
  let start = lines[from]!.start + skip;
  for (let i = from; i + 1 < to; i++) {
    const line = lines[i]!;
    const next = lines[i + 1]!;
    // A word broken at its own hyphen is joined again; whether the hyphen is its own only a lexicon could say.
    const isBroken = /\p{L}-$/u.test(line.text.slice(-3)) && startsInLowerCase(next.text);
    if (isBroken || startsWithPoint(next.text)) {
      writer.keep(start, line.end);
      start = next.start;
    }
  }
  writer.keep(start, lines[to - 1]!.end);
}

/** Is line `at`, which no other line goes on with, a heading? */
function isHeading(text: PlainText, at: number): boolean {
  const { lines } = text;
  const line = lines[at]!;
  const below = lines[at + 1];
  if (isInCapitals(line.text) && !/[.,;:]$/.test(line.text)) return below !== undefined;
  const isUnderlined = below && /^(?:={3,}|-{3,})$/.test(below.text) && below.length >= line.length / 2;
  if (isUnderlined && !/[.,;]$/.test(line.text)) return true;
  const alone = (lines[at - 1]?.length ?? 0) === 0 && below?.length === 0 && at + 2 < lines.length;
  return alone && looksLikeHeading(line.text);
}

function looksLikeHeading(line: string): boolean {
  if (line.length > 90 || /[.!,;:…]["'”’»)\]]*$/.test(line) || /\D[.!?]["”’)]?\s+\P{L}?\p{Lu}/u.test(line))
    return false;
  if (!/^["“‘«(]?[\p{Lu}\p{N}]/u.test(line) || line.split(/\s+/).length > 14) return false;
  return !BYLINE.test(line) && !(MONTH.test(line) && /\d/.test(line) && line.length < 50);
}
