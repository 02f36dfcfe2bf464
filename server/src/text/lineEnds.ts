import { identityMap, type OffsetMap, type OffsetPiece } from './offsets.ts';

/** A text with `\n` for every line end and no byte order mark, and the map to the text it was made from. */
export interface UnixText {
  readonly text: string;
  readonly map: OffsetMap;
}

/** Makes `\n` of `\r\n` and `\r`. Most texts have neither, and stay as they are: undefined. */
export function unixLineEnds(raw: string): UnixText | undefined {
  if (!raw.includes('\r') && !raw.startsWith('\ufeff')) return undefined;
  const pieces: OffsetPiece[] = [];
  const parts: string[] = [];
  let clean = 0;
  const add = (text: string, from: number, to: number) => {
    if (to === from) return;
    const piece = { clean, raw: from, length: text.length };
    pieces.push(text.length === to - from ? piece : { ...piece, rawLength: to - from });
    parts.push(text);
    clean += text.length;
  };
  let at = raw.startsWith('\ufeff') ? 1 : 0;
  for (const match of raw.matchAll(/\r\n?/g)) {
    add(raw.slice(at, match.index), at, match.index);
    at = match.index + match[0].length;
    add('\n', match.index, at);
  }
  add(raw.slice(at), at, raw.length);
  if (pieces.length === 0) return { text: '', map: { ...identityMap(0), rawLength: raw.length } };
  return { text: parts.join(''), map: { pieces, cleanLength: clean, rawLength: raw.length } };
}
