import type { OffsetMap, Span } from './offsets.ts';
import type { Block, StructuredText } from './structuredText.ts';

/** A block before the writer gives it its place in the clean text. */
export type BlockShape = Block extends infer B ? (B extends Block ? Omit<B, keyof Span> : never) : never;

/**
 * Collects a clean text block by block, together with the map back to `raw`. Every position taken is one of `raw`, and
 * each call goes on behind the one before. White space at the edges of a block, and that on both sides of something left
 * out, is dropped; a line break with the white space around it becomes one space.
 */
export interface CleanTextWriter {
  /** Takes `raw` from `from` to `to` into the text. */
  keep(from: number, to: number): void;
  /** Puts `text` for what stands from `from` to `to`: a character for its entity, a space for a line break tag. */
  put(text: string, from: number, to: number): void;
  /** Puts two spaces, as they stand between the cells of a table; `at` is where the next cell starts. */
  nextCell(at: number): void;
  /** Clean offset at which the next unit will stand. */
  position(): number;
  /** Clean offset behind the last unit of the block; of a block that is still empty, where it will start. */
  end(): number;
  /** Ends the block, and starts the next. No block comes of one without text. */
  endBlock(shape: BlockShape): void;
  finish(): StructuredText;
}

interface MutablePiece {
  clean: number;
  raw: number;
  length: number;
  rawLength?: number;
}

const LINE_BREAK = /[\n\r][ \t\n\r]*/g;
/** What would be taken for a line end, or for a column, by a reader of the clean text. */
const ODD_SPACE = /[\t\v\f\u0085\u2028\u2029]/g;
/** Soft hyphens, zero-width spaces, byte order marks, marks of direction: seen by nobody, and in the way of every word. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]+/g;
const HAS_INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/;
const HAS_BREAK = /[\n\r]/;
const HAS_ODD_SPACE = /[\t\v\f\u0085\u2028\u2029]/;

/** A writer of the clean text of `raw`. */
export function cleanTextWriter(raw: string): CleanTextWriter {
  const pieces: MutablePiece[] = [];
  const parts: string[] = [];
  const blocks: Block[] = [];
  let length = 0;
  let blockStart = 0;
  /** White space that is written only if something follows it in the block. */
  let space: { readonly text: string; readonly from: number; readonly to: number } | undefined;

  function add(text: string, from: number, to: number): void {
    const last = pieces.at(-1);
    if (text.length !== to - from) pieces.push({ clean: length, raw: from, length: text.length, rawLength: to - from });
    else if (last && last.rawLength === undefined && last.raw + last.length === from) last.length += text.length;
    else pieces.push({ clean: length, raw: from, length: text.length });
    parts.push(text);
    length += text.length;
  }

  function nextStart(): number {
    return blocks.length > 0 ? length + 1 : 0;
  }

  /** The line feed before a block stands for the first line end since the block before, if there is one. */
  function openBlock(from: number): void {
    const last = pieces.at(-1);
    if (!last) return;
    const end = last.raw + (last.rawLength ?? last.length);
    let at = end;
    while (at < from && raw[at] !== '\n' && raw[at] !== '\r') at++;
    if (at === from) add('\n', end, end);
    else add('\n', at, raw[at] === '\r' && raw[at + 1] === '\n' ? at + 2 : at + 1);
    blockStart = length;
  }

  function write(text: string, from: number, to: number): void {
    if (length === blockStart && blocks.length > 0) openBlock(from);
    if (space && length > blockStart) add(space.text, space.from, space.to);
    space = undefined;
    add(text, from, to);
  }

  function keepLine(from: number, to: number): void {
    let start = from;
    while (start < to && isBlank(raw.charCodeAt(start))) start++;
    if (start > from && length > blockStart) space ??= { text: ' '.repeat(start - from), from, to: start };
    if (start === to) return;
    let end = to;
    while (isBlank(raw.charCodeAt(end - 1))) end--;
    const text = raw.slice(start, end);
    write(HAS_ODD_SPACE.test(text) ? text.replace(ODD_SPACE, ' ') : text, start, end);
    if (end < to) space = { text: ' '.repeat(to - end), from: end, to };
  }

  function keep(from: number, to: number): void {
    const text = raw.slice(from, to);
    if (!HAS_INVISIBLE.test(text)) return keepLines(text, from, to);
    let start = from;
    for (const match of text.matchAll(INVISIBLE)) {
      const at = from + match.index;
      keepLines(raw.slice(start, at), start, at);
      start = at + match[0].length;
    }
    keepLines(raw.slice(start, to), start, to);
  }

  function keepLines(text: string, from: number, to: number): void {
    if (!HAS_BREAK.test(text)) return keepLine(from, to);
    let start = from;
    for (const match of text.matchAll(LINE_BREAK)) {
      const at = from + match.index;
      keepLine(start, at);
      start = at + match[0].length;
      if (length > blockStart) space = { text: ' ', from: space?.from ?? at, to: start };
    }
    keepLine(start, to);
  }

  return {
    keep,
    put(text, from, to) {
      if (text !== ' ') write(text, from, to);
      else if (length > blockStart) space ??= { text, from, to };
    },
    nextCell(at) {
      const last = pieces.at(-1);
      if (!last || length === blockStart) return;
      space = { text: '  ', from: last.raw + (last.rawLength ?? last.length), to: at };
    },
    position: () => (length > blockStart ? length + (space?.text.length ?? 0) : nextStart()),
    end: () => (length > blockStart ? length : nextStart()),
    endBlock(shape) {
      space = undefined;
      if (length === blockStart) return;
      const span = { start: blockStart, end: length };
      // Most are; a copy of any shape takes several times as long.
      blocks.push(shape.kind === 'paragraph' ? { kind: 'paragraph', ...span } : { ...shape, ...span });
      blockStart = length;
    },
    finish() {
      const map: OffsetMap = { pieces, cleanLength: length, rawLength: raw.length };
      return { text: parts.join(''), blocks, map };
    },
  };
}

/** White space of markup; a no-break space belongs to the text. */
function isBlank(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029;
}
