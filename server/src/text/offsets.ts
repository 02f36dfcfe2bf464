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
 * from. Pieces are in order of both `clean` and `raw`. A clean unit that several raw units were folded into (a repaired
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
  return into < piece.length ? piece.raw + into : endRaw(map, at);
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
  const end = into + 1 < piece.length ? piece.raw + into + 1 : endRaw(map, at);
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
