/** A stretch of a text: UTF-16 code units, end exclusive. Which text it belongs to is said where it is used. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * One piece of an {@link OffsetMap}: `length` clean units starting at `clean` stand at `raw` in the raw text, one to one.
 * Where they are not one to one (`\r\n` become a space, `â€™` become `’`), `rawLength` says how many raw units the piece
 * takes.
 */
export interface OffsetPiece {
  readonly clean: number;
  readonly raw: number;
  readonly length: number;
  readonly rawLength?: number;
}

/**
 * Where the units of a clean text (markup removed, mojibake repaired, line ends folded) stand in the raw text it was made
 * from. Pieces are in order of both `clean` and `raw`, and cover the clean text without gaps. A clean unit that several raw units were folded into (a repaired
 * mojibake, a CRLF) has a piece of its own, so that it maps to the first raw unit and its end to the end of the last.
 */
export interface OffsetMap {
  readonly pieces: readonly OffsetPiece[];
  readonly cleanLength: number;
  readonly rawLength: number;
}

/** The map of a text that is its own raw text. */
export function identityMap(length: number): OffsetMap {
  return { pieces: length > 0 ? [{ clean: 0, raw: 0, length }] : [], cleanLength: length, rawLength: length };
}

/** Index of the last piece that starts at or before `value` on the given side; -1 if none does. */
function pieceAt(pieces: readonly OffsetPiece[], side: 'clean' | 'raw', value: number): number {
  let low = 0;
  let high = pieces.length - 1;
  let found = -1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]![side] <= value) {
      found = middle;
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return found;
}

/** Raw offset of the clean unit at `clean`. Past the last unit: the raw offset just behind it. */
export function toRaw(map: OffsetMap, clean: number): number {
  const at = pieceAt(map.pieces, 'clean', clean);
  const piece = map.pieces[at];
  if (!piece) return 0;
  const into = clean - piece.clean;
  return into < piece.length ? Math.min(piece.raw + into, endRaw(map, at)) : endRaw(map, at);
}

/** Raw span of a clean span: from its first unit to behind its last, so that markup around it stays out. */
export function toRawSpan(map: OffsetMap, span: Span): Span {
  const start = toRaw(map, span.start);
  if (span.end <= span.start) return { start, end: start };
  const last = span.end - 1;
  const at = pieceAt(map.pieces, 'clean', last);
  const piece = map.pieces[at];
  if (!piece) return { start, end: start };
  const into = last - piece.clean;
  const end = into + 1 < piece.length ? Math.min(piece.raw + into + 1, endRaw(map, at)) : endRaw(map, at);
  return { start, end: Math.max(start, end) };
}

/**
 * Clean offset of the raw unit at `raw`; of a unit that the clean text leaves out, the offset of the next one that it
 * keeps.
 */
export function toClean(map: OffsetMap, raw: number): number {
  const at = pieceAt(map.pieces, 'raw', raw);
  const piece = map.pieces[at];
  if (!piece) return 0;
  const into = raw - piece.raw;
  if (into < piece.length) return piece.clean + into;
  return map.pieces[at + 1]?.clean ?? map.cleanLength;
}

/**
 * The map of a text that was made in two steps: `outer` leads from the middle text to the raw one (a repair of mojibake),
 * `inner` from the clean text to the middle one (Markdown to text). Linear in the number of pieces.
 */
export function composeMaps(outer: OffsetMap, inner: OffsetMap): OffsetMap {
  const pieces: OffsetPiece[] = [];
  let at = 0;
  for (const piece of inner.pieces) {
    while (at + 1 < outer.pieces.length && outer.pieces[at + 1]!.clean <= piece.raw) at++;
    if (piece.rawLength !== undefined) {
      const { start, end } = toRawSpan(outer, { start: piece.raw, end: piece.raw + piece.rawLength });
      append(pieces, { clean: piece.clean, raw: start, length: piece.length, rawLength: end - start });
      continue;
    }
    const end = piece.raw + piece.length;
    for (let from = piece.raw; from < end;) {
      while (at + 1 < outer.pieces.length && outer.pieces[at + 1]!.clean <= from) at++;
      const to = Math.min(end, outer.pieces[at + 1]?.clean ?? end);
      const clean = piece.clean + (from - piece.raw);
      const under = outer.pieces[at];
      if (under?.rawLength === undefined) append(pieces, { clean, raw: toRaw(outer, from), length: to - from });
      else {
        const span = toRawSpan(outer, { start: from, end: to });
        append(pieces, { clean, raw: span.start, length: to - from, rawLength: span.end - span.start });
      }
      from = to;
    }
  }
  return { pieces, cleanLength: inner.cleanLength, rawLength: outer.rawLength };
}

/** Adds a piece, to the one before if both go on one to one. */
function append(pieces: OffsetPiece[], piece: OffsetPiece): void {
  const last = pieces.at(-1);
  if (last && isOneToOne(last) && isOneToOne(piece)) {
    if (last.clean + last.length === piece.clean && last.raw + last.length === piece.raw) {
      pieces[pieces.length - 1] = { ...last, length: last.length + piece.length };
      return;
    }
  }
  pieces.push(piece);
}

function isOneToOne(piece: OffsetPiece): boolean {
  return piece.rawLength === undefined || piece.rawLength === piece.length;
}

/** Behind the last raw unit of piece `at`. */
function endRaw(map: OffsetMap, at: number): number {
  const piece = map.pieces[at]!;
  return piece.raw + (piece.rawLength ?? piece.length);
}

/** Do two spans of one text share a unit? */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Does `outer` hold all of `inner`? */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
